//! Any open letter and any statement.

use domain::{
    open_letter::{Addressee, AuthorityCheck, OpenLetter, Signatory},
    statement::{Asked, CountryDemands, NamedPerson, SeeAlso, Statement},
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
};

use super::{CASES, cases::event};
use crate::words::{cited, country, date, day, lang, maybe, name, slug, text, texts};

const LETTERS: [&str; 2] = ["kyrgyzstan-2024", "veto"];

prop_compose! {
    fn addressee()(
        (name, office, country) in (text(), name(), maybe(country())),
        (salutation, sources, note) in (text(), cited(), text()),
    ) -> Addressee {
        Addressee { name, office, country, salutation, sources, note }
    }
}

prop_compose! {
    fn signatory()(
        (name, country, qualifier, is_printed) in (name(), maybe(country()), text(), any::<bool>()),
        authority in maybe((text(), day())),
    ) -> Signatory {
        let printed = if is_printed { format!("{name}, {qualifier}") } else { String::new() };
        Signatory { name, printed, country, qualifier, authority: authority.map(|(by, on)| AuthorityCheck { by, on }) }
    }
}

prop_compose! {
    fn letter(slug_of: &'static str)(
        (title, date, lang, summary) in (name(), date(), lang(), text()),
        (ask, reasons, sources, notes) in (vec(text(), 1..3), texts(), cited(), texts()),
        addressee in addressee(),
        mut signatories in vec(signatory(), 0..4),
        events in vec(event(), 0..3),
    ) -> OpenLetter {
        // Nobody signs twice.
        signatories.sort_by(|a, b| b.name.cmp(&a.name));
        signatories.dedup_by(|a, b| a.name == b.name);
        OpenLetter { slug: slug(slug_of), title, date, lang, summary, ask, reasons, sources, notes, addressee, signatories, events }
    }
}

pub fn open_letters() -> impl Strategy<Value = Vec<OpenLetter>> {
    Vec::from(LETTERS.map(letter))
}

prop_compose! {
    fn person()(
        (role, asked, note) in (text(), select(Asked::ALL), text()),
        case in maybe(select(CASES.to_vec())),
    ) -> NamedPerson {
        NamedPerson { name: String::new(), role, asked, case: case.map(slug), note }
    }
}

prop_compose! {
    fn demands(code: &'static str)(
        (addressee, demands) in (text(), texts()),
        people in vec((name(), person()), 0..3),
    ) -> CountryDemands {
        let people = people.into_iter().enumerate();
        let people = people.map(|(at, (name, person))| NamedPerson { name: format!("{name} {at}"), ..person });
        CountryDemands { country: code.parse().unwrap(), addressee, demands, people: people.collect() }
    }
}

prop_compose! {
    fn statement(slug_of: &'static str)(
        (title, date, lang, occasion, summary) in (name(), date(), lang(), text(), text()),
        (demands, organisations, sources, notes) in (texts(), vec(text(), 1..4), cited(), texts()),
        cases in subsequence(CASES.to_vec(), 0..=2),
        open_letters in subsequence(LETTERS.to_vec(), 0..=2),
        countries in vec![demands("UZ"), demands("KG")],
        whole in any::<bool>(),
    ) -> Statement {
        let organisations = organisations.into_iter().enumerate().map(|(at, name)| format!("{name} {at}")).collect();
        let all = |slugs: Vec<&str>| slugs.into_iter().map(slug).collect();
        let see_also = SeeAlso { cases: all(cases), open_letters: all(open_letters) };
        Statement {
            slug: slug(slug_of), title, date, lang, occasion, summary, demands, organisations, sources, notes, see_also,
            countries: if whole { countries } else { Vec::new() },
        }
    }
}

pub fn statements() -> impl Strategy<Value = Vec<Statement>> {
    vec![statement("a-summit"), statement("b")]
}
