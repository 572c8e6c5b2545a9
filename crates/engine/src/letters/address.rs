//! The address on the sheet: printed lines where a source gave them, else the destination's own order, and the country
//! last, in capitals.
//!
//! Sources: UPU and USPS Publication 28: the country stands last, whole, in capitals, in the language of the posting
//! country or in English or French.

use domain::{Lang, country::Country, target::Target};
use letter::address::PostalAddress;

/// The lines of a target's address as they are printed on a letter posted in `from`.
pub fn lines(target: &Target, from: Option<Country>) -> Vec<String> {
    let lang = posting_language(from);
    let country = target.country.name(&lang);
    let abroad = from != Some(target.country);
    if !target.postal_lines.is_empty() {
        let mut lines: Vec<String> = target.postal_lines.iter().flat_map(|line| divided(line)).collect();
        if abroad {
            lines.push(country.to_uppercase());
        }
        return lines;
    }
    let Some(parts) = target.address.clone() else { return Vec::new() };
    let address = PostalAddress {
        recipient: if parts.recipient.is_empty() { target.office.clone() } else { parts.recipient },
        organisation: parts.organisation,
        street: parts.street,
        locality: parts.locality,
        region: parts.region,
        postcode: parts.postcode,
        country: target.country.code().to_owned(),
    };
    let mut lines = letter::address::lines(&address, country);
    if !abroad {
        lines.pop();
    }
    lines
}

/// The longest line that stands in an envelope's window in readable type, in characters: 75 mm at 8 pt hold some 52.
const WIDEST: usize = 50;

/// A printed line that no window holds is divided once, where a reader would: after a comma, before "and", at a space,
/// whichever is nearest to the middle in that order.
fn divided(line: &str) -> Vec<String> {
    if line.chars().count() <= WIDEST {
        return vec![line.to_owned()];
    }
    let nearest = |cuts: Vec<usize>| cuts.into_iter().min_by_key(|cut| cut.abs_diff(line.len() / 2));
    let after_comma = line.match_indices(", ").map(|(at, _)| at + 2).collect();
    let before_and = line.match_indices(" and ").map(|(at, _)| at + 1).collect();
    let spaces = line.match_indices(' ').map(|(at, _)| at + 1).collect();
    let cut = nearest(after_comma).or_else(|| nearest(before_and)).or_else(|| nearest(spaces));
    match cut {
        None => vec![line.to_owned()],
        Some(cut) => vec![line[..cut].trim().to_owned(), line[cut..].trim().to_owned()],
    }
}

/// The language in which the destination is named: the posting country's where it has one that we have names in,
/// English else.
fn posting_language(from: Option<Country>) -> Lang {
    let tag = match from.as_ref().map_or("", Country::code) {
        "DE" | "AT" | "LI" => "de",
        "FR" | "LU" | "MC" | "SN" | "CI" => "fr",
        "ES" | "MX" | "AR" | "CL" | "CO" | "PE" | "UY" | "PY" | "BO" | "EC" | "VE" | "CR" | "GT" | "HN" | "NI"
        | "PA" | "SV" | "DO" | "CU" => "es",
        _ => "en",
    };
    tag.parse().unwrap_or_else(|_| Lang::en())
}

/// The town of an address line for the date line: without a postcode before it.
pub fn town(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let first = words.iter().position(|word| !word.chars().any(|c| c.is_ascii_digit())).unwrap_or(words.len());
    words[first..].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prosecutor() -> Target {
        serde_json::from_value(serde_json::json!({
            "slug": "prosecutor-general-kyrgyzstan", "office": "Prosecutor General", "country": "KG",
            "postal_lines": ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040"],
        }))
        .unwrap()
    }

    #[test]
    fn the_country_stands_last_in_the_posting_countrys_language() {
        let last = |from: Option<&str>| lines(&prosecutor(), from.map(|c| c.parse().unwrap())).pop().unwrap();
        assert_eq!(last(None), "KYRGYZSTAN");
        assert_eq!(last(Some("GB")), "KYRGYZSTAN");
        assert_eq!(last(Some("DE")), "KIRGISISTAN");
        assert_eq!(last(Some("FR")), "KIRGHIZSTAN");
    }

    #[test]
    fn a_line_that_no_window_holds_is_divided_where_a_reader_would() {
        let line = "Attorney General of the Federation and Minister of Justice";
        assert_eq!(divided(line), ["Attorney General of the Federation", "and Minister of Justice"]);
        assert_eq!(divided("Bishkek 720040"), ["Bishkek 720040"]);
        assert_eq!(divided(&"x".repeat(80)).len(), 1, "the typesetting engine then refuses it by name");
    }

    #[test]
    fn a_letter_within_the_country_needs_no_country() {
        assert_eq!(lines(&prosecutor(), Some("KG".parse().unwrap())).len(), 3);
    }

    #[test]
    fn parts_are_set_in_the_destinations_order() {
        let mut target = prosecutor();
        target.postal_lines.clear();
        target.country = "DE".parse().unwrap();
        target.address = Some(
            serde_json::from_value(serde_json::json!({
                "recipient": "Bundeskanzleramt", "street": ["Willy-Brandt-Straße 1"], "locality": "Berlin", "postcode": "10557",
            }))
            .unwrap(),
        );
        let expected = ["Bundeskanzleramt", "Willy-Brandt-Straße 1", "10557 Berlin", "GERMANY"];
        assert_eq!(lines(&target, None), expected);
    }

    #[test]
    fn the_date_line_names_the_town_without_its_postcode() {
        assert_eq!(town("79098 Freiburg"), "Freiburg");
        assert_eq!(town("Freiburg"), "Freiburg");
        assert_eq!(town("New York"), "New York");
    }
}
