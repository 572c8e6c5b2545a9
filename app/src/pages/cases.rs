//! `/cases`: every public case as a stamp, those that wait for a letter first.

pub mod case;
pub mod posted;
pub mod write;

use engine::cases::CaseCard;
use leptos::prelude::*;

use crate::{
    parts::{
        stamp,
        visit::{Room, Sheet, Trouble, Visit},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Cases() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let cases = visit.engine()?.cases().await?;
    let (waiting, others): (Vec<&CaseCard>, Vec<&CaseCard>) = cases.iter().partition(|card| card.takes_letters);
    let (met, resting): (Vec<&CaseCard>, Vec<&CaseCard>) = others.into_iter().partition(|card| card.met.is_some());
    let body = view! {
        <div class="wrap">
            <h1 class="page-title">{w.t("cases-title")}</h1>
            {group(w, "waiting", w.many("cases-waiting", many(&waiting)), &waiting)}
            {group(w, "resting", w.many("cases-resting", many(&resting)), &resting)}
            {group(w, "met", w.many("cases-met", many(&met)), &met)}
        </div>
    };
    let head = visit.head(&w.t("cases-title")).describe(w.t("cases-description"));
    Ok(Sheet::new(head, body).within(Room::Cases))
}

/// A heading with its stamps; nothing at all where there are none.
fn group(w: &Words, id: &'static str, title: String, cards: &[&CaseCard]) -> AnyView {
    if cards.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby=id>
            <div class="head">
                <h2 id=id>{title}</h2>
            </div>
            {stamp::sheet(w, cards.iter().copied())}
        </section>
    }
    .into_any()
}

fn many(cards: &[&CaseCard]) -> i64 {
    i64::try_from(cards.len()).unwrap_or(0)
}
