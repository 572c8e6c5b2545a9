//! `/receipts/{reference}`: thanks, what was counted, and the next case. Also what a group's report was counted as.

mod report;

use domain::{date::iso, reference};
use engine::{EngineError, campaigns::CampaignPage, cases::CaseCard, receipts::Receipt as Counted};
use leptos::prelude::*;

use crate::{
    parts::{
        stamp,
        visit::{Sheet, Trouble, Visit, param},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Receipt() -> impl IntoView {
    let visit = Visit::of_this_request();
    let written = param("reference");
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &written).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, written: &str) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let receipt = match engine.receipt(written).await {
        Err(EngineError::NotFound) => return report::load(visit, written).await,
        other => other?,
    };
    let next = match &receipt.case {
        Some(case) => engine.next_case(&receipt.campaign, case).await?,
        None => None,
    };
    let campaign = engine.campaign_page(&receipt.campaign).await?;
    let body = view! {
        <div class="wrap receipt">
            <div>
                <h1>{w.t("receipt-title")}</h1>
                <p class="lead">{counted(w, &receipt)}</p>
                {corrected(w, &receipt)}
                {details(w, &receipt, &campaign)}
            </div>
            {next_case(w, next.as_ref())}
        </div>
    };
    let mut head = visit.head(&w.t("receipt-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body))
}

/// "Two letters for Rita Karasartova are counted." Without a name where the case is not public any more.
fn counted(w: &Words, receipt: &Counted) -> String {
    let what = w.of_with(
        "counted",
        receipt.kind,
        [("count", receipt.quantity.into()), ("shown", w.number(receipt.quantity.into()).into())],
    );
    match &receipt.case_name {
        Some(name) => w.with("receipt-counted", [("what", what.into()), ("name", name.as_str().into())]),
        None => w.with("receipt-counted-unnamed", [("what", what.into())]),
    }
}

/// What still counts of it, where that is something else than what was sent.
fn corrected(w: &Words, receipt: &Counted) -> Option<AnyView> {
    let changed = receipt.counts != i64::from(receipt.quantity);
    changed.then(|| view! { <p class="notice">{w.many("receipt-corrected", receipt.counts)}</p> }.into_any())
}

fn details(w: &Words, receipt: &Counted, page: &CampaignPage) -> AnyView {
    let campaign = &page.campaign;
    let total = w.many("fact-actions", page.totals.actions);
    view! {
        <dl class="facts">
            <div>
                <dt>{w.t("receipt-day")}</dt>
                <dd>
                    <time datetime=iso(receipt.occurred_on)>{w.day(receipt.occurred_on)}</time>
                </dd>
            </div>
            <div>
                <dt>{w.t("receipt-reference")}</dt>
                <dd>
                    <strong class="num">{reference::grouped(&receipt.reference)}</strong>
                    <span class="label">{w.t("receipt-reference-note")}</span>
                </dd>
            </div>
            <div>
                <dt>{w.t("receipt-total")}</dt>
                <dd>
                    <strong class="num">{total}</strong>
                    <a class="line" href=format!("/campaigns/{}", campaign.slug)>
                        {campaign.title.clone()}
                    </a>
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

fn next_case(w: &Words, next: Option<&CaseCard>) -> AnyView {
    let Some(card) = next else {
        return view! { <p><a href="/cases">{w.t("trouble-cases")}</a></p> }.into_any();
    };
    view! {
        <section aria-labelledby="next">
            <h2 id="next">{w.t("receipt-next")}</h2>
            <div class="next">
                {stamp::linked(w, card)} <div>
                    <p>{card.summary.clone()}</p>
                    <p>
                        <a href=format!("/cases/{}", card.slug)>
                            {w.with("receipt-next-link", [("name", card.name.as_str().into())])}
                        </a>
                    </p>
                </div>
            </div>
        </section>
    }
    .into_any()
}
