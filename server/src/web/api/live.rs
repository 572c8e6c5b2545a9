//! `GET /api/v1/campaigns/{slug}/live`: a campaign's totals as they grow, as server-sent events.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::{Path, State},
    response::sse::{Event, KeepAlive, Sse},
};
use domain::Slug;
use engine::Engine;
use futures_util::{Stream, stream};
use serde_json::json;

use super::error::ApiError;

/// Proxies close what is silent for a minute.
const STILL_HERE: Duration = Duration::from_secs(25);

/// Each event is what a page shows of the totals: all actions, online, reported, and the moment.
///
/// # Errors
/// 404 or 503, as `ApiError` says.
pub async fn live(
    State(engine): State<Engine>,
    Path(slug): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    let slug: Slug = slug.parse().map_err(|_| ApiError::NotFound)?;
    let watcher = engine.watch_totals(&slug).await?;
    let events = stream::unfold(watcher, |mut watcher| async move {
        let totals = watcher.next().await?;
        let shown = json!({
            "actions": totals.actions,
            "online": totals.by_channel.online,
            "reported": totals.by_channel.reported,
            "by_kind": totals.by_kind,
            "as_of": totals.as_of,
        });
        Some((Ok(Event::default().data(shown.to_string())), watcher))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(STILL_HERE)))
}
