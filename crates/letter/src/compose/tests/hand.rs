//! Sheets to be filled by hand.

use super::*;

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
