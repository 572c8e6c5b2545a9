//! Office-holders to write to.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::{Lang, PartialDate, Slug, country::Country, greeting, state::TargetState};

wire_enum! {
    /// Why a case has this target.
    TargetRole {
        /// The office that can end the violation.
        Primary = "primary",
        /// Another office with a say.
        Secondary = "secondary",
        /// An embassy, where the primary office has no postal address.
        Embassy = "embassy",
    }
}

/// How a target is greeted in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Greeting {
    /// The language.
    pub lang: Lang,
    /// The salutation without its comma: "Your Excellency".
    pub salutation: String,
    /// The closing without its comma; a default by language where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub closing: String,
}

/// The parts of an address, for targets whose lines no source printed; set in the destination's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AddressParts {
    /// Person or office.
    pub recipient: String,
    /// The organisation, where it is not the recipient.
    pub organisation: String,
    /// Street lines.
    pub street: Vec<String>,
    /// Town.
    pub locality: String,
    /// Province, state or region, where letters need it.
    pub region: String,
    /// Postcode.
    pub postcode: String,
}

/// An office-holder, shared by all cases that write to that office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its name in addresses.
    pub slug: Slug,
    /// Who holds the office, as printed; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The office. Names age quickly; the office does not.
    pub office: String,
    /// The country the letter goes to.
    pub country: Country,
    /// Whether letters go there now.
    #[serde(default = "active", skip_serializing_if = "is_active")]
    pub state: TargetState,
    /// Address lines as a source printed them, without the country. They beat the rule of the destination.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postal_lines: Vec<String>,
    /// E-mail address; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// A public handle; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub social: String,
    /// Languages that the office reads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Lang>,
    /// The date of the source that printed the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_on: Option<PartialDate>,
    /// The day on which staff last checked it; empty if never.
    #[serde(default, with = "optional_day", skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// Ids of the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Remarks for staff and careful readers, one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The address in parts, where no source printed lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<AddressParts>,
    /// How it is greeted, by language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub greetings: Vec<Greeting>,
}

const fn active() -> TargetState {
    TargetState::Active
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_active(state: &TargetState) -> bool {
    matches!(state, TargetState::Active)
}

impl Target {
    /// Whether a letter on paper can be addressed to it now.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        self.state.accepts_letters() && (!self.postal_lines.is_empty() || self.address.is_some())
    }

    /// Whether any way to reach it is known: by post, by e-mail or by a public handle.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.takes_letters() || (self.state.accepts_letters() && !(self.email.is_empty() && self.social.is_empty()))
    }

    /// Salutation and closing in `lang`, both with their comma, by default from office and language.
    #[must_use]
    pub fn greeting(&self, lang: &Lang) -> (String, String) {
        let own = self.greetings.iter().find(|g| g.lang == *lang);
        let salutation = own.map_or(greeting::default(&self.office, lang).salutation, |g| g.salutation.as_str());
        let closing = own.map(|g| g.closing.as_str()).filter(|c| !c.is_empty());
        let closing = closing.unwrap_or_else(|| greeting::closing_for(salutation, lang));
        (greeting::with_comma(salutation, lang), greeting::with_comma(closing, lang))
    }
}

mod optional_day {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use time::Date;

    #[expect(clippy::ref_option, reason = "serde calls it with a reference")]
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_str(&crate::date::iso(*day)),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Option::<String>::deserialize(deserializer)?
            .map(|text| crate::date::day(&text).map_err(D::Error::custom))
            .transpose()
    }
}
