//! `/staff/snapshots`: what we said on a day, as it was kept at its end.

use domain::{Slug, date::day, date::iso, totals::Totals};
use engine::{
    EngineError,
    counts::{CountedCase, Question},
};
use leptos::prelude::*;

use crate::{
    parts::{
        count::{self, Row},
        fields::{Ties, menu},
        visit::{Room, Sheet, Trouble, Visit, query},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Snapshots() -> impl IntoView {
    let visit = Visit::of_this_request();
    let (campaign, on) = (query("campaign").unwrap_or_default(), query("on").unwrap_or_default());
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &campaign, &on).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, campaign: &str, on: &str) -> Result<Sheet, Trouble> {
    let (w, actor, engine) = (&visit.words, visit.signed_in()?, visit.engine()?);
    let asked = Question { campaign: campaign.parse::<Slug>().ok(), ..Question::default() };
    let choices = match engine.counts(actor, &asked).await {
        Err(EngineError::Invalid(_)) => engine.counts(actor, &Question::default()).await?,
        other => other?,
    };
    let said = match day(on) {
        Err(_) if on.is_empty() => None,
        Err(_) => Some(Err(())),
        Ok(day) => Some(match engine.totals_on(&choices.campaign.slug, day).await {
            Ok(totals) => Ok(totals),
            Err(EngineError::NotFound | EngineError::Invalid(_)) => Err(()),
            Err(other) => return Err(other.into()),
        }),
    };
    let campaigns = choices.choices.campaigns.iter().map(|c| (c.slug.to_string(), c.title.clone())).collect();
    let chosen = choices.campaign.slug.to_string();
    let answer = said.map(|said| match said {
        Ok(totals) => shown(w, &totals, &choices.choices.cases),
        Err(()) => view! { <p class="notice" role="status">{w.t("snapshots-none")}</p> }.into_any(),
    });
    let yesterday = engine.today().previous_day().map(iso);
    let body = view! {
        <div class="wrap counts">
            <h1>{w.t("snapshots-title")}</h1>
            <p class="lead">{w.t("snapshots-lead")}</p>
            <form class="sheet form" method="get" action="/staff/snapshots">
                <div class="filters">
                    <div class="field">
                        <label for="campaign">{w.t("counts-campaign")}</label>
                        {menu("campaign", campaigns, &chosen, Ties { described_by: None, invalid: None })}
                    </div>
                    <div class="field">
                        <label for="on">{w.t("snapshots-on")}</label>
                        <input id="on" name="on" type="date" value=on.to_owned() max=yesterday required/>
                    </div>
                    <button class="button second" type="submit">
                        {w.t("snapshots-look")}
                    </button>
                </div>
            </form>
            {answer}
            <p>
                <a href="/staff/counts">{w.t("snapshots-now")}</a>
            </p>
        </div>
    };
    let mut head = visit.head(&w.t("snapshots-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Counts))
}

fn shown(w: &Words, totals: &Totals, known: &[CountedCase]) -> AnyView {
    let still =
        |rows: Vec<Row>| -> Vec<Row> { rows.into_iter().map(|row| Row { live: String::new(), ..row }).collect() };
    let channels = [("online", totals.by_channel.online), ("reported", totals.by_channel.reported)]
        .map(|(channel, actions)| Row { name: w.of("channel", channel).into_any(), actions, live: String::new() });
    let cases = totals.by_case.iter().map(|case| {
        let name = known.iter().find(|known| known.slug == case.case).map_or(case.case.to_string(), |k| k.name.clone());
        Row { name: name.into_any(), actions: case.actions, live: String::new() }
    });
    let at = totals.as_of.get(..16).unwrap_or(&totals.as_of).replace('T', " ");
    view! {
        <p role="status">
            <strong class="num">{w.many("fact-actions", totals.actions)}</strong>
            " "
            <span class="label">{w.with("snapshots-kept", [("at", at.into())])}</span>
        </p>
        <div class="tables">
            <div class="sheet">
                {count::ledger(w, w.t("campaign-by-kind"), w.t("ledger-kind"), still(count::by_kind(w, &totals.by_kind)), totals.actions)}
            </div>
            <div class="sheet">
                {count::ledger(w, w.t("campaign-by-channel"), w.t("ledger-channel"), channels.into(), totals.actions)}
            </div>
            <div class="sheet">
                {count::ledger(w, w.t("campaign-by-case"), w.t("ledger-case"), cases.collect(), totals.actions)}
            </div>
        </div>
    }
    .into_any()
}
