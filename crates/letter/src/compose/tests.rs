use proptest::prelude::*;

use super::*;
use crate::clean::{BREAK, JOINER, SOFT_HYPHEN};
use crate::frame::{Glyph, Placed, Run, micrometres};
use crate::spec::{Alignment, Paper, Profile, Sender};

fn spec() -> LetterSpec {
    LetterSpec {
        lang: "en".into(),
        title: "Letter".into(),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::Din5008B,
        paper: Paper::A4,
        sender: Sender { name: "Anna Berg".into(), lines: vec!["Freiburg".into()] },
        recipient: ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"]
            .map(String::from)
            .to_vec(),
        place_and_date: "Freiburg, 23 November 2026".into(),
        salutation: "Dear Prosecutor General,".into(),
        body: "I ask you to quash the conviction.".into(),
        closing: "Yours sincerely,".into(),
        style: LetterStyle::default(),
        alignment: Alignment::default(),
    }
}

fn set(spec: &LetterSpec) -> Result<Document, LetterError> {
    layout(spec, &Fonts::embedded())
}

fn lines(document: &Document, role: Role) -> Vec<Placed<'_>> {
    document.pages.iter().flat_map(Page::lines).filter(|line| line.role == role).collect()
}

/// The role's text without spaces and without the hyphens that the engine set.
fn read(document: &Document, role: Role) -> String {
    lines(document, role).iter().map(|line| solid(&line.text)).collect()
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(*c, SOFT_HYPHEN | BREAK | JOINER)).collect()
}

/// Fails if any glyph's ink leaves the page or any line the margins.
fn check_page(document: &Document) {
    let fonts = Fonts::embedded();
    let (width, height) = (document.size.width, document.size.height);
    for line in document.pages.iter().flat_map(Page::lines) {
        assert!(line.x >= 19_000 && line.x + line.width() <= width - 12_900, "{line:?}");
        let mut x = line.x;
        for run in &line.runs {
            for glyph in &run.glyphs {
                let (left, right, bottom, top) = ink(&fonts, run, glyph, line.size);
                assert!(x + left > 0 && x + right < width && line.y - top > 0 && line.y - bottom < height, "{line:?}");
                x += micrometres(glyph.advance.into(), line.size, run.upem);
            }
        }
    }
}

fn ink(fonts: &Fonts, run: &Run, glyph: &Glyph, size: i32) -> (i32, i32, i32, i32) {
    let outlines = fonts.face(run.font).unwrap().font.outline_glyphs();
    let Some(outline) = outlines.get(harfrust::GlyphId::from(glyph.id)) else { return (0, 0, 0, 0) };
    let bounds = outline.extents().unwrap();
    let length = |units: f32, moved: i32| micrometres(units as i64 + i64::from(moved), size, run.upem);
    let (x, y) = (bounds.x_bearing, bounds.y_bearing);
    (
        length(x, glyph.dx),
        length(x + bounds.width, glyph.dx),
        length(y - bounds.height.abs(), glyph.dy),
        length(y, glyph.dy),
    )
}

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
fn a_plain_letter_has_the_sender_at_the_top_and_no_marks() {
    for paper in Paper::ALL {
        let document = set(&LetterSpec { profile: Profile::Plain, paper: *paper, ..spec() }).unwrap();
        check_page(&document);
        assert_eq!(read(&document, Role::Sender), "AnnaBergFreiburg");
        assert!(document.pages[0].items.iter().all(|item| matches!(item, Item::Line(_))));
    }
}

