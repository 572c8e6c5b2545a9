//! `/packs`: what a group prints for a writing evening. The server answers with the file, or with this page again.

pub mod builder;
pub mod pack;

use domain::Slug;
use engine::packs::PackChoices;
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, PackForm},
    parts::{
        fields::Problems,
        visit::{Room, Sheet, Trouble, Visit, query},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Packs() -> impl IntoView {
    let visit = Visit::of_this_request();
    let wanted = query("campaign");
    let attempt = use_context::<Attempt<PackForm>>();
    Suspend::new(async move {
        let sheet = load(&visit, wanted, attempt).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, wanted: Option<String>, attempt: Option<Attempt<PackForm>>) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let wanted = attempt.as_ref().map(|attempt| attempt.form.campaign.clone()).or(wanted);
    let wanted = wanted.filter(|slug| !slug.is_empty()).map(|slug| slug.parse::<Slug>()).transpose();
    let wanted = wanted.map_err(|_| Trouble::NotFound)?;
    let choices = engine.pack_choices(wanted.as_ref()).await?;
    let content = match &choices {
        Some(choices) => {
            let problems = Problems::of(attempt.as_ref());
            let form = attempt.map_or_else(|| builder::blank(choices), |attempt| attempt.form);
            view! {
                {builder::form(w, choices, &form, &problems)}
                {others(w, choices)}
            }
            .into_any()
        }
        None => view! { <p class="lead">{w.t("packs-nowhere")}</p> }.into_any(),
    };
    let body = view! {
        <div class="wrap page pack">
            <h1>{w.t("packs-title")}</h1>
            <p class="lead">{w.t("packs-lead")}</p>
            {content}
        </div>
    };
    let head = visit.head(&w.t("packs-title")).describe(w.t("packs-description"));
    Ok(Sheet::new(head, body).within(Room::Groups))
}

fn others(w: &Words, choices: &PackChoices) -> Option<AnyView> {
    let link = |link: &engine::campaigns::CampaignLink| {
        view! {
            <li>
                <a href=format!("/packs?campaign={}", link.slug)>{link.title.clone()}</a>
            </li>
        }
    };
    (!choices.others.is_empty()).then(|| {
        let links = choices.others.iter().map(link).collect_view();
        view! {
            <h2>{w.t("packs-others")}</h2>
            <ul class="notes">{links}</ul>
        }
        .into_any()
    })
}
