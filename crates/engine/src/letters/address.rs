//! The address on the sheet: printed lines where a source gave them, else the destination's own order, and the country
//! last, in capitals.
//!
//! Sources: UPU and USPS Publication 28: the country stands last, whole, in capitals, in the language of the posting
//! country or in English or French.

use domain::{Lang, target::Target};
use letter::{address::PostalAddress, form::Destination};

/// A target's address, and what its country is called where a letter to it is posted.
pub fn destination(target: &Target) -> Destination {
    let (lines, name) = printed(target);
    let names = POSTING_LANGUAGES.iter().map(|(tag, from)| {
        let lang = tag.parse().unwrap_or_else(|_| Lang::en());
        (capitals(target, &lang), from.iter().map(|&code| code.to_owned()).collect())
    });
    Destination { lines, home: target.country.code().to_owned(), name, names: names.collect() }
}

/// The lines above the country, and the country's name in English.
fn printed(target: &Target) -> (Vec<String>, String) {
    let name = capitals(target, &Lang::en());
    if !target.postal_lines.is_empty() {
        return (target.postal_lines.iter().flat_map(|line| divided(line)).collect(), name);
    }
    let Some(parts) = target.address.clone() else { return (Vec::new(), name) };
    let address = PostalAddress {
        recipient: if parts.recipient.is_empty() { target.office.clone() } else { parts.recipient },
        organisation: parts.organisation,
        street: parts.street,
        locality: parts.locality,
        region: parts.region,
        postcode: parts.postcode,
        country: target.country.code().to_owned(),
    };
    (letter::address::lines(&address, ""), name)
}

fn capitals(target: &Target, lang: &Lang) -> String {
    target.country.name(lang).to_uppercase()
}

/// The longest line that stands in an envelope's window in readable type, in characters: 75 mm at 8 pt hold some 52.
const WIDEST: usize = 50;

/// A printed line that no window holds is divided once, where a reader would: after a comma, before "and", at a space,
/// whichever is nearest to the middle in that order.
fn divided(line: &str) -> Vec<String> {
    if line.chars().count() <= WIDEST {
        return vec![line.to_owned()];
    }
    let nearest = |cuts: Vec<usize>| cuts.into_iter().min_by_key(|cut| cut.abs_diff(line.len() / 2));
    let after_comma = line.match_indices(", ").map(|(at, _)| at + 2).collect();
    let before_and = line.match_indices(" and ").map(|(at, _)| at + 1).collect();
    let spaces = line.match_indices(' ').map(|(at, _)| at + 1).collect();
    let cut = nearest(after_comma).or_else(|| nearest(before_and)).or_else(|| nearest(spaces));
    match cut {
        None => vec![line.to_owned()],
        Some(cut) => vec![line[..cut].trim().to_owned(), line[cut..].trim().to_owned()],
    }
}

/// The languages, other than English, in which the destination is named for letters posted in these countries.
const POSTING_LANGUAGES: [(&str, &[&str]); 3] = [
    ("de", &["DE", "AT", "LI"]),
    ("fr", &["FR", "LU", "MC", "SN", "CI"]),
    (
        "es",
        &[
            "ES", "MX", "AR", "CL", "CO", "PE", "UY", "PY", "BO", "EC", "VE", "CR", "GT", "HN", "NI", "PA", "SV", "DO",
            "CU",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn prosecutor() -> Target {
        serde_json::from_value(serde_json::json!({
            "slug": "prosecutor-general-kyrgyzstan", "office": "Prosecutor General", "country": "KG",
            "postal_lines": ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040"],
        }))
        .unwrap()
    }

    #[test]
    fn the_country_stands_last_in_the_posting_countrys_language() {
        let last = |from: &str| destination(&prosecutor()).lines(from).pop().unwrap();
        assert_eq!(last(""), "KYRGYZSTAN");
        assert_eq!(last("GB"), "KYRGYZSTAN");
        assert_eq!(last("DE"), "KIRGISISTAN");
        assert_eq!(last("FR"), "KIRGHIZSTAN");
    }

    #[test]
    fn a_line_that_no_window_holds_is_divided_where_a_reader_would() {
        let line = "Attorney General of the Federation and Minister of Justice";
        assert_eq!(divided(line), ["Attorney General of the Federation", "and Minister of Justice"]);
        assert_eq!(divided("Bishkek 720040"), ["Bishkek 720040"]);
        assert_eq!(divided(&"x".repeat(80)).len(), 1, "the typesetting engine then refuses it by name");
    }

    #[test]
    fn a_letter_within_the_country_needs_no_country() {
        assert_eq!(destination(&prosecutor()).lines("KG").len(), 3);
    }

    #[test]
    fn parts_are_set_in_the_destinations_order() {
        let mut target = prosecutor();
        target.postal_lines.clear();
        target.country = "DE".parse().unwrap();
        target.address = Some(
            serde_json::from_value(serde_json::json!({
                "recipient": "Bundeskanzleramt", "street": ["Willy-Brandt-Straße 1"], "locality": "Berlin", "postcode": "10557",
            }))
            .unwrap(),
        );
        let expected = ["Bundeskanzleramt", "Willy-Brandt-Straße 1", "10557 Berlin", "GERMANY"];
        assert_eq!(destination(&target).lines(""), expected);
    }
}
