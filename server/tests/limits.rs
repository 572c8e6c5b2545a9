//! Limits over HTTP: how much may come from one place, and what is said to whoever sends more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{PACK_OF_FREIBURG, Site, input_value, today};
use serde_json::{Value, json};

fn action(n: u64) -> Value {
    json!({
        "id": format!("01935a2e-7c00-7abc-8def-{n:012x}"), "campaign": "open-cases", "case": "rita-karasartova",
        "kind": "letter", "quantity": 1, "occurred_on": today(),
    })
}

async fn post_from(site: &Site, address: &str, n: u64) -> reqwest::Response {
    let request = site.client.post(format!("{}/api/v1/actions", site.base)).header("x-forwarded-for", address);
    request.json(&action(n)).send().await.unwrap()
}

#[tokio::test]
async fn a_machine_is_told_when_to_come_again_and_nothing_of_it_is_counted() {
    let site =
        Site::start_set(&[("PILLARBOX_LIMITS_ACTIONS_AT_ONCE", "3"), ("PILLARBOX_LIMITS_ACTIONS_AN_HOUR", "60")]);
    for n in 0..3 {
        assert_eq!(site.post_json("/api/v1/actions", &action(n)).await.0, 201);
    }
    let refused = site.client.post(format!("{}/api/v1/actions", site.base)).json(&action(3)).send().await.unwrap();
    assert_eq!(refused.status(), 429);
    let wait: u64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=61).contains(&wait), "{wait}");
    let body: Value = refused.json().await.unwrap();
    assert_eq!(body["error"], "too-many");
    assert!(body["message"].as_str().unwrap().contains("Retry-After"));
    let (_, totals) = site.get("/api/v1/campaigns/open-cases/totals").await;
    assert!(totals.contains("\"actions\":3"), "{totals}");
    // what the proxy of nobody says is not believed
    assert_eq!(post_from(&site, "192.0.2.1", 4).await.status(), 429);
}

#[tokio::test]
async fn a_form_keeps_what_was_typed_and_says_what_to_do() {
    let site =
        Site::start_set(&[("PILLARBOX_LIMITS_ACTIONS_AT_ONCE", "1"), ("PILLARBOX_LIMITS_ACTIONS_AN_HOUR", "30")]);
    assert_eq!(site.post_json("/api/v1/actions", &action(0)).await.0, 201);
    let (_, page) = site.get("/cases/rita-karasartova/posted").await;
    let fields = [
        ("id", input_value(&page, "id")),
        ("campaign", input_value(&page, "campaign")),
        ("kind", "card".to_owned()),
        ("quantity", "7".to_owned()),
        ("occurred_on", today()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = site.post_form("/cases/rita-karasartova/posted", &fields).await;
    assert_eq!(answer.status(), 429);
    assert!(answer.headers()["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 60);
    let page = answer.text().await.unwrap();
    assert!(page.contains("Wait ") && page.contains("report all of it together"), "{page}");
    assert_eq!((input_value(&page, "quantity"), input_value(&page, "id")), ("7".into(), fields[0].1.to_owned()));
}

#[tokio::test]
async fn behind_a_trusted_proxy_its_word_counts() {
    let site = Site::start_set(&[
        ("PILLARBOX_PROXY_HEADER", "X-Forwarded-For"),
        ("PILLARBOX_LIMITS_ACTIONS_AT_ONCE", "1"),
        ("PILLARBOX_LIMITS_ACTIONS_AN_HOUR", "60"),
    ]);
    assert_eq!(post_from(&site, "192.0.2.1", 0).await.status(), 201);
    assert_eq!(post_from(&site, "192.0.2.1", 1).await.status(), 429);
    assert_eq!(post_from(&site, "192.0.2.2", 1).await.status(), 201);
    assert_eq!(
        post_from(&site, "192.0.2.9, 192.0.2.2", 2).await.status(),
        429,
        "what a sender adds counts for nothing"
    );
}

#[tokio::test]
async fn packs_and_sign_ins_have_limits_and_all_can_be_off() {
    let sign_in = async |site: &Site| {
        let form = [("login", "anna@example.org"), ("password", "x")];
        site.post_form("/staff/sign-in", &form).await
    };
    let site = Site::start_set(&[("PILLARBOX_LIMITS_PACKS_AN_HOUR", "4"), ("PILLARBOX_LIMITS_SIGN_INS_AN_HOUR", "4")]);
    assert_eq!(site.post_form("/packs", &PACK_OF_FREIBURG).await.status(), 303);
    let again = site.post_form("/packs", &PACK_OF_FREIBURG).await;
    assert_eq!(again.status(), 429);
    assert!(again.text().await.unwrap().contains("copies-rita-karasartova"), "the builder with what was typed");
    assert_eq!(sign_in(&site).await.status(), 422);
    let again = sign_in(&site).await;
    assert_eq!(again.status(), 429);
    assert!(again.headers().contains_key("retry-after"));
    assert!(again.text().await.unwrap().contains("too many tries from your connection"));

    let open = Site::start_set(&[("PILLARBOX_LIMITS_ENABLED", "false"), ("PILLARBOX_LIMITS_ACTIONS_AT_ONCE", "1")]);
    for n in 0..5 {
        assert_eq!(open.post_json("/api/v1/actions", &action(n)).await.0, 201);
    }
}

#[tokio::test]
async fn no_address_stands_in_database_or_log() {
    let mut site = Site::start_set(&[("PILLARBOX_PROXY_HEADER", "X-Forwarded-For")]);
    assert_eq!(post_from(&site, "203.0.113.77", 0).await.status(), 201);
    site.stop();
    let mut seen = 0;
    let mut folders = vec![site.folder.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
            assert!(!has(b"203.0.113.77"), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 2, "database and log");
    let (well, said) = site.command(&["correct", "--campaign", "open-cases", "--same-sender-as", &reference(0)]);
    assert!(well && said.contains("1 entries, 1 actions would be taken back"), "{said}");
}

fn reference(n: u64) -> String {
    domain::reference::write(format!("01935a2e-7c00-7abc-8def-{n:012x}").parse().unwrap())
}
