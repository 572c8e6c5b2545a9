//! Stamps: a case's face, with or without a photograph.

use domain::{Slug, case::NativeName, country::Country, outcome::Outcome};
use engine::cases::{CaseCard, CasePage};
use leptos::prelude::*;
use letter::stamp::ink_of;

use crate::{parts::postmark, words::Words};

/// What a stamp shows.
pub struct Face {
    slug: Slug,
    name: String,
    /// In its own script, where that is another.
    native_name: Option<NativeName>,
    country: Country,
    edition: Option<u16>,
    met: Option<Outcome>,
    mourned: bool,
}

impl From<&CaseCard> for Face {
    fn from(card: &CaseCard) -> Self {
        Self {
            slug: card.slug.clone(),
            name: card.name.clone(),
            native_name: card.native_name.clone().filter(|native| native.text != card.name),
            country: card.country,
            edition: card.edition,
            met: card.met.clone(),
            mourned: card.mourned,
        }
    }
}

impl From<&CasePage> for Face {
    fn from(page: &CasePage) -> Self {
        Self {
            slug: page.case.slug.clone(),
            name: page.case.name.clone(),
            native_name: page.case.native_name.clone().filter(|native| native.text != page.case.name),
            country: page.case.country,
            edition: page.edition(),
            met: page.case.main_demand_met().cloned(),
            mourned: page.case.is_mourned(),
        }
    }
}

/// A stamp, lying on the page.
pub fn stamp(w: &Words, face: &Face) -> AnyView {
    let mourned = if face.mourned { " mourned" } else { "" };
    let class = format!("stamp ink-{}{mourned}", ink_of(face.slug.as_str()).name());
    // Someone who died gets no postmark, whatever was reached before.
    let postmark = face.met.as_ref().filter(|_| !face.mourned).map(|met| postmark::postmark(w, face, met));
    let who = if longest_word(&face.name) > LONG { "who long" } else { "who" };
    view! {
        <span class=class>
            <span class="face">
                <img src=format!("/stamps/{}.svg", face.slug) alt="" loading="lazy" width="240" height="300"/>
                <span class="where">
                    <span>{face.country.name(w.lang())}</span>
                    {face.edition.map(|year| view! { " " <span class="num">{year.to_string()}</span> })}
                </span>
                " "
                <span class=who>{face.name.clone()} {face.native_name.as_ref().map(native)}</span>
            </span>
            {postmark}
        </span>
    }
    .into_any()
}

/// The longest word that a stamp has room for in its usual size, in characters.
const LONG: usize = 15;

fn longest_word(name: &str) -> usize {
    name.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}

/// A stamp that leads to its case.
pub fn linked(w: &Words, card: &CaseCard) -> AnyView {
    let face = Face::from(card);
    view! { <a class="lifted" href=format!("/cases/{}", card.slug)>{stamp(w, &face)}</a> }.into_any()
}

/// A sheet of stamps.
pub fn sheet<'a>(w: &Words, cards: impl IntoIterator<Item = &'a CaseCard>) -> AnyView {
    let stamps = cards.into_iter().map(|card| view! { <li>{linked(w, card)}</li> }).collect_view();
    view! { <ul class="stamps">{stamps}</ul> }.into_any()
}

fn native(name: &NativeName) -> AnyView {
    view! { " " <small lang=name.lang.to_string() dir="auto">{name.text.clone()}</small> }.into_any()
}

impl Face {
    /// The case's name in addresses: also what tells two drawings on one page apart.
    #[must_use]
    pub const fn slug(&self) -> &Slug {
        &self.slug
    }

    /// Where the case is: what stands around a postmark's edge.
    #[must_use]
    pub const fn country(&self) -> Country {
        self.country
    }
}
