//! Sections' signed daily totals over HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use common::Site;
use ring::signature::Ed25519KeyPair;
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};

/// The machine's own clock: the binary under test has it too.
fn now() -> OffsetDateTime {
    let out = std::process::Command::new("date").args(["-u", "+%s"]).output().unwrap();
    OffsetDateTime::from_unix_timestamp(String::from_utf8(out.stdout).unwrap().trim().parse().unwrap()).unwrap()
}

fn key(site: &Site, section: &str) -> Ed25519KeyPair {
    let (well, said) = site.command(&["section", "key", section]);
    assert!(well, "{said}");
    let text = said.split("-----BEGIN PRIVATE KEY-----").nth(1).unwrap();
    let text: String = text.split("-----END").next().unwrap().split_whitespace().collect();
    let bytes = BASE64_STANDARD.decode(text).unwrap();
    assert_eq!(bytes.len(), 48, "PKCS #8 as openssl reads it");
    Ed25519KeyPair::from_seed_unchecked(&bytes[16..]).unwrap()
}

fn total(letters: i64, sent_at: OffsetDateTime) -> Value {
    json!({
        "campaign": "open-cases", "date": now().date().to_string(), "sent_at": sent_at.format(&Rfc3339).unwrap(),
        "people": 30, "lines": [{"case": "rita-karasartova", "kind": "letter", "quantity": letters}],
    })
}

async fn send(site: &Site, section: &str, key: &Ed25519KeyPair, body: &Value) -> (u16, Value) {
    let body = body.to_string();
    let signature = BASE64_STANDARD.encode(key.sign(body.as_bytes()));
    post(site, section, body, &signature).await
}

async fn post(site: &Site, section: &str, body: String, signature: &str) -> (u16, Value) {
    let request = site.client.post(format!("{}/api/v1/sections/{section}/totals", site.base));
    let answer = request.header("pillarbox-signature", signature).body(body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

async fn totals(site: &Site) -> Value {
    serde_json::from_str(&site.get("/api/v1/campaigns/open-cases/totals").await.1).unwrap()
}

#[tokio::test]
async fn a_section_sends_its_day_and_a_later_one_takes_its_place() {
    let site = Site::start();
    let key = key(&site, "de");
    let earlier = now() - Duration::minutes(2);
    let (status, first) = send(&site, "de", &key, &total(1_200, earlier)).await;
    assert_eq!(
        (status, &first["actions"], &first["section"], &first["basis"]),
        (201, &json!(1200), &json!("de"), &json!("counted")),
        "{first}"
    );
    let said = totals(&site).await;
    assert_eq!((&said["by_channel"], &said["people"]), (&json!({"online": 0, "reported": 1200}), &json!(30)));
    assert_eq!(said["by_country"], json!([{"country": "DE", "actions": 1200}]));

    let (status, again) = send(&site, "de", &key, &total(1_200, now())).await;
    assert_eq!((status, &again["id"]), (200, &first["id"]), "the same once more is the same total");
    let (status, later) = send(&site, "de", &key, &total(1_150, now())).await;
    assert_eq!((status, &later["replaces"]), (201, &first["id"]), "{later}");
    assert_eq!(totals(&site).await["actions"], json!(1150));
    let (status, refused) = send(&site, "de", &key, &total(9, earlier)).await;
    assert_eq!((status, &refused["error"]), (409, &json!("conflict")), "an earlier one comes too late");
    assert_eq!(totals(&site).await["actions"], json!(1150));

    let nothing = |sent_at| {
        let mut body = total(0, sent_at);
        body["lines"] = json!([]);
        body["people"] = Value::Null;
        body
    };
    let (status, taken_back) = send(&site, "de", &key, &nothing(now() + Duration::seconds(5))).await;
    assert_eq!(
        (status, &taken_back["actions"], &taken_back["replaces"]),
        (201, &json!(0), &later["id"]),
        "{taken_back}"
    );
    assert_eq!(send(&site, "de", &key, &nothing(now())).await.0, 200);
    assert_eq!((&totals(&site).await["actions"], &totals(&site).await["people"]), (&json!(0), &Value::Null));
    let (status, again) = send(&site, "de", &key, &total(7, now() + Duration::seconds(10))).await;
    assert_eq!((status, &again["replaces"]), (201, &taken_back["id"]), "{again}");
    assert_eq!(totals(&site).await["actions"], json!(7));
    assert!(site.command(&["verify"]).0);
}

#[tokio::test]
async fn without_the_sections_own_signature_nothing_is_believed() {
    let site = Site::start();
    let (german, french) = (key(&site, "de"), key(&site, "fr"));
    let body = total(5, now());
    for (section, key) in [("de", &french), ("nl", &german), ("nowhere", &german)] {
        let (status, refused) = send(&site, section, key, &body).await;
        assert_eq!((status, &refused["error"]), (401, &json!("not-signed")), "{section}");
    }
    let signature = BASE64_STANDARD.encode(german.sign(body.to_string().as_bytes()));
    let changed = body.to_string().replace(":5", ":50");
    assert_eq!(post(&site, "de", changed, &signature).await.0, 401);
    assert_eq!(post(&site, "de", body.to_string(), "no base64").await.0, 401);
    assert_eq!(post(&site, "de", body.to_string(), &signature).await.0, 201);
    key(&site, "de");
    let (status, _) = send(&site, "de", &german, &total(6, now())).await;
    assert_eq!(status, 401, "a new key ends the one before");
    assert_eq!(totals(&site).await["actions"], json!(5));
}

#[tokio::test]
async fn clocks_days_and_lines_have_rules() {
    let site = Site::start();
    let key = key(&site, "de");
    let with = |field: &str, value: Value| {
        let mut body = total(5, now());
        body[field] = value;
        body
    };
    let tomorrow = (now() + Duration::days(3)).date().to_string();
    for (body, field, rule) in [
        (total(5, now() - Duration::hours(1)), "sent_at", "clock-differs"),
        (with("sent_at", json!("today")), "sent_at", "format"),
        (with("date", json!(tomorrow)), "date", "not-in-the-future"),
        (with("date", json!("1999-01-01")), "date", "not-before-the-campaign"),
        (with("campaign", json!("nothing")), "campaign", "unknown-campaign"),
        (with("lines", json!([{"case": "nobody", "kind": "letter", "quantity": 1}])), "lines[0].case", "unknown-case"),
        (with("lines", json!([])), "lines", "no-lines"),
        (with("people", json!(0)), "people", "one-to-ten-million"),
        (with("day", json!(1)), "day", "unknown-field"),
    ] {
        let (status, answer) = send(&site, "de", &key, &body).await;
        assert_eq!(status, 422, "{body}: {answer}");
        let named = answer["fields"].as_array().unwrap().iter().any(|f| f["field"] == field && f["rule"] == rule);
        assert!(named, "{field} {rule}: {answer}");
    }
    assert_eq!(totals(&site).await["actions"], json!(0));
}
