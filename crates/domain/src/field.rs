//! What is wrong with a field, in a form that a person can act on.

use serde::{Deserialize, Serialize};

/// A word that is not in the closed set it should come from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("use one of: {}", .allowed.join(", "))]
pub struct UnknownWord {
    /// The words that would have been understood.
    pub allowed: &'static [&'static str],
}

wire_enum! {
    /// Which rule a field broke. The wire name is part of the API; the words for people stand in the catalogues.
    Rule {
        /// The field is needed and is missing or empty.
        Required = "required",
        /// Not in the form the field wants (a UUIDv7, a date, a slug).
        Format = "format",
        /// A quantity outside 1 to 10,000.
        OneToTenThousand = "one-to-ten-thousand",
        /// A day that has not begun anywhere on Earth.
        NotInTheFuture = "not-in-the-future",
        /// A day that is not over yet.
        DayNotOver = "day-not-over",
        /// A day of which nothing was kept: nothing was counted until then.
        NothingKept = "nothing-kept",
        /// A day before the campaign opened.
        NotBeforeTheCampaign = "not-before-the-campaign",
        /// A day after the campaign closed, or a campaign that takes nothing any more.
        CampaignClosed = "campaign-closed",
        /// No such campaign.
        UnknownCampaign = "unknown-campaign",
        /// No such case in this campaign.
        UnknownCase = "unknown-case",
        /// No such group.
        UnknownGroup = "unknown-group",
        /// The case takes no letters: paused, withdrawn, or its demand was met.
        CaseNotWritten = "case-not-written",
        /// The case has no text in that language; the detail is the languages it has.
        NoTextInLanguage = "no-text-in-language",
        /// No postal address is known for the case's offices.
        NoAddress = "no-address",
        /// None of a pack's cases takes cards.
        NoCards = "no-cards",
        /// The campaign does not count this kind.
        KindNotCounted = "kind-not-counted",
        /// Not an ISO 3166-1 code.
        CountryCode = "country-code",
        /// Longer than the field allows.
        TooLong = "too-long",
        /// Shorter than the field asks for.
        TooShort = "too-short",
        /// Not the same as the field it repeats.
        NotTheSame = "not-the-same",
        /// Easy to guess: the account's own name.
        EasilyGuessed = "easily-guessed",
        /// Ends before it begins.
        EndsBeforeItBegins = "ends-before-it-begins",
        /// A word that is not in the field's closed set.
        UnknownWord = "unknown-word",
        /// A character that no typeface of ours can print.
        NotPrintable = "not-printable",
        /// A number of copies outside 1 to 5,000, or more letters in all than a pack has.
        OneToFiveThousand = "one-to-five-thousand",
        /// A list that must name something names nothing.
        NothingChosen = "nothing-chosen",
        /// A report without a number.
        NoLines = "no-lines",
        /// The same thing stands there twice.
        StandsTwice = "stands-twice",
        /// A reported quantity outside 1 to 10,000,000.
        OneToTenMillion = "one-to-ten-million",
        /// A last day before the first one.
        NotBeforeTheFirstDay = "not-before-the-first-day",
        /// A day after the campaign's last one.
        NotAfterTheCampaign = "not-after-the-campaign",
        /// The campaign takes no reports any more, or none yet.
        ReportsClosed = "reports-closed",
        /// A report is by a group or by a section, not by both and not by nobody.
        GroupOrSection = "group-or-section",
        /// No such section.
        UnknownSection = "unknown-section",
        /// No such report by the same group or section in the same campaign.
        UnknownReport = "unknown-report",
        /// That report was replaced already.
        ReplacedBefore = "replaced-before",
        /// More lines than a report has.
        TooManyLines = "too-many-lines",
        /// For this case only what was done until a day is counted; the detail is the day.
        OnlyUntil = "only-until",
        /// The person takes no messages.
        NoMessages = "no-messages",
        /// No action and no report has this reference.
        UnknownReceipt = "unknown-receipt",
        /// More than can be done at once; the detail is the most.
        TooMany = "too-many",
        /// What is chosen is not what it was when it was shown; the detail is what it is now.
        CountChanged = "count-changed",
        /// That correction was undone already.
        UndoneBefore = "undone-before",
        /// The sender's clock and this one differ by more than a quarter of an hour.
        ClockDiffers = "clock-differs",
        /// Where it was sent from is not known, or not any more.
        UnknownSender = "unknown-sender",
        /// Only an entry of one line can be set to a number.
        OneLineOnly = "one-line-only",
        /// A later correction stands on this one.
        CorrectedSince = "corrected-since",
        /// A burst of no entries.
        BurstMoreThan = "burst-more-than",
        /// A burst outside 1 to 1,440 minutes.
        BurstMinutes = "burst-minutes",
        /// A row of a table with more cells than the table has columns.
        TooManyCells = "too-many-cells",
        /// A quotation mark in a table that nothing closes.
        UnclosedQuote = "unclosed-quote",
        /// A column that a table needs and has not.
        NoColumn = "no-column",
        /// A field that is not one of those asked for.
        UnknownField = "unknown-field",
        /// An id whose time is more than a month ahead.
        IdAheadOfTime = "id-ahead-of-time",
        /// Not a UUID of version 7.
        NotUuid7 = "not-uuid7",
        /// A file that is not text in UTF-8.
        NotText = "not-text",
        /// The font for a character is not installed here; the detail is the character.
        FontMissing = "font-missing",
        /// More lines than there is room for; the detail is how many, and for how many there is room.
        NoRoomForLines = "no-room-for-lines",
        /// An address of more lines than the envelope's window has room for.
        AddressTooLong = "address-too-long",
        /// An address with a line wider than the envelope's window.
        AddressTooWide = "address-too-wide",
        /// Labels moved so far that they would be printed beside the sheet.
        OffTheSheet = "off-the-sheet",
        /// Does not fit on the paper or in the envelope's window.
        DoesNotFit = "does-not-fit",
    }
}

