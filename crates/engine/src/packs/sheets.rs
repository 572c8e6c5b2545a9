//! The sheets of a pack in words.

use domain::{PartialDate, Slug, action::Kind, date, pack::Include};
use letter::{
    sheets::spec::{
        CaseSheet, Code, CoverSheet, Facts, Ledger, LedgerColumn, NativeName, StampFace, Stock, TallySheet, Titled,
    },
    spec::{Profile, SpecDate},
};

use super::{
    PackOrder,
    contents::{Contents, Entry},
    parts::first_of_each,
};

/// Puts a pack's sheets into words.
#[derive(Clone, Copy)]
pub(super) struct Sheets<'p> {
    pub order: &'p PackOrder,
    pub contents: &'p Contents,
    pub demonstration: bool,
}

/// Where a pack's parts stand in its file, for the cover.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// First and last page of each entry's letters.
    pub letters: Vec<(usize, usize)>,
    /// The parts beside the letters, by the key of their name, with first and last page.
    pub besides: Vec<(&'static str, usize, usize)>,
    /// All pages of the file.
    pub pages: usize,
    /// The sheets of paper that it takes.
    pub paper: usize,
}

impl Sheets<'_> {
    pub fn say(&self, key: &str, filled_in: &[(&'static str, &str)]) -> String {
        self.order.words.say(key, filled_in)
    }

    pub fn plain(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// What every sheet has.
    pub fn stock(&self, title: String) -> Stock {
        let day = self.contents.date;
        Stock {
            lang: self.order.words.lang().to_string(),
            title,
            date: SpecDate { year: day.year(), month: day.month().into(), day: day.day() },
            paper: self.contents.paper,
        }
    }

    pub fn notice(&self) -> String {
        if self.demonstration { self.plain("sheet-demonstration") } else { String::new() }
    }

    /// The address of a page as it is typed: without what browsers add.
    fn typed(url: &str) -> &str {
        url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.order.base_url.trim_end_matches('/'))
    }

    fn code(&self, path: &str, caption: &str) -> Code {
        let url = self.url(path);
        Code {
            caption: self.say(caption, &[("address", Self::typed(&url))]),
            alt: self.say("sheet-code", &[("address", Self::typed(&url))]),
            url,
        }
    }

    /// Where what was posted is reported.
    pub fn report_code(&self) -> Option<Code> {
        self.order.code.map(|code| self.code(&format!("/r/{code}"), "sheet-report"))
    }

    pub fn case_code(&self, slug: &Slug) -> Code {
        self.code(&format!("/cases/{slug}"), "sheet-case-page")
    }

    /// A label with the pack's code, where it has one.
    fn labelled(&self, key: &str, coded: &str) -> String {
        match self.order.code {
            Some(code) => self.say(coded, &[("code", &code.to_string())]),
            None => self.plain(key),
        }
    }

    fn date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => date::written(day, self.order.words.lang()),
            less => less.written(),
        }
    }

    /// The first sheet.
    pub fn cover(&self, numbers: &Numbers) -> CoverSheet {
        CoverSheet {
            stock: self.stock(self.order.spec.title.trim().to_owned()),
            label: self.labelled("sheet-cover", "sheet-cover-coded"),
            heading: self.order.spec.title.trim().to_owned(),
            code: self.report_code(),
            notice: self.notice(),
            contents: self.table_of_contents(numbers),
            besides: self.besides(numbers),
            printing: self.printing(numbers),
            ruler: self.plain("sheet-ruler"),
            posting: self.posting(),
            foot: self.foot(numbers),
        }
    }

    fn table_of_contents(&self, numbers: &Numbers) -> Ledger {
        let column = |key: &str, number: bool, names: bool| LedgerColumn { head: self.plain(key), number, names };
        let lang = self.order.words.lang();
        let row = |(n, entry): (usize, &Entry)| {
            let (first, last) = numbers.letters.get(n).copied().unwrap_or_default();
            vec![
                (n + 1).to_string(),
                entry.draft.page.case.name.clone(),
                entry.draft.target.office.clone(),
                entry.draft.target.country.name(lang).to_owned(),
                entry.letters.copies.to_string(),
                pages(first, last),
            ]
        };
        Ledger {
            columns: vec![
                column("sheet-number", true, false),
                column("sheet-write-for", false, true),
                column("sheet-to", false, false),
                column("sheet-country", false, false),
                column("sheet-letters", true, false),
                column("sheet-pages", true, false),
            ],
            rows: self.contents.entries.iter().enumerate().map(row).collect(),
            sums: vec![
                String::new(),
                self.plain("sheet-all"),
                String::new(),
                String::new(),
                self.order.spec.copies().to_string(),
                numbers.pages.to_string(),
            ],
        }
    }

    /// Where the sheets beside the letters stand, in one sentence.
    fn besides(&self, numbers: &Numbers) -> String {
        let part = |(key, first, last): &(&'static str, usize, usize)| {
            self.say("sheet-beside", &[("name", &self.plain(key)), ("pages", &pages(*first, *last))])
        };
        let parts: Vec<String> = numbers.besides.iter().map(part).collect();
        if parts.is_empty() { String::new() } else { self.say("sheet-besides", &[("parts", &parts.join(", "))]) }
    }

    fn printing(&self, numbers: &Numbers) -> Titled {
        let paper =
            self.plain(if self.contents.paper == letter::Paper::A4 { "sheet-paper-a4" } else { "sheet-paper-letter" });
        let sides = if self.order.spec.duplex { "sheet-print-both" } else { "sheet-print-one" };
        let tried = numbers.besides.iter().find(|(key, ..)| *key == "sheet-test").map(|(_, first, _)| *first);
        let first = tried.or(numbers.letters.first().map(|(first, _)| *first)).unwrap_or(1).to_string();
        let mut entries = vec![self.say(sides, &[("paper", &paper)]), self.plain("sheet-print-scale")];
        if self.contents.profile != Profile::Plain {
            entries.push(self.say("sheet-print-window", &[("page", &first)]));
        }
        Titled { heading: self.plain("sheet-printing"), entries }
    }

    /// How many go to which country.
    fn posting(&self) -> Facts {
        let lang = self.order.words.lang();
        let mut countries: Vec<(domain::country::Country, u64)> = Vec::new();
        for entry in &self.contents.entries {
            let country = entry.draft.target.country;
            match countries.iter_mut().find(|(known, _)| *known == country) {
                Some((_, sum)) => *sum += u64::from(entry.letters.copies),
                None => countries.push((country, entry.letters.copies.into())),
            }
        }
        let pair = |(country, sum): &(domain::country::Country, u64)| {
            let rate = match self.order.spec.posted_from {
                None => "sheet-rate-unknown",
                Some(from) if from == *country => "sheet-rate-inland",
                Some(_) => "sheet-rate-abroad",
            };
            let to = self.say("sheet-post-to", &[("country", country.name(lang))]);
            (to, self.say(rate, &[("count", &sum.to_string())]))
        };
        Facts { heading: self.plain("sheet-posting"), pairs: countries.iter().map(pair).collect() }
    }

    fn foot(&self, numbers: &Numbers) -> String {
        let cases = i64::try_from(first_of_each(self.contents).count()).unwrap_or(0);
        let day = date::written(self.contents.as_of, self.order.words.lang());
        let as_of = self.say("sheet-as-of", &[("cases", &self.order.words.many("sheet-cases", cases)), ("date", &day)]);
        let check = if self.order.code.is_some() { self.plain("sheet-check-code") } else { self.plain("sheet-check") };
        let paper = self.say("sheet-paper-needed", &[("count", &numbers.paper.to_string())]);
        let envelope = self.plain(&format!("profile-{}", self.contents.profile));
        let envelope = self.say("sheet-envelope", &[("envelope", &envelope)]);
        [as_of, check, paper, envelope].join(" ")
    }

    pub fn native(entry: &Entry) -> Option<NativeName> {
        let case = &entry.draft.page.case;
        let native = case.native_name.as_ref().filter(|native| native.text != case.name)?;
        Some(NativeName { text: native.text.clone(), lang: native.lang.to_string() })
    }

    /// A case's stamp.
    pub fn stamp(&self, entry: &Entry) -> StampFace {
        let page = &entry.draft.page;
        let country = page.case.country.name(self.order.words.lang());
        let edition = page.edition().map(|year| year.to_string()).unwrap_or_default();
        let words = [("name", page.case.name.as_str()), ("country", country), ("edition", edition.as_str())];
        StampFace {
            slug: page.case.slug.to_string(),
            alt: self.say("sheet-stamp", &words),
            country: country.to_owned(),
            name: page.case.name.clone(),
            native: Self::native(entry),
            edition,
        }
    }

    /// What there is to read about an entry's case.
    pub fn case(&self, entry: &Entry) -> CaseSheet {
        let draft = &entry.draft;
        let case = &draft.page.case;
        let standing = [
            ("country", case.country.name(self.order.words.lang())),
            ("status", &self.plain(&format!("status-{}", case.standing.status))),
            ("date", &self.date(case.standing.as_of)),
        ];
        CaseSheet {
            stock: self.stock(case.name.clone()),
            stamp: self.stamp(entry),
            name: case.name.clone(),
            native: Self::native(entry),
            label: self.say("sheet-standing", &standing),
            notice: self.notice(),
            story: if case.story.is_empty() { vec![case.summary.clone()] } else { case.story.clone() },
            shortened: self.plain("sheet-shortened"),
            asks: Titled { heading: self.plain("sheet-asks"), entries: draft.demands.clone() },
            address: Titled { heading: self.plain("sheet-address"), entries: self.address(entry) },
            begin: self.say("sheet-begin", &[("salutation", &draft.salutation)]),
            advice: Titled { heading: self.plain("sheet-advice"), entries: self.advice(entry) },
            code: Some(self.case_code(&case.slug)),
            mourned: case.is_mourned(),
        }
    }

    /// The lines of an entry's address, as a letter posted from where the group is has them.
    pub fn address(&self, entry: &Entry) -> Vec<String> {
        let from = self.order.spec.posted_from.map(|from| from.code().to_owned()).unwrap_or_default();
        crate::letters::destination(&entry.draft.target).lines(&from)
    }

    /// How to write: what is true of every letter, then the case's own rules.
    fn advice(&self, entry: &Entry) -> Vec<String> {
        let mut entries: Vec<String> =
            ["sheet-advice-polite", "sheet-advice-ask", "sheet-advice-who"].map(|key| self.plain(key)).into();
        entries.extend(entry.draft.page.case.consent.iter().flat_map(|consent| consent.letter_rules.clone()));
        entries
    }

    /// The sheet on which the group counts.
    pub fn tally(&self) -> TallySheet {
        let lang = self.order.words.lang();
        let kinds = [Kind::Letter, Kind::PrintedLetter, Kind::Card, Kind::PetitionSignature];
        let case = |entry: &Entry| {
            let case = &entry.draft.page.case;
            (case.name.clone(), case.country.name(lang).to_owned())
        };
        TallySheet {
            stock: self.stock(self.plain("sheet-tally-heading")),
            label: self.labelled("sheet-tally", "sheet-tally-coded"),
            heading: self.plain("sheet-tally-heading"),
            code: self.report_code(),
            intro: self.plain("sheet-tally-intro"),
            case: self.plain("sheet-case"),
            kinds: kinds.iter().map(|kind| self.plain(&format!("sheet-kind-{kind}"))).collect(),
            sum: self.plain("sheet-sum"),
            cases: first_of_each(self.contents).map(case).collect(),
            all: self.plain("sheet-all"),
            fields: vec![self.plain("sheet-place-and-date"), self.plain("sheet-counted-by")],
        }
    }

    /// Whether a sheet is asked for.
    pub fn includes(&self, include: &Include) -> bool {
        self.order.spec.include.iter().any(|wanted| wanted.name() == include.name())
    }
}

/// Pages as a reader names them: "3" or "3–52".
fn pages(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
