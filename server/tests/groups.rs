//! An organiser's path over HTTP, without scripting: a pack, the evening, the report.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, input_value, pillarbox, today};
use serde_json::{Value, json};

const PACK: [(&str, &str); 11] = [
    ("campaign", "open-cases"),
    ("group", "Freiburg <1234>"),
    ("group_kind", "local"),
    ("posted_from", "DE"),
    ("date", ""),
    ("style", "prefilled"),
    ("order", "by-case"),
    ("profile", "din5008-b"),
    ("paper", "a4"),
    ("with-cover", "on"),
    ("copies-rita-karasartova", "3"),
];

async fn reported(site: &Site) -> i64 {
    let (_, text) = site.get("/api/v1/campaigns/open-cases/totals").await;
    serde_json::from_str::<Value>(&text).unwrap()["by_channel"]["reported"].as_i64().unwrap()
}

/// Makes a pack and gives its code.
async fn pack(site: &Site) -> String {
    let fields: Vec<(&str, &str)> = PACK.iter().copied().chain([("then", "look")]).collect();
    let answer = site.post_form("/packs", &fields).await;
    assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
    answer.headers()["location"].to_str().unwrap().strip_prefix("/packs/").unwrap().to_owned()
}

fn report_form(page: &str) -> Vec<(String, String)> {
    ["id", "replaces", "collected_from", "collected_to"]
        .iter()
        .map(|name| ((*name).to_owned(), input_value(page, name)))
        .chain([("basis".to_owned(), "counted".to_owned())])
        .collect()
}

async fn send(site: &Site, path: &str, form: &[(String, String)], more: &[(&str, &str)]) -> reqwest::Response {
    let fields: Vec<(&str, &str)> =
        form.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect();
    site.post_form(path, &fields).await
}

#[tokio::test]
async fn an_organiser_reports_from_a_pack_and_the_total_goes_up_under_reported() {
    let site = Site::start();
    let (status, groups) = site.get("/groups").await;
    assert!(status == 200 && groups.contains("href=\"/packs\"") && groups.contains("action=\"/r\""));
    let (status, builder) = site.get("/packs").await;
    assert!(status == 200 && builder.contains("copies-rita-karasartova") && builder.contains("din5008-b"));
    let code = pack(&site).await;
    assert_eq!(pack(&site).await, code, "the same pack has the same code");

    let (status, page) = site.get(&format!("/packs/{}", code.to_lowercase())).await;
    assert!(status == 200 && page.contains(&code) && page.contains("Rita Karasartova"));
    assert!(page.contains("Freiburg &lt;1234&gt;") && !page.contains("Freiburg <1234>"), "what is typed is text");
    let address = format!("/r/{code}");
    let (status, form) = site.get(&address).await;
    assert!(status == 200 && form.contains("How many did we post?") && form.contains("Freiburg"));

    let printed = PACK.iter().find(|(name, _)| *name == "copies-rita-karasartova").unwrap().1;
    assert_eq!(input_value(&form, "n-0-printed-letter"), printed, "the pack's own numbers, to begin with");
    let sent = report_form(&form);
    let numbers = [("n-0-letter", "18"), ("n-0-card", "2")];
    let review = send(&site, &address, &sent, &numbers).await;
    assert_eq!((review.status().as_u16(), review.headers()["cache-control"].to_str().unwrap()), (200, "no-store"));
    let review = review.text().await.unwrap();
    assert!(review.contains("Is this right?") && review.contains("20 actions will be counted"), "{review}");
    assert_eq!(reported(&site).await, 0, "a look counts nothing");

    let confirmed: Vec<(&str, &str)> = numbers.into_iter().chain([("step", "send")]).collect();
    let answer = send(&site, &address, &sent, &confirmed).await;
    assert_eq!(answer.status(), 303);
    let receipt = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(reported(&site).await, 20);
    let (status, thanks) = site.get(&receipt).await;
    assert!(status == 200 && thanks.contains("20 actions of your group are counted") && thanks.contains(&address));
    let again = send(&site, &address, &sent, &confirmed).await;
    assert_eq!(again.headers()["location"].to_str().unwrap(), receipt, "two quick taps are one report");
    assert_eq!(reported(&site).await, 20);

    // a further report starts from the first, shows the difference, and takes its place
    let (_, form) = site.get(&address).await;
    assert_eq!((input_value(&form, "n-0-letter"), input_value(&form, "n-0-card")), ("18".into(), "2".into()));
    let sent = report_form(&form);
    let review = send(&site, &address, &sent, &[("n-0-letter", "25"), ("n-0-card", "2")]).await.text().await.unwrap();
    assert!(review.contains("You reported 20 before. Now it is 27"), "{review}");
    let answer = send(&site, &address, &sent, &[("n-0-letter", "25"), ("n-0-card", "2"), ("step", "send")]).await;
    assert_eq!((answer.status().as_u16(), reported(&site).await), (303, 27));
    let (_, old) = site.get(&receipt).await;
    assert!(old.contains("A later report took the place of this one"));
}

