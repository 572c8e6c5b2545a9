//! Any record that a bundle may hold.

#[path = "campaigns.rs"]
mod campaigns;
#[path = "cases.rs"]
mod cases;
#[path = "joint.rs"]
mod joint;

pub use campaigns::campaigns;
pub use cases::cases;
use domain::{
    source::{Source, SourceKind},
    state::TargetState,
    target::{AddressParts, Greeting, Target},
};
pub use joint::{open_letters, statements};
use proptest::{prelude::*, sample::select};

use crate::words::{SOURCES, cited, country, date, day, lang, maybe, name, slug, text, texts};

/// Every target and every case of a bundle is always there, so that others may name them.
pub const TARGETS: [&str; 3] = ["king", "king-of-nowhere", "zz-9"];
pub const CASES: [&str; 3] = ["a", "a-b", "rita-karasartova"];

prop_compose! {
    fn source(id: &'static str)(
        title in text(),
        publisher in text(),
        date in maybe(date()),
        url in text(),
        lang in lang(),
        kind in select(SourceKind::ALL),
        note in text(),
    ) -> Source {
        Source { id: id.to_owned(), title, publisher, date, url, lang, kind, note }
    }
}

pub fn sources() -> impl Strategy<Value = Vec<Source>> {
    Vec::from(SOURCES.map(source)).prop_map(|mut sources| {
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        sources
    })
}

prop_compose! {
    fn address()(
        recipient in text(),
        organisation in text(),
        street in texts(),
        locality in text(),
        region in text(),
        postcode in text(),
    ) -> AddressParts {
        AddressParts { recipient, organisation, street, locality, region, postcode }
    }
}

prop_compose! {
    fn greetings()(lang in lang(), salutation in text(), closing in text(), some in any::<bool>()) -> Vec<Greeting> {
        if some { vec![Greeting { lang, salutation, closing }] } else { Vec::new() }
    }
}

prop_compose! {
    fn target(slug_of: &'static str)(
        (name, office, country, state) in (text(), name(), country(), select(TargetState::ALL)),
        (postal_lines, email, social) in (texts(), text(), text()),
        languages in proptest::collection::vec(lang(), 0..3),
        (printed_on, checked_on) in (maybe(date()), maybe(day())),
        (sources, notes) in (cited(), texts()),
        (address, greetings) in (maybe(address()), greetings()),
    ) -> Target {
        Target {
            slug: slug(slug_of), name, office, country, state, postal_lines, email, social, languages, printed_on,
            checked_on, sources, notes, address, greetings,
        }
    }
}

pub fn targets() -> impl Strategy<Value = Vec<Target>> {
    Vec::from(TARGETS.map(target))
}
