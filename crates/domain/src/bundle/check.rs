//! What has to hold between the records of a bundle.

mod joint;

use std::collections::{BTreeMap, BTreeSet};

use super::{Bundle, BundleError};
use crate::{Slug, campaign::Campaign, case::Case, source::Source, target::Target};

/// The first thing that does not hold; its line is found by the caller, who has the text.
pub fn first_problem(bundle: &Bundle) -> Option<BundleError> {
    let known = Known {
        sources: bundle.sources.iter().map(|s| s.id.as_str()).collect(),
        targets: bundle.targets.iter().map(|t| &t.slug).collect(),
        cases: bundle.cases.iter().map(|c| &c.slug).collect(),
        open_letters: bundle.open_letters.iter().map(|l| &l.slug).collect(),
        demonstration: bundle.manifest.demonstration,
    };
    one_meaning_an_id(&bundle.sources)
        .or_else(|| bundle.targets.iter().find_map(|t| target(t, &known)))
        .or_else(|| bundle.cases.iter().find_map(|c| case(c, &known)))
        .or_else(|| bundle.campaigns.iter().find_map(|c| campaign(c, &known)))
        .or_else(|| bundle.open_letters.iter().find_map(|l| joint::open_letter(l, &known)))
        .or_else(|| bundle.statements.iter().find_map(|s| joint::statement(s, &known)))
}

struct Known<'a> {
    sources: BTreeSet<&'a str>,
    targets: BTreeSet<&'a Slug>,
    cases: BTreeSet<&'a Slug>,
    open_letters: BTreeSet<&'a Slug>,
    demonstration: bool,
}

fn problem(file: String, field: String, problem: impl Into<String>) -> BundleError {
    BundleError { file, line: 1, field, problem: problem.into() }
}

fn one_meaning_an_id(sources: &[Source]) -> Option<BundleError> {
    let mut first = BTreeMap::new();
    sources.iter().enumerate().find_map(|(at, source)| {
        let earlier = first.insert(source.id.as_str(), source)?;
        let what = if earlier == source { "stands twice" } else { "means two different sources" };
        Some(problem("sources.toml".to_owned(), format!("sources[{at}].id"), format!("the id {} {what}", source.id)))
    })
}

/// All citations of a record, each with the field it stands in.
fn unknown_source<'a>(
    file: &str,
    known: &Known<'_>,
    cited: impl Iterator<Item = (String, &'a str)>,
) -> Option<BundleError> {
    let mut cited = cited;
    cited
        .find(|(_, id)| !known.sources.contains(id))
        .map(|(field, id)| problem(file.to_owned(), field, format!("no source has the id {id}")))
}

/// The first entry that says the same as an earlier one, where only one can be meant.
fn repeated<K: Ord>(
    file: &str,
    entries: impl IntoIterator<Item = K>,
    name: impl Fn(usize, &K) -> (String, String),
) -> Option<BundleError> {
    let mut seen = BTreeSet::new();
    entries.into_iter().enumerate().find_map(|(at, key)| {
        let (field, what) = name(at, &key);
        (!seen.insert(key)).then(|| problem(file.to_owned(), field, what))
    })
}

fn listed(field: impl Into<String>, ids: &[String]) -> impl Iterator<Item = (String, &str)> {
    let field = field.into();
    ids.iter().enumerate().map(move |(at, id)| (format!("{field}[{at}]"), id.as_str()))
}

fn target(target: &Target, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("targets/{}.toml", target.slug);
    if target.office.trim().is_empty() {
        return Some(problem(file, "office".to_owned(), "is empty: without an office there is no target"));
    }
    let greetings = target.greetings.iter().map(|greeting| greeting.lang.as_str());
    repeated(&file, greetings, |at, lang| {
        (format!("greetings[{at}].lang"), format!("there are two greetings in {lang}"))
    })
    .or_else(|| unknown_source(&file, known, listed("sources", &target.sources)))
}

fn case(case: &Case, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("cases/{}.toml", case.slug);
    if let Some((field, what)) = case.contradictions(known.demonstration).into_iter().next() {
        return Some(problem(file, field, what));
    }
    let unknown_target = case.targets.iter().enumerate().find(|(_, t)| !known.targets.contains(&t.target));
    if let Some((at, target)) = unknown_target {
        let what = format!("no target has the slug {}", target.target);
        return Some(problem(file, format!("targets[{at}].target"), what));
    }
    if let Some(found) = whom_and_what(case, &file) {
        return Some(found);
    }
    let cited = listed("text_sources", &case.text_sources)
        .chain(std::iter::once(("standing.source".to_owned(), case.standing.source.as_str())))
        .chain(case.native_name.iter().map(|n| ("native_name.source".to_owned(), n.source.as_str())))
        .chain(case.solidarity.iter().flat_map(|s| listed("solidarity.sources", &s.sources)))
        .chain(case.events.iter().enumerate().flat_map(|(at, e)| listed(format!("events[{at}].sources"), &e.sources)))
        .chain(
            case.outcomes.iter().enumerate().flat_map(|(at, o)| listed(format!("outcomes[{at}].sources"), &o.sources)),
        );
    unknown_source(&file, known, cited)
}

/// Each target once, and one appeal for each target and language: a second one would never be shown.
fn whom_and_what(case: &Case, file: &str) -> Option<BundleError> {
    let own: BTreeSet<&Slug> = case.targets.iter().map(|t| &t.target).collect();
    let targets = case.targets.iter().map(|t| &t.target);
    let appeals = case.appeals.iter().map(|appeal| (&appeal.lang, appeal.target.as_ref()));
    repeated(file, targets, |at, slug| (format!("targets[{at}].target"), format!("{slug} stands twice")))
        .or_else(|| {
            let mut named = case.appeals.iter().enumerate().filter_map(|(at, a)| Some((at, a.target.as_ref()?)));
            let (at, slug) = named.find(|(_, slug)| !own.contains(slug))?;
            let what = format!("the case has no target {slug}");
            Some(problem(file.to_owned(), format!("appeals[{at}].target"), what))
        })
        .or_else(|| {
            repeated(file, appeals, |at, (lang, _)| {
                (format!("appeals[{at}].lang"), format!("there are two appeals in {lang} for the same target"))
            })
        })
}

fn campaign(campaign: &Campaign, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("campaigns/{}.toml", campaign.slug);
    if let Some((field, what)) = campaign.contradictions().into_iter().next() {
        return Some(problem(file, field, what));
    }
    if let Some((at, slug)) = campaign.cases.iter().enumerate().find(|(_, slug)| !known.cases.contains(slug)) {
        return Some(problem(file, format!("cases[{at}]"), format!("no case has the slug {slug}")));
    }
    if let Some(twice) =
        repeated(&file, &campaign.cases, |at, slug| (format!("cases[{at}]"), format!("{slug} stands twice")))
    {
        return Some(twice);
    }
    let cited = (campaign.figures.iter().enumerate())
        .flat_map(|(at, f)| listed(format!("figures[{at}].sources"), &f.sources))
        .chain(
            campaign
                .windows
                .iter()
                .enumerate()
                .flat_map(|(at, w)| listed(format!("windows[{at}].sources"), &w.sources)),
        )
        .chain(
            campaign.goals.iter().enumerate().flat_map(|(at, g)| listed(format!("goals[{at}].sources"), &g.sources)),
        );
    unknown_source(&file, known, cited)
}
