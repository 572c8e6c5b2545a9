//! Totals that are shared and watched, actions from a file, and the proof, with the real binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::process::Output;

use common::{Site, pillarbox, today};
use serde_json::{Value, json};

fn id(n: usize) -> String {
    format!("01935a2e-7c00-7abc-8def-{n:012}")
}

fn action(n: usize) -> Value {
    json!({
        "id": id(n), "campaign": "open-cases", "case": "rita-karasartova", "kind": "letter", "quantity": 1,
        "country": "DE", "occurred_on": today(),
    })
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test]
async fn totals_have_a_tag_that_holds_until_something_is_counted() {
    let site = Site::start();
    let address = format!("{}/api/v1/campaigns/open-cases/totals", site.base);
    let first = site.client.get(&address).send().await.unwrap();
    assert_eq!(first.headers()["cache-control"], "no-cache");
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    let ask = |tag: &str| site.client.get(&address).header("if-none-match", tag).send();
    assert_eq!(ask(&tag).await.unwrap().status(), 304);
    assert_eq!(site.post_json("/api/v1/actions", &action(1)).await.0, 201);
    let after = ask(&tag).await.unwrap();
    assert_eq!(after.status(), 200);
    assert_ne!(after.headers()["etag"].to_str().unwrap(), tag);
    let (status, refused) = site.get("/api/v1/campaigns/open-cases/totals?on=2999-01-01").await;
    assert_eq!(status, 422, "{refused}");
    assert_eq!(site.get("/api/v1/campaigns/open-cases/totals?on=yesterday").await.0, 422);
}

#[tokio::test]
async fn who_watches_a_campaign_is_told_and_the_server_still_stops() {
    let mut site = Site::start();
    let mut watching = site.client.get(format!("{}/api/v1/campaigns/open-cases/live", site.base)).send().await.unwrap();
    assert_eq!(watching.headers()["content-type"], "text/event-stream");
    let mut heard = String::new();
    let mut posted = false;
    while !heard.contains("\"actions\":1") {
        let more = tokio::time::timeout(std::time::Duration::from_secs(20), watching.chunk()).await.unwrap();
        heard.push_str(std::str::from_utf8(&more.unwrap().expect("the stream goes on")).unwrap());
        if heard.contains("\"actions\":0") && !posted {
            posted = true;
            assert_eq!(site.post_json("/api/v1/actions", &action(1)).await.0, 201);
        }
    }
    assert!(posted, "the first event comes at once: {heard}");
    assert_eq!(site.get("/api/v1/campaigns/nothing/live").await.0, 404);
    site.stop();
    while let Ok(Some(_)) = watching.chunk().await {}
}

#[tokio::test]
async fn the_description_names_every_route_and_the_fields_as_they_are() {
    let site = Site::start();
    let (status, text) = site.get("/api/v1/openapi.json").await;
    let described: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &described["openapi"]), (200, &json!("3.1.0")));
    for (path, methods) in described["paths"].as_object().unwrap() {
        let path = format!("/api/v1{}", path.replace("{slug}", "open-cases"));
        for method in methods.as_object().unwrap().keys() {
            let method_name = method.clone();
            let method = method.to_uppercase().parse().unwrap();
            let answer = site.client.request(method, format!("{}{path}", site.base)).send().await.unwrap();
            assert!(![404, 405].contains(&answer.status().as_u16()), "{path}: {}", answer.status());
            let said = methods[&method_name]["responses"].as_object().unwrap();
            assert!(said.contains_key(answer.status().as_str()), "{path} does not say {}", answer.status());
        }
    }
    let schemas = &described["components"]["schemas"];
    let fields = |name: &str| schemas[name]["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let whole: domain::action::NewAction =
        serde_json::from_value(json!({"id": id(1), "campaign": "a", "case": "b", "kind": "letter", "quantity": 1,
            "country": "DE", "occurred_on": today(), "group": "g"}))
        .unwrap();
    let sorted = |value: &Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort_unstable();
        keys
    };
    let described_sorted = |name: &str| {
        let mut keys = fields(name);
        keys.sort_unstable();
        keys
    };
    assert_eq!(sorted(&serde_json::to_value(&whole).unwrap()), described_sorted("NewAction"));
    let (_, receipt) = site.post_json("/api/v1/actions", &action(1)).await;
    assert_eq!(sorted(&receipt), described_sorted("Receipt"));
    let (_, totals) = site.get("/api/v1/campaigns/open-cases/totals").await;
    // people stand there only where a report says how many
    let mut described_totals = described_sorted("Totals");
    described_totals.retain(|name| name != "people");
    assert_eq!(sorted(&serde_json::from_str(&totals).unwrap()), described_totals);
    let kinds: Vec<&str> = domain::action::Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(schemas["Kind"]["enum"], json!(kinds));
}

#[tokio::test]
async fn actions_of_a_file_are_counted_once_and_a_changed_row_is_found() {
    let site = Site::start();
    let folder = site.folder.path();
    let run = |args: &[&str]| pillarbox(folder).args(args).output().unwrap();
    let head = "id,campaign,case,kind,quantity,country,occurred_on,group\n";
    let row = |n: usize, kind: &str| format!("{},open-cases,rita-karasartova,{kind},2,DE,{},\n", id(n), today());
    let good: String = (0..50).map(|n| row(n, "letter")).collect();
    std::fs::write(folder.join("bad.csv"), format!("{head}{good}{}", row(99, "fax"))).unwrap();
    let refused = run(&["import", "bad.csv"]);
    assert!(!refused.status.success());
    assert!(words(&refused).contains("line 52: kind: choose one of the words offered"), "{}", words(&refused));
    // the first row stands in it twice
    std::fs::write(folder.join("good.csv"), format!("{head}{good}{}", row(0, "letter"))).unwrap();
    let counted = run(&["import", "good.csv"]);
    assert!(words(&counted).contains("50 actions counted, 1 were counted before"), "{}", words(&counted));
    let again = run(&["import", "good.csv"]);
    assert!(words(&again).contains("0 actions counted, 51 were counted before"), "{}", words(&again));
    std::fs::write(folder.join("other.csv"), format!("{head}{}", row(0, "card"))).unwrap();
    assert!(words(&run(&["import", "other.csv"])).contains("with other fields"));
    let (_, totals) = site.get("/api/v1/campaigns/open-cases/totals").await;
    assert!(totals.contains("\"actions\":100,"), "{totals}");

    let sound = run(&["verify"]);
    assert!(sound.status.success() && words(&sound).contains("All of it is as it should be"), "{}", words(&sound));
    let file = folder.join("state/pillarbox.db");
    let db = storage::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(&db, "UPDATE action SET quantity = 200 WHERE quantity = 2")
        .await
        .unwrap();
    let changed = run(&["verify"]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(words(&changed).contains("a row was changed"), "{}", words(&changed));
}