impl Rule {
    /// What to do next, in English, for the API and the command line. Pages take their words from the catalogues.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Required => "fill it in",
            Self::Format => "check how it is written",
            Self::OneToTenThousand => "give a number from 1 to 10,000; a larger number is a group's report",
            Self::NotInTheFuture => "give the day on which it was done, today at the latest",
            Self::DayNotOver => "ask for a day that is over, UTC; what holds now is said without a day",
            Self::NothingKept => "nothing had been counted by then: ask for a later day",
            Self::NotBeforeTheCampaign => "give a day on or after the campaign's first day",
            Self::CampaignClosed => {
                "this campaign takes nothing online any more; for some days a group can still report what was done before its end"
            }
            Self::UnknownCampaign => "check the campaign's name in its address",
            Self::UnknownCase => "choose a case of this campaign",
            Self::UnknownGroup => "check the group's name, or leave it out",
            Self::CaseNotWritten => "nobody writes for this case now; choose another case",
            Self::NoTextInLanguage => {
                "choose a language that the case has a text in, or write the letter's text yourself"
            }
            Self::NoAddress => "no address is known yet; choose another case",
            Self::NoCards => "none of these cases takes cards; leave the cards out, or add a case that takes some",
            Self::KindNotCounted => "choose a kind that this campaign counts",
            Self::CountryCode => "give a country by its two letters, such as DE, or leave it out",
            Self::TooLong => "shorten it",
            Self::TooShort => "make it longer",
            Self::NotTheSame => "type the same twice",
            Self::EasilyGuessed => "choose one that does not contain your own name",
            Self::EndsBeforeItBegins => "give a last day on or after the first",
            Self::UnknownWord => "choose one of the words offered",
            Self::NotPrintable => "take the character out or write it another way",
            Self::OneToFiveThousand => "give a number from 1 to 5,000; a pack has at most 5,000 letters in all",
            Self::NothingChosen => "choose at least one",
            Self::NoLines => "give at least one line with a number above 0",
            Self::StandsTwice => "leave it out here or there",
            Self::OneToTenMillion => "give a whole number from 1 to 10,000,000, or leave the line out",
            Self::NotBeforeTheFirstDay => "give a last day that is the first day or a later one",
            Self::NotAfterTheCampaign => "give a day on or before the campaign's last day",
            Self::ReportsClosed => "this campaign takes no reports now; ask its staff whether they still take yours",
            Self::GroupOrSection => "name the group or the section that reports, one of the two",
            Self::UnknownSection => "name the section by its country's two letters, such as de, or centre",
            Self::UnknownReport => "name an earlier report of the same group or section in the same campaign",
            Self::ReplacedBefore => "name the newest report, the one that is in detail",
            Self::TooManyLines => "send at most 2,000 lines, and the rest in another report",
            Self::OnlyUntil => "report what was done until the day in detail, with that as the last day",
            Self::NoMessages => "leave the messages out: nobody passes them on for this case",
            Self::UnknownReceipt => "check the reference on the receipt",
            Self::TooMany => "narrow it down and do it in parts",
            Self::CountChanged => "look at the count again and confirm the new one, in detail",
            Self::UndoneBefore => "it is undone already: nothing is left to do",
            Self::ClockDiffers => "set the clock, sign it anew and send it within a quarter of an hour",
            Self::UnknownSender => "choose by time and country: where it came from is known for seven days at most",
            Self::OneLineOnly => "send a later report in its place: only what has one line can be set to a number",
            Self::CorrectedSince => "undo the later correction of the same entry first",
            Self::BurstMoreThan => "give 1 or more",
            Self::BurstMinutes => "give 1 to 1,440 minutes, which is a day",
            Self::TooManyCells => {
                "this row has more cells than there are columns: put a number with a comma in quotation marks, or write it \
                 without"
            }
            Self::UnclosedQuote => "close the quotation mark that this row opens, or take it out",
            Self::NoColumn => "name this column in the first row: case, kind and quantity are needed",
            Self::UnknownField => "leave it out, or look up in the API's description how it is spelled",
            Self::IdAheadOfTime => "set the clock of whatever makes the ids, and make a new one",
            Self::NotUuid7 => "make a UUID of version 7, and use it again only for the same thing sent once more",
            Self::NotText => "save the sheet as CSV UTF-8 and send that file",
            Self::FontMissing => {
                "its font is not installed here: run scripts/fonts and name the folder as fonts_dir, or write it in another script"
            }
            Self::NoRoomForLines => "put lines together or leave some out",
            Self::AddressTooLong => {
                "the envelope's window has no room for so many lines: choose another envelope, such as plain"
            }
            Self::AddressTooWide => {
                "a line is too wide for the envelope's window: choose another envelope, such as plain"
            }
            Self::OffTheSheet => "choose a smaller offset",
            Self::DoesNotFit => "shorten it until it fits",
        }
    }
}

/// One field, the rule it broke, and an optional detail (the character that cannot be printed, the day that was meant).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's wire name.
    pub field: String,
    /// The rule it broke.
    pub rule: Rule,
    /// What exactly, where that helps. Never the text that a person typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl FieldError {
    /// A broken rule without further detail.
    #[must_use]
    pub fn new(field: &str, rule: Rule) -> Self {
        Self { field: field.to_owned(), rule, detail: None }
    }

    /// The line that the field belongs to, counted from 0, and what follows it: of `lines[2].quantity` 2 and `.quantity`.
    #[must_use]
    pub fn line(&self) -> Option<(usize, &str)> {
        let (number, rest) = self.field.strip_prefix("lines[")?.split_once(']')?;
        Some((number.parse().ok()?, rest))
    }

    /// A word that is not in its set; the detail is the set.
    #[must_use]
    pub fn unknown_word(field: &str, word: &UnknownWord) -> Self {
        Self::with_detail(field, Rule::UnknownWord, word.allowed.join(", "))
    }

    /// The same with a detail.
    #[must_use]
    pub fn with_detail(field: &str, rule: Rule, detail: impl Into<String>) -> Self {
        Self { field: field.to_owned(), rule, detail: Some(detail.into()) }
    }
}
