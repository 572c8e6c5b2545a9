//! What staff set, and what was said on an earlier day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, today};
use sea_orm::ConnectionTrait as _;

/// Somebody with a role, signed in: the cookie.
async fn signed_in(site: &Site, login: &str, role: &str) -> String {
    let (well, said) = site.command(&["staff", "add", login, "--role", role]);
    assert!(well, "{said}");
    let link = said.lines().find_map(|line| line.strip_prefix(&site.base)).unwrap().to_owned();
    let password = "a stamp, a pen, a name";
    assert_eq!(site.post_form(&link, &[("password", password), ("again", password)]).await.status(), 303);
    let answer = site.post_form("/staff/sign-in", &[("login", login), ("password", password)]).await;
    answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
}

async fn get(site: &Site, cookie: &str, path: &str) -> (u16, String) {
    let answer = site.client.get(format!("{}{path}", site.base)).header("cookie", cookie).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn set_grace(site: &Site, cookie: &str, days: &str) -> reqwest::Response {
    let request = site.client.post(format!("{}/staff/reports/grace", site.base)).header("cookie", cookie);
    request.form(&[("days", days)]).send().await.unwrap()
}

#[tokio::test]
async fn staff_say_for_how_long_a_closed_campaign_takes_reports() {
    let site = Site::start();
    let counter = signed_in(&site, "anna@example.org", "counter").await;
    let (status, page) = get(&site, &counter, "/staff/reports").await;
    assert!(status == 200 && page.contains("value=\"60\""), "the usual: {page}");
    let answer = set_grace(&site, &counter, "30").await;
    assert_eq!(answer.headers()["location"], "/staff/reports?grace=set");
    assert!(get(&site, &counter, "/staff/reports?grace=set").await.1.contains("value=\"30\""));
    for wrong in ["367", "-1", "soon", ""] {
        assert_eq!(set_grace(&site, &counter, wrong).await.headers()["location"], "/staff/reports?grace=wrong");
    }
    let (well, said) = site.command(&["grace"]);
    assert!(well && said.contains("for 30 days"), "{said}");
    let (well, said) = site.command(&["grace", "7"]);
    assert!(well && said.contains("for 7 days"), "{said}");
    let reader = signed_in(&site, "ben@example.org", "reader").await;
    assert_eq!(set_grace(&site, &reader, "30").await.status(), 403);
    assert_eq!(site.post_form("/staff/reports/grace", &[("days", "30")]).await.status(), 303, "nobody else gets there");
    assert!(site.command(&["grace"]).1.contains("for 7 days"));
}

#[tokio::test]
async fn staff_find_what_was_said_on_an_earlier_day() {
    let site = Site::start();
    let reader = signed_in(&site, "anna@example.org", "reader").await;
    let (_, counts) = get(&site, &reader, "/staff/counts").await;
    assert!(counts.contains("href=\"/staff/snapshots?campaign=open-cases\""), "{counts}");
    let (status, page) = get(&site, &reader, "/staff/snapshots?campaign=open-cases").await;
    assert!(status == 200 && page.contains("What we said on a day") && page.contains("type=\"date\""));
    // nothing was counted yet, so nothing was kept either
    for day in ["2999-01-01", "1999-01-01", "soon"] {
        let (_, page) = get(&site, &reader, &format!("/staff/snapshots?on={day}")).await;
        assert!(page.contains("Nothing was kept of this day"), "{day}: {page}");
    }
    let (well, said) = site.command(&["totals", "--on", "2999-01-01"]);
    assert!(!well && said.contains("2999-01-01"), "{said}");
}

#[tokio::test]
async fn what_was_kept_of_a_day_is_shown_as_it_was_then() {
    let site = Site::start();
    let reader = signed_in(&site, "anna@example.org", "reader").await;
    let letters = |n: u32, quantity: u32| {
        serde_json::json!({
            "id": format!("01935a2e-7c00-7abc-8def-{n:012}"), "campaign": "open-cases", "case": "rita-karasartova",
            "kind": "letter", "quantity": quantity, "country": "DE", "occurred_on": today(),
        })
    };
    assert_eq!(site.post_json("/api/v1/actions", &letters(1, 1_234)).await.0, 201);
    // as if it had been counted yesterday: its snapshot was taken when the server started
    let db = storage::connect(&format!("sqlite:{}", site.folder.path().join("state/pillarbox.db").display())).await;
    let db = db.unwrap();
    db.execute_unprepared("DELETE FROM snapshot").await.unwrap();
    let now = std::time::UNIX_EPOCH.elapsed().unwrap();
    let yesterday = now.as_secs() / 86_400 - 1;
    let (day, at) = (i32::try_from(yesterday).unwrap(), i64::try_from(now.as_millis()).unwrap());
    assert!(storage::snapshots::take(&db, day, at).await.unwrap());
    assert_eq!(site.post_json("/api/v1/actions", &letters(2, 17)).await.0, 201);

    let date = time::OffsetDateTime::from_unix_timestamp(i64::from(day) * 86_400).unwrap().date();
    let (status, page) = get(&site, &reader, &format!("/staff/snapshots?on={}", domain::date::iso(date))).await;
    assert!(status == 200 && page.contains("1,234 actions") && page.contains("as it was kept on"), "{page}");
    assert!(page.contains("Rita Karasartova") && !page.contains("1,251"), "what came later is not in it: {page}");
}

#[tokio::test]
async fn figures_that_others_published_stand_beside_the_counts_and_not_in_them() {
    let site = Site::start();
    let reader = signed_in(&site, "anna@example.org", "reader").await;
    let (_, counts) = get(&site, &reader, "/staff/counts?campaign=w4r-2023").await;
    assert!(counts.contains("Figures that others published") && counts.contains("never added"), "{counts}");
    assert!(counts.contains("at least ") || counts.contains("about "), "how exact they are");
}
