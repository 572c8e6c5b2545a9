//! The JSON API, `/api/v1`.

mod actions;
mod asked;
mod body;
mod corrections;
mod error;
mod live;
mod openapi;
mod reports;
mod sections;
mod staff;
mod totals;

use axum::{
    Router,
    routing::{MethodRouter, get, post},
};

use super::Site;

/// An address, its methods, and what answers.
type Route = (&'static str, &'static [&'static str], MethodRouter<Site>);

/// Every address with its methods. What is not here is not there: a test holds `openapi.json` against it.
fn table() -> [Route; 10] {
    [
        ("/actions", &["post"], post(actions::record)),
        ("/reports", &["post"], post(reports::record)),
        ("/reports/preview", &["post"], post(reports::preview)),
        ("/sections/{section}/totals", &["post"], post(sections::record)),
        ("/corrections", &["get", "post"], get(corrections::list).post(corrections::correct)),
        ("/corrections/preview", &["post"], post(corrections::preview)),
        ("/corrections/{batch}/undo", &["post"], post(corrections::undo)),
        ("/campaigns/{slug}/totals", &["get"], get(totals::totals)),
        ("/campaigns/{slug}/live", &["get"], get(live::live)),
        ("/openapi.json", &["get"], get(openapi::openapi)),
    ]
}

/// All its routes.
pub fn routes() -> Router<Site> {
    let routes = table().into_iter().fold(Router::new(), |routes, (path, _, answers)| routes.route(path, answers));
    routes
        .fallback(async || error::ApiError::NotFound)
        .method_not_allowed_fallback(async || error::ApiError::WrongMethod)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_description_has_every_route_and_no_other() {
        let described: serde_json::Value = serde_json::from_str(openapi::DESCRIPTION).unwrap();
        let described: BTreeSet<(String, String)> = described["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(|m| (path.clone(), m.clone())))
            .collect();
        let routed: BTreeSet<(String, String)> = table()
            .iter()
            .flat_map(|(path, methods, _)| methods.iter().map(|method| ((*path).to_owned(), (*method).to_owned())))
            .collect();
        assert_eq!(described, routed);
    }

    #[test]
    fn every_refusal_that_is_pointed_to_is_described() {
        let text = openapi::DESCRIPTION;
        let described: serde_json::Value = serde_json::from_str(text).unwrap();
        for reference in text.split("\"$ref\": \"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(described.pointer(reference).is_some(), "{reference}");
        }
    }
}
