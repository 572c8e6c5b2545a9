//! The text a letter starts from.

use domain::appeal::Appeal;

/// First paragraph and ask, with room between for the writer's own words: a letter in own words is read, a copy is not.
pub fn short(appeal: &Appeal) -> String {
    [Some(appeal.opening.clone()), ask(appeal)].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// A whole letter: first paragraph, the points, the ask and thanks. For those who send it as it is.
pub fn full(appeal: &Appeal) -> String {
    let points = (!appeal.talking_points.is_empty()).then(|| appeal.talking_points.join(" "));
    let thanks = (appeal.lang.primary() == "en").then(|| "Thank you for your attention.".to_owned());
    [Some(appeal.opening.clone()), points, ask(appeal), thanks].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The main demand as a request. Demands are written in the imperative, so in English they go into the sentence.
fn ask(appeal: &Appeal) -> Option<String> {
    let demand = appeal.demands.first()?;
    if appeal.lang.primary() != "en" {
        return Some(demand.clone());
    }
    let mut letters = demand.chars();
    let first = letters.next()?.to_lowercase();
    Some(format!("I respectfully ask you to {first}{}", letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appeal() -> Appeal {
        serde_json::from_value(serde_json::json!({
            "lang": "en", "demands": ["Quash the conviction.", "End it."], "opening": "I am writing to you.",
            "talking_points": ["One.", "Two."], "as_of": "2025-12",
        }))
        .unwrap()
    }

    #[test]
    fn the_starter_leaves_the_middle_to_the_writer() {
        assert_eq!(short(&appeal()), "I am writing to you.\n\nI respectfully ask you to quash the conviction.");
    }

    #[test]
    fn the_full_letter_makes_the_points_too() {
        assert!(full(&appeal()).contains("One. Two.\n\nI respectfully ask you to quash"));
        assert!(full(&appeal()).ends_with("Thank you for your attention."));
    }
}
