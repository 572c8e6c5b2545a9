//! A supporter's path over HTTP, without scripting.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, copy, data, input_value};

const LETTER: [(&str, &str); 8] = [
    ("target", "prosecutor-general-kyrgyzstan"),
    ("salutation", "Dear Prosecutor General,"),
    ("body", "I am Quetzalcoatlus, and I am writing about Rita Karasartova."),
    ("name", "Xylophonia Quasar"),
    ("town", "Zzyzxville"),
    ("profile", "din5008-b"),
    ("paper", "a4"),
    ("posted_from", "DE"),
];

async fn total(site: &Site) -> i64 {
    let (status, text) = site.get("/api/v1/campaigns/open-cases/totals").await;
    assert_eq!(status, 200);
    serde_json::from_str::<serde_json::Value>(&text).unwrap()["actions"].as_i64().unwrap()
}

#[tokio::test]
async fn a_supporter_writes_posts_and_raises_the_total_by_one() {
    let site = Site::start();
    let (status, home) = site.get("/").await;
    assert_eq!(status, 200);
    assert!(home.contains("/cases/rita-karasartova") && home.contains("ot connected with any organisation"));
    let (status, case) = site.get("/cases/rita-karasartova").await;
    assert_eq!(status, 200);
    for part in ["Рита Карасартова", "Quash the conviction", "/cases/rita-karasartova/write", "2025-12-11", "24.kg"]
    {
        assert!(case.contains(part), "the case page lacks {part}");
    }
    let (status, write) = site.get("/cases/rita-karasartova/write").await;
    assert_eq!(status, 200);
    assert!(write.contains("Dear Prosecutor General") && write.contains("I am writing to you about Rita Karasartova"));

    let pdf = site.post_form("/cases/rita-karasartova/write", &LETTER).await;
    assert_eq!(pdf.status(), 200);
    assert_eq!(pdf.headers()["content-type"], "application/pdf");
    assert_eq!(pdf.headers()["cache-control"], "no-store");
    assert!(pdf.bytes().await.unwrap().starts_with(b"%PDF-"));

    let before = total(&site).await;
    let (_, posted) = site.get("/cases/rita-karasartova/posted").await;
    let id = input_value(&posted, "id");
    let fields = [
        ("id", id.as_str()),
        ("campaign", "open-cases"),
        ("kind", "letter"),
        ("quantity", "1"),
        ("country", "DE"),
        ("occurred_on", &input_value(&posted, "occurred_on")),
    ];
    let answer = site.post_form("/cases/rita-karasartova/posted", &fields).await;
    assert_eq!(answer.status(), 303);
    let receipt = answer.headers()["location"].to_str().unwrap().to_owned();
    assert!(receipt.starts_with("/receipts/"), "{receipt}");
    assert_eq!(total(&site).await, before + 1);
    let (status, thanks) = site.get(&receipt).await;
    assert_eq!(status, 200);
    assert!(thanks.contains("Rita Karasartova") && thanks.matches("/cases/").count() >= 2, "thanks and the next case");

    // sent again, as after the back button: the same receipt, counted once
    let again = site.post_form("/cases/rita-karasartova/posted", &fields).await;
    assert_eq!((again.status().as_u16(), again.headers()["location"].to_str().unwrap()), (303, receipt.as_str()));
    assert_eq!(total(&site).await, before + 1);
    // the same form with another answer is refused in words
    let mut other = fields;
    other[3] = ("quantity", "5");
    assert_eq!(site.post_form("/cases/rita-karasartova/posted", &other).await.status(), 409);
    assert_eq!(total(&site).await, before + 1);
}

#[tokio::test]
async fn a_letter_of_two_pages_is_said_to_be_one_once_and_made_when_it_is_sent_again() {
    let site = Site::start();
    let (path, words) = ("/cases/rita-karasartova/write", "Please look at this case again. ");
    let two = words.repeat(130);
    let mut fields: Vec<(&str, &str)> = LETTER.into_iter().filter(|(name, _)| *name != "body").collect();
    fields.push(("body", &two));

    let told = site.post_form(path, &fields).await;
    assert_eq!((told.status().as_u16(), told.headers()["cache-control"].to_str().unwrap()), (200, "no-store"));
    let page = told.text().await.unwrap();
    assert!(page.contains("Your letter takes 2 pages") && page.contains(two.trim_end()), "{page}");
    assert!(page.contains("Xylophonia Quasar") && page.contains("Make the PDF of 2 pages"));
    assert_eq!(input_value(&page, "pages"), "2");

    // the same form as the page sends it now
    fields.push(("pages", "2"));
    let pdf = site.post_form(path, &fields).await;
    assert_eq!((pdf.status().as_u16(), pdf.headers()["content-type"].to_str().unwrap()), (200, "application/pdf"));
    // longer than what was agreed to: told again
    let three = words.repeat(260);
    let longer: Vec<_> =
        fields.iter().map(|(name, value)| (*name, if *name == "body" { &three } else { *value })).collect();
    let page = site.post_form(path, &longer).await.text().await.unwrap();
    assert!(page.contains("Your letter takes 3 pages"));
    // another problem is told first, and what was agreed to stays
    fields.push(("salutation", "漢字"));
    let refused: Vec<_> = fields.iter().filter(|field| **field != LETTER[1]).copied().collect();
    let answer = site.post_form(path, &refused).await;
    assert_eq!(answer.status(), 422);
    let page = answer.text().await.unwrap();
    assert!(!page.contains("Your letter takes"));
    assert_eq!(input_value(&page, "pages"), "2");
}

