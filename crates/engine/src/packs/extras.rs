//! What a pack has beside cover, case sheets, letters and tally sheet.

use domain::{
    field::{FieldError, Rule},
    pack::Include,
};
use letter::{
    Document, Fonts, LetterError, LetterSpec,
    frame::Page,
    sheets::{
        self,
        spec::{CardSheet, Envelope, EnvelopeSize, LabelSheet, LabelStock, ListSheet, Poster, TestSheet, Titled},
    },
};

use super::{contents::Entry, parts::first_of_each, sheets::Sheets};
use crate::EngineError;

/// A further sheet, so many times.
pub(super) struct Extra {
    /// What kind of sheet it is, by the key of its name.
    pub kind: &'static str,
    /// Its name among the bookmarks.
    pub name: String,
    pub copies: usize,
    /// The place among `include`, for what is refused.
    pub field: String,
    sheet: Sheet,
}

enum Sheet {
    Test(Box<TestSheet>),
    Cards(Box<CardSheet>),
    List(Box<ListSheet>),
    Poster(Box<Poster>),
    Labels(Box<LabelSheet>),
    Envelope(Box<Envelope>),
}

impl Extra {
    /// The sheet's pages. Labels and envelopes are printed on one side whatever the rest is.
    pub fn set(&self, fonts: &Fonts, duplex: bool) -> Result<Document, LetterError> {
        match &self.sheet {
            Sheet::Test(sheet) => sheets::test(sheet, fonts),
            Sheet::Cards(sheet) => sheets::cards(sheet, fonts),
            Sheet::List(sheet) => sheets::list(sheet, fonts),
            Sheet::Poster(sheet) => sheets::poster(sheet, fonts),
            Sheet::Envelope(sheet) => sheets::envelope(sheet, fonts),
            Sheet::Labels(sheet) => {
                let mut document = sheets::labels(sheet, fonts)?;
                if duplex {
                    document.pages = document.pages.into_iter().flat_map(|page| [page, Page::default()]).collect();
                }
                Ok(document)
            }
        }
    }

    /// Whether it comes before the case sheets: it is printed and tried first.
    pub const fn comes_first(&self) -> bool {
        matches!(self.sheet, Sheet::Test(_))
    }

    /// Whether it comes last: other paper is put into the printer for it.
    pub const fn comes_last(&self) -> bool {
        matches!(self.sheet, Sheet::Labels(_) | Sheet::Envelope(_))
    }
}

