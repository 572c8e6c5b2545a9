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
