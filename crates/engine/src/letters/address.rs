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
        let mut lines = target.postal_lines.clone();
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
