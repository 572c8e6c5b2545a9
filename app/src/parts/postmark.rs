//! Postmarks: an outcome that met the main demand cancels the stamp.

use domain::{PartialDate, outcome::Outcome};
use leptos::prelude::*;

use crate::{parts::stamp::Face, words::Words};

/// The wavy lines, one above the other.
const WAVES: &str = "M150 44q12-7 24 0t24 0t24 0t24 0t24 0M150 56q12-7 24 0t24 0t24 0t24 0t24 0M150 68q12-7 24 0t24 0t24 \
     0t24 0t24 0M150 80q12-7 24 0t24 0t24 0t24 0t24 0M150 92q12-7 24 0t24 0t24 0t24 0t24 0";

/// The round mark with country, word and date.
pub fn postmark(w: &Words, face: &Face, outcome: &Outcome) -> AnyView {
    let word = w.of("postmark", outcome.kind);
    let date = short(outcome.date);
    let arc = format!("arc-{}", face.slug());
    let said = format!("{word}, {}", w.date(outcome.date));
    // The longest words fill the ring at a smaller size.
    let size = if word.chars().count() > 8 { "14" } else { "18" };
    view! {
        " "
        <svg class="postmark" viewBox="0 0 272 140" role="img" aria-label=said>
            <g fill="none" stroke="currentColor" stroke-width="2.6">
                <circle cx="80" cy="68" r="62"/>
                <circle cx="80" cy="68" r="43" stroke-width="1.4"/>
                <path d=WAVES stroke-width="2.4"/>
            </g>
            <path id=arc.clone() d="M32 68a48 48 0 0 1 96 0" fill="none"/>
            <g text-anchor="middle" fill="currentColor">
                <text font-size="12" letter-spacing="1">
                    <textPath href=format!("#{arc}") startOffset="50%">
                        {face.country().name(w.lang())}
                    </textPath>
                </text>
                <text x="80" y="67" font-size=size>
                    {word}
                </text>
                <text x="80" y="84" font-size="14">
                    {date}
                </text>
            </g>
        </svg>
    }
    .into_any()
}

/// A date as post offices stamp it: day, month, year, as far as known.
fn short(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{}.{year}", u8::from(month)),
        PartialDate::Day(day) => format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postmark_bears_the_date_as_far_as_it_is_known() {
        for (date, stamped) in [("2025-12-13", "13.12.2025"), ("2025-01", "1.2025"), ("2023", "2023")] {
            assert_eq!(short(date.parse().unwrap()), stamped);
        }
    }
}
