//! Dates in words.

use time::Date;

use super::{PartialDate, iso};
use crate::Lang;

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const HE: [&str; 12] =
    ["ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"];
const IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const PL: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const PT: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// A day in words, as a letter bears it: "23 November 2026". ISO 8601 in a language whose months we do not have.
#[must_use]
pub fn written(day: Date, lang: &Lang) -> String {
    let (number, month, year) = (day.day(), usize::from(u8::from(day.month())) - 1, day.year());
    match lang.primary() {
        "en" => format!("{number} {} {year}", EN[month]),
        "fr" => format!("{}{} {} {year}", number, if number == 1 { "er" } else { "" }, FR[month]),
        "de" => format!("{number}. {} {year}", DE[month]),
        "es" => format!("{number} de {} de {year}", ES[month]),
        "ru" => format!("{number} {} {year} г.", RU[month]),
        "ar" => format!("{number} {} {year}", AR[month]),
        "he" => format!("{number} ב{} {year}", HE[month]),
        "it" => format!("{number}{} {} {year}", if number == 1 { "º" } else { "" }, IT[month]),
        "pl" => format!("{number} {} {year}", PL[month]),
        "pt" => format!("{number} de {} de {year}", PT[month]),
        "ja" | "zh" => format!("{year}年{}月{number}日", month + 1),
        "ko" => format!("{year}년 {}월 {number}일", month + 1),
        _ => iso(day),
    }
}

impl PartialDate {
    /// The date in English words, as exactly as it is known: "2024", "March 2024", "21 March 2024".
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{} {year}", EN[usize::from(u8::from(month)) - 1]),
            Self::Day(day) => written(day, &Lang::en()),
        }
    }
}