#[test]
fn an_empty_letter_is_a_page() {
    let empty = LetterSpec {
        lang: String::new(),
        sender: Sender::default(),
        recipient: vec![],
        place_and_date: " ".into(),
        salutation: String::new(),
        body: "\n\n".into(),
        closing: String::new(),
        ..spec()
    };
    for profile in Profile::ALL {
        let document = set(&LetterSpec { profile: *profile, ..empty.clone() }).unwrap();
        assert_eq!(document.page_count(), 1);
        assert_eq!(document.pages[0].lines().count(), 0);
    }
    let without_body = set(&LetterSpec { body: String::new(), ..spec() }).unwrap();
    assert_eq!(lines(&without_body, Role::Name).len(), 1);
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

#[test]
fn each_field_is_named_with_the_character_it_cannot_have() {
    let bad = "heart \u{1f49b}".to_owned();
    let specs = [
        (Field::Sender, LetterSpec { sender: Sender { name: bad.clone(), lines: vec![] }, ..spec() }),
        (Field::Recipient, LetterSpec { recipient: vec![bad.clone()], ..spec() }),
        (Field::Place, LetterSpec { place_and_date: bad.clone(), ..spec() }),
        (Field::Salutation, LetterSpec { salutation: bad.clone(), ..spec() }),
        (Field::Body, LetterSpec { body: bad.clone(), ..spec() }),
        (Field::Closing, LetterSpec { closing: bad, ..spec() }),
    ];
    for (field, spec) in specs {
        assert_eq!(set(&spec), Err(LetterError::NoGlyph { field, character: '\u{1f49b}', code: "U+1F49B".into() }));
    }
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    let date = SpecDate { year: 2026, month: 13, day: 1 };
    assert_eq!(set(&LetterSpec { date, ..spec() }), Err(LetterError::BadDate { year: 2026, month: 13, day: 1 }));
}

#[test]
fn the_signature_never_stands_alone_and_no_line_of_a_paragraph_does() {
    let paragraph = "This is a sentence of a paragraph that takes a little more than two lines of the page, so that it can be parted, or not, by its end. ".repeat(2);
    for profile in Profile::ALL {
        for count in 1..=40 {
            let document =
                set(&LetterSpec { profile: *profile, body: vec![paragraph.as_str(); count].join("\n\n"), ..spec() })
                    .unwrap();
            check_page(&document);
            let last = document.pages.last().unwrap();
            let body = last.lines().filter(|line| line.role == Role::Body).count();
            assert!(body >= 2, "{count} paragraphs: {body} lines above the signature");
            assert!(
                last.lines().any(|line| line.role == Role::Closing) && last.lines().any(|line| line.role == Role::Name)
            );
            for page in &document.pages {
                let body: Vec<Placed> = page.lines().filter(|line| line.role == Role::Body).collect();
                let carried = body.iter().take_while(|line| !line.opens).count();
                let begun = body.iter().rev().take_while(|line| !line.opens).count() + 1;
                assert!(carried != 1 && begun >= 2.min(body.len()), "{count} paragraphs");
            }
        }
    }
}

#[test]
fn pages_are_numbered_when_there_are_several() {
    let document = set(&LetterSpec { body: vec!["Some words."; 75].join("\n\n"), ..spec() }).unwrap();
    assert_eq!(document.page_count(), 3);
    let header = "ProsecutorGeneral·Freiburg,23November2026";
    assert_eq!(read(&document, Role::Folio), format!("1/3{header}2/3{header}3/3"));
    assert!(lines(&set(&spec()).unwrap(), Role::Folio).is_empty());
}

#[test]
fn typed_line_breaks_stay() {
    let document = set(&LetterSpec { body: "one\r\ntwo\rthree\n \nfour".into(), ..spec() }).unwrap();
    let body: Vec<(&str, bool)> =
        lines(&document, Role::Body).iter().map(|placed| (placed.line.text.as_str(), placed.opens)).collect();
    assert_eq!(body, [("one", true), ("two", false), ("three", false), ("four", true)]);
}

#[test]
fn a_megabyte_is_one_clear_error_or_a_letter() {
    let too_long = Err(LetterError::TooLong { field: Field::Body, limit: PAGES });
    for piece in ["a\n", "word ", "\u{200b}", "a\u{301}", "supervision", "\n\n", "\u{a0}", "\u{202e}x"] {
        let result = set(&LetterSpec { body: piece.repeat(1_000_000 / piece.len()), ..spec() });
        assert!(result.is_ok() || result == too_long, "{piece:?}");
    }
    let closing = LetterSpec { closing: "bye ".repeat(250_000), ..spec() };
    assert!(matches!(set(&closing), Err(LetterError::TooManyLines { field: Field::Closing, .. })));
}

#[test]
fn a_bold_direction_override_changes_nothing() {
    let plain = set(&spec()).unwrap();
    let tricked =
        LetterSpec { body: "\u{202e}I ask you to quash\u{0} the conviction.\u{202c}\u{feff}".into(), ..spec() };
    assert_eq!(set(&tricked).unwrap(), plain);
}

#[test]
fn a_divided_word_reads_as_one() {
    let body = "правозащитница ".repeat(40);
    let document = set(&LetterSpec { lang: "ru".into(), body: body.clone(), ..spec() }).unwrap();
    assert!(lines(&document, Role::Body).iter().any(|line| line.text.ends_with(SOFT_HYPHEN)));
    assert_eq!(read(&document, Role::Body), solid(&body));
}

/// Text as people type and paste it. `wild` text also has what no letter should.
fn any_text(pieces: usize, wild: bool) -> BoxedStrategy<String> {
    let tame = prop_oneof![
        4 => "[a-zA-Zäöüßéñ ,.;:'!?0-9-]{1,30}",
        2 => "[а-яёА-Яңөү ,.]{1,20}",
        1 => "[ء-غف-يًٌٍَُِّْ ،0-9٠-٩]{1,20}",
        1 => "[א-תְִֶַָּ ,.0-9-]{1,20}",
        1 => "[क-हािीुेो्ंअआइ ]{1,20}",
        1 => "[ক-নপ-রলশ-হািীুেো্ংঅআ ]{1,20}",
        1 => "[ก-ฮะาิีุูเแโใไ่้๊๋์ำๆ ]{1,20}",
        2 => "[α-ωάέήίόύώΑ-ΡΣ-Ω ,.]{1,20}",
        2 => "[\u{0}-\u{1f}\u{7f}-\u{a0}\u{ad}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}\u{feff}]{1,6}",
        1 => "[a-z][\u{300}-\u{304}\u{306}-\u{308}]{1,4}",
        1 => "[a-z]{200,400}",
    ];
    let piece = if wild {
        prop_oneof![8 => tame, 1 => "[\u{300}-\u{36f}]{1,6}", 1 => "\\PC{1,8}"].boxed()
    } else {
        tame.boxed()
    };
    prop::collection::vec(piece, 0..pieces).prop_map(|pieces| pieces.concat()).boxed()
}

/// Without the marks of quotations, which are not printed.
fn unquoted(text: &str, field: Field) -> String {
    let printed = |line: &str| match plain::Form::of(line.trim()) {
        plain::Form::Quote(quoted) if field == Field::Body => quoted.to_owned(),
        _ => line.to_owned(),
    };
    text.split('\n').map(printed).collect()
}

fn any_spec(wild: bool) -> impl Strategy<Value = LetterSpec> {
    let lang = prop::sample::select(vec![
        "",
        "en",
        "de",
        "ru",
        "el",
        "pl",
        "ky",
        "sr",
        "ar",
        "he",
        "hi",
        "bn",
        "th",
        "ja",
        "x-\u{1f600}",
    ]);
    let recipient = prop::collection::vec("[A-Za-zа-я0-9 ,.\u{0}-\u{9}]{0,30}", 0..9);
    let fields = (any_text(60, wild), any_text(3, wild), any_text(3, wild), "[A-Za-zÀ-ÿ ]{0,20}", recipient);
    let alignment = prop::sample::select(&[Alignment::Ragged, Alignment::Justified][..]);
    let shape = (prop::sample::select(Profile::ALL), prop::sample::select(Paper::ALL), alignment);
    (lang, fields, shape).prop_map(
        |(lang, (body, closing, salutation, name, recipient), (profile, paper, alignment))| LetterSpec {
            lang: lang.into(),
            sender: Sender { name, lines: recipient.iter().take(3).cloned().collect() },
            recipient,
            salutation,
            body,
            closing: closing.chars().take(200).collect(),
            profile,
            paper,
            alignment,
            ..spec()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_on_the_page_or_named_in_the_error(spec in any_spec(true)) {
        match set(&spec) {
            Ok(document) => {
                check_page(&document);
                for (typed, field, role) in [
                    (&spec.salutation, Field::Salutation, Role::Salutation),
                    (&spec.body, Field::Body, Role::Body),
                    (&spec.closing, Field::Closing, Role::Closing),
                    (&spec.sender.name, Field::Sender, Role::Name),
                    (&spec.recipient.concat(), Field::Recipient, Role::Recipient),
                ] {
                    prop_assert_eq!(read(&document, role), solid(&unquoted(&clean(typed, field).unwrap(), field)));
                }
                prop_assert_eq!(&set(&spec).unwrap(), &document);
            }
            Err(error) => {
                let field = error.field();
                prop_assert!(field.is_some(), "{error}");
                if let LetterError::NoGlyph { character, .. } = error {
                    let typed = [&spec.salutation, &spec.body, &spec.closing, &spec.sender.name].into_iter();
                    let all: String = typed.chain(&spec.recipient).chain(&spec.sender.lines).cloned().collect();
                    prop_assert!(all.contains(character));
                }
            }
        }
    }

    #[test]
    fn what_the_font_has_is_set_and_every_writer_takes_it(spec in any_spec(false)) {
        let fonts = Fonts::embedded();
        let document = match set(&spec) {
            Ok(document) => document,
            // The window is narrow, a salutation is short, and marks are drawn at random; that is all that may be wrong here.
            Err(LetterError::LineTooWide { .. } | LetterError::TooManyLines { .. } | LetterError::TooManyMarks { .. }) => {
                return Ok(());
            }
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        check_page(&document);
        for index in 0..document.page_count() {
            prop_assert!(crate::svg::page(&document, &fonts, index).is_ok());
        }
        prop_assert!(crate::pdf::write(&document, &fonts).unwrap().starts_with(b"%PDF-1.7"));
        let text = crate::text::write(&document);
        prop_assert!(solid(&text).contains(&solid(&spec.sender.name)));
    }
}

fn by_hand(points: usize) -> LetterSpec {
    let points =
        vec!["Ask for the conviction to be quashed, and say in your own words why you care.".to_owned(); points];
    LetterSpec { style: LetterStyle::Lines { heading: "What to say".into(), points }, body: String::new(), ..spec() }
}

#[test]
fn a_sheet_to_write_on_has_lines_between_salutation_and_closing() {
    for profile in Profile::ALL {
        for paper in Paper::ALL {
            for points in [0, 3] {
                let document = set(&LetterSpec { profile: *profile, paper: *paper, ..by_hand(points) }).unwrap();
                assert_eq!(document.page_count(), 1);
                check_page(&document);
                let measure = Geometry::of(*profile, *paper).measure();
                let ruled = document.pages[0].items.iter().filter_map(|item| match item {
                    Item::Rule(rule) if rule.width == measure => Some(rule.y),
                    _ => None,
                });
                let ruled: Vec<i32> = ruled.collect();
                assert!(ruled.len() >= 8, "{profile} {paper}: {}", ruled.len());
                let (above, below) = (&lines(&document, Role::Salutation)[0], &lines(&document, Role::Closing)[0]);
                assert!(ruled.iter().all(|y| (above.y..below.y).contains(y)));
                assert_eq!(lines(&document, Role::Body).is_empty(), points == 0);
            }
        }
    }
    assert!(matches!(set(&by_hand(40)), Err(LetterError::TooManyLines { field: Field::Body, .. })));
}

#[test]
fn a_blank_sheet_has_the_address_and_no_text() {
    let document = set(&LetterSpec { style: LetterStyle::Blank, ..spec() }).unwrap();
    check_page(&document);
    assert!(lines(&document, Role::Recipient).len() > 2);
    assert!(
        [Role::Salutation, Role::Body, Role::Closing, Role::Name].iter().all(|role| lines(&document, *role).is_empty())
    );
}

#[test]
fn a_letter_that_is_a_little_too_long_is_set_smaller_and_one_much_too_long_is_not() {
    let size = |paragraphs: usize| {
        let document = set(&LetterSpec { body: vec!["Some words."; paragraphs].join("\n\n"), ..spec() }).unwrap();
        (document.page_count(), lines(&document, Role::Body)[0].line.size)
    };
    let sizes: Vec<(usize, i32)> = (8..24).map(size).collect();
    assert_eq!(sizes[0], (1, BODY));
    assert!(sizes.iter().any(|one| one.0 == 1 && one.1 < BODY), "{sizes:?}");
    assert_eq!(sizes.last(), Some(&(2, BODY)));
    assert!(
        sizes.windows(2).all(|two| two[1].0 > two[0].0 || two[1].1 <= two[0].1),
        "never larger for more: {sizes:?}"
    );
}

#[test]
fn lists_hang_and_quotations_are_set_in() {
    let item = "- The conviction of Rita Karasartova is to be quashed, and she is to be free to work and to travel.";
    let quote = "> I only published what another had written, and I would do it again, because it was true.";
    let document =
        set(&LetterSpec { body: format!("I ask two things:\n{item}\n2. Free her.\n\n{quote}"), ..spec() }).unwrap();
    check_page(&document);
    let body: Vec<(i32, &str)> =
        lines(&document, Role::Body).iter().map(|one| (one.x, one.line.text.as_str())).collect();
    assert_eq!(body[0], (25_000, "I ask two things:"));
    assert!(body[1].0 == 25_000 && body[1].1.starts_with("- The conviction"));
    assert_eq!(body[2].0, 25_000 + INDENT);
    assert_eq!(body[3], (25_000, "2. Free her."));
    assert!(body[4].0 == 25_000 + INDENT && body[4].1.starts_with("I only"));
    let line = lines(&document, Role::Body)[3].line;
    let text: String = line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| line.text_of(glyph)).collect();
    assert_eq!(text, "2. Free her.");
}

#[test]
fn justified_text_ends_at_both_edges() {
    let body =
        "I ask you to quash the conviction of Rita Karasartova, and to let her work and live without fear. ".repeat(4);
    let document = set(&LetterSpec { body, alignment: Alignment::Justified, ..spec() }).unwrap();
    check_page(&document);
    let body = lines(&document, Role::Body);
    let (last, full) = body.split_last().unwrap();
    assert!(full.len() >= 3 && full.iter().all(|one| (one.x + one.line.width() - 190_000).abs() < 60));
    assert!(last.x + last.line.width() < 190_000);
}

#[test]
fn forty_marks_on_one_letter_are_refused_in_every_script() {
    for mark in ["\u{301}", "\u{64e}", "\u{5b0}", "\u{941}", "\u{9c1}", "\u{e48}", "\u{302a}"] {
        let error = set(&LetterSpec { body: format!("a{}", mark.repeat(40)), ..spec() }).unwrap_err();
        assert!(matches!(error, LetterError::TooManyMarks { field: Field::Body, .. }), "{error}");
    }
}

#[test]
fn a_name_stands_where_the_text_begins() {
    let document = set(&LetterSpec { lang: "ar".into(), body: "أكتب إليكم".into(), ..spec() }).unwrap();
    let name = lines(&document, Role::Name)[0];
    assert_eq!(name.x + name.line.width(), 190_000);
}

#[test]
fn a_letter_with_a_mark_of_another_script_is_set_apart_from_it() {
    for body in ["a\u{64e}b", "\u{64b}é", "ж\u{5b0}", "ก\u{301}", "क\u{64e}"] {
        let document = set(&LetterSpec { body: body.into(), ..spec() }).unwrap();
        assert_eq!(read(&document, Role::Body), body);
    }
}
