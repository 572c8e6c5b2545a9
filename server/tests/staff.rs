//! Staff over HTTP: who gets in, what nobody else sees, counts and their file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, copy, data};
use reqwest::Response;
use sea_orm::ConnectionTrait as _;
use uuid::{NoContext, Timestamp, Uuid};

const PASSWORD: &str = "a stamp, a pen, a name";
const ANNA: &str = "anna@example.org";

/// The path of the link that the command line prints.
fn link(site: &Site, more: &[&str]) -> String {
    let (well, words) = site.command(&[&["staff", "add", ANNA, "--name", "Anna Berg"], more].concat());
    assert!(well, "{words}");
    let link = words.lines().find(|line| line.contains("/staff/welcome/")).unwrap();
    link.strip_prefix(&site.base).unwrap_or_else(|| panic!("{link}")).to_owned()
}

fn location(response: &Response) -> String {
    response.headers()["location"].to_str().unwrap().to_owned()
}

fn cookie_of(response: &Response) -> String {
    response.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
}

async fn sign_in(site: &Site, password: &str, to: &str) -> Response {
    site.post_form("/staff/sign-in", &[("login", ANNA), ("password", password), ("to", to)]).await
}

/// An account with a password, signed in: its cookie.
async fn staff(site: &Site) -> String {
    let link = link(site, &[]);
    let set = site.post_form(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!((set.status().as_u16(), location(&set)), (303, "/staff/sign-in?set=yes".to_owned()));
    let signed_in = sign_in(site, PASSWORD, "").await;
    assert_eq!((signed_in.status().as_u16(), location(&signed_in)), (303, "/staff".to_owned()));
    cookie_of(&signed_in)
}

async fn get(site: &Site, path: &str, cookie: &str) -> Response {
    site.client.get(format!("{}{path}", site.base)).header("cookie", cookie).send().await.unwrap()
}

async fn post_action(site: &Site, case: &str, kind: &str, quantity: i64, country: &str) {
    let now = std::time::UNIX_EPOCH.elapsed().unwrap();
    let id = Uuid::new_v7(Timestamp::from_unix(NoContext, now.as_secs(), now.subsec_nanos()));
    let today = time::OffsetDateTime::from_unix_timestamp(i64::try_from(now.as_secs()).unwrap()).unwrap().date();
    let action = serde_json::json!({
        "id": id, "campaign": "open-cases", "case": case, "kind": kind, "quantity": quantity, "country": country,
        "occurred_on": domain::date::iso(today),
    });
    let (status, answer) = site.post_json("/api/v1/actions", &action).await;
    assert_eq!(status, 201, "{answer}");
}

#[tokio::test]
async fn signed_out_every_staff_address_leads_to_sign_in_and_shows_nothing() {
    let site = Site::start();
    let token = "0".repeat(64);
    for cookie in ["", "pillarbox=", "pillarbox=nonsense", &format!("pillarbox={token}"), "other=1"] {
        for path in [
            "/staff",
            "/staff/",
            "/staff/counts",
            "/staff/counts?by=day&country=DE",
            "/staff/counts.csv",
            "/staff/reports",
            "/staff/no/such/page",
            "/%73taff/counts",
            "/Staff/counts",
            "//staff/counts",
        ] {
            let answer = get(&site, path, cookie).await;
            assert_eq!(answer.status(), 303, "{path}");
            assert!(location(&answer).starts_with("/staff/sign-in"), "{path}");
            assert_eq!(answer.headers()["cache-control"], "no-store, no-transform", "{path}");
            assert_eq!(answer.text().await.unwrap(), "", "{path} says nothing");
        }
    }
    let asked = get(&site, "/staff/counts?by=day&country=DE", "").await;
    assert_eq!(location(&asked), "/staff/sign-in?to=%2Fstaff%2Fcounts%3Fby%3Dday%26country%3DDE");
    for path in ["/staff/counts", "/staff/sign-out", "/staff/nothing"] {
        let posted = site.post_form(path, &[("a", "b")]).await;
        assert_eq!((posted.status().as_u16(), location(&posted)), (303, "/staff/sign-in".to_owned()), "{path}");
    }
    let (status, page) = site.get("/staff/sign-in?to=%2Fstaff%2Fcounts").await;
    assert_eq!(status, 200);
    assert!(page.contains("value=\"/staff/counts\"") && !page.contains("/staff/sign-out"), "{page}");
}

#[tokio::test]
async fn a_link_a_password_a_session_and_out_again() {
    let site = Site::start();
    let link = link(&site, &["--role", "counter", "--section", "de"]);
    let (status, page) = site.get(&link).await;
    assert_eq!(status, 200);
    assert!(page.contains("Anna Berg") && page.contains(ANNA));
    let short = site.post_form(&link, &[("password", "short"), ("again", "other")]).await;
    assert_eq!(short.status(), 422);
    let page = short.text().await.unwrap();
    assert!(page.contains("12 characters") && page.contains("not the same") && !page.contains("\"short\""), "{page}");
    let cookie = staff(&site).await;
    assert_eq!(get(&site, &link, "").await.status(), 404, "a newer link took its place");
    let start = get(&site, "/staff", &cookie).await;
    assert_eq!(start.status(), 200);
    let page = start.text().await.unwrap();
    assert!(page.contains("Anna Berg") && page.contains("/staff/sign-out") && page.contains("/staff/counts"));
    assert_eq!(get(&site, "/staff/no-such-page", &cookie).await.status(), 404);
    // back to where they wanted to go
    let back = sign_in(&site, PASSWORD, "/staff/counts?by=day").await;
    assert_eq!(location(&back), "/staff/counts?by=day");
    let out = site.client.post(format!("{}/staff/sign-out", site.base)).header("cookie", &cookie).send().await.unwrap();
    assert_eq!((out.status().as_u16(), location(&out)), (303, "/staff/sign-in?out=yes".to_owned()));
    assert!(out.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(get(&site, "/staff", &cookie).await.status(), 303, "the session has ended on the server too");
    assert_eq!(get(&site, "/staff", &cookie_of(&back)).await.status(), 200, "another one of theirs has not");
}

#[tokio::test]
async fn nobody_is_led_to_another_site_and_no_other_site_signs_anybody_in() {
    let site = Site::start();
    staff(&site).await;
    for to in
        ["https://evil.example/", "//evil.example", "/\\evil.example", "/staff//evil.example", "/staffevil", "/cases"]
    {
        let answer = sign_in(&site, PASSWORD, to).await;
        assert_eq!((answer.status().as_u16(), location(&answer)), (303, "/staff".to_owned()), "{to}");
    }
    let cookie = cookie_of(&sign_in(&site, PASSWORD, "").await);
    for path in ["/staff/sign-in", "/staff/sign-out"] {
        let request = site.client.post(format!("{}{path}", site.base)).header("cookie", &cookie);
        let foreign = request.header("origin", "https://evil.example").header("sec-fetch-site", "cross-site");
        let answer = foreign.form(&[("login", ANNA), ("password", PASSWORD)]).send().await.unwrap();
        assert_eq!(answer.status(), 403, "{path}");
    }
    assert_eq!(get(&site, "/staff", &cookie).await.status(), 200, "nobody else signed them out");
}

#[tokio::test]
async fn wrong_passwords_are_answered_alike_and_then_have_to_wait() {
    let site = Site::start();
    staff(&site).await;
    let mut pages = Vec::new();
    for login in [ANNA, "nobody@example.org"] {
        for tries in 0..6 {
            let fields = [("login", login), ("password", "not the password"), ("to", "/staff/counts")];
            let answer = site.post_form("/staff/sign-in", &fields).await;
            let status = answer.status().as_u16();
            assert_eq!(status, if tries < 5 { 422 } else { 429 }, "{login}, try {tries}");
            assert_eq!(answer.headers().contains_key("retry-after"), status == 429);
            assert!(!answer.headers().contains_key("set-cookie"));
            let page = answer.text().await.unwrap();
            assert!(
                page.contains("/staff/counts") && !page.contains("not the password"),
                "what was typed is not shown"
            );
            pages.push(page.replace(login, "SOMEBODY"));
        }
    }
    let (known, unknown) = pages.split_at(6);
    assert_eq!(known, unknown, "nothing tells whether there is such an account");
    assert_eq!(sign_in(&site, PASSWORD, "").await.status(), 429, "not even the right one is tried now");
}

#[tokio::test]
async fn a_disabled_account_and_an_old_session_are_out_at_once() {
    let site = Site::start();
    let cookie = staff(&site).await;
    let db =
        storage::connect(&format!("sqlite:{}", site.folder.path().join("state/pillarbox.db").display())).await.unwrap();
    db.execute_unprepared("UPDATE session SET used_at = '2026-01-01 00:00:00+00:00'").await.unwrap();
    assert_eq!(get(&site, "/staff", &cookie).await.status(), 303, "unused for long");
    let cookie = cookie_of(&sign_in(&site, PASSWORD, "").await);
    db.execute_unprepared("UPDATE session SET expires_at = '2026-01-01 00:00:00+00:00'").await.unwrap();
    assert_eq!(get(&site, "/staff", &cookie).await.status(), 303, "too old");
    let cookie = cookie_of(&sign_in(&site, PASSWORD, "").await);
    assert_eq!(get(&site, "/staff/counts", &cookie).await.status(), 200);
    let (well, words) = site.command(&["staff", "disable", "Anna@Example.org"]);
    assert!(well && words.contains("1 sessions ended"), "{words}");
    for path in ["/staff", "/staff/counts", "/staff/counts.csv"] {
        assert_eq!(get(&site, path, &cookie).await.status(), 303, "{path}");
    }
    assert_eq!(sign_in(&site, PASSWORD, "").await.status(), 422);
    let (well, words) = site.command(&["staff", "disable", "nobody@example.org"]);
    assert!(!well && words.contains("check how it is written"), "{words}");
    let (well, words) = site.command(&["staff", "add", "with a space"]);
    assert!(!well && words.contains("without spaces"), "{words}");
}

#[tokio::test]
async fn neither_password_nor_link_nor_session_is_kept_or_logged() {
    let mut site = Site::start();
    let link = link(&site, &[]);
    let cookie = staff(&site).await;
    get(&site, "/staff/counts", &cookie).await;
    get(&site, &link, "").await;
    site.stop();
    let state = std::fs::read_dir(site.folder.path().join("state")).unwrap().map(|file| file.unwrap().path());
    for file in state.chain([site.folder.path().join("log")]) {
        let bytes = std::fs::read(&file).unwrap();
        for secret in [PASSWORD, link.rsplit('/').next().unwrap(), cookie.split('=').nth(1).unwrap()] {
            assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "in {}", file.display());
        }
    }
}

#[tokio::test]
async fn counts_are_shown_and_filtered_and_nothing_of_them_is_compressed_or_kept() {
    let site = Site::start();
    let cookie = staff(&site).await;
    let empty = get(&site, "/staff/counts", &cookie).await;
    assert!(empty.text().await.unwrap().contains("Nothing was counted"));
    post_action(&site, "rita-karasartova", "letter", 1200, "DE").await;
    post_action(&site, "rita-karasartova", "card", 30, "FR").await;
    post_action(&site, "ahmed-mansoor", "letter", 4, "DE").await;
    let request = site.client.get(format!("{}/staff/counts", site.base)).header("cookie", &cookie);
    let answer = request.header("accept-encoding", "gzip, br").send().await.unwrap();
    assert_eq!(answer.headers()["cache-control"], "no-store, no-transform");
    assert!(!answer.headers().contains_key("content-encoding"), "pages of staff are not compressed");
    let page = answer.text().await.unwrap();
    for part in ["1,234", "1,230", "Rita Karasartova", "Kyrgyzstan", "/staff/counts.csv?campaign=open-cases", "<desc"] {
        assert!(page.contains(part), "{part} is missing");
    }
    let public = site.client.get(format!("{}/", site.base)).header("accept-encoding", "gzip").send().await.unwrap();
    assert_eq!(public.headers()["content-encoding"], "gzip", "public pages still are");
    let page = get(&site, "/staff/counts?country=DE&kind=letter&by=country", &cookie).await.text().await.unwrap();
    assert!(page.contains("1,204") && !page.contains("1,234"), "{page}");
    for by in ["case", "country", "case-country", "kind", "section", "day"] {
        let answer = get(&site, &format!("/staff/counts?by={by}"), &cookie).await;
        assert_eq!(answer.status(), 200, "{by}");
        assert!(answer.text().await.unwrap().contains("1,234"), "{by}");
    }
    let wrong = get(&site, "/staff/counts?country=QQ&from=soon", &cookie).await;
    assert_eq!(wrong.status(), 422);
    let page = wrong.text().await.unwrap();
    assert!(page.contains("href=\"#country\"") && page.contains("href=\"#from\""), "{page}");
    assert_eq!(get(&site, "/staff/counts?campaign=nothing", &cookie).await.status(), 422);
    assert_eq!(get(&site, "/staff/counts.csv?country=QQ", &cookie).await.status(), 422);
}

#[tokio::test]
async fn the_file_is_clean_and_no_cell_is_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("bundle");
    copy(&data(), &bundle);
    let file = bundle.join("cases/rita-karasartova.toml");
    let case = std::fs::read_to_string(&file).unwrap();
    let name = "name = \"Rita Karasartova\"";
    assert!(case.contains(name));
    std::fs::write(&file, case.replacen(name, "name = '=HYPERLINK(\"https://evil.example\";\"Rita\")'", 1)).unwrap();
    let site = Site::start_with(&bundle);
    let cookie = staff(&site).await;
    post_action(&site, "rita-karasartova", "letter", 1200, "DE").await;
    post_action(&site, "sebnem-korur-fincanci", "card", 7, "FR").await;
    let answer = get(&site, "/staff/counts.csv?by=case-country", &cookie).await;
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8; header=present");
    assert!(
        answer.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"counts-open-cases-")
    );
    let text = answer.text().await.unwrap();
    let rows = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("Excel needs the mark: {text}"));
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, head: &str| &rows[row][heads.iter().position(|h| h == head).unwrap()];
    assert_eq!(rows.len(), 2);
    assert_eq!((cell(0, "case"), cell(0, "country"), cell(0, "actions")), ("rita-karasartova", "DE", "1200"));
    assert_eq!(cell(0, "case_name"), "'=HYPERLINK(\"https://evil.example\";\"Rita\")");
    assert_eq!((cell(1, "case_name"), cell(1, "kind"), cell(1, "basis")), ("Şebnem Korur Fincancı", "card", "counted"));
    for text in rows.iter().flatten() {
        assert!(!text.starts_with(['=', '+', '-', '@', '\t']), "{text}");
    }
}

