//! What somebody reads who does not write: what letters did, and what many signed together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::Site;

const LETTER: &str = "/open-letters/kyrgyzstan-foreign-representatives-2024";
const STATEMENT: &str = "/statements/eu-central-asia-2025";

fn stands_in_order(page: &str, parts: &[&str]) {
    let mut rest = page;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not in its place"));
        rest = &rest[at + part.len()..];
    }
}

#[tokio::test]
async fn a_reader_finds_what_letters_did_and_who_signed_what() {
    let site = Site::start();
    let (_, home) = site.get("/").await;
    assert!(home.contains("href=\"/outcomes\"") && home.contains("Every outcome, with its source"));

    let (status, outcomes) = site.get("/outcomes").await;
    assert_eq!(status, 200);
    let editions = ["Write for Rights 2024", "Write for Rights 2023", "Write for Rights 2022", "Write for Rights 2021"];
    stands_in_order(&outcomes, &editions.map(|title| format!("{title}</h2>")).each_ref().map(String::as_str));
    assert_eq!(outcomes.matches("class=\"postmark\"").count(), 7, "a cancelled stamp for each demand that was met");
    for part in ["at least 5,300,000", "humanrightsdefenders.blog", "fate sheet mourned", LETTER, STATEMENT] {
        assert!(outcomes.contains(part), "the page lacks {part}");
    }

    let (status, letter) = site.get(LETTER).await;
    assert_eq!(status, 200);
    let order = [
        "31 signatories",
        "Nobody here has checked",
        "International Partnership for Human Rights (IPHR)",
        "IDP Women Association Consent",
        "FIDH (International Federation for Human Rights)",
        "within the framework of the Observatory",
        "World Organisation Against Torture (OMCT)",
        "within the framework of the Observatory",
        "Amnesty International",
    ];
    stands_in_order(&letter, &order);

    let (status, statement) = site.get(STATEMENT).await;
    assert_eq!(status, 200);
    let order = ["Kazakhstan</h2>", "Kyrgyzstan</h2>", "Lift the probation", "Tajikistan</h2>", "Turkmenistan</h2>"];
    stands_in_order(&statement, &order);
    assert!(statement.contains("/cases/rita-karasartova") && statement.contains(LETTER));

    for missing in ["/open-letters/none", "/statements/none", "/open-letters/eu-central-asia-2025"] {
        assert_eq!(site.get(missing).await.0, 404, "{missing}");
    }
}
