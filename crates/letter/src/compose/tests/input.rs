//! Whatever is typed: a page, or one error that names it.

use proptest::prelude::*;

use super::*;

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

#[test]
fn forty_marks_on_one_letter_are_refused_in_every_script() {
    for mark in ["\u{301}", "\u{64e}", "\u{5b0}", "\u{941}", "\u{9c1}", "\u{e48}", "\u{302a}"] {
        let error = set(&LetterSpec { body: format!("a{}", mark.repeat(40)), ..spec() }).unwrap_err();
        assert!(matches!(error, LetterError::TooManyMarks { field: Field::Body, .. }), "{error}");
    }
}

#[test]
fn a_letter_with_a_mark_of_another_script_is_set_apart_from_it() {
    for body in ["a\u{64e}b", "\u{64b}é", "ж\u{5b0}", "ก\u{301}", "क\u{64e}"] {
        let document = set(&LetterSpec { body: body.into(), ..spec() }).unwrap();
        assert_eq!(read(&document, Role::Body), body);
    }
}
