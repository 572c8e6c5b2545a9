//! The two forms that choose what to correct: a receipt, or a rule. Both are sent as an address and do nothing yet.

use domain::{action::Kind, correction::Selection, date::iso};
use engine::{
    corrections::Chosen,
    counts::{Counts, Question},
};
use leptos::prelude::*;
use time::OffsetDateTime;

use crate::{
    pages::staff::counts::filters,
    parts::fields::{Ties, menu},
    words::Words,
};

/// The question whose choices the form of the rule offers.
pub fn question(chosen: Option<&Chosen>) -> Question {
    let campaign = chosen.and_then(|chosen| match chosen {
        Chosen::Rule(rule) => Some(rule.campaign.clone()),
        Chosen::Receipt(_) | Chosen::Number { .. } => None,
    });
    Question { campaign, ..Question::default() }
}

/// The fields with their words, for the summary of what is wrong.
pub fn labels(w: &Words) -> [(&'static str, String); 17] {
    [
        ("receipt", w.t("corrections-receipt")),
        ("campaign", w.t("counts-campaign")),
        ("case", w.t("corrections-case")),
        ("kind", w.t("corrections-kind")),
        ("country", w.t("counts-from-country")),
        ("group", w.t("corrections-group")),
        ("channel", w.t("counts-channel")),
        ("done_from", w.t("corrections-done-from")),
        ("done_to", w.t("corrections-done-to")),
        ("counted_from", w.t("corrections-counted-from")),
        ("counted_to", w.t("corrections-counted-to")),
        ("at_least", w.t("corrections-at-least")),
        ("same_sender_as", w.t("corrections-same-sender")),
        ("burst_more_than", w.t("corrections-burst-more")),
        ("burst_minutes", w.t("corrections-burst-minutes")),
        ("to", w.t("corrections-to")),
        ("reason", w.t("corrections-reason")),
    ]
}

/// Both forms.
pub fn forms(w: &Words, counts: &Counts, chosen: Option<&Chosen>) -> AnyView {
    let (receipt, to, rule) = match chosen {
        Some(Chosen::Receipt(receipt)) => (receipt.clone(), String::new(), None),
        Some(Chosen::Number { receipt, to }) => (receipt.clone(), to.to_string(), None),
        Some(Chosen::Rule(rule)) => (String::new(), String::new(), Some(rule)),
        None => (String::new(), String::new(), None),
    };
    view! {
        <div class="two">
            <form class="sheet form" method="get" action="/staff/corrections">
                <h2>{w.t("corrections-one")}</h2>
                {text("receipt", "text", w.t("corrections-receipt"), receipt)}
                <p class="label">{w.t("corrections-receipt-help")}</p>
                {text("to", "number", w.t("corrections-to"), to)}
                <p class="label">{w.t("corrections-to-help")}</p>
                <button class="button second" type="submit">
                    {w.t("corrections-look")}
                </button>
            </form>
            {by_rule(w, counts, rule)}
        </div>
    }
    .into_any()
}

fn by_rule(w: &Words, counts: &Counts, rule: Option<&Selection>) -> AnyView {
    let any = || w.t("corrections-any");
    let first = |rest: Vec<(String, String)>| std::iter::once((String::new(), any())).chain(rest).collect::<Vec<_>>();
    let campaigns = counts.choices.campaigns.iter().map(|c| (c.slug.to_string(), c.title.clone())).collect();
    let cases = counts.choices.cases.iter().map(|case| (case.slug.to_string(), case.name.clone())).collect();
    let kinds = Kind::ALL.iter().map(|kind| (kind.to_string(), w.of("kind", kind))).collect();
    let countries = counts.choices.countries.iter().map(|c| (c.code().to_owned(), filters::name(w, *c))).collect();
    let channels = ["online", "reported"].map(|channel| (channel.to_owned(), w.of("channel", channel))).into();
    let said = |of: fn(&Selection) -> Option<String>| rule.and_then(of).unwrap_or_default();
    view! {
        <form class="sheet form" method="get" action="/staff/corrections">
            <h2>{w.t("corrections-many")}</h2>
            <div class="filters">
                {choice("campaign", w.t("counts-campaign"), campaigns, counts.campaign.slug.to_string())}
                {choice("case", w.t("corrections-case"), first(cases), said(|r| Some(r.case.as_ref()?.to_string())))}
                {choice("kind", w.t("corrections-kind"), first(kinds), said(|r| Some(r.kind?.to_string())))}
                {choice("country", w.t("counts-from-country"), first(countries), said(|r| Some(r.country?.to_string())))}
                {choice("channel", w.t("counts-channel"), first(channels), said(|r| Some(r.channel?.to_string())))}
                {text("group", "text", w.t("corrections-group"), said(|r| Some(r.group.as_ref()?.to_string())))}
                {text("done_from", "date", w.t("corrections-done-from"), said(|r| r.done_from.map(iso)))}
                {text("done_to", "date", w.t("corrections-done-to"), said(|r| r.done_to.map(iso)))}
                {text("counted_from", "datetime-local", w.t("corrections-counted-from"), said(|r| r.counted_from.map(moment)))}
                {text("counted_to", "datetime-local", w.t("corrections-counted-to"), said(|r| r.counted_to.map(moment)))}
                {text("at_least", "number", w.t("corrections-at-least"), said(|r| Some(r.at_least?.to_string())))}
                {text("same_sender_as", "text", w.t("corrections-same-sender"), said(|r| r.same_sender_as.clone()))}
                {text("burst_more_than", "number", w.t("corrections-burst-more"), said(|r| Some(r.burst?.more_than.to_string())))}
                {text("burst_minutes", "number", w.t("corrections-burst-minutes"), said(|r| Some(r.burst?.minutes.to_string())))}
                <button class="button second" type="submit">
                    {w.t("corrections-look")}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn moment(at: OffsetDateTime) -> String {
    format!("{}T{:02}:{:02}", iso(at.date()), at.hour(), at.minute())
}

fn text(name: &'static str, kind: &'static str, label: String, value: String) -> AnyView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input id=name name=name type=kind value=value autocomplete="off"/>
        </div>
    }
    .into_any()
}

fn choice(name: &'static str, label: String, options: Vec<(String, String)>, chosen: String) -> AnyView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {menu(name, options, &chosen, Ties { described_by: None, invalid: None })}
        </div>
    }
    .into_any()
}
