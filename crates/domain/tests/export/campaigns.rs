//! Any campaign.

use domain::{
    action::Kind,
    campaign::{Basis, Campaign, Figure, Goal, Window},
    state::CampaignState,
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
};

use super::CASES;
use crate::words::{cited, country, date, lang, maybe, name, slug, text, texts};

/// TOML's numbers end at 2^63 - 1.
fn number() -> impl Strategy<Value = Option<u64>> {
    maybe(prop_oneof![Just(0), 0..10_000_000_u64, Just(i64::MAX as u64)])
}

prop_compose! {
    fn figure()(
        (text, value, unit, basis) in (text(), number(), text(), select(Basis::ALL)),
        (country, from, to) in (maybe(country()), date(), maybe(date())),
        (sources, verified, note) in (cited(), any::<bool>(), text()),
    ) -> Figure {
        Figure { text, value, unit, basis, country, from, to, sources, verified, note }
    }
}

prop_compose! {
    fn window()(
        (scope, opens, closes) in (text(), maybe(date()), maybe(date())),
        (sources, verified, note) in (cited(), any::<bool>(), text()),
    ) -> Window {
        Window { scope, opens, closes, sources, verified, note }
    }
}

prop_compose! {
    fn goal()(
        (scope, text, value) in (text(), text(), number()),
        (unit, sources) in (text(), cited()),
    ) -> Goal {
        Goal { scope, text, value, unit, sources }
    }
}

prop_compose! {
    fn campaign(slug_of: &'static str)(
        (title, state, year) in (name(), select(CampaignState::ALL), maybe(1961..2100_u16)),
        (organiser, tagline, description) in (text(), text(), text()),
        (first, second, standing) in (date(), date(), any::<bool>()),
        (dates_note, dates_verified) in (text(), any::<bool>()),
        (languages, languages_note) in (vec(lang(), 0..3), text()),
        kinds in subsequence(Kind::ALL.to_vec(), 1..=Kind::ALL.len()),
        cases in subsequence(CASES.to_vec(), 0..=CASES.len()).prop_shuffle(),
        notes in texts(),
        windows in vec(window(), 0..3),
        goals in vec(goal(), 0..3),
        figures in vec(figure(), 0..3),
    ) -> Campaign {
        // What the rules of a campaign want: an end after the beginning, and none for a standing one.
        let (opens, closes) = if first.first_day() <= second.first_day() { (first, second) } else { (second, first) };
        Campaign {
            slug: slug(slug_of), title, state, organiser, tagline, description, opens, dates_note, dates_verified,
            languages, languages_note, kinds, notes, windows, goals, figures,
            year: if standing { None } else { year },
            closes: if standing { None } else { Some(closes) },
            cases: cases.into_iter().map(slug).collect(),
        }
    }
}

pub fn campaigns() -> impl Strategy<Value = Vec<Campaign>> {
    vec![campaign("open-cases"), campaign("w4r-2024")]
}