/// What another program says about a file; it has to succeed.
fn other(program: &str, args: &[&str]) -> String {
    let output = std::process::Command::new(program).args(args).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing: scripts/setup installs it"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test]
async fn the_builder_answers_with_one_file_that_bears_the_code() {
    let site = Site::start();
    let file = site.folder.path().join("pack.pdf");
    let path = file.to_str().unwrap();
    let answer = site.post_form("/packs", &PACK).await;
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["content-type"].to_str().unwrap()),
        (200, "application/pdf")
    );
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    std::fs::write(&file, answer.bytes().await.unwrap()).unwrap();
    other("qpdf", &["--check", path]);
    let text = other("pdftotext", &["-layout", path, "-"]);
    assert_eq!(text.matches("Dear ").count(), 3, "three letters");

    let code = pack(&site).await;
    assert!(text.contains(&code), "the pack's page and its cover bear the same code");
    let again = site.post_form(&format!("/packs/{code}"), &[]).await;
    assert_eq!(again.status(), 200);
    std::fs::write(&file, again.bytes().await.unwrap()).unwrap();
    assert_eq!(other("pdftotext", &["-layout", path, "-"]), text, "printed again, it is the same");
    assert_eq!(site.post_form("/packs/0000-0000", &[]).await.status(), 404);
}

#[tokio::test]
async fn what_is_wrong_is_named_and_what_was_typed_stays() {
    let site = Site::start();
    let mut wrong: Vec<(&str, &str)> = PACK.to_vec();
    wrong.retain(|(name, _)| !name.starts_with("copies-"));
    wrong.push(("copies-rita-karasartova", "many"));
    let answer = site.post_form("/packs", &wrong).await;
    assert_eq!(answer.status(), 422);
    let page = answer.text().await.unwrap();
    assert_eq!(input_value(&page, "copies-rita-karasartova"), "many");
    assert!(page.contains("from 1 to 5,000") && page.contains("href=\"#copies-rita-karasartova\""));
    wrong.pop();
    let page = site.post_form("/packs", &wrong).await.text().await.unwrap();
    assert!(page.contains("Choose at least one"));

    let code = pack(&site).await;
    let address = format!("/r/{code}");
    let sent = report_form(&site.get(&address).await.1);
    let answer = send(&site, &address, &sent, &[("n-0-letter", "a few"), ("note", "<b>")]).await;
    assert_eq!(answer.status(), 422);
    let page = answer.text().await.unwrap();
    assert_eq!(input_value(&page, "n-0-letter"), "a few");
    assert!(page.contains("href=\"#n-0-letter\"") && page.contains("&lt;b&gt;</textarea>"));
    let empty = send(&site, &address, &sent, &[]).await;
    assert_eq!(empty.status(), 422);
    let tomorrow: Vec<(String, String)> = sent
        .iter()
        .map(|(n, v)| (n.clone(), if n == "collected_to" { "2999-01-01".into() } else { v.clone() }))
        .collect();
    let answer = send(&site, &address, &tomorrow, &[("n-0-letter", "1")]).await;
    assert!(answer.text().await.unwrap().contains("collected_to-wrong"));
    let change = send(&site, &address, &sent, &[("n-0-letter", "7"), ("step", "change")]).await;
    assert_eq!(change.status(), 200);
    assert_eq!(input_value(&change.text().await.unwrap(), "n-0-letter"), "7");
    assert_eq!(reported(&site).await, 0);
}

#[tokio::test]
async fn a_wrong_code_says_what_to_do() {
    let site = Site::start();
    for address in ["/r/0000-0000", "/r/nonsense", "/packs/0000-0000", "/packs/nonsense"] {
        let (status, page) = site.get(address).await;
        assert_eq!(status, 404, "{address}");
        assert!(page.contains("No pack has this code") && page.contains("name=\"code\""), "{address}");
    }
    let code = pack(&site).await;
    let typed = code.to_lowercase().replace('-', "%20");
    let answer = site.client.get(format!("{}/r?code={typed}", site.base)).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()),
        (303, format!("/r/{code}").as_str())
    );
    let (status, page) = site.get("/r?code=x").await;
    assert!(status == 200 && page.contains("No pack has this code"));
}

