use domain::report::NewReport;

use super::*;

fn names() -> BTreeMap<String, Slug> {
    BTreeMap::from([("rita karasartova".to_owned(), "rita-karasartova".parse().unwrap())])
}

fn read(text: &str) -> Result<CsvLines, Vec<FieldError>> {
    read_csv(text.as_bytes(), &names())
}

/// What is wrong with a table, as a report of its lines is refused.
fn wrong(text: &str) -> Vec<(String, Rule)> {
    let errors = match read(text) {
        Err(errors) => errors,
        Ok(table) => {
            let new = NewReport {
                id: "01935a2e-7c00-7abc-8def-0123456789ab".parse().unwrap(),
                campaign: "w4r".into(),
                group: Some("freiburg".into()),
                section: None,
                replaces: None,
                collected_from: "2026-12-01".into(),
                collected_to: "2026-12-01".into(),
                basis: "counted".into(),
                people: table.people,
                note: None,
                lines: table.lines.clone(),
            };
            table.by_row(new.read().unwrap_err())
        }
    };
    errors.into_iter().map(|e| (e.field, e.rule)).collect()
}

fn line(case: &str, kind: &str, quantity: i64, language: Option<&str>) -> NewLine {
    NewLine { case: case.into(), kind: kind.into(), quantity, language: language.map(str::to_owned) }
}

#[test]
fn a_table_is_read_with_the_habits_of_every_spreadsheet_program() {
    let lines =
        [line("rita-karasartova", "letter", 1200, Some("ky")), line("ahmed-mansoor", "printed-letter", 30, None)];
    for text in [
        "case,kind,quantity,language\nrita-karasartova,letter,1200,ky\nahmed-mansoor,printed-letter,30,\n",
        "\u{feff}Case;Kind;Quantity;Language\r\nRita Karasartova;Letters;1.200,00;KY\r\nahmed-mansoor;printed letter;30;\r\n",
        "sep=;\ncase;kind;number;lang\nrita karasartova;letter;1 200;ky\nahmed-mansoor;printed letters;30,0;\n",
        "quantity\tcase\tkind\tlanguage\tremark\n\"1,200\"\trita-karasartova\tletter\tky\tx\n30\tahmed-mansoor\tprinted-letter\n",
    ] {
        assert_eq!(read(text).unwrap().lines, lines, "{text}");
    }
}

#[test]
fn rows_without_a_number_are_left_out() {
    let read = read("case,kind,quantity\na,letter,\nb,letter,0\n,,\nc,card,3\n").unwrap();
    assert_eq!(read.lines, [line("c", "card", 3, None)]);
    let error = FieldError::new("lines[0].case", Rule::UnknownCase);
    assert_eq!(read.by_row(vec![error])[0].field, "rows[5].case");
}

#[test]
fn every_bad_row_is_named_and_nothing_is_taken() {
    let text = "case,kind,quantity\na,letter,1\nb,letter,many\nc,letter,=1+1\nd,letter,-3\ne,letter,2.5\n";
    for end in ["\n", "\r\n", "\r"] {
        let rows: Vec<String> = wrong(&text.replace('\n', end)).into_iter().map(|(field, _)| field).collect();
        assert_eq!(rows, ["rows[3].quantity", "rows[4].quantity", "rows[5].quantity", "rows[6].quantity"], "{end:?}");
    }
}

#[test]
fn a_row_that_spans_lines_is_named_by_its_first() {
    let text = "case,kind,quantity,remark\na,letter,1,\"two\nlines\"\nb,letter,x,\n";
    assert_eq!(wrong(text), [("rows[4].quantity".to_owned(), Rule::OneToTenMillion)]);
}

#[test]
fn rows_are_named_together_whatever_is_wrong_with_each() {
    let text = "case,kind,quantity,people\nA b,letter,1,1\nb,fax,2,1\nc,letter,x,1\nd,letter,4,none\ne,letter,5,1,6\n";
    let rows: Vec<String> = wrong(text).into_iter().map(|(field, _)| field).collect();
    assert_eq!(rows, ["rows[2].case", "rows[3].kind", "rows[4].quantity", "rows[5].people", "rows[6]"]);
}

