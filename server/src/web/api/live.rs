//! `GET /api/v1/campaigns/{slug}/live`: a campaign's totals as they grow, as server-sent events.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::{Path, State},
    response::sse::{Event, KeepAlive, Sse},
};
use domain::{Slug, totals::Totals};
use engine::Engine;
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{asked::Asked, error::ApiError};

/// Proxies close what is silent for a minute.
const STILL_HERE: Duration = Duration::from_secs(25);

/// What is watched of a campaign.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Watched {
    /// Only what was done for this case.
    case: Option<String>,
    /// `case`: what was done for each public case too.
    by: Option<String>,
}

/// Each event is what a page shows of the totals: all actions, online, reported, and the moment; of one case its actions
/// alone. What did not change is not told again.
///
/// # Errors
/// 404 or 503, as `ApiError` says.
pub async fn live(
    State(engine): State<Engine>,
    Path(slug): Path<String>,
    Asked(watched): Asked<Watched>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    let slug: Slug = slug.parse().map_err(|_| ApiError::NotFound)?;
    if let Some(case) = &watched.case {
        let case: Slug = case.parse().map_err(|_| ApiError::NotFound)?;
        engine.case_page(&case).await?;
    }
    let watcher = engine.watch_totals(&slug).await?;
    let events = stream::unfold((watcher, watched, String::new()), |(mut watcher, watched, told)| async move {
        loop {
            let totals = watcher.next().await?;
            let shown = shown(&totals, &watched).to_string();
            // the moment alone is no news
            let news = without_moment(&shown);
            if news != told {
                return Some((Ok(Event::default().data(&shown)), (watcher, watched, news)));
            }
        }
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(STILL_HERE)))
}

fn shown(totals: &Totals, watched: &Watched) -> Value {
    if let Some(case) = &watched.case {
        let of = totals.by_case.iter().find(|total| total.case.as_str() == case);
        return json!({
            "actions": of.map_or(0, |of| of.actions),
            "by_kind": of.map(|of| of.by_kind.clone()).unwrap_or_default(),
            "as_of": totals.as_of,
        });
    }
    let mut shown = json!({
        "actions": totals.actions,
        "online": totals.by_channel.online,
        "reported": totals.by_channel.reported,
        "by_kind": totals.by_kind,
        "as_of": totals.as_of,
    });
    if watched.by.as_deref() == Some("case") {
        let by_case: Map<String, Value> =
            totals.by_case.iter().map(|total| (total.case.to_string(), total.actions.into())).collect();
        shown["by_case"] = by_case.into();
    }
    shown
}

fn without_moment(shown: &str) -> String {
    let end = shown.find("\"as_of\"").unwrap_or(shown.len());
    let rest = shown[end..].split_once(',').map_or("", |(_, rest)| rest);
    format!("{}{rest}", &shown[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals() -> Totals {
        serde_json::from_value(json!({
            "campaign": "w4r", "as_of": "2026-12-10T08:00:00Z", "actions": 12, "by_kind": {"letter": 12},
            "by_case": [{"case": "rita", "actions": 9, "by_kind": {"letter": 9}}], "by_country": [],
            "by_channel": {"online": 12, "reported": 0},
        }))
        .unwrap()
    }

    #[test]
    fn a_page_hears_what_it_shows() {
        let of = |case: Option<&str>, by: Option<&str>| {
            shown(&totals(), &Watched { case: case.map(str::to_owned), by: by.map(str::to_owned) })
        };
        assert_eq!(of(None, None)["by_case"], Value::Null);
        assert_eq!(of(None, Some("case"))["by_case"], json!({"rita": 9}));
        assert_eq!(of(Some("rita"), None)["actions"], json!(9));
        assert_eq!(of(Some("ben"), None)["actions"], json!(0), "nothing was done for him yet");
    }

    #[test]
    fn the_moment_alone_is_no_news() {
        let later = Totals { as_of: "2026-12-10T09:00:00Z".into(), ..totals() };
        let more = Totals { actions: 13, ..later.clone() };
        let told = |totals: &Totals| without_moment(&shown(totals, &Watched::default()).to_string());
        assert_eq!(told(&totals()), told(&later));
        assert_ne!(told(&later), told(&more));
    }
}
