//! Letters: what a writer starts from, and the sheet it becomes. Nothing of it is stored or logged.

mod address;
mod shelf;
mod starter;
mod trouble;

pub use shelf::FontShelf;

use domain::{
    Lang, Slug,
    country::Country,
    date,
    field::{FieldError, Rule},
    target::Target,
};
use letter::{
    LetterError,
    form::{Stationery, Typed},
    spec::{Alignment, LetterSpec, LetterStyle, Paper, Profile, SpecDate},
};
use time::Date;

use crate::{Engine, EngineError, cases::CasePage};

pub(crate) use address::destination;
pub use letter::form::{LONGEST_BODY, LONGEST_LINE};

/// What a writer starts from: the target, its greeting, a first paragraph and the ask, points to make.
#[derive(Clone, Debug)]
pub struct LetterDraft {
    /// The case's page, for its name, rules and demands.
    pub page: CasePage,
    /// The target the letter goes to.
    pub target: Target,
    /// The language of the texts below: the one asked for, or English where the case has none in it.
    pub lang: Lang,
    /// "Dear Prosecutor General,"
    pub salutation: String,
    /// "Yours sincerely,"
    pub closing: String,
    /// First paragraph and ask, to be filled with the writer's own words.
    pub body: String,
    /// Points to make, a sentence each.
    pub talking_points: Vec<String>,
    /// What is asked, the main demand first.
    pub demands: Vec<String>,
}

/// A letter to be set. Whatever is empty or absent comes from the case.
#[derive(Clone, Debug)]
pub struct LetterRequest {
    /// The case.
    pub case: Slug,
    /// The target; the case's first one with an address where absent.
    pub target: Option<Slug>,
    /// The letter's language.
    pub lang: Lang,
    /// Which envelope the page is made for.
    pub profile: Profile,
    /// The sheet.
    pub paper: Paper,
    /// How lines of the text end.
    pub alignment: Alignment,
    /// The writer's name; may be empty.
    pub name: String,
    /// The writer's town or address, line by line; may be empty.
    pub sender_lines: Vec<String>,
    /// The salutation; the target's own where empty.
    pub salutation: String,
    /// The text; the full starter where absent.
    pub body: Option<String>,
    /// The day on the letter; today where absent.
    pub date: Option<Date>,
    /// Where it is posted: decides the language of the destination's name, and whether it is needed at all.
    pub posted_from: Option<Country>,
}

/// A letter, set.
#[derive(Clone, Debug)]
pub struct SetLetter {
    /// The file.
    pub pdf: Vec<u8>,
    /// A name for it: `letter-rita-karasartova.pdf`.
    pub file_name: String,
    /// How many pages it has.
    pub pages: usize,
}

impl Engine {
    /// What a writer starts from.
    ///
    /// # Errors
    /// As [`Engine::case_page`]; [`EngineError::Invalid`] with [`Rule::CaseNotWritten`] when nobody writes for the case
    /// now, with [`Rule::NoAddress`] and the office's name when no target has an address.
    pub async fn letter_draft(
        &self,
        case: &Slug,
        target: Option<&Slug>,
        lang: &Lang,
    ) -> Result<LetterDraft, EngineError> {
        let page = self.case_page(case).await?;
        if !page.case.accepts_letters() {
            return Err(EngineError::field("case", Rule::CaseNotWritten));
        }
        if page.first_addressable().is_none() {
            let office = page.targets.first().map(|view| view.target.office.clone()).unwrap_or_default();
            return Err(EngineError::Invalid(vec![FieldError::with_detail("target", Rule::NoAddress, office)]));
        }
        let wanted = match target {
            None => page.first_addressable(),
            Some(slug) => page.targets.iter().map(|v| &v.target).find(|t| t.slug == *slug && t.takes_letters()),
        };
        let target = wanted.cloned().ok_or_else(|| EngineError::field("target", Rule::UnknownWord))?;
        let appeal = page.case.appeal(Some(&target.slug), lang);
        let appeal = appeal.ok_or_else(|| no_text(&page, &target))?;
        let (salutation, closing) = target.greeting(&appeal.lang);
        Ok(LetterDraft {
            lang: appeal.lang.clone(),
            salutation,
            closing,
            body: starter::short(appeal),
            talking_points: appeal.talking_points.clone(),
            demands: appeal.demands.clone(),
            target,
            page,
        })
    }

