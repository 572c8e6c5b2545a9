//! Any case.

use domain::{
    appeal::Appeal,
    case::{Case, CaseKind, CaseTarget, Event, NativeName, Solidarity, Standing},
    consent::{Consent, ConsentBasis, MayShow},
    outcome::{Outcome, OutcomeKind},
    state::CaseState,
    status::Status,
    target::TargetRole,
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
};

use super::{CASES, TARGETS};
use crate::words::{cited, country, date, lang, maybe, name, one_cited, slug, text, texts};

prop_compose! {
    pub fn event()(date in date(), text in text(), sources in cited(), verified in any::<bool>()) -> Event {
        Event { date, text, sources, verified }
    }
}

prop_compose! {
    fn outcome()(
        (date, kind, text) in (date(), select(OutcomeKind::ALL), text()),
        (meets_main_demand, sources, verified) in (any::<bool>(), cited(), any::<bool>()),
    ) -> Outcome {
        Outcome { date, kind, text, meets_main_demand, sources, verified }
    }
}

prop_compose! {
    fn consent()(
        (basis, given_on, until) in (select(ConsentBasis::ALL), maybe(date()), maybe(date())),
        (letter_rules, card_rules) in (texts(), texts()),
    ) -> Consent {
        Consent { basis, given_on, until, may_show: vec![MayShow::CardAddress], letter_rules, card_rules }
    }
}

prop_compose! {
    fn solidarity()(
        (accepts_messages, guidance, address_lines) in (any::<bool>(), text(), texts()),
        (sources, note) in (cited(), text()),
    ) -> Solidarity {
        Solidarity { accepts_messages, guidance, address_lines, sources, note }
    }
}

prop_compose! {
    fn standing()(
        (status, as_of, note) in (select(Status::ALL), date(), text()),
        (source, verified) in (one_cited(), any::<bool>()),
    ) -> Standing {
        Standing { status, as_of, note, source, verified }
    }
}

prop_compose! {
    fn native()(text in text(), lang in lang(), source in one_cited()) -> NativeName {
        NativeName { text, lang, source }
    }
}

prop_compose! {
    fn appeal()(
        (lang, demands, opening) in (lang(), vec(text(), 1..4), text()),
        (talking_points, as_of) in (texts(), date()),
    ) -> Appeal {
        Appeal { lang, target: None, demands, opening, talking_points, as_of }
    }
}

prop_compose! {
    fn case(slug_of: &'static str)(
        (state, kind, name, aliases) in (select(CaseState::ALL), select(CaseKind::ALL), name(), texts()),
        (country, related_countries, themes) in (country(), vec(country(), 0..3), texts()),
        (summary, story, text_sources, notes) in (name(), texts(), cited(), texts()),
        (native_name, standing, consent) in (maybe(native()), standing(), consent()),
        solidarity in maybe(solidarity()),
        targets in subsequence(TARGETS.to_vec(), 0..=TARGETS.len()).prop_shuffle(),
        role in select(TargetRole::ALL),
        appeal in maybe(appeal()),
        events in vec(event(), 0..3),
        outcomes in vec(outcome(), 0..3),
    ) -> Case {
        let targets: Vec<CaseTarget> = targets.into_iter().map(|t| CaseTarget { target: slug(t), role }).collect();
        // One appeal for all, and one for the first target.
        let own = targets.first().zip(appeal.clone());
        let own = own.map(|(first, appeal)| Appeal { target: Some(first.target.clone()), ..appeal });
        Case {
            slug: slug(slug_of), state, kind, name, aliases, country, related_countries, themes, summary, story,
            text_sources, notes, native_name, standing, consent: Some(consent), solidarity, targets,
            appeals: appeal.into_iter().chain(own).collect(), events, outcomes,
        }
    }
}

pub fn cases() -> impl Strategy<Value = Vec<Case>> {
    Vec::from(CASES.map(case))
}
