//! `/statements/{slug}`: what organisations ask of several governments together, and for whom.

use domain::statement::{CountryDemands, NamedPerson, Statement};
use engine::{cases::CaseCard, open_letters::JointLink};
use leptos::prelude::*;

use crate::{
    parts::{
        cite, figures, record, stamp,
        visit::{Room, Sheet, Trouble, Visit, param, slug},
    },
    words::Words,
};

/// The page.
#[component]
pub fn StatementPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    Suspend::new(async move {
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.statement_page(&slug(name)?).await?;
    let statement = &page.statement;
    let occasion =
        (!statement.occasion.is_empty()).then(|| view! { <p class="label">{statement.occasion.clone()}</p> });
    let countries = statement.countries.iter().map(|each| country(w, each)).collect_view();
    let body = view! {
        <article class="wrap joint">
            <header>
                <p class="label">{w.t("statement-kind")} ", " {cite::written(w, statement.date)}</p>
                <h1>{statement.title.clone()}</h1>
                {occasion}
                <p class="lead">{statement.summary.clone()}</p>
            </header>
            {demands(w, statement)}
            {organisations(w, statement)}
            {countries}
            {see_also(w, &page.cases, &page.open_letters)}
            {record::unsure(w, &statement.notes)}
            {record::sources(w, &page.sources, w.t("record-sources-joint"))}
        </article>
    };
    let head = visit.head(&statement.title).describe(statement.summary.clone());
    Ok(Sheet::new(head, body).within(Room::Outcomes))
}

fn list(texts: &[String]) -> AnyView {
    texts.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view().into_any()
}

fn demands(w: &Words, statement: &Statement) -> Option<AnyView> {
    (!statement.demands.is_empty()).then(|| {
        view! {
            <section class="ask sheet" aria-labelledby="ask">
                <h2 id="ask">{w.t("statement-demands")}</h2>
                <ol>{list(&statement.demands)}</ol>
            </section>
        }
        .into_any()
    })
}

fn organisations(w: &Words, statement: &Statement) -> AnyView {
    let count = i64::try_from(statement.organisations.len()).unwrap_or(0);
    view! {
        <section aria-labelledby="organisations">
            <h2 id="organisations">{w.many("statement-organisations", count)}</h2>
            <ol class="notes">{list(&statement.organisations)}</ol>
        </section>
    }
    .into_any()
}

fn country(w: &Words, each: &CountryDemands) -> AnyView {
    let id = format!("country-{}", each.country.code().to_lowercase());
    let to = (!each.addressee.is_empty())
        .then(|| view! { <p class="label">{w.with("statement-to", [("name", each.addressee.as_str().into())])}</p> });
    let heads = vec![w.t("person-name"), w.t("person-role"), w.t("person-asked")];
    let rows = each.people.iter().map(|person| row(w, person)).collect_view().into_any();
    let people = (!each.people.is_empty()).then(|| figures::table(id.clone(), heads, rows));
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{each.country.name(w.lang())}</h2>
            {to}
            <ul class="notes">{list(&each.demands)}</ul>
            {people}
        </section>
    }
    .into_any()
}

fn row(w: &Words, person: &NamedPerson) -> AnyView {
    let name = match &person.case {
        Some(case) => view! { <a href=format!("/cases/{case}")>{person.name.clone()}</a> }.into_any(),
        None => person.name.clone().into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{person.role.clone()}</td>
            <td>{w.of("asked", person.asked)} {figures::remark(&person.note)}</td>
        </tr>
    }
    .into_any()
}

fn see_also(w: &Words, cases: &[CaseCard], letters: &[JointLink]) -> Option<AnyView> {
    let links = letters.iter().map(|link| record::joint_link(w, "open-letters", link)).collect_view();
    let letters = (!letters.is_empty()).then(|| view! { <ul class="notes">{links}</ul> });
    (letters.is_some() || !cases.is_empty()).then(|| {
        view! {
            <section aria-labelledby="see-also">
                <h2 id="see-also">{w.t("statement-see-also")}</h2>
                {letters}
                {stamp::sheet(w, cases)}
            </section>
        }
        .into_any()
    })
}
