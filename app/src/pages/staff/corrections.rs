//! `/staff/corrections`: what was counted is taken back, after a look at how much that is, and can be put back.

mod choose;
mod made;

use domain::ledger::Reason;
use engine::{
    EngineError,
    corrections::{BusySender, Chosen, CorrectionPreview},
};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, Refusal, staff::CorrectAttempt},
    parts::{
        fields::{Problems, Ties, field, menu, typed},
        visit::{Room, Sheet, Trouble, Visit, query},
    },
    shell::StatusCode,
    words::Words,
};

/// How many corrections stand on the page.
const MOST: u64 = 100;

/// The reasons that staff can give; the others are the engine's own.
const REASONS: [Reason; 5] = [Reason::CountedTwice, Reason::Mistake, Reason::Test, Reason::NotGenuine, Reason::Asked];

/// The page.
#[component]
pub fn Corrections() -> impl IntoView {
    let visit = Visit::of_this_request();
    let attempt = use_context::<CorrectAttempt>();
    let (done, undone) = (query("done"), query("undone"));
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let news = if done.is_some() { Some("done") } else { undone.map(|_| "undone") };
        let sheet = load(&visit, attempt, news).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, attempt: Option<CorrectAttempt>, news: Option<&str>) -> Result<Sheet, Trouble> {
    let (w, actor, engine) = (&visit.words, visit.signed_in()?, visit.engine()?);
    let asked = attempt.as_ref().map_or(visit.query(), |attempt| attempt.chosen.as_str());
    let mut wrong = attempt.as_ref().map(|attempt| attempt.errors.clone()).unwrap_or_default();
    let chosen = Chosen::read(asked).unwrap_or_else(|errors| {
        wrong.extend(errors);
        None
    });
    let preview = match &chosen {
        Some(chosen) => match engine.preview_correction(actor, chosen).await {
            Ok(preview) => Some((chosen, preview)),
            Err(EngineError::Invalid(errors)) => {
                wrong.extend(errors);
                None
            }
            Err(other) => return Err(other.into()),
        },
        None => None,
    };
    if !wrong.is_empty() {
        visit.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let problems = (!wrong.is_empty()).then_some(Attempt { form: (), refusal: Refusal::Fields(wrong) });
    let problems = Problems::of(problems.as_ref());
    let made = engine.corrections(actor, 0, MOST).await?;
    let busy = engine.busy_senders(actor).await?;
    // what could not be looked at may name a campaign that is not there: then the current one's choices are offered
    let looked_at = preview.as_ref().map(|(chosen, _)| *chosen);
    let choices = engine.counts(actor, &choose::question(looked_at)).await?;
    let news = news.map(|news| view! { <p class="notice open" role="status">{w.of("corrected", news)}</p> });
    let body = view! {
        <div class="wrap counts">
            <h1>{w.t("corrections-title")}</h1>
            <p class="lead">{w.t("corrections-lead")}</p>
            {news}
            {problems.summary(w, &choose::labels(w))}
            {preview.map(|(chosen, preview)| confirm(w, &problems, chosen, preview, attempt.as_ref()))}
            {choose::forms(w, &choices, chosen.as_ref())}
            {busy_ones(w, &busy)}
            {made::list(w, &made)}
        </div>
    };
    let mut head = visit.head(&w.t("corrections-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Corrections))
}

/// How much it is, and the form that does it.
fn confirm(
    w: &Words,
    problems: &Problems,
    chosen: &Chosen,
    preview: CorrectionPreview,
    attempt: Option<&CorrectAttempt>,
) -> AnyView {
    let entries = w.many("corrections-entries", i64::try_from(preview.entries).unwrap_or(i64::MAX));
    let actions = w.many("fact-actions", preview.actions);
    let said = |actions: String| [("entries", entries.as_str().into()), ("actions", actions.into())];
    // a number that was too small is put right by adding
    let (would, act) = if preview.actions < 0 {
        let more = w.many("fact-actions", -preview.actions);
        let act = w.with("corrections-do-add", [("actions", more.as_str().into())]);
        (w.with("corrections-would-add", said(more)), act)
    } else {
        let act = w.with("corrections-do", [("actions", actions.as_str().into())]);
        (w.with("corrections-would", said(actions)), act)
    };
    if preview.entries == 0 {
        return view! { <p class="notice">{w.t("corrections-nothing")}</p> }.into_any();
    }
    let reasons = REASONS.iter().map(|reason| (reason.to_string(), w.of("reason", reason))).collect();
    let given = attempt.map_or(String::new(), |attempt| attempt.reason.clone());
    let remark = attempt.map_or(String::new(), |attempt| attempt.remark.clone());
    let text = move |ties: Ties| {
        view! {
            <textarea
                id="remark"
                name="remark"
                rows="2"
                maxlength="500"
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            >
                {typed(&remark)}
            </textarea>
        }
        .into_any()
    };
    view! {
        <form class="sheet form" method="post" action="/staff/corrections" id="confirm">
            <h2>{would}</h2>
            <input type="hidden" name="chosen" value=chosen.written()/>
            <input type="hidden" name="expected" value=preview.actions.to_string()/>
            {field(w, problems, "reason", w.t("corrections-reason"), None, |ties| menu("reason", reasons, &given, ties))}
            {field(w, problems, "remark", w.t("corrections-remark"), Some(w.t("corrections-remark-help")), text)}
            <button class="button" type="submit">
                {act}
            </button>
        </form>
    }
    .into_any()
}

/// Who sent very much on one day, each with the way to all of it. It may be a school.
fn busy_ones(w: &Words, busy: &[BusySender]) -> Option<AnyView> {
    let row = |one: &BusySender| {
        let rule = format!("campaign={}&same_sender_as={}", one.campaign, one.same_sender_as);
        let minute = |at: time::OffsetDateTime| format!("{:02}:{:02}", at.hour(), at.minute());
        let span = w.with("corrections-busy-span", [("from", minute(one.from).into()), ("to", minute(one.to).into())]);
        view! {
            <tr>
                <th scope="row">{w.day(one.from.date())} " " <small>{span}</small></th>
                <td>{one.campaign.to_string()}</td>
                <td class="n">{w.number(one.entries)}</td>
                <td>
                    <a href=format!("/staff/corrections?{rule}")>{w.t("corrections-look")}</a>
                </td>
            </tr>
        }
    };
    (!busy.is_empty()).then(|| {
        view! {
            <section aria-labelledby="busy">
                <div class="head">
                    <h2 id="busy">{w.t("corrections-busy")}</h2>
                </div>
                <p>{w.t("corrections-busy-lead")}</p>
                <div class="sheet scroll tab" tabindex="0" role="group" aria-labelledby="busy">
                    <table class="ledger">
                        <thead>
                            <tr>
                                <th scope="col">{w.t("corrections-at")}</th>
                                <th scope="col">{w.t("counts-campaign")}</th>
                                <th scope="col" class="n">{w.t("corrections-how-many")}</th>
                                <th scope="col">{w.t("corrections-busy-all")}</th>
                            </tr>
                        </thead>
                        <tbody>{busy.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        }
        .into_any()
    })
}
