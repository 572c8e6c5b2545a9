//! The order of an address's lines per country.
//!
//! Facts from Google's libaddressinput data, CC-BY 4.0, <https://github.com/google/libaddressinput>; Cuba and Peru, which that
//! data had without a postcode, follow its later releases.

/// How a country writes an address.
#[derive(Clone, Copy, Debug)]
pub(super) struct Format {
    pub people: People,
    /// A template per line: `L` is the town, `R` the region, `P` the postcode, small letters stand for capitals that are
    /// printed, everything else for itself.
    pub place: &'static [&'static str],
}

/// Where the recipient and the organisation stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum People {
    /// Recipient, organisation, street, place.
    RecipientFirst,
    /// Organisation, recipient, street, place.
    OrganisationFirst,
    /// Place, street, organisation, recipient: from the large to the small.
    Last,
    /// All lines of the place but the last, street, organisation, recipient, the last line of the place.
    LastBeforeCode,
    /// People, all lines of the place but the last, street, the last line of the place.
    StreetAfterTown {
        /// Whether the organisation stands before the recipient.
        last: bool,
    },
}

const fn recipient(place: &'static [&'static str]) -> Format {
    Format { people: People::RecipientFirst, place }
}

const fn organisation(place: &'static [&'static str]) -> Format {
    Format { people: People::OrganisationFirst, place }
}

const fn large_to_small(place: &'static [&'static str]) -> Format {
    Format { people: People::Last, place }
}

/// What a template's letter prints.
pub(super) const fn shown(mark: char) -> char {
    mark.to_ascii_uppercase()
}

/// The format of a country, given by its ISO code in capitals; `local` if the address is in the country's own script.
pub(super) fn format_of(country: &str, local: bool) -> Format {
    let eastern = if local { east_asian(country) } else { None };
    eastern
        .or_else(|| postcode_before_town(country))
        .or_else(|| town_before_postcode(country))
        .or_else(|| other(country))
        .unwrap_or(recipient(&["L P", "R"]))
}

fn east_asian(country: &str) -> Option<Format> {
    Some(match country {
        "CN" | "TW" => large_to_small(&["P", "R L"]),
        "JP" => large_to_small(&["〒P", "R L"]),
        "HK" => large_to_small(&["R", "L"]),
        "MO" => large_to_small(&["L"]),
        "KR" => Format { people: People::LastBeforeCode, place: &["R L", "P"] },
        _ => return None,
    })
}

fn postcode_before_town(country: &str) -> Option<Format> {
    Some(match country {
        "AD" | "BA" | "BG" | "CR" | "CY" | "CZ" | "DE" | "DK" | "DO" | "DZ" | "EE" | "EH" | "ET" | "GE" | "GL"
        | "GR" | "GW" | "IS" | "KW" | "LA" | "LR" | "MA" | "ME" | "MG" | "MK" | "NE" | "NO" | "PL" | "PT" | "PY"
        | "RO" | "RS" | "SJ" | "SK" | "SM" | "SN" | "TJ" | "TM" | "TN" | "VA" | "XK" | "ZM" => recipient(&["P L"]),
        "AT" | "BE" | "BL" | "FR" | "GF" | "GP" | "MF" | "MQ" | "NC" | "NL" | "PM" | "RE" | "WF" | "YT" => {
            organisation(&["P L"])
        }
        "AZ" => recipient(&["az P L"]),
        "FO" => recipient(&["foP L"]),
        "HR" => recipient(&["hr-P L"]),
        "HT" => recipient(&["htP L"]),
        "MC" => recipient(&["mc-P L"]),
        "MD" => recipient(&["md-P L"]),
        "SI" => recipient(&["si-P L"]),
        "AX" => organisation(&["ax-P L"]),
        "CH" => organisation(&["ch-P L"]),
        "FI" => organisation(&["fi-P L"]),
        "LI" => organisation(&["fl-P L"]),
        "LT" => organisation(&["lt-P L"]),
        "LU" => organisation(&["l-P L"]),
        "SE" => organisation(&["se-P L"]),
        "GT" => recipient(&["P- L"]),
        "AR" | "CL" | "CV" | "MY" | "UZ" => recipient(&["P L", "R"]),
        "ES" | "IT" | "PF" | "UY" => recipient(&["P L R"]),
        "MX" => recipient(&["P L, R"]),
        "SV" => recipient(&["P-L", "R"]),
        "TR" => recipient(&["P L/R"]),
        "AM" => recipient(&["P", "L", "R"]),
        "EC" | "MU" | "OM" => recipient(&["P", "L"]),
        "NI" => recipient(&["P", "L, R"]),
        "KG" => large_to_small(&["P L", "R"]),
        "BY" => large_to_small(&["R", "P L"]),
        "KZ" => large_to_small(&["P", "R", "L"]),
        _ => return None,
    })
}

fn town_before_postcode(country: &str) -> Option<Format> {
    Some(match country {
        "BH" | "BM" | "BN" | "IL" | "JO" | "KH" | "LB" | "LS" | "MT" | "MV" | "NP" | "NZ" | "SA" => recipient(&["L P"]),
        "LV" | "MM" => recipient(&["L, P"]),
        "BD" => recipient(&["L - P"]),
        "PK" => recipient(&["L-P"]),
        "AS" | "CA" | "FM" | "GU" | "MH" | "MP" | "PW" | "UM" | "VI" => recipient(&["L R P"]),
        "AU" | "CC" | "CX" | "HM" | "NF" => organisation(&["L R P"]),
        "PR" => recipient(&["L pr P"]),
        "SO" | "TW" | "US" => recipient(&["L, R P"]),
        "CN" => recipient(&["L", "R, P"]),
        "CO" => recipient(&["L, R, P"]),
        "CU" => recipient(&["L R", "P"]),
        "EG" | "GB" | "KR" | "RU" | "UA" => recipient(&["L", "R", "P"]),
        "HN" | "JP" => recipient(&["L, R", "P"]),
        "IQ" => organisation(&["L, R", "P"]),
        "ID" | "TH" | "VN" => recipient(&["L", "R P"]),
        "IN" | "NG" => recipient(&["L P", "R"]),
        "PE" => recipient(&["L P", "R"]),
        "PG" => recipient(&["L P R"]),
        "PH" => recipient(&["L", "P R"]),
        "VE" => recipient(&["L P, R"]),
        "BR" => organisation(&["L-R", "P"]),
        "MN" => recipient(&["R L", "P"]),
        "FK" | "GG" | "GI" | "GS" | "IM" | "IO" | "JE" | "KE" | "LK" | "PN" | "SH" | "SZ" | "TC" | "VG" | "ZA" => {
            recipient(&["L", "P"])
        }
        _ => return None,
    })
}

fn other(country: &str) -> Option<Format> {
    Some(match country {
        "AE" | "HK" | "IE" | "JM" | "NR" | "PA" | "SC" | "SR" => recipient(&["L", "R"]),
        "BS" | "KN" => recipient(&["L, R"]),
        "KI" | "TV" => recipient(&["R", "L"]),
        "KY" => recipient(&["L", "R P"]),
        "HU" => Format { people: People::StreetAfterTown { last: false }, place: &["R", "L", "P"] },
        "IR" => Format { people: People::StreetAfterTown { last: true }, place: &["R", "L", "P"] },
        _ => return None,
    })
}