#[tokio::test]
async fn reports_come_in_by_the_api_once() {
    let site = Site::start();
    pack(&site).await;
    let today = today();
    let report = json!({
        "id": "01935a2e-7c00-7abc-8def-0123456789ab", "campaign": "open-cases", "group": "Freiburg <1234>",
        "collected_from": today, "collected_to": today, "basis": "at-least",
        "lines": [{"case": "rita-karasartova", "kind": "letter", "quantity": 12, "language": "ky"}],
    });
    let (status, first) = site.post_json("/api/v1/reports", &report).await;
    assert_eq!((status, &first["actions"], &first["group"]), (201, &json!(12), &json!("freiburg-1234")), "{first}");
    let (status, repeat) = site.post_json("/api/v1/reports", &report).await;
    assert_eq!((status, &repeat), (200, &first));
    let mut other = report.clone();
    other["lines"][0]["quantity"] = json!(13);
    assert_eq!(site.post_json("/api/v1/reports", &other).await.0, 409);
    other["id"] = json!("01935a2e-7c00-7abc-8def-0123456789ac");
    other["lines"] = json!([{"case": "nobody", "kind": "letter", "quantity": 0}]);
    let (status, refused) = site.post_json("/api/v1/reports", &other).await;
    assert_eq!((status, &refused["fields"][0]["field"]), (422, &json!("lines[0].quantity")), "{refused}");
    assert!(refused["fields"][0]["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()));
    other["lines"] = json!([{"case": "rita-karasartova", "kind": "letter", "quantity": 13}]);
    other["replaces"] = report["id"].clone();
    assert_eq!(site.post_json("/api/v1/reports", &other).await.0, 201);
    assert_eq!(reported(&site).await, 13);
}

#[tokio::test]
async fn staff_count_a_table_and_put_right_what_was_wrong_at_the_command_line() {
    let mut site = Site::start();
    let code = pack(&site).await;
    site.stop();
    let folder = site.folder.path();
    let run = |args: &[&str]| {
        let out = pillarbox(folder).args(args).output().unwrap();
        (
            out.status.success(),
            format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr)),
        )
    };
    let today = today();
    let table = folder.join("evening.csv");
    let report = [
        "report",
        "evening.csv",
        "--campaign",
        "open-cases",
        "--group",
        "freiburg-1234",
        "--from",
        &today,
        "--to",
        &today,
    ];
    std::fs::write(&table, "\u{feff}Case;Kind;Quantity\r\nRita Karasartova;letters;1.200\r\nNobody;letter;3\r\nrita-karasartova;card;=1+1\r\n").unwrap();
    let (ok, said) = run(&report);
    assert!(!ok && said.contains("rows[4].quantity") && said.lines().count() == 1, "{said}");
    std::fs::write(&table, "Case;Kind;Quantity\r\nRita Karasartova;letters;1.200\r\nNobody;letter;3\r\n").unwrap();
    let (ok, said) = run(&report);
    assert!(!ok && said.contains("rows[3].case"), "{said}");
    std::fs::write(&table, "Case;Kind;Quantity\r\nRita Karasartova;letters;1.200\r\n").unwrap();
    let (ok, said) = run(&report);
    assert!(ok && said.starts_with("1200 actions counted, reference "), "{said}");
    let reference = said.trim().rsplit(' ').next().unwrap().to_owned();

    let (ok, said) = run(&["correct", "--receipt", &reference]);
    assert!(ok && said.contains("1 entries, 1200 actions would be taken back"), "{said}");
    let (ok, said) = run(&["correct", "--receipt", &reference, "--reason", "mistake", "--actions", "7"]);
    assert!(!ok && said.contains("1200"), "{said}");
    let (ok, said) = run(&["correct", "--receipt", &reference, "--reason", "mistake", "--actions", "1200"]);
    assert!(ok && said.contains("1200 actions taken back"), "{said}");
    let batch = said.trim().rsplit(' ').next().unwrap().to_owned();
    let (ok, said) = run(&["totals", "--campaign", "open-cases", "--json"]);
    assert!(ok && said.contains("\"reported\": 0"), "{said}");
    let (ok, said) = run(&["correct", "--undo", &batch]);
    assert!(ok && said.contains("1200 actions put back"), "{said}");
    let (ok, said) = run(&["correct", "--list"]);
    assert!(ok && said.contains(&batch) && said.contains("undone"), "{said}");
    let (ok, said) = run(&["correct", "--campaign", "open-cases"]);
    assert!(!ok && said.contains("choose at least one"), "{said}");
    let (ok, said) = run(&["groups", "--show", "freiburg-1234"]);
    assert!(ok && said.contains("shown"), "{said}");
    assert!(!code.is_empty());
}