#[test]
fn a_number_that_its_comma_cuts_in_two_is_not_counted_as_its_first_part() {
    for (text, row) in [
        ("case,kind,quantity\na,letter,1,200\n", "rows[2]"),
        ("case,kind,quantity,people\na,letter,1,200,15\n", "rows[2]"),
        ("case,kind,quantity\nb,card,7\na,letter,,200\n", "rows[3]"),
    ] {
        assert_eq!(wrong(text), [(row.to_owned(), Rule::TooManyCells)], "{text}");
    }
}

#[test]
fn empty_cells_at_the_end_are_no_cells() {
    assert_eq!(read("case;kind;quantity\na;letter;3;;\n").unwrap().lines, [line("a", "letter", 3, None)]);
}

#[test]
fn a_quotation_mark_that_nothing_closes_swallows_no_rows() {
    for (text, row) in [
        ("case,kind,quantity\na,letter,3\n\"b,letter,500\nc,card,7\n", "rows[3]"),
        ("sep=,\ncase,kind,quantity\na,letter,\"3\n", "rows[3]"),
        ("case,kind,quantity,remark\na,letter,3,\"said \"\"yes\"\"\nb,letter,500,\n", "rows[2]"),
    ] {
        assert_eq!(wrong(text), [(row.to_owned(), Rule::UnclosedQuote)], "{text}");
    }
}

#[test]
fn a_quotation_mark_inside_a_cell_opens_nothing() {
    let text = "case,kind,quantity,remark\na,letter,3,12\" paper\nb,card,4,\"said \"\"yes\"\"\"\n";
    assert_eq!(read(text).unwrap().lines, [line("a", "letter", 3, None), line("b", "card", 4, None)]);
}

#[test]
fn numbers_are_whole_however_their_thousands_are_marked() {
    for (cell, value) in [
        ("1", 1),
        ("1200", 1200),
        ("1.200", 1200),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1\u{a0}200", 1200),
        ("1\u{202f}200", 1200),
        ("1'200", 1200),
        ("1’200", 1200),
        ("1.200.000", 1_200_000),
        ("12,00", 12),
        ("12.0", 12),
        ("1.200,0", 1200),
        ("1,200.00", 1200),
        ("007", 7),
    ] {
        assert_eq!(number(cell), Some(value), "{cell}");
    }
    for cell in [
        "",
        "x",
        "-1",
        "+1",
        "=1+1",
        "@A1",
        "1.5",
        "1,25",
        "1.20.0",
        "1..200",
        "1.200,5",
        "1e3",
        "١٢",
        ".",
        "1 2",
        ",5",
        "1.2000",
        "99999999999999999999",
    ] {
        assert_eq!(number(cell), None, "{cell}");
    }
}

#[test]
fn what_is_no_table_says_what_to_do() {
    assert_eq!(read_csv(b"case,kind,quantity\n\xe9,letter,1\n", &names()).unwrap_err()[0].rule, Rule::NotText);
    assert_eq!(read_csv(b"\xff\xfec\0a\0", &names()).unwrap_err()[0].rule, Rule::NotText);
    assert_eq!(wrong("case,kind\na,letter\n"), [("rows[1].quantity".to_owned(), Rule::NoColumn)]);
    assert_eq!(wrong("case,kind,quantity,count\na,letter,1,2\n"), [("rows[1].quantity".to_owned(), Rule::StandsTwice)]);
    assert_eq!(wrong("case,kind,quantity\n"), [("lines".to_owned(), Rule::NoLines)]);
    assert_eq!(wrong(""), [("rows[1].case".to_owned(), Rule::NoColumn)]);
    let many: String = (0..=MOST_LINES).map(|n| format!("case-{n},letter,1\n")).collect();
    assert_eq!(wrong(&format!("case,kind,quantity\n{many}")), [("lines".to_owned(), Rule::TooManyLines)]);
}

#[test]
fn people_are_the_largest_number_of_their_column_and_noughts_are_no_rows() {
    let names = BTreeMap::new();
    let table = "case,kind,quantity,people\na,letter,20,8\nb,letter,0,99\nc,letter,\"0,0\",\nd,card,4,17\n";
    let read = read_csv(table.as_bytes(), &names).unwrap();
    assert_eq!((read.lines.len(), read.people), (2, Some(17)));
    let many = wrong("case,kind,quantity,people\na,letter,20,many\n");
    assert_eq!(many, [("rows[2].people".to_owned(), Rule::OneToTenMillion)]);
    assert_eq!(read_csv(b"case,kind,quantity\na,letter,20\n", &names).unwrap().people, None);
}
