//! `/staff/counts`: what was done, under filters that stand in the address.

mod chart;
pub(in crate::pages::staff) mod filters;
mod summary;
mod table;

use domain::field::FieldError;
use engine::{
    Engine, EngineError,
    counts::{Counts as Answer, Question},
};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, Refusal},
    parts::{
        fields::Problems,
        figures,
        visit::{Room, Sheet, Trouble, Visit},
    },
    shell::StatusCode,
    words::Words,
};

/// The page.
#[component]
pub fn Counts() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let (w, actor, engine) = (&visit.words, visit.signed_in()?, visit.engine()?);
    let asked = Question::read(visit.query());
    let answer = match asked {
        Ok(question) => engine.counts(actor, &question).await,
        Err(wrong) => Err(EngineError::Invalid(wrong)),
    };
    let body = match answer {
        Ok(counts) => {
            let people = engine.people(actor, &counts.campaign.slug).await?;
            whole(w, &counts, people, published(w, engine, &counts).await)
        }
        Err(EngineError::Invalid(wrong)) => {
            visit.status(StatusCode::UNPROCESSABLE_ENTITY);
            // with nothing narrowed, so that there is a form to ask again
            refused(w, wrong, &engine.counts(actor, &Question::default()).await?)
        }
        Err(other) => return Err(other.into()),
    };
    let mut head = visit.head(&w.t("counts-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Counts))
}

/// Figures that others published about a public campaign: beside the counts, never in them.
async fn published(w: &Words, engine: &Engine, counts: &Answer) -> Option<AnyView> {
    if counts.campaign.figures.is_empty() {
        return None;
    }
    let page = engine.campaign_page(&counts.campaign.slug).await.ok()?;
    Some(
        view! {
            <section aria-labelledby="figures">
                <div class="head">
                    <h2 id="figures">{w.t("campaign-figures")}</h2>
                </div>
                <p>{w.t("campaign-figures-note")}</p>
                {figures::ledger(w, "figures".to_owned(), &page.campaign.figures, &page.sources)}
            </section>
        }
        .into_any(),
    )
}

fn whole(w: &Words, counts: &Answer, people: i64, published: Option<AnyView>) -> AnyView {
    let people = (people > 0).then(|| view! { <p class="label">{w.many("counts-people", people)}</p> });
    view! {
        <div class="wrap counts">
            <div class="counts-head">
                <h1>{w.t("counts-title")}</h1>
                {filters::form(w, counts)}
            </div>
            {summary::figures(w, counts)}
            {people}
            {chart::days(w, counts)}
            {table::ledger(w, counts)}
            {table::ways_on(w, counts)}
            {published}
        </div>
    }
    .into_any()
}

fn refused(w: &Words, wrong: Vec<FieldError>, counts: &Answer) -> AnyView {
    let attempt = Attempt { form: (), refusal: Refusal::Fields(wrong) };
    view! {
        <div class="wrap counts">
            <h1>{w.t("counts-title")}</h1>
            {Problems::of(Some(&attempt)).summary(w, &filters::labels(w))}
            {filters::form(w, counts)}
        </div>
    }
    .into_any()
}

/// Where the same question leads with a part of it changed.
fn address(question: &Question) -> String {
    let query = question.written();
    if query.is_empty() { "/staff/counts".to_owned() } else { format!("/staff/counts?{query}") }
}
