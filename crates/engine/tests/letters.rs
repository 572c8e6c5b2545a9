//! Letters: set for the right office, refused in words that help, and kept nowhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::collections::BTreeSet;

use common::{demonstration, empty_houses, houses};
use domain::{Lang, field::Rule};
use engine::{Actor, EngineError, letters::LetterRequest};
use letter::{
    Fonts,
    frame::Role,
    spec::{Alignment, Paper, Profile},
};

fn request(case: &str) -> LetterRequest {
    LetterRequest {
        case: case.parse().unwrap(),
        target: None,
        lang: Lang::en(),
        profile: Profile::Din5008B,
        paper: Paper::A4,
        alignment: Alignment::Ragged,
        name: "Anna Berg".into(),
        sender_lines: vec!["79098 Freiburg".into()],
        salutation: String::new(),
        body: Some("I am writing to you about Rita Karasartova.".into()),
        date: None,
        posted_from: None,
    }
}

fn rules(error: EngineError) -> Vec<(String, Rule)> {
    match error {
        EngineError::Invalid(fields) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_letter_to_bishkek_is_set() {
    let house = houses().await.remove(0);
    let engine = &house.engine;
    let draft = engine.letter_draft(&"rita-karasartova".parse().unwrap(), None, &Lang::en()).await.unwrap();
    assert_eq!(draft.salutation, "Dear Prosecutor General,");
    let spec = engine.letter_spec(&request("rita-karasartova"), &draft).unwrap();
    assert_eq!(spec.recipient, ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"]);
    assert_eq!(spec.place_and_date, "Freiburg, 23 November 2026");
    let set = engine.set_letter(&request("rita-karasartova")).await.unwrap();
    assert!(set.pdf.starts_with(b"%PDF-"));
    assert_eq!((set.pages, set.file_name.as_str()), (1, "letter-rita-karasartova.pdf"));
    let again = engine.set_letter(&request("rita-karasartova")).await.unwrap();
    assert_eq!(again.pdf, set.pdf, "the same letter gives the same bytes");
}

#[tokio::test]
async fn every_case_that_takes_letters_has_one_that_can_be_set() {
    let house = houses().await.remove(0);
    let engine = &house.engine;
    let mut set = 0;
    for card in engine.cases().await.unwrap() {
        for (profile, paper) in [(Profile::Din5008B, Paper::A4), (Profile::Plain, Paper::Letter)] {
            let whole = LetterRequest { body: None, profile, paper, ..request(card.slug.as_str()) };
            match engine.set_letter(&whole).await {
                Ok(letter) => {
                    assert!(card.takes_letters, "{}", card.slug);
                    assert!(letter.pages <= 2, "{}: {} pages", card.slug, letter.pages);
                    set += 1;
                }
                Err(error) => {
                    assert!(!card.takes_letters, "{}: {error}", card.slug);
                    let rule = rules(error).remove(0).1;
                    assert!(matches!(rule, Rule::CaseNotWritten | Rule::NoAddress), "{}", card.slug);
                }
            }
        }
    }
    assert!(set >= 60, "{set} letters were set");
}

/// How far an address stays from its window's edges, in micrometres: the sheet moves two millimetres in its envelope. Here a
/// twentieth of one less, because the letters' heights below are rounded up.
const SPARE: i32 = 1_950;

/// Whether the address lies in the window, the highest and lowest letters at their size included: 0.93 and 0.34 of it.
fn lies_in_window(document: &letter::Document, profile: Profile, paper: Paper) -> bool {
    let Some(window) = letter::window(profile, paper) else { return true };
    let mut address = document.pages[0].lines().filter(|line| line.role == Role::Recipient);
    address.all(|line| {
        let (up, down) = (line.size * 33, line.size * 12);
        line.x >= window.x + SPARE
            && line.x + line.width() <= window.x + window.width - SPARE
            && line.y - up >= window.y + SPARE
            && line.y + down <= window.y + window.height - SPARE
    })
}

/// Those that do not go into a window, and are told so: six lines are too many for the lowest ones. There is a profile for envelopes
/// without one.
const REFUSED: [&str; 3] = [
    "attorney-general-nigeria in norway-c65",
    "attorney-general-nigeria in us-9-double",
    "attorney-general-nigeria in us-9-single",
];

#[tokio::test]
async fn every_address_of_the_demonstration_lies_in_every_window_or_is_refused_by_name() {
    let house = houses().await.remove(0);
    let (engine, fonts) = (&house.engine, Fonts::embedded());
    let (mut set, mut longest, mut refused) = (0, 0, BTreeSet::new());
    for card in engine.cases().await.unwrap() {
        let Ok(draft) = engine.letter_draft(&card.slug, None, &Lang::en()).await else { continue };
        for target in draft.page.targets.iter().map(|target| target.target.slug.clone()) {
            let Ok(draft) = engine.letter_draft(&card.slug, Some(&target), &Lang::en()).await else { continue };
            for from in ["GB", "DE", "FR", "ES"] {
                for (profile, paper) in
                    Profile::ALL.iter().flat_map(|p| Paper::ALL.iter().map(move |paper| (*p, *paper)))
                {
                    let posted_from = Some(from.parse().unwrap());
                    let request = LetterRequest { profile, paper, posted_from, ..request(card.slug.as_str()) };
                    let spec = engine.letter_spec(&request, &draft).unwrap();
                    longest = longest.max(spec.recipient.iter().map(|line| line.chars().count()).max().unwrap_or(0));
                    match letter::layout(&spec, &fonts) {
                        Ok(document) => {
                            assert!(lies_in_window(&document, profile, paper), "{target} in {profile} on {paper}");
                            set += 1;
                        }
                        Err(error) => {
                            assert_eq!(error.field(), Some(letter::Field::Recipient), "{target}: {error}");
                            refused.insert(format!("{target} in {profile}"));
                        }
                    }
                }
            }
        }
    }
    assert!(set >= 1_000 && longest >= 40, "{set} letters, the longest line of {longest} characters");
    assert_eq!(refused, BTreeSet::from(REFUSED.map(str::to_owned)));
}

#[tokio::test]
async fn a_case_without_an_address_offers_no_letter_and_names_the_office() {
    let house = empty_houses().await.remove(0);
    let mut bundle = demonstration();
    let office = bundle.targets.iter_mut().find(|t| t.slug.as_str() == "prosecutor-general-kyrgyzstan").unwrap();
    office.postal_lines.clear();
    house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
    let engine = &house.engine;
    assert!(!engine.case_page(&"rita-karasartova".parse().unwrap()).await.unwrap().offers_letter());
    let error = engine.set_letter(&request("rita-karasartova")).await.unwrap_err();
    assert!(error.to_string().contains("Prosecutor General of the Kyrgyz Republic"), "{error}");
    assert_eq!(rules(error), [("target".into(), Rule::NoAddress)]);
}

#[tokio::test]
async fn the_embassy_is_written_to_where_the_office_has_no_address() {
    let house = houses().await.remove(0);
    let mansoor = house.engine.case_page(&"ahmed-mansoor".parse().unwrap()).await.unwrap();
    assert!(!mansoor.targets[0].target.takes_letters() && mansoor.offers_letter());
    assert!(house.engine.set_letter(&request("ahmed-mansoor")).await.is_ok());
    // Mohamed Baker is free: the demand was met
    let error = house.engine.set_letter(&request("mohamed-baker")).await.unwrap_err();
    assert_eq!(rules(error), [("case".into(), Rule::CaseNotWritten)]);
}

#[tokio::test]
async fn what_cannot_be_printed_or_is_too_long_is_named_by_field() {
    let house = houses().await.remove(0);
    let engine = &house.engine;
    let with = |change: &dyn Fn(&mut LetterRequest)| {
        let mut request = request("rita-karasartova");
        change(&mut request);
        request
    };
    let empty = with(&|r| r.body = Some(" \n".into()));
    assert_eq!(rules(engine.set_letter(&empty).await.unwrap_err()), [("body".into(), Rule::Required)]);
    let emoji = with(&|r| r.body = Some("Hope \u{1F600}".into()));
    assert_eq!(rules(engine.set_letter(&emoji).await.unwrap_err()), [("body".into(), Rule::NotPrintable)]);
    let long = with(&|r| r.body = Some("word ".repeat(5000)));
    assert_eq!(rules(engine.set_letter(&long).await.unwrap_err()), [("body".into(), Rule::TooLong)]);
    let name = with(&|r| r.name = "x".repeat(200));
    assert_eq!(rules(engine.set_letter(&name).await.unwrap_err()), [("name".into(), Rule::TooLong)]);
    let nobody = with(&|r| r.target = Some("nobody".parse().unwrap()));
    assert_eq!(rules(engine.set_letter(&nobody).await.unwrap_err()), [("target".into(), Rule::UnknownWord)]);
}

#[tokio::test]
async fn a_writers_own_text_is_set_in_the_language_asked_for() {
    let house = houses().await.remove(0);
    let engine = &house.engine;
    let case = "rita-karasartova".parse().unwrap();
    let mut own = LetterRequest { lang: "ar".parse().unwrap(), ..request("rita-karasartova") };
    own.body = Some("أكتب إليكم بشأن ريتا كاراسارتوفا.".into());
    let draft = engine.letter_draft_in(&case, None, &own.lang, true).await.unwrap();
    let spec = engine.letter_spec(&own, &draft).unwrap();
    assert_eq!((spec.lang.as_str(), spec.salutation.as_str()), ("ar", "تحية طيبة وبعد،"));
    assert_eq!(spec.closing, "وتفضلوا بقبول فائق الاحترام،");
    assert_eq!(spec.place_and_date, "Freiburg، 23 نوفمبر 2026");
    let document = letter::layout(&spec, &Fonts::embedded()).unwrap();
    let body: Vec<_> = document.pages[0].lines().filter(|line| line.line.role == Role::Body).collect();
    assert!(!body.is_empty() && body.iter().all(|line| line.line.rtl));
    assert!(engine.set_letter(&own).await.unwrap().pdf.starts_with(b"%PDF-"));
    // A language without formulas of its own has none of another one's.
    let swahili = engine.letter_draft_in(&case, None, &"sw".parse().unwrap(), true).await.unwrap();
    assert_eq!((swahili.lang.as_str(), swahili.salutation.as_str(), swahili.closing.as_str()), ("sw", "", ""));
    let none = LetterRequest { body: None, ..own };
    let EngineError::Invalid(wrong) = engine.set_letter(&none).await.unwrap_err() else { panic!("refused otherwise") };
    assert_eq!((wrong[0].field.as_str(), wrong[0].rule), ("lang", Rule::NoTextInLanguage));
    assert_eq!(wrong[0].detail.as_deref(), Some("en"));
}

#[tokio::test]
async fn an_address_too_long_for_a_window_is_told_with_its_lines_and_a_way_out() {
    let house = houses().await.remove(0);
    let window = LetterRequest {
        profile: Profile::UsSingle,
        paper: Paper::Letter,
        posted_from: Some("US".parse().unwrap()),
        ..request("imoleayo-michael")
    };
    let error = house.engine.set_letter(&window).await.unwrap_err();
    let told = error.to_string();
    assert!(told.contains("7 > 6") && told.contains("choose another envelope"), "{told}");
    assert_eq!(rules(error), [("target".into(), Rule::AddressTooLong)]);
    assert!(house.engine.set_letter(&LetterRequest { profile: Profile::Plain, ..window }).await.is_ok());
}

#[tokio::test]
async fn a_font_that_is_not_installed_is_no_fault_of_the_writers() {
    let house = houses().await.remove(0);
    let mut chinese = LetterRequest { lang: "zh-Hans".parse().unwrap(), ..request("rita-karasartova") };
    chinese.body = Some("我们请求释放她。".into());
    let error = house.engine.set_letter(&chinese).await.unwrap_err();
    assert!(error.to_string().contains("not installed here"), "{error}");
    assert_eq!(rules(error)[0].1, Rule::FontMissing);
}

#[tokio::test]
async fn nothing_of_a_letter_is_kept() {
    let house = houses().await.remove(0);
    let marked = LetterRequest {
        name: "Xylophonia Quasar".into(),
        sender_lines: vec!["Zzyzxville".into()],
        body: Some("Quetzalcoatlus sentence.".into()),
        ..request("rita-karasartova")
    };
    house.engine.set_letter(&marked).await.unwrap();
    house.database.db.clone().close().await.unwrap();
    let folder = house.database.folder.as_ref().unwrap().path();
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for word in ["Xylophonia", "Zzyzxville", "Quetzalcoatlus"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} is in the database");
        }
    }
}