impl Sheets<'_> {
    /// Every further sheet that is asked for.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with the place among `include` for labels or envelopes that are not known, and for cards
    /// where no case takes any.
    pub fn extras(&self, letters: &[&LetterSpec]) -> Result<Vec<Extra>, EngineError> {
        let mut extras = Vec::new();
        for (n, include) in self.order.spec.include.iter().enumerate() {
            let field = format!("include[{n}]");
            let entries = || first_of_each(self.contents);
            match include {
                Include::Cover | Include::CaseSheets | Include::Tally => {}
                Include::Test => extras.extend(letters.first().map(|letter| self.test_sheet(letter, field))),
                Include::SignUp => {
                    extras.push(self.extra("sheet-sign-up", None, field, Sheet::List(Box::new(self.sign_up()))))
                }
                Include::Petition => extras.extend(entries().map(|entry| {
                    let sheet = Sheet::List(Box::new(self.petition(entry)));
                    self.extra("sheet-petition", Some(entry), field.clone(), sheet)
                })),
                Include::Poster => extras.extend(entries().map(|entry| {
                    let sheet = Sheet::Poster(Box::new(self.poster(entry)));
                    self.extra("sheet-poster", Some(entry), field.clone(), sheet)
                })),
                Include::Cards => {
                    let before = extras.len();
                    extras.extend(entries().filter_map(|entry| {
                        let sheet = Sheet::Cards(Box::new(self.cards(entry)?));
                        Some(self.extra("sheet-cards", Some(entry), field.clone(), sheet))
                    }));
                    if extras.len() == before {
                        return Err(EngineError::field(&field, Rule::NoCards));
                    }
                }
                Include::Labels { sheet, first, offset } => {
                    let sheet = self.labels(sheet, *first, *offset, &field)?;
                    extras.push(self.extra("sheet-labels", None, field, Sheet::Labels(Box::new(sheet))));
                }
                Include::Envelopes { size } => {
                    let size = EnvelopeSize::named(size)
                        .ok_or_else(|| unknown(&field, EnvelopeSize::ALL.iter().map(|size| size.name)))?;
                    extras.extend(self.contents.entries.iter().map(|entry| {
                        let stock = self.stock(entry.draft.target.office.clone());
                        let sheet = Envelope { stock, size: *size, address: self.address(entry) };
                        let copies = usize::try_from(entry.letters.copies).unwrap_or(1);
                        let extra =
                            self.extra("sheet-envelopes", Some(entry), field.clone(), Sheet::Envelope(Box::new(sheet)));
                        Extra { copies, ..extra }
                    }));
                }
            }
        }
        Ok(extras)
    }

    fn extra(&self, kind: &'static str, entry: Option<&Entry>, field: String, sheet: Sheet) -> Extra {
        let name = entry.map_or_else(|| self.plain(kind), |entry| entry.draft.page.case.name.clone());
        Extra { kind, name, copies: 1, field, sheet }
    }

    fn test_sheet(&self, letter: &LetterSpec, field: String) -> Extra {
        let window = sheets::has_window(letter);
        let sheet = TestSheet {
            stock: self.stock(self.plain("sheet-test")),
            heading: self.plain("sheet-test"),
            intro: self.plain(if window { "sheet-test-window" } else { "sheet-test-ruler" }),
            ruler: self.plain("sheet-ruler"),
            letter: letter.clone(),
        };
        self.extra("sheet-test", None, field, Sheet::Test(Box::new(sheet)))
    }

    fn labels(&self, name: &str, first: u16, offset: (i16, i16), field: &str) -> Result<LabelSheet, EngineError> {
        let known = LabelStock::named(name).filter(|stock| usize::from(first) <= stock.labels());
        let stock = known.ok_or_else(|| unknown(field, LabelStock::ALL.iter().map(|stock| stock.name)))?;
        let address = |entry: &Entry| (self.address(entry), usize::try_from(entry.letters.copies).unwrap_or(1));
        Ok(LabelSheet {
            stock: self.stock(self.plain("sheet-labels")),
            labels: *stock,
            first: first.into(),
            offset: (i32::from(offset.0) * 100, i32::from(offset.1) * 100),
            addresses: self.contents.entries.iter().map(address).collect(),
            test: self.plain("sheet-labels-test"),
            ruler: self.plain("sheet-ruler"),
        })
    }

    fn sign_up(&self) -> ListSheet {
        ListSheet {
            stock: self.stock(self.plain("sheet-sign-up")),
            label: self.order.spec.title.trim().to_owned(),
            heading: self.plain("sheet-sign-up-heading"),
            intro: self.plain("sheet-sign-up-intro"),
            asks: Titled::default(),
            columns: vec![
                (self.plain("sheet-number"), 7),
                (self.plain("sheet-first-name"), 36),
                (self.plain("sheet-reach"), 57),
            ],
            foot: self.plain("sheet-sign-up-foot"),
        }
    }

    fn petition(&self, entry: &Entry) -> ListSheet {
        let case = &entry.draft.page.case;
        let foot = [self.plain("sheet-petition-foot"), self.notice()];
        ListSheet {
            stock: self.stock(case.name.clone()),
            label: self.say("sheet-petition-label", &[("name", &case.name)]),
            heading: self.say("sheet-petition-heading", &[("office", &entry.draft.target.office)]),
            intro: case.summary.clone(),
            asks: Titled { heading: self.plain("sheet-petition-asks"), entries: entry.draft.demands.clone() },
            columns: vec![
                (self.plain("sheet-number"), 7),
                (self.plain("sheet-name"), 36),
                (self.plain("sheet-town"), 25),
                (self.plain("sheet-signature"), 32),
            ],
            foot: foot.join(" ").trim().to_owned(),
        }
    }

    /// Guidance for cards, where the case takes any: its own rules first, then what is true of every card.
    fn cards(&self, entry: &Entry) -> Option<CardSheet> {
        let case = &entry.draft.page.case;
        let solidarity = case.solidarity.as_ref().filter(|solidarity| solidarity.accepts_messages)?;
        let mut rules: Vec<String> = case.consent.iter().flat_map(|consent| consent.card_rules.clone()).collect();
        rules.push(solidarity.guidance.clone());
        rules.extend(["sheet-card-short", "sheet-card-read"].map(|key| self.plain(key)));
        rules.retain(|rule| !rule.trim().is_empty());
        Some(CardSheet {
            stock: self.stock(case.name.clone()),
            label: self.plain("sheet-card-label"),
            name: case.name.clone(),
            native: Self::native(entry),
            address: Titled { heading: self.plain("sheet-card-address"), entries: solidarity.address_lines.clone() },
            rules: Titled { heading: self.plain("sheet-card-rules"), entries: rules },
            code: Some(self.case_code(&case.slug)),
        })
    }

    fn poster(&self, entry: &Entry) -> Poster {
        let case = &entry.draft.page.case;
        Poster {
            stock: self.stock(case.name.clone()),
            stamp: self.stamp(entry),
            heading: self.say("sheet-poster-heading", &[("name", &together(&case.name))]),
            native: Self::native(entry),
            summary: case.summary.clone(),
            fields: vec![self.plain("sheet-poster-where"), self.plain("sheet-poster-when")],
            code: Some(self.case_code(&case.slug)),
            foot: self.notice(),
            mourned: case.is_mourned(),
        }
    }
}

/// A name that is none of the known ones.
fn unknown<'n>(field: &str, known: impl Iterator<Item = &'n str>) -> EngineError {
    let known: Vec<&str> = known.collect();
    EngineError::Invalid(vec![FieldError::with_detail(field, Rule::UnknownWord, known.join(", "))])
}

/// A short name with WORD JOINERs, so that a heading is broken before it and not within. A long one has to be broken.
fn together(name: &str) -> String {
    if name.split(' ').count() > 3 {
        return name.to_owned();
    }
    name.replace(' ', " \u{2060}").replace('-', "-\u{2060}")
}
