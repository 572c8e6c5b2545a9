//! What staff ask to be corrected, as it stands in an address: so the count can be looked at, and handed on, before
//! anything is done.

use domain::{
    correction::{Burst, Selection},
    date::{day, iso},
    field::{FieldError, Rule},
};
use form_urlencoded::Serializer;
use time::{OffsetDateTime, PrimitiveDateTime, format_description::FormatItem, macros::format_description};

use super::Chosen;

/// A moment as a browser's field for day and time sends it; here it is UTC.
const MOMENT: &[FormatItem<'_>] = format_description!("[year]-[month]-[day]T[hour]:[minute]");

impl Chosen {
    /// Reads what stands behind the question mark of an address; none where nothing is asked. Empty values are passed
    /// over: a form sends every field.
    ///
    /// # Errors
    /// Every field that is not what it should be.
    pub fn read(query: &str) -> Result<Option<Self>, Vec<FieldError>> {
        let given: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.trim().to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let value = |wanted: &str| given.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        if let Some(receipt) = value("receipt") {
            let receipt = receipt.to_owned();
            return match value("to").map(str::parse) {
                None => Ok(Some(Self::Receipt(receipt))),
                Some(Ok(to)) => Ok(Some(Self::Number { receipt, to })),
                Some(Err(_)) => Err(vec![FieldError::new("to", Rule::OneToTenMillion)]),
            };
        }
        let Some(campaign) = value("campaign") else { return Ok(None) };
        let campaign = campaign.parse().map_err(|_| vec![FieldError::new("campaign", Rule::UnknownCampaign)])?;
        let mut selection = Selection::of(campaign);
        let mut wrong = Vec::new();
        for (name, value) in &given {
            if let Err(rule) = narrow(&mut selection, name, value) {
                wrong.push(FieldError::new(name, rule));
            }
        }
        match burst(value("burst_more_than"), value("burst_minutes")) {
            Ok(burst) => selection.burst = burst,
            Err(error) => wrong.push(error),
        }
        if wrong.is_empty() { Ok(Some(Self::Rule(selection))) } else { Err(wrong) }
    }

    /// The choice as it stands in an address, without the question mark.
    #[must_use]
    pub fn written(&self) -> String {
        let mut query = Serializer::new(String::new());
        let rule = match self {
            Self::Receipt(receipt) => return query.append_pair("receipt", receipt).finish(),
            Self::Number { receipt, to } => {
                return query.append_pair("receipt", receipt).append_pair("to", &to.to_string()).finish();
            }
            Self::Rule(rule) => rule,
        };
        let moment = |at: OffsetDateTime| at.format(MOMENT).unwrap_or_default();
        let all = [
            ("campaign", Some(rule.campaign.to_string())),
            ("case", rule.case.as_ref().map(ToString::to_string)),
            ("kind", rule.kind.map(|kind| kind.to_string())),
            ("country", rule.country.map(|country| country.to_string())),
            ("group", rule.group.as_ref().map(ToString::to_string)),
            ("channel", rule.channel.map(|channel| channel.to_string())),
            ("done_from", rule.done_from.map(iso)),
            ("done_to", rule.done_to.map(iso)),
            ("counted_from", rule.counted_from.map(moment)),
            ("counted_to", rule.counted_to.map(moment)),
            ("same_sender_as", rule.same_sender_as.clone()),
            ("burst_more_than", rule.burst.map(|burst| burst.more_than.to_string())),
            ("burst_minutes", rule.burst.map(|burst| burst.minutes.to_string())),
            ("at_least", rule.at_least.map(|least| least.to_string())),
        ];
        for (name, value) in all {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        query.finish()
    }
}

fn narrow(selection: &mut Selection, name: &str, value: &str) -> Result<(), Rule> {
    let moment =
        || PrimitiveDateTime::parse(value, MOMENT).map(PrimitiveDateTime::assume_utc).map_err(|_| Rule::Format);
    match name {
        "case" => selection.case = Some(value.parse().map_err(|_| Rule::UnknownCase)?),
        "kind" => selection.kind = Some(value.parse().map_err(|_| Rule::UnknownWord)?),
        "country" => selection.country = Some(value.parse().map_err(|_| Rule::CountryCode)?),
        "group" => selection.group = Some(value.parse().map_err(|_| Rule::UnknownGroup)?),
        "channel" => selection.channel = Some(value.parse().map_err(|_| Rule::UnknownWord)?),
        "done_from" => selection.done_from = Some(day(value).map_err(|_| Rule::Format)?),
        "done_to" => selection.done_to = Some(day(value).map_err(|_| Rule::Format)?),
        "counted_from" => selection.counted_from = Some(moment()?),
        "counted_to" => selection.counted_to = Some(moment()?),
        "same_sender_as" => selection.same_sender_as = Some(value.to_owned()),
        "at_least" => selection.at_least = Some(value.parse().map_err(|_| Rule::Format)?),
        _ => {}
    }
    Ok(())
}

/// Both of its numbers, or neither.
fn burst(more_than: Option<&str>, minutes: Option<&str>) -> Result<Option<Burst>, FieldError> {
    let number = |field, text: &str| text.parse::<u32>().map_err(|_| FieldError::new(field, Rule::Format));
    match (more_than, minutes) {
        (None, None) => Ok(None),
        (Some(more_than), Some(minutes)) => Ok(Some(Burst {
            more_than: number("burst_more_than", more_than)?,
            minutes: number("burst_minutes", minutes)?,
        })),
        (None, Some(_)) => Err(FieldError::new("burst_more_than", Rule::Required)),
        (Some(_), None) => Err(FieldError::new("burst_minutes", Rule::Required)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_it_was_written() {
        for written in [
            "receipt=06C8-4H2K",
            "receipt=06C8-4H2K&to=40",
            "campaign=open-cases&same_sender_as=06C8-4H2K&burst_more_than=20&burst_minutes=10",
            "campaign=open-cases&case=rita-karasartova&kind=letter&country=DE&group=halle&channel=online\
                &done_from=2026-12-10&done_to=2026-12-11&counted_from=2026-12-10T08%3A00&counted_to=2026-12-10T09%3A30&at_least=5000",
        ] {
            let chosen = Chosen::read(written).unwrap().unwrap();
            assert_eq!(chosen.written(), written);
        }
        assert!(Chosen::read("page=2&receipt=&case=").unwrap().is_none());
    }

    #[test]
    fn every_wrong_field_is_named() {
        let wrong =
            Chosen::read("campaign=open-cases&kind=parcel&done_from=soon&counted_to=8&at_least=many").unwrap_err();
        let half = Chosen::read("campaign=open-cases&burst_minutes=10").unwrap_err();
        assert_eq!((half[0].field.as_str(), half[0].rule), ("burst_more_than", Rule::Required));
        assert_eq!(Chosen::read("receipt=06C8-4H2K&to=many").unwrap_err()[0].field, "to");
        let fields: Vec<&str> = wrong.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["kind", "done_from", "counted_to", "at_least"]);
    }
}