#[tokio::test]
async fn staff_see_a_withdrawn_case_marked_and_nobody_else_sees_it() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("bundle");
    copy(&data(), &bundle);
    let site = Site::start_with(&bundle);
    let cookie = staff(&site).await;
    post_action(&site, "rita-karasartova", "letter", 12, "DE").await;
    let file = bundle.join("cases/rita-karasartova.toml");
    let case = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, case.replacen("state = \"published\"", "state = \"withdrawn\"", 1)).unwrap();
    let (well, words) = site.command(&["import", bundle.to_str().unwrap()]);
    assert!(well, "{words}");
    let page = get(&site, "/staff/counts", &cookie).await.text().await.unwrap();
    assert!(page.contains("Rita Karasartova") && page.contains("withdrawn"), "staff see it marked");
    let file = get(&site, "/staff/counts.csv", &cookie).await.text().await.unwrap();
    assert!(file.contains("rita-karasartova,Rita Karasartova,KG,withdrawn"), "{file}");
    for path in ["/", "/campaigns/open-cases", "/cases", "/api/v1/campaigns/open-cases/totals"] {
        assert!(!site.get(path).await.1.to_lowercase().contains("karasartova"), "{path}");
    }
}

/// An account of this role, signed in: its cookie.
async fn staff_as(site: &Site, role: &str) -> String {
    let link = link(site, &["--role", role]);
    site.post_form(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    cookie_of(&sign_in(site, PASSWORD, "").await)
}

async fn post(site: &Site, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Response {
    site.client.post(format!("{}{path}", site.base)).header("cookie", cookie).form(fields).send().await.unwrap()
}

#[tokio::test]
async fn a_counter_takes_a_receipt_back_and_puts_it_back_again() {
    let site = Site::start();
    let cookie = staff_as(&site, "counter").await;
    post_action(&site, "rita-karasartova", "letter", 1200, "DE").await;
    post_action(&site, "ahmed-mansoor", "letter", 4, "FR").await;
    let total = async || {
        let text = site.get("/api/v1/campaigns/open-cases/totals").await.1;
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["actions"].as_i64().unwrap()
    };
    let empty = get(&site, "/staff/corrections", &cookie).await;
    assert_eq!(empty.status(), 200);
    assert!(empty.text().await.unwrap().contains("Nothing was corrected yet"));
    let rule = "campaign=open-cases&country=DE&at_least=1000";
    let page = get(&site, &format!("/staff/corrections?{rule}"), &cookie).await.text().await.unwrap();
    assert!(page.contains("1 entry, 1,200 actions") && page.contains("name=\"expected\""), "{page}");
    assert_eq!(total().await, 1204, "looking changes nothing");
    let fields =
        |expected: &'static str| [("chosen", rule), ("expected", expected), ("reason", "mistake"), ("remark", "twice")];
    let changed = post(&site, "/staff/corrections", &cookie, &fields("7")).await;
    assert_eq!(changed.status(), 422, "it is not as much as was looked at");
    let done = post(&site, "/staff/corrections", &cookie, &fields("1200")).await;
    assert_eq!(done.status(), 303);
    let list = location(&done);
    let batch = list.strip_prefix("/staff/corrections?done=").unwrap().to_owned();
    assert_eq!(total().await, 4);
    let page = get(&site, &list, &cookie).await.text().await.unwrap();
    assert!(page.contains("A mistake in number") && page.contains("Anna Berg") && page.contains(&batch), "{page}");
    let undone = post(&site, "/staff/corrections/undo", &cookie, &[("batch", &batch)]).await;
    assert_eq!(undone.status(), 303);
    assert_eq!(total().await, 1204);
    assert_eq!(post(&site, "/staff/corrections/undo", &cookie, &[("batch", &batch)]).await.status(), 422, "only once");
    for wrong in
        ["campaign=open-cases", "campaign=nothing&country=DE", "receipt=nonsense", "campaign=open-cases&kind=parcel"]
    {
        assert_eq!(get(&site, &format!("/staff/corrections?{wrong}"), &cookie).await.status(), 422, "{wrong}");
    }
    assert_eq!(get(&site, "/staff/reports", &cookie).await.status(), 200);
    assert_eq!(get(&site, "/staff/reports/nonsense", &cookie).await.status(), 404);
}

#[tokio::test]
async fn a_reader_corrects_nothing() {
    let site = Site::start();
    let cookie = staff_as(&site, "reader").await;
    post_action(&site, "rita-karasartova", "letter", 1200, "DE").await;
    for path in ["/staff/corrections", "/staff/reports"] {
        let answer = get(&site, path, &cookie).await;
        assert_eq!(answer.status(), 403, "{path}");
        assert!(answer.text().await.unwrap().contains("Your account may not do this"), "{path}");
    }
    let chosen = "campaign=open-cases&country=DE";
    let fields = [("chosen", chosen), ("expected", "1200"), ("reason", "mistake"), ("remark", "")];
    assert_eq!(post(&site, "/staff/corrections", &cookie, &fields).await.status(), 403);
    let counts = get(&site, "/staff/counts", &cookie).await.text().await.unwrap();
    assert!(counts.contains("1,200"));
}
