//! The JSON API over HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, today};
use serde_json::{Value, json};

fn action() -> Value {
    json!({
        "id": "01935a2e-7c00-7abc-8def-0123456789ab", "campaign": "open-cases", "case": "rita-karasartova",
        "kind": "letter", "quantity": 2, "country": "DE", "occurred_on": today(),
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut action = action();
    action[field] = value;
    action
}

#[tokio::test]
async fn an_action_is_201_its_repeat_200_and_another_under_its_id_409() {
    let site = Site::start();
    let (status, receipt) = site.post_json("/api/v1/actions", &action()).await;
    assert_eq!(status, 201, "{receipt}");
    assert_eq!((&receipt["case"], &receipt["quantity"]), (&json!("rita-karasartova"), &json!(2)));
    let (status, repeat) = site.post_json("/api/v1/actions", &action()).await;
    assert_eq!((status, &repeat), (200, &receipt), "the first one's receipt");
    let (status, conflict) = site.post_json("/api/v1/actions", &with("quantity", json!(3))).await;
    assert_eq!((status, &conflict["error"]), (409, &json!("conflict")));

    let (_, totals) = site.get("/api/v1/campaigns/open-cases/totals").await;
    let totals: Value = serde_json::from_str(&totals).unwrap();
    assert_eq!((&totals["campaign"], &totals["actions"]), (&json!("open-cases"), &json!(2)));
    assert_eq!(totals["by_kind"], json!({"letter": 2}));
    assert_eq!(totals["by_case"], json!([{"case": "rita-karasartova", "actions": 2, "by_kind": {"letter": 2}}]));
    assert_eq!(totals["by_country"], json!([{"country": "DE", "actions": 2}]));
    assert_eq!(totals["by_channel"], json!({"online": 2, "reported": 0}));
    assert!(totals["as_of"].as_str().unwrap().ends_with('Z'));

    let reference = receipt["reference"].as_str().unwrap();
    assert_eq!(site.get(&format!("/receipts/{reference}")).await.0, 200);
}

#[tokio::test]
async fn a_refusal_names_field_rule_and_remedy() {
    let site = Site::start();
    for (bad, field, rule) in [
        (with("quantity", json!(0)), "quantity", "one-to-ten-thousand"),
        (with("quantity", json!("2")), "quantity", "format"),
        (with("kind", json!("fax")), "kind", "unknown-word"),
        (with("country", json!("Germany")), "country", "country-code"),
        (with("occurred_on", json!("2999-01-01")), "occurred_on", "not-in-the-future"),
        (with("id", json!("4f1c2d3e-0000-4000-8000-000000000000")), "id", "not-uuid7"),
        (with("id", json!("one")), "id", "not-uuid7"),
        (with("id", json!("ffffffff-ffff-7fff-bfff-ffffffffffff")), "id", "id-ahead-of-time"),
        (with("foo", json!(1)), "foo", "unknown-field"),
        (with("case", json!("nobody")), "case", "unknown-case"),
        (with("campaign", json!("nothing")), "campaign", "unknown-campaign"),
    ] {
        let (status, answer) = site.post_json("/api/v1/actions", &bad).await;
        assert_eq!(status, 422, "{bad}");
        let named = answer["fields"].as_array().unwrap().iter().any(|f| f["field"] == field && f["rule"] == rule);
        assert!(named, "{field} {rule}: {answer}");
        assert!(answer["fields"][0]["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()));
    }
    let (status, answer) = site.post_json("/api/v1/actions", &json!("not an action")).await;
    assert_eq!((status, &answer["error"]), (400, &json!("not-json")));
    assert_eq!(site.get("/api/v1/campaigns/nothing/totals").await.0, 404);
    let (_, totals) = site.get("/api/v1/campaigns/open-cases/totals").await;
    assert!(totals.contains("\"actions\":0"), "nothing was counted: {totals}");
}

#[tokio::test]
async fn a_built_file_is_kept_for_ever_and_a_missing_one_is_not() {
    let site = Site::start();
    let get = |path: &str| site.client.get(format!("{}{path}", site.base)).send();
    let there = get("/pkg/manifest.json").await.unwrap();
    assert!(there.headers()["cache-control"].to_str().unwrap().contains("immutable"));
    let missing = get("/pkg/app-0000.js").await.unwrap();
    assert_eq!((missing.status().as_u16(), missing.headers().get("cache-control")), (404, None));
}

#[tokio::test]
async fn another_site_cannot_post_in_somebodys_name() {
    let site = Site::start();
    let post = |origin: &'static str| {
        let request = site.client.post(format!("{}/api/v1/actions", site.base)).header("origin", origin);
        request.header("sec-fetch-site", "cross-site").json(&action()).send()
    };
    assert_eq!(post("https://elsewhere.example").await.unwrap().status(), 403);
    assert_eq!(site.get("/health/live").await, (200, "live".to_owned()));
    assert_eq!(site.get("/health/ready").await.0, 200);
}
