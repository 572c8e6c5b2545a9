//! The frame of every page: `<html>` with its head, and the four parts of its body.
//!
//! # How a page is written
//!
//! Everything a page shows is loaded before its first byte leaves, because its title, its status and its headers depend
//! on it. So a page is one `Suspend` around the whole [`Shell`], and its route is `SsrMode::Async`:
//!
//! ```text
//! #[component]
//! pub fn CasePage() -> impl IntoView {
//!     // Before the first `.await`: parameters, handles and contexts. Afterwards the request may be gone.
//!     let slug = param("slug");
//!     let answer = Answer::of_this_request();
//!     let engine = use_context::<Engine>();
//!     Suspend::new(async move {
//!         let Some(case) = load(engine, slug).await else {
//!             answer.status(StatusCode::NOT_FOUND);
//!             return not_found().into_any();
//!         };
//!         let head = Head::new("en", case.name.clone());
//!         view! { <Shell head islands=true><h1>{case.name}</h1></Shell> }.into_any()
//!     })
//! }
//! ```
//!
//! Both arms end in `.into_any()`. Nothing needs `<Suspense>`: in async mode the server waits for a bare `Suspend`.
//! A page on which an island stands says `islands=true`; any other page loads HTML, CSS and nothing else.

mod answer;
mod assets;

pub use answer::{Answer, HeaderName, HeaderValue, StatusCode};
pub use assets::{Assets, AssetsError};

use leptos::prelude::*;

/// What a page says about itself in its head.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The page's language, as in `lang`.
    pub lang: String,
    /// What a search result and a shared link show under the title.
    pub description: Option<String>,
    /// The title, without the site's name.
    pub title: String,
    /// Ask search engines not to list this page.
    pub unlisted: bool,
}

impl Head {
    /// A page with a language and a title.
    pub fn new(lang: impl Into<String>, title: impl Into<String>) -> Self {
        Self { lang: lang.into(), title: title.into(), ..Self::default() }
    }

    /// Adds the description.
    #[must_use]
    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The writing direction that goes with the language.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        // By primary language: those of our pages' languages that are written from right to left.
        match self.lang.split('-').next().unwrap_or_default() {
            "ar" | "fa" | "he" | "ps" | "ug" | "ur" | "yi" => "rtl",
            _ => "ltr",
        }
    }
}

/// The whole answer to a request for a page: what the server hands to Leptos.
pub fn document() -> impl IntoView {
    // Leptos' own hydration scripts would do this first: only islands are woken, so the rest of the page carries no
    // hydration markers.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    view! {
        <!DOCTYPE html>
        <crate::pages::Site/>
    }
}

/// A page: `<html>` around a skip link, the header, the page's own content in `<main>`, and the footer.
#[component]
pub fn Shell(
    /// The page's language, title and description.
    head: Head,
    /// Whether an island stands on the page; only then are the scripts loaded.
    #[prop(optional)]
    islands: bool,
    /// Further elements of the head: feeds, other languages, the preview picture.
    #[prop(optional, into)]
    more_head: ViewFn,
    /// The words of the link that jumps to the content.
    #[prop(optional, into)]
    skip: Option<String>,
    /// What stands inside `<header>`.
    #[prop(optional, into)]
    header: ViewFn,
    /// What stands inside `<footer>`.
    #[prop(optional, into)]
    footer: ViewFn,
    children: Children,
) -> impl IntoView {
    let assets = use_context::<Assets>().unwrap_or_default();
    let skip = skip.unwrap_or_else(|| "Skip to content".to_owned());
    let (lang, dir) = (head.lang.clone(), head.dir());
    view! {
        <html lang=lang dir=dir>
            <head>
                {head_tags(&head, &assets)} {more_head.run()}
                {islands.then(|| view! { <script type="module" src=assets.url("boot.js")></script> })}
            </head>
            <body>
                <a class="skip" href="#content">
                    {skip}
                </a>
                <header>{header.run()}</header>
                <main id="content" tabindex="-1">
                    {children()}
                </main>
                <footer>{footer.run()}</footer>
            </body>
        </html>
    }
}

fn head_tags(head: &Head, assets: &Assets) -> impl IntoView + use<> {
    view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{head.title.clone()}</title>
        {head.description.clone().map(|text| view! { <meta name="description" content=text/> })}
        {head.unlisted.then(|| view! { <meta name="robots" content="noindex"/> })}
        <link rel="stylesheet" href=assets.url("style.css")/>
        <link rel="icon" type="image/svg+xml" href=assets.url("favicon.svg")/>
    }
}
