//! Corrections over the API, in the name of somebody on the staff.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, today};
use serde_json::{Value, json};

/// An account with a password, and its token.
async fn token(site: &Site, login: &str, role: &str) -> String {
    let (well, said) = site.command(&["staff", "add", login, "--role", role]);
    assert!(well, "{said}");
    let (well, said) = site.command(&["staff", "token", login]);
    assert!(!well && said.contains("password set"), "no token before there is a password: {said}");
    let (_, said) = site.command(&["staff", "add", login, "--role", role]);
    let link = said.lines().find_map(|line| line.strip_prefix(&site.base)).unwrap().to_owned();
    let password = "a stamp, a pen, a name";
    assert_eq!(site.post_form(&link, &[("password", password), ("again", password)]).await.status(), 303);
    let (well, said) = site.command(&["staff", "token", login, "--days", "30"]);
    assert!(well, "{said}");
    said.lines().last().unwrap().to_owned()
}

async fn send(site: &Site, token: &str, path: &str, body: &Value) -> (u16, Value) {
    let request = site.client.post(format!("{}/api/v1/corrections{path}", site.base)).bearer_auth(token);
    let answer = request.json(body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn a_program_of_staff_looks_takes_back_and_puts_back() {
    let site = Site::start();
    let action = json!({
        "id": "01935a2e-7c00-7abc-8def-0123456789ab", "campaign": "open-cases", "case": "rita-karasartova",
        "kind": "letter", "quantity": 50, "country": "DE", "occurred_on": today(),
    });
    let (_, receipt) = site.post_json("/api/v1/actions", &action).await;
    let counter = token(&site, "anna@example.org", "counter").await;
    let reader = token(&site, "ben@example.org", "reader").await;
    let total = async || {
        let (_, text) = site.get("/api/v1/campaigns/open-cases/totals").await;
        serde_json::from_str::<Value>(&text).unwrap()["actions"].as_i64().unwrap()
    };
    let forty = json!({"receipt": receipt["reference"], "to": 40});
    let (status, refused) = site.post_json("/api/v1/corrections/preview", &forty).await;
    assert_eq!((status, &refused["error"]), (401, &json!("not-signed-in")));
    assert_eq!(send(&site, &"0".repeat(64), "/preview", &forty).await.0, 401);
    assert_eq!(send(&site, &reader, "/preview", &forty).await.0, 403);
    assert_eq!(send(&site, &counter, "/preview", &forty).await, (200, json!({"entries": 1, "actions": 10})));

    let mut asked = forty.clone();
    let (status, refused) = send(&site, &counter, "", &asked).await;
    assert_eq!((status, &refused["fields"][0]["field"]), (422, &json!("reason")));
    asked["reason"] = json!("mistake");
    asked["expected"] = json!(50);
    assert_eq!(
        send(&site, &counter, "", &asked).await.1["fields"][0]["detail"],
        json!("10"),
        "another count than looked at"
    );
    asked["expected"] = json!(10);
    let (status, done) = send(&site, &counter, "", &asked).await;
    assert_eq!((status, &done["actions"], total().await), (201, &json!(10), 40));

    let rule = json!({"rule": {"campaign": "open-cases", "country": "DE", "channel": "online"}});
    assert_eq!(send(&site, &counter, "/preview", &rule).await.1["actions"], json!(40));
    let whole = json!({"rule": {"campaign": "open-cases"}});
    assert_eq!(send(&site, &counter, "/preview", &whole).await.0, 422);
    assert_eq!(
        send(&site, &counter, "/preview", &json!({"rule": {"campaign": "open-cases", "land": "DE"}})).await.0,
        422
    );

    let undo = format!("/{}/undo", done["batch"].as_str().unwrap());
    assert_eq!(send(&site, &reader, &undo, &json!({})).await.0, 403);
    let (status, undone) = send(&site, &counter, &undo, &json!({})).await;
    assert_eq!((status, &undone["actions"], total().await), (201, &json!(-10), 50));
    assert_eq!(send(&site, &counter, &undo, &json!({})).await.0, 422, "it is undone already");
    assert_eq!(send(&site, &counter, "/nonsense/undo", &json!({})).await.0, 404);
    let listed =
        site.client.get(format!("{}/api/v1/corrections", site.base)).bearer_auth(&counter).send().await.unwrap();
    assert_eq!(listed.headers()["cache-control"], "no-store");
    let listed: Vec<Value> = listed.json().await.unwrap();
    assert_eq!(listed.iter().map(|one| one["reason"].as_str().unwrap()).collect::<Vec<_>>(), ["undone", "mistake"]);

    let (well, _) = site.command(&["staff", "disable", "anna@example.org"]);
    assert!(well);
    assert_eq!(send(&site, &counter, "/preview", &forty).await.0, 401, "a token ends with its account");
}

/// A report of Freiburg's, as its program sends it.
fn report(n: u64, letters: i64, replaces: Option<&str>) -> Value {
    let mut report = json!({
        "id": format!("01935a2e-7c00-7abc-8def-{n:012}"), "campaign": "open-cases", "group": "freiburg",
        "collected_from": today(), "collected_to": today(), "basis": "counted",
        "lines": [{"case": "rita-karasartova", "kind": "letter", "quantity": letters}],
    });
    if let Some(id) = replaces {
        report["replaces"] = json!(id);
    }
    report
}

#[tokio::test]
async fn whoever_looks_at_a_receipt_sees_what_still_counts() {
    let site = Site::start();
    let counter = token(&site, "anna@example.org", "counter").await;
    let action = json!({
        "id": "01935a2e-7c00-7abc-8def-0123456789ab", "campaign": "open-cases", "case": "rita-karasartova",
        "kind": "letter", "quantity": 50, "country": "DE", "occurred_on": today(),
    });
    let (_, sent) = site.post_json("/api/v1/actions", &action).await;
    let address = format!("/receipts/{}", sent["reference"].as_str().unwrap());
    assert!(!site.get(&address).await.1.contains("Staff have"));
    let forty =
        json!({"receipt": sent["reference"], "to": 40, "reason": "mistake", "expected": 10, "remark": "they wrote"});
    let (status, done) = send(&site, &counter, "", &forty).await;
    assert_eq!(status, 201, "{done}");
    assert!(site.get(&address).await.1.contains("40 of it count now"));
    let all = json!({"receipt": sent["reference"], "reason": "asked", "expected": 40});
    assert_eq!(send(&site, &counter, "", &all).await.0, 201);
    assert!(site.get(&address).await.1.contains("it counts nothing now"));

    let request = site.client.get(format!("{}/api/v1/corrections", site.base)).bearer_auth(&counter);
    let listed: Value = request.send().await.unwrap().json().await.unwrap();
    let first = &listed[1];
    assert_eq!(
        (&first["actions"], &first["remark"], &first["chosen"], first["name"].is_string()),
        (&json!(10), &json!("they wrote"), &json!({"number": {"receipt": sent["reference"], "to": 40}}), true),
        "{listed}"
    );
    let (well, said) = site.command(&["correct", "--list"]);
    assert!(well && said.contains("they wrote") && said.contains("-10 actions"), "{said}");
}

#[tokio::test]
async fn a_report_says_what_it_would_change_and_what_still_counts_of_it() {
    let site = Site::start();
    let counter = token(&site, "anna@example.org", "counter").await;
    let pack = json!({"id": "x"});
    assert_eq!(site.post_json("/api/v1/reports/preview", &pack).await.0, 422);
    site.pack_of_freiburg().await;
    let (status, look) = site.post_json("/api/v1/reports/preview", &report(1, 500, None)).await;
    assert_eq!((status, &look["actions"], look.get("before")), (200, &json!(500), None), "{look}");
    let (status, first) = site.post_json("/api/v1/reports", &report(1, 500, None)).await;
    assert_eq!((status, &first["counts"]), (201, &json!(500)), "{first}");
    let (_, look) = site.post_json("/api/v1/reports/preview", &report(2, 480, first["id"].as_str())).await;
    assert_eq!((&look["before"], &look["changes"][0]["after"]), (&json!(500), &json!(480)), "{look}");
    let (_, later) = site.post_json("/api/v1/reports", &report(2, 480, first["id"].as_str())).await;
    let taken_back = json!({"receipt": later["reference"], "reason": "mistake", "expected": 480});
    assert_eq!(send(&site, &counter, "", &taken_back).await.0, 201);
    let address = format!("/receipts/{}", later["reference"].as_str().unwrap());
    assert!(site.get(&address).await.1.contains("it counts nothing now"));
    let (status, again) = site.post_json("/api/v1/reports", &report(2, 480, first["id"].as_str())).await;
    assert_eq!((status, &again["actions"], &again["counts"]), (200, &json!(480), &json!(0)), "{again}");
}

#[tokio::test]
async fn in_a_sections_name_reports_who_speaks_for_it() {
    let site = Site::start();
    let mut new = report(1, 10_000_000, None);
    new["group"].take();
    new["section"] = json!("de");
    let (status, refused) = site.post_json("/api/v1/reports", &new).await;
    assert_eq!((status, &refused["error"]), (401, &json!("not-the-section")));
    let as_staff = async |token: &str| {
        let request = site.client.post(format!("{}/api/v1/reports", site.base)).bearer_auth(token);
        request.json(&new).send().await.unwrap().status().as_u16()
    };
    assert_eq!(as_staff(&"0".repeat(64)).await, 401);
    let reader = token(&site, "ben@example.org", "reader").await;
    assert_eq!(as_staff(&reader).await, 403);
    let centre = token(&site, "anna@example.org", "counter").await;
    assert_eq!(as_staff(&centre).await, 201);
}

#[tokio::test]
async fn what_the_address_asks_is_refused_in_the_same_form_as_all_else() {
    let site = Site::start();
    let counter = token(&site, "anna@example.org", "counter").await;
    let get = async |path: &str| {
        let request = site.client.get(format!("{}/api/v1{path}", site.base)).bearer_auth(&counter);
        let answer = request.send().await.unwrap();
        let allow = answer.headers().get("allow").map(|value| value.to_str().unwrap().to_owned());
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap()["error"].clone(), allow)
    };
    assert_eq!(get("/corrections?skip=x").await, (400, json!("bad-query"), None));
    let (status, error, allow) = get("/actions").await;
    assert_eq!((status, error), (405, json!("wrong-method")));
    assert!(allow.unwrap().contains("POST"));
    let (status, error, _) = get(&format!("/campaigns/open-cases/totals?on={}", today())).await;
    assert_eq!((status, error), (422, json!("fields")));
    let twice = site.client.post(format!("{}/api/v1/reports?id=1&id=2", site.base)).header("content-type", "text/csv");
    assert_eq!(twice.send().await.unwrap().status().as_u16(), 400);
}
