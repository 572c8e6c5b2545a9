//! Awkward words: quotes, line ends, backslashes, control characters, letters from everywhere.

use domain::{Lang, PartialDate, Slug, country::Country, date};
use proptest::{collection::vec, prelude::*, sample::select};
use time::Date;

/// The ids that sources have, some of them awkward themselves. All sources of a bundle are always there.
pub const SOURCES: [&str; 4] = ["24kg-2025", "a \"quoted\" id", "line\nend", "öйك"];

/// Any text, the empty one among them.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ -~]{0,16}",
        3 => "[a '\"\\\\\n\r\t#=\\[\\]{}.,éж字ك\u{202e}\u{2028}\u{feff}]{0,12}",
        1 => any::<String>(),
        1 => select(vec!["", "\"\"\"", "'''", "\n", "\r\n", "\\", "\\u0041", " \n ", "true", "1", "\u{7f}", "'\"'\n"])
            .prop_map(str::to_owned),
    ]
}

/// A text that is more than blanks.
pub fn name() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("N{text}"))
}

pub fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..4)
}

pub fn cited() -> impl Strategy<Value = Vec<String>> {
    vec(select(SOURCES.map(str::to_owned).to_vec()), 0..3)
}

pub fn one_cited() -> impl Strategy<Value = String> {
    select(SOURCES.map(str::to_owned).to_vec())
}

pub fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub fn day() -> impl Strategy<Value = Date> {
    (0i32..=9999, 1u16..=365).prop_map(|(year, ordinal)| Date::from_ordinal_date(year, ordinal).unwrap())
}

pub fn date() -> impl Strategy<Value = PartialDate> {
    (day(), prop_oneof![Just(4), Just(7), Just(10)])
        .prop_map(|(day, precision)| date::iso(day)[..precision].parse().unwrap())
}

pub fn lang() -> impl Strategy<Value = Lang> {
    select(vec!["en", "ky", "zh-Hans"]).prop_map(|tag| tag.parse().unwrap())
}

pub fn country() -> impl Strategy<Value = Country> {
    select(vec!["KG", "DE", "ZZ"]).prop_map(|code| code.parse().unwrap())
}

pub fn maybe<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(of)
}