    /// What a writer starts from in this language and in no other: where the case has no text in it, a writer's own (`own_text`)
    /// has that language's salutation and closing, or none where they are not known.
    ///
    /// # Errors
    /// As [`Engine::letter_draft`]; [`EngineError::Invalid`] with [`Rule::NoTextInLanguage`] and the languages there are
    /// when the case has no text in this one and the writer neither.
    pub async fn letter_draft_in(
        &self,
        case: &Slug,
        target: Option<&Slug>,
        lang: &Lang,
        own_text: bool,
    ) -> Result<LetterDraft, EngineError> {
        let draft = self.letter_draft(case, target, lang).await?;
        if draft.lang == *lang {
            return Ok(draft);
        }
        if !own_text {
            return Err(no_text(&draft.page, &draft.target));
        }
        let (salutation, closing) = draft.target.greeting(lang);
        let (body, talking_points, demands) = (String::new(), Vec::new(), Vec::new());
        Ok(LetterDraft { lang: lang.clone(), salutation, closing, body, talking_points, demands, ..draft })
    }

    /// Sets a letter as a PDF.
    ///
    /// # Errors
    /// As [`Engine::letter_draft_in`]; [`EngineError::Invalid`] when a text is too long, does not fit or has a character
    /// that cannot be printed. The details never quote what was typed beyond a single character.
    pub async fn set_letter(&self, request: &LetterRequest) -> Result<SetLetter, EngineError> {
        let own_text = request.body.is_some();
        let draft = self.letter_draft_in(&request.case, request.target.as_ref(), &request.lang, own_text).await?;
        let spec = self.letter_spec(request, &draft)?;
        let (fonts, address) = (self.fonts.clone(), spec.recipient.clone());
        let set = tokio::task::spawn_blocking(move || -> Result<(Vec<u8>, usize), LetterError> {
            let fonts = fonts.for_letter(&spec);
            let document = letter::layout(&spec, &fonts)?;
            Ok((letter::pdf::write(&document, &fonts)?, document.pages.len()))
        });
        let (pdf, pages) =
            set.await.map_err(|_| EngineError::Internal)?.map_err(|error| trouble::of_letter(&error, &address))?;
        Ok(SetLetter { pdf, file_name: file_name(&request.case), pages })
    }

    /// The letter as the typesetting engine wants it: also what the browser's own engine is given.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] when a field is too long or the text is empty.
    pub fn letter_spec(&self, request: &LetterRequest, draft: &LetterDraft) -> Result<LetterSpec, EngineError> {
        let body = match &request.body {
            Some(body) => body.clone(),
            None => {
                draft.page.case.appeal(Some(&draft.target.slug), &draft.lang).map(starter::full).unwrap_or_default()
            }
        };
        let typed = Typed {
            name: request.name.clone(),
            sender_lines: request.sender_lines.clone(),
            salutation: request.salutation.clone(),
            body,
            style: LetterStyle::Prefilled,
            profile: request.profile,
            paper: request.paper,
            alignment: request.alignment,
            posted_from: request.posted_from.map(|from| from.code().to_owned()).unwrap_or_default(),
        };
        self.stationery(draft, request.date).spec(&typed).map_err(trouble::of_form)
    }

    /// What stands in a letter whoever writes it, dated today where no day is given. The browser's engine starts from it too.
    #[must_use]
    pub fn stationery(&self, draft: &LetterDraft, date: Option<Date>) -> Stationery {
        let day = date.unwrap_or_else(|| self.today());
        Stationery {
            lang: draft.lang.to_string(),
            title: format!("{}: {}", draft.page.case.name, draft.target.office),
            date: SpecDate { year: day.year(), month: day.month().into(), day: day.day() },
            written: date::written(day, &draft.lang),
            destination: address::destination(&draft.target),
            salutation: draft.salutation.clone(),
            closing: draft.closing.clone(),
        }
    }
}

/// The case has no text in the language asked for.
fn no_text(page: &CasePage, target: &Target) -> EngineError {
    let langs = page.case.appeal_langs(Some(&target.slug));
    EngineError::Invalid(vec![FieldError::with_detail("lang", Rule::NoTextInLanguage, langs)])
}

/// The name of a letter's file: `letter-rita-karasartova.pdf`.
#[must_use]
pub fn file_name(case: &Slug) -> String {
    format!("letter-{case}.pdf")
}

/// The envelope usual where a letter is posted: the window of the country's standard, none where there is no such standard.
#[must_use]
pub fn usual_profile(posted_from: Option<Country>) -> Profile {
    match posted_from.as_ref().map(Country::code) {
        Some("DE" | "AT" | "LU") => Profile::Din5008B,
        Some("CH" | "LI") => Profile::SwissRight,
        Some("FR" | "MC") => Profile::French,
        Some("NO") => Profile::Norway,
        Some("US") => Profile::UsSingle,
        _ => Profile::Plain,
    }
}

/// The sheet usual where a letter is posted. Source: CLDR, the countries whose paper size is US Letter.
#[must_use]
pub fn usual_paper(posted_from: Option<Country>) -> Paper {
    match posted_from.as_ref().map(Country::code) {
        Some("US" | "CA" | "MX" | "CO" | "CL" | "CR" | "GT" | "NI" | "PA" | "PH" | "PR" | "SV" | "VE" | "BZ") => {
            Paper::Letter
        }
        _ => Paper::A4,
    }
}
