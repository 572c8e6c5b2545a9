//! The town in the date line, out of a sender's address.

/// The comma between place and date, with the space that goes with it.
pub(super) fn comma(lang: &str) -> &'static str {
    match lang.split('-').next().unwrap_or_default() {
        "ar" | "ckb" | "fa" | "ps" | "ug" | "ur" => "، ",
        "ja" => "、",
        "zh" => "，",
        _ => ", ",
    }
}

/// The town for the date line: that of an address's last line, or of the line before where the last one is a country in capitals,
/// as posts ask for it, or a postcode alone. Empty where it is not sure which line names the town: after one with a postcode.
pub(super) fn place(lines: &[String]) -> String {
    let Some((last, before)) = lines.split_last() else { return String::new() };
    let Some(previous) = before.last() else { return town(last) };
    if last.chars().any(|c| c.is_ascii_digit()) {
        return Some(town(last)).filter(|town| !town.is_empty()).unwrap_or_else(|| town(previous));
    }
    let coded = previous.split_whitespace().any(is_postcode);
    let capitals = last.chars().filter(|c| c.is_alphabetic()).count() > 3 && !last.chars().any(char::is_lowercase);
    match (coded, capitals && last.chars().any(char::is_uppercase)) {
        (true, true) => town(previous),
        (true, false) => String::new(),
        (false, _) => town(last),
    }
}

/// The town of an address line: without a postcode, and without the letters of a state or province beside it.
fn town(line: &str) -> String {
    let has_digit = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let state = |word: &str| (2..=3).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let first = words.iter().position(|word| !has_digit(word)).unwrap_or(words.len());
    words.drain(..first);
    // "1012 AB Amsterdam"
    if first > 0 && words.len() > 1 && words.first().is_some_and(|word| state(word)) {
        words.remove(0);
    }
    let end = words.iter().rposition(|word| !has_digit(word)).map_or(0, |last| last + 1);
    if words.iter().skip(end).any(|word| word.len() > 2) {
        words.truncate(end);
        if words.len() > 1 && words.last().is_some_and(|word| state(word)) {
            words.pop();
        }
    }
    words.join(" ").trim_end_matches(',').to_owned()
}

/// Four digits or more, or letters and digits as in `SW1A`.
fn is_postcode(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits >= 4
        || (digits > 0
            && word.len() > 2
            && word.chars().filter(char::is_ascii_uppercase).count() + digits == word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::address_lines;

    #[test]
    fn the_date_line_names_the_town_without_its_postcode() {
        assert_eq!(town("79098 Freiburg"), "Freiburg");
        assert_eq!(town("Freiburg"), "Freiburg");
        assert_eq!(town("New York"), "New York");
        for (line, town_of) in [
            ("New York, NY 10001", "New York"),
            ("Toronto ON M5V 2T6", "Toronto"),
            ("Bishkek 720040", "Bishkek"),
            ("SW1A 1AA London", "London"),
            ("1012 AB Amsterdam", "Amsterdam"),
            ("110 00 Praha 1", "Praha 1"),
            ("D-79098 Freiburg", "Freiburg"),
            ("St. John’s", "St. John’s"),
        ] {
            assert_eq!(town(line), town_of);
        }
    }

    #[test]
    fn the_date_line_never_names_a_country_or_a_postcode() {
        let of = |address: &str| place(&address_lines(&address.replace(" / ", "\n")));
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg / GERMANY"), "Freiburg");
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg / Germany"), "", "a country, or a town: the date alone");
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg"), "Freiburg");
        assert_eq!(of("350 Fifth Avenue / New York, NY 10001 / UNITED STATES"), "New York");
        assert_eq!(of("10 Downing Street / London / SW1A 2AA"), "London");
        assert_eq!(of("12 Main Street / London"), "London");
        assert_eq!(of("12 Main Street / LONDON"), "LONDON");
        assert_eq!(of("ул. Ленина 1 / 720040 Бишкек / КЫРГЫЗСТАН"), "Бишкек");
        assert_eq!(of(""), "");
    }
}
