//! Every page, in a file that mirrors its address.
//!
//! Temporary: two pages that prove the chain, until the real ones stand here.

use crate::{
    islands::{LetterMeter, MeterWords, PageCapacity},
    shell::{Answer, Head, Shell, StatusCode},
};
use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    hooks::use_params_map,
    path,
};

/// The table of pages.
#[component]
pub fn Site() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| ()>
                <Route path=path!("/") view=Home ssr=SsrMode::Async/>
                <Route path=path!("/cases/:slug/write") view=Write ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

#[component]
fn Home() -> impl IntoView {
    let head = Head::new("en", "Pillarbox");
    view! {
        <Shell head>
            <h1>"Pillarbox"</h1>
        </Shell>
    }
}

#[component]
fn Write() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let answer = Answer::of_this_request();
    Suspend::new(async move {
        let Some(name) = load(&slug).await else {
            answer.status(StatusCode::NOT_FOUND);
            let head = Head::new("en", "Not found");
            return view! { <Shell head><h1>"Not found"</h1></Shell> }.into_any();
        };
        let head = Head::new("en", format!("Write for {name}"));
        let words = MeterWords {
            empty: "One page holds about {lines} lines.".into(),
            fits: "{words} words, one page, about {lines} lines left.".into(),
            too_long: "{words} words, about {lines} lines too many for one page.".into(),
        };
        view! {
            <Shell head islands=true>
                <h1>"Write for " {name}</h1>
                <label for="text">"Your letter"</label>
                <textarea id="text" name="text" rows="12"></textarea>
                <LetterMeter textarea="text".into() capacity=PageCapacity { lines: 30, line_length: 80 } words/>
            </Shell>
        }
        .into_any()
    })
}

async fn load(slug: &str) -> Option<String> {
    // Not ready at once, as a database would not be.
    tokio::task::yield_now().await;
    (slug == "rita-karasartova").then(|| "Rita Karasartova".to_owned())
}
