//! The address and the marks: what an envelope with a window needs.

use super::*;

#[test]
fn the_address_stands_in_the_window_and_the_sender_above_it() {
    let document = set(&spec()).unwrap();
    check_page(&document);
    for line in lines(&document, Role::Recipient).into_iter().chain(lines(&document, Role::ReturnAddress)) {
        assert!(line.x >= 25_000 && line.x + line.width() <= 100_000 && line.y > 45_000 && line.y < 89_000);
    }
    assert_eq!(read(&document, Role::ReturnAddress), "AnnaBerg·Freiburg");
    let rules = document.pages[0].items.iter().filter(|item| matches!(item, Item::Rule(_))).count();
    assert_eq!(rules, 4, "the line under the sender, two folds, one punch mark");
}

#[test]
fn a_long_return_address_takes_two_lines() {
    let mut spec = spec();
    spec.sender.name = "Dr. Anna-Katharina Berg-Schwarzenberger".into();
    spec.sender.lines = ["Bertoldstraße 17", "79098 Freiburg im Breisgau", "Deutschland"].map(String::from).to_vec();
    let document = set(&spec).unwrap();
    let texts: Vec<&str> =
        lines(&document, Role::ReturnAddress).iter().map(|placed| placed.line.text.as_str()).collect();
    let expected =
        ["Dr. Anna-Katharina Berg-Schwarzenberger · Bertoldstraße 17", "79098 Freiburg im Breisgau · Deutschland"];
    assert_eq!(texts, expected);
    spec.sender.lines = vec!["Street ".repeat(60)];
    let error = set(&spec).unwrap_err();
    assert_eq!(error.field(), Some(Field::Sender));
}

#[test]
fn marks_stand_at_the_folds_and_the_middle() {
    let marks = |paper| -> Vec<i32> {
        let document = set(&LetterSpec { paper, sender: Sender::default(), ..spec() }).unwrap();
        let rule = |item: &Item| match item {
            Item::Rule(rule) => Some(rule.y + rule.height / 2),
            _ => None,
        };
        document.pages[0].items.iter().filter_map(rule).collect()
    };
    assert_eq!(marks(Paper::A4), [105_000, 210_000, 148_500]);
    assert_eq!(marks(Paper::Letter), [105_000, 210_000, 139_700]);
}

#[test]
fn a_line_too_wide_for_the_window_is_named() {
    let mut spec = spec();
    spec.recipient[1] = "Ministry of Justice, Directorate General for the Execution of Sentences, Section IV".into();
    let Err(LetterError::LineTooWide { field, line, text, over_mm }) = set(&spec) else { panic!("it should not fit") };
    assert_eq!((field, line), (Field::Recipient, 2));
    assert!(text.starts_with("Ministry of Justice") && over_mm > 0);
    spec.profile = Profile::Plain;
    assert!(set(&spec).is_ok());
}

#[test]
fn a_long_address_is_set_smaller_before_it_is_refused() {
    let mut spec = spec();
    spec.recipient[0] = "Prosecutor General of the Kyrgyz Republic's Office".into();
    let document = set(&spec).unwrap();
    let sizes: Vec<i32> = lines(&document, Role::Recipient).iter().map(|line| line.size).collect();
    assert!(sizes.iter().all(|size| *size == sizes[0] && *size < BODY), "{sizes:?}");
}

#[test]
fn an_address_that_is_too_high_for_its_window_is_refused_by_name() {
    for profile in Profile::ALL {
        let (mut refused, most) =
            (None, Geometry::of(*profile, Paper::A4).window.map_or(12, |window| window.most_lines()));
        for count in 1..=14 {
            let recipient = (1..=count).map(|line| format!("Line {line}")).collect();
            match set(&LetterSpec { recipient, profile: *profile, ..spec() }) {
                Ok(document) => check_page(&document),
                Err(error) => {
                    refused.get_or_insert(error);
                }
            }
        }
        let expected = LetterError::TooManyLines { field: Field::Recipient, lines: most + 1, limit: most };
        assert_eq!(refused, Some(expected), "{profile}");
    }
}

/// Addresses of the demonstration data that have the most and the widest lines, with the country as it is printed.
const LONGEST: &[&[&str]] = &[
    &[
        "Chief Prosecutor of the Supreme Court of Cassation",
        "Office of the Prosecutor General of the Kyrgyz Republic",
        "A. Toktonalieva Street, 139",
        "Bishkek 720040",
        "KYRGYZSTAN",
    ],
    &[
        "Minister of Foreign Affairs",
        "Ministry of Foreign Affairs",
        "Office 4, Building 12",
        "Street",
        "Town 12345",
        "UNITED ARAB EMIRATES",
    ],
];

#[test]
fn the_address_lies_in_its_window_with_two_millimetres_to_spare() {
    let fonts = Fonts::embedded();
    for profile in Profile::ALL {
        for paper in Paper::ALL {
            let Some(window) = Geometry::of(*profile, *paper).window else { continue };
            let (left, top) = (window.left(*paper) + 2_000, window.top + 2_000);
            let (right, bottom) = (left - 4_000 + window.width, top - 4_000 + window.height);
            for address in LONGEST {
                let recipient = address.iter().map(|line| (*line).to_owned()).collect();
                let document = set(&LetterSpec { recipient, profile: *profile, paper: *paper, ..spec() }).unwrap();
                for placed in lines(&document, Role::Recipient) {
                    let mut x = placed.x;
                    for run in &placed.line.runs {
                        for glyph in &run.glyphs {
                            let (from, to, low, high) = ink(&fonts, run, glyph, placed.line.size);
                            assert!(x + from >= left && x + to <= right, "{profile}: {}", placed.line.text);
                            assert!(
                                placed.y - high >= top && placed.y - low <= bottom,
                                "{profile}: {}",
                                placed.line.text
                            );
                            x += micrometres(glyph.advance.into(), placed.line.size, run.upem);
                        }
                    }
                }
            }
        }
    }
}
