//! Where text, signature and page numbers stand.

use super::*;

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
fn a_divided_word_reads_as_one() {
    let body = "правозащитница ".repeat(40);
    let document = set(&LetterSpec { lang: "ru".into(), body: body.clone(), ..spec() }).unwrap();
    assert!(lines(&document, Role::Body).iter().any(|line| line.text.ends_with(SOFT_HYPHEN)));
    assert_eq!(read(&document, Role::Body), solid(&body));
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
fn a_last_paragraph_that_does_not_show_moves_no_signature_off_the_page() {
    for profile in [Profile::Plain, Profile::Din5008B] {
        for count in 1..40 {
            let body = format!("{}\n\n\u{200b}", vec!["Some words."; count].join("\n\n"));
            check_page(&set(&LetterSpec { profile, paper: Paper::Letter, body, ..spec() }).unwrap());
        }
    }
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
fn a_name_stands_where_the_text_begins() {
    let document = set(&LetterSpec { lang: "ar".into(), body: "أكتب إليكم".into(), ..spec() }).unwrap();
    let name = lines(&document, Role::Name)[0];
    assert_eq!(name.x + name.line.width(), 190_000);
}
