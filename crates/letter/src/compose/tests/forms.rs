//! Lists, quotations and line breaks out of plain text.

use super::*;

#[test]
fn typed_line_breaks_stay() {
    let document = set(&LetterSpec { body: "one\r\ntwo\rthree\n \nfour".into(), ..spec() }).unwrap();
    let body: Vec<(&str, bool)> =
        lines(&document, Role::Body).iter().map(|placed| (placed.line.text.as_str(), placed.opens)).collect();
    assert_eq!(body, [("one", true), ("two", false), ("three", false), ("four", true)]);
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
    assert_eq!(body[..2], [(25_000, "I ask two things:"), (25_000, "-")]);
    assert!(body[2].0 == 25_000 + INDENT && body[2].1.starts_with("The conviction"));
    assert_eq!(body[3].0, 25_000 + INDENT);
    assert_eq!(body[4..6], [(25_000, "2."), (25_000 + INDENT, "Free her.")]);
    assert!(body[6].0 == 25_000 + INDENT && body[6].1.starts_with("I only"));
    let placed = lines(&document, Role::Body);
    assert_eq!(placed[4].y, placed[5].y, "a mark stands on its item's baseline");
    assert!(crate::text::write(&document).contains("\n2. Free her.\n"));
}

#[test]
fn lists_and_quotations_are_told_apart_by_those_who_do_not_see_them() {
    let body =
        "I ask:\n- Quash it.\n\n- Let her work.\n1. First.\n\n> She said so.\n> Twice.\n\n> And again.\n\nThank you.";
    let document = set(&LetterSpec { body: body.into(), ..spec() }).unwrap();
    let elements = &document.structure.elements;
    let path = |element: Option<u32>| {
        let up = std::iter::successors(element, |number| elements[*number as usize].parent);
        let mut tags: Vec<(u32, Tag)> = up.map(|number| (number, elements[number as usize].tag)).collect();
        tags.reverse();
        tags
    };
    let of = |text: &str| {
        let placed = lines(&document, Role::Body).into_iter().find(|one| one.line.text == text).unwrap();
        path(placed.element)
    };
    let tags = |text: &str| of(text)[1..].iter().map(|step| step.1).collect::<Vec<_>>();
    assert_eq!(tags("I ask:"), [Tag::Paragraph]);
    assert_eq!(tags("-"), [Tag::List, Tag::ListItem, Tag::Label]);
    assert_eq!(tags("Quash it."), [Tag::List, Tag::ListItem, Tag::ListBody]);
    assert_eq!(tags("First."), [Tag::NumberedList, Tag::ListItem, Tag::ListBody]);
    assert_eq!(tags("Twice."), [Tag::Quote, Tag::Paragraph]);
    assert_eq!(tags("Thank you."), [Tag::Paragraph]);
    assert_eq!(of("Quash it.")[1], of("Let her work.")[1], "one list, also over a blank line");
    assert_ne!(of("Quash it.")[2], of("Let her work.")[2]);
    assert_eq!(of("She said so."), of("Twice."));
    assert!(of("Twice.")[1] == of("And again.")[1] && of("Twice.")[2] != of("And again.")[2]);
}

#[test]
fn a_list_from_right_to_left_has_its_marks_at_the_right() {
    let document = set(&LetterSpec { lang: "ar".into(), body: "- أكتب إليكم".into(), ..spec() }).unwrap();
    check_page(&document);
    let body = lines(&document, Role::Body);
    assert_eq!(body[0].x + body[0].line.width(), 190_000);
    assert_eq!(body[1].x + body[1].line.width(), 190_000 - INDENT);
}
