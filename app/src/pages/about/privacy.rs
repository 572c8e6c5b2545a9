//! `/about/privacy`: what happens with what you type.

use domain::bundle::Manifest;
use leptos::prelude::*;

use crate::{
    parts::visit::{Room, Sheet, Trouble, Visit},
    words::Words,
};

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let demonstration = visit.engine()?.demonstration().await?;
    let head = visit.head(&w.t("privacy-title")).describe(w.t("privacy-description"));
    let body = view! {
        <div class="wrap page">
            <h1>{w.t("privacy-title")}</h1>
            <p class="lead">{w.t("privacy-lead")}</p>
            <h2>{w.t("privacy-letter")}</h2>
            <p>{w.t("privacy-letter-browser")}</p>
            <p>{w.t("privacy-letter-server")}</p>
            <p>{w.t("privacy-letter-device")}</p>
            <h2>{w.t("privacy-count")}</h2>
            <p>{w.t("privacy-count-kept")}</p>
            <p>{w.t("privacy-count-reference")}</p>
            <h2>{w.t("privacy-groups")}</h2>
            <p>{w.t("privacy-groups-kept")}</p>
            <p>{w.t("privacy-groups-list")}</p>
            <h2>{w.t("privacy-machine")}</h2>
            <p>{w.t("privacy-machine-address")} " " {w.t("privacy-machine-sender")}</p>
            <p>{w.t("privacy-machine-cookies")}</p>
            <h2>{w.t("privacy-staff")}</h2>
            <p>{w.t("privacy-staff-kept")}</p>
            {demonstration.as_ref().map(|manifest| notice(w, manifest))}
        </div>
    };
    Ok(Sheet::new(head, body).within(Room::Other))
}

fn notice(w: &Words, manifest: &Manifest) -> AnyView {
    view! {
        <h2 id="demonstration">{w.t("privacy-demonstration")}</h2>
        <p>
            <strong>{manifest.title.clone()}</strong>
        </p>
        <p>{manifest.notice.clone()}</p>
    }
    .into_any()
}
