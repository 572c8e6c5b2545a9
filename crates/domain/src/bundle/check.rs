//! What has to hold between the records of a bundle.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bundle, BundleError};
use crate::{Slug, campaign::Campaign, case::Case, source::Source, target::Target};

/// The first thing that does not hold; its line is found by the caller, who has the text.
pub fn first_problem(bundle: &Bundle) -> Option<BundleError> {
    let known = Known {
        sources: bundle.sources.iter().map(|s| s.id.as_str()).collect(),
        targets: bundle.targets.iter().map(|t| &t.slug).collect(),
        cases: bundle.cases.iter().map(|c| &c.slug).collect(),
        demonstration: bundle.manifest.demonstration,
    };
    one_meaning_an_id(&bundle.sources)
        .or_else(|| bundle.targets.iter().find_map(|t| target(t, &known)))
        .or_else(|| bundle.cases.iter().find_map(|c| case(c, &known)))
        .or_else(|| bundle.campaigns.iter().find_map(|c| campaign(c, &known)))
}

struct Known<'a> {
    sources: BTreeSet<&'a str>,
    targets: BTreeSet<&'a Slug>,
    cases: BTreeSet<&'a Slug>,
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

fn listed(field: impl Into<String>, ids: &[String]) -> impl Iterator<Item = (String, &str)> {
    let field = field.into();
    ids.iter().enumerate().map(move |(at, id)| (format!("{field}[{at}]"), id.as_str()))
}

fn target(target: &Target, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("targets/{}.toml", target.slug);
    if target.office.trim().is_empty() {
        return Some(problem(file, "office".to_owned(), "is empty: without an office there is no target"));
    }
    unknown_source(&file, known, listed("sources", &target.sources))
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

fn campaign(campaign: &Campaign, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("campaigns/{}.toml", campaign.slug);
    if let Some((field, what)) = campaign.contradictions().into_iter().next() {
        return Some(problem(file, field, what));
    }
    if let Some((at, slug)) = campaign.cases.iter().enumerate().find(|(_, slug)| !known.cases.contains(slug)) {
        return Some(problem(file, format!("cases[{at}]"), format!("no case has the slug {slug}")));
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