#[tokio::test]
async fn a_letter_that_cannot_be_set_comes_back_with_its_text_and_its_problems() {
    let site = Site::start();
    let mut fields = LETTER;
    fields[2] = ("body", "A line that stays. \u{1F600} And <b>this</b> & \"that\".");
    let answer = site.post_form("/cases/rita-karasartova/write", &fields).await;
    assert_eq!(answer.status(), 422);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let page = answer.text().await.unwrap();
    assert!(page.contains("A line that stays.") && page.contains("&lt;b&gt;this"), "the text is intact and harmless");
    assert!(page.contains("U+1F600"), "the character is named");
    assert!(page.contains("Xylophonia Quasar") && page.contains("Zzyzxville"));
    assert!(page.contains("aria-invalid"));
}

#[tokio::test]
async fn nothing_that_is_typed_is_stored_or_logged() {
    let mut site = Site::start();
    assert_eq!(site.post_form("/cases/rita-karasartova/write", &LETTER).await.status(), 200);
    let mut refused = LETTER;
    refused[2] = ("body", "Quetzalcoatlus again \u{1F600}");
    assert_eq!(site.post_form("/cases/rita-karasartova/write", &refused).await.status(), 422);
    site.stop();
    let mut searched = 0;
    let state = std::fs::read_dir(site.folder.path().join("state")).unwrap().map(|file| file.unwrap().path());
    for file in state.chain([site.folder.path().join("log")]) {
        let bytes = std::fs::read(&file).unwrap();
        searched += bytes.len();
        for word in ["Quetzalcoatlus", "Xylophonia", "Zzyzxville"] {
            let found = bytes.windows(word.len()).any(|w| w == word.as_bytes());
            assert!(!found, "{word} stands in {}", file.display());
        }
    }
    assert!(searched > 100_000, "database and log were really there: {searched} bytes");
    let log = std::fs::read_to_string(site.folder.path().join("log")).unwrap();
    assert!(log.contains("/cases/{slug}/write"), "the log names the route");
}

#[tokio::test]
async fn a_case_without_an_address_says_so_and_offers_no_letter() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("bundle");
    copy(&data(), &bundle);
    let file = bundle.join("targets/prosecutor-general-kyrgyzstan.toml");
    let target = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = target.split_once("postal_lines = [").unwrap();
    std::fs::write(&file, format!("{before}{}", rest.split_once(']').unwrap().1)).unwrap();
    let site = Site::start_with(&bundle);
    let (status, page) = site.get("/cases/rita-karasartova").await;
    assert_eq!(status, 200);
    assert!(page.contains("No address known yet"), "{page}");
    assert!(!page.contains("/cases/rita-karasartova/write"));
    let answer = site.post_form("/cases/rita-karasartova/write", &LETTER).await;
    assert_ne!(answer.headers()["content-type"], "application/pdf");
}

#[tokio::test]
async fn a_demand_that_was_met_is_told_and_what_is_not_there_is_404() {
    let site = Site::start();
    let (_, list) = site.get("/cases").await;
    assert!(list.contains("/cases/mohamed-baker"));
    let (status, met) = site.get("/cases/mohamed-baker").await;
    assert_eq!(status, 200);
    assert!(!met.contains("/cases/mohamed-baker/write"));
    assert_eq!(site.get("/cases/nobody").await.0, 404);
    assert_eq!(site.get("/nothing/here").await.0, 404);
}

#[tokio::test]
async fn a_withdrawn_case_is_gone_and_named_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("bundle");
    copy(&data(), &bundle);
    let file = bundle.join("cases/rita-karasartova.toml");
    let case = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, case.replacen("state = \"published\"", "state = \"withdrawn\"", 1)).unwrap();
    let site = Site::start_with(&bundle);
    for path in ["/cases/rita-karasartova", "/cases/rita-karasartova/write", "/cases/rita-karasartova/posted"] {
        let (status, page) = site.get(path).await;
        assert_eq!(status, 410, "{path}");
        assert!(!page.contains("Karasartova") && !page.contains("Карасартова"), "{path}: {page}");
    }
    for path in ["/", "/cases", "/campaigns/open-cases", "/campaigns/w4r-2023", "/api/v1/campaigns/open-cases/totals"] {
        let (status, page) = site.get(path).await;
        assert_eq!(status, 200, "{path}");
        assert!(!page.to_lowercase().contains("rita"), "{path}");
    }
}

#[tokio::test]
async fn every_page_that_is_linked_answers_and_forbids_inline_scripts() {
    let site = Site::start();
    let mut to_see = vec!["/".to_owned()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = to_see.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let response = site.client.get(format!("{}{path}", site.base)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        assert!(response.headers()["content-security-policy"].to_str().unwrap().contains("style-src 'self'"), "{path}");
        if !response.headers()["content-type"].to_str().unwrap().starts_with("text/html") {
            continue;
        }
        let page = response.text().await.unwrap();
        assert!(page.trim_end().ends_with("</html>"), "{path} ends at its end");
        assert!(!page.contains(" style=\"") && !page.contains("<script>"), "{path} has nothing inline");
        assert!(page.contains("demonstration") || page.contains("Demonstration"), "{path} says what it is");
        let links = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
        to_see.extend(links.filter(|l| !l.starts_with("pkg/")).map(|l| format!("/{}", l.split('#').next().unwrap())));
    }
    assert!(seen.len() > 80, "{} pages were found", seen.len());
}
