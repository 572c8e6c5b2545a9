//! Addresses in the order of the country they go to.
//!
//! The order of the lines per country is taken from the facts in Google's libaddressinput data, published under CC-BY 4.0
//! (<https://github.com/google/libaddressinput>); see [`formats`]. Names keep the case they were typed in; the country's name
//! stands last, in capitals, as the Universal Postal Union asks.

mod formats;

use serde::{Deserialize, Serialize};

use formats::{Format, People, format_of};

/// A postal address in parts. Any part may be empty.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// The person or the office.
    pub recipient: String,
    /// The organisation.
    pub organisation: String,
    /// Street and number, or a post box, line by line.
    pub street: Vec<String>,
    /// The town.
    pub locality: String,
    /// The state, province, emirate or district.
    pub region: String,
    /// The postcode.
    pub postcode: String,
    /// The country as an ISO 3166-1 code of two letters.
    pub country: String,
}

/// The address's printed lines in the destination's order.
///
/// `country_name` is what the country is called where the letter is posted, or empty within a country; it comes last, in
/// capitals. China, Hong Kong, Japan, Korea, Macao and Taiwan have an order of their own for addresses in their own script.
/// No part that is given is left out, also where the country's format does not name it.
#[must_use]
pub fn lines(address: &PostalAddress, country_name: &str) -> Vec<String> {
    let format = format_of(&address.country.trim().to_ascii_uppercase(), is_east_asian(address));
    let mut lines = block(address, &format);
    lines.retain(|line| !line.is_empty());
    let country = capitals(country_name.trim());
    if !country.is_empty() {
        lines.push(country);
    }
    lines
}

/// The blocks of the address in their order: people, street, place.
fn block(address: &PostalAddress, format: &Format) -> Vec<String> {
    let recipient = address.recipient.trim().to_owned();
    let organisation = address.organisation.trim().to_owned();
    let street = address.street.iter().map(|line| line.trim().to_owned());
    let place = place_lines(address, format.place);
    match format.people {
        People::RecipientFirst => [recipient, organisation].into_iter().chain(street).chain(place).collect(),
        People::OrganisationFirst => [organisation, recipient].into_iter().chain(street).chain(place).collect(),
        People::Last => place.into_iter().chain(street).chain([organisation, recipient]).collect(),
        People::LastBeforeCode => {
            let (town, code) = place.split_at(place.len().saturating_sub(1));
            let people = [organisation, recipient];
            town.iter().cloned().chain(street).chain(people).chain(code.iter().cloned()).collect()
        }
        People::StreetAfterTown { last } => {
            let people = if last { [organisation, recipient] } else { [recipient, organisation] };
            let (town, code) = place.split_at(place.len().saturating_sub(1));
            people.into_iter().chain(town.to_vec()).chain(street).chain(code.to_vec()).collect()
        }
    }
}

/// The lines with town, region and postcode, one per template, empty ones included.
fn place_lines(address: &PostalAddress, templates: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = templates.iter().map(|template| filled(address, template)).collect();
    for (part, mark) in [(&address.locality, 'L'), (&address.region, 'R'), (&address.postcode, 'P')] {
        let named = templates.iter().any(|template| template.contains(mark));
        if !named && !part.trim().is_empty() {
            lines.insert(0, part.trim().to_owned());
        }
    }
    lines
}

/// A template with `L`, `R` and `P` filled in. What stands between two parts is printed only if both are there, what stands
/// before the first only if that is there and does not begin with it already.
fn filled(address: &PostalAddress, template: &str) -> String {
    let mut line = String::new();
    let mut between = String::new();
    let mut leading = true;
    for mark in template.chars() {
        let part = match mark {
            'L' => address.locality.trim(),
            'R' => address.region.trim(),
            'P' => address.postcode.trim(),
            other => {
                between.push(formats::shown(other));
                continue;
            }
        };
        let joins = if leading { !part.starts_with(between.trim_end()) } else { !line.is_empty() };
        if !part.is_empty() {
            if joins {
                line.push_str(&between);
            }
            line.push_str(part);
        }
        between.clear();
        leading = false;
    }
    line
}

/// Whether the address is written in Chinese characters, kana or hangul.
fn is_east_asian(address: &PostalAddress) -> bool {
    let parts = [&address.locality, &address.region].into_iter().chain(&address.street);
    let local = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    parts.into_iter().any(|part| part.contains(local))
}

/// Capitals, in Greek without the accents, as Greek capitals are written.
fn capitals(name: &str) -> String {
    let plain = |c: char| match c {
        'Ά' => 'Α',
        'Έ' => 'Ε',
        'Ή' => 'Η',
        'Ί' => 'Ι',
        'Ό' => 'Ο',
        'Ύ' => 'Υ',
        'Ώ' => 'Ω',
        other => other,
    };
    name.to_uppercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests;
