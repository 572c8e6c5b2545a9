//! What a pack's spec stands for: cases, offices, letters that can be written.

use domain::{
    Lang,
    field::{FieldError, Rule},
    pack::{PackLetters, PackSpec},
};
use letter::spec::{Paper, Profile};
use time::Date;

use super::PackLine;
use crate::{
    Engine, EngineError,
    letters::{LetterDraft, usual_paper, usual_profile},
};

/// A pack's spec with everything that it names.
pub(super) struct Contents {
    /// The day on the letters.
    pub date: Date,
    /// The day of printing: what is said of the cases holds as of it, whatever day the pack is for.
    pub as_of: Date,
    pub profile: Profile,
    pub paper: Paper,
    /// One for each entry under `[[letters]]`.
    pub entries: Vec<Entry>,
}

/// Letters for a case to an office, and what they start from.
pub(super) struct Entry {
    pub letters: PackLetters,
    pub draft: LetterDraft,
}

impl Entry {
    pub fn line(&self) -> PackLine {
        PackLine {
            case: self.letters.case.clone(),
            name: self.draft.page.case.name.clone(),
            office: self.draft.target.office.clone(),
            country: self.draft.target.country,
            lang: self.draft.lang.clone(),
            copies: self.letters.copies,
        }
    }
}

impl Engine {
    /// Looks up everything that a spec names.
    pub(super) async fn pack_contents(&self, spec: &PackSpec) -> Result<Contents, EngineError> {
        let mut wrong = spec.check().err().unwrap_or_default();
        let profile = named(spec.profile.as_ref(), "profile", usual_profile(spec.posted_from), &mut wrong);
        let paper = named(spec.paper.as_ref(), "paper", usual_paper(spec.posted_from), &mut wrong);
        let mut entries = Vec::with_capacity(spec.letters.len());
        for (n, letters) in spec.letters.iter().enumerate() {
            let lang = letters.lang.clone().unwrap_or_else(Lang::en);
            match self.letter_draft_in(&letters.case, letters.target.as_ref(), &lang, false).await {
                Ok(draft) => entries.push(Entry { letters: letters.clone(), draft }),
                Err(error) => wrong.extend(self.refused(error, n, letters).await?),
            }
        }
        if wrong.is_empty() {
            let date = spec.date.unwrap_or_else(|| self.today());
            return Ok(Contents { date, as_of: self.today(), profile, paper, entries });
        }
        Err(EngineError::Invalid(wrong))
    }

    /// Why no letter can be written for an entry, as errors of its fields. A case that is public is named; of one that is not,
    /// no more is said than that it is not there.
    async fn refused(
        &self,
        error: EngineError,
        n: usize,
        letters: &PackLetters,
    ) -> Result<Vec<FieldError>, EngineError> {
        let field = |name: &str| format!("letters[{n}].{name}");
        Ok(match error {
            EngineError::NotFound | EngineError::Gone => vec![FieldError::new(&field("case"), Rule::UnknownCase)],
            EngineError::Invalid(fields) => {
                let name = self.public_case(&letters.case).await?.case.name;
                fields.into_iter().map(|wrong| named_case(wrong, &name, &field)).collect()
            }
            other => return Err(other),
        })
    }
}

/// The same error with the field of the spec and the name of the case.
fn named_case(wrong: FieldError, name: &str, field: &impl Fn(&str) -> String) -> FieldError {
    let place = match wrong.rule {
        Rule::UnknownWord => "target",
        Rule::NoTextInLanguage => "lang",
        _ => "case",
    };
    let detail = match wrong.detail {
        Some(detail) if !detail.is_empty() => format!("{name}: {detail}"),
        _ => name.to_owned(),
    };
    FieldError::with_detail(&field(place), wrong.rule, detail)
}

/// A name of the letter engine, or what is usual.
fn named<T: std::str::FromStr<Err = letter::spec::UnknownName>>(
    given: Option<&domain::Slug>,
    field: &str,
    usual: T,
    wrong: &mut Vec<FieldError>,
) -> T {
    let Some(name) = given else { return usual };
    name.as_str().parse().unwrap_or_else(|unknown: letter::spec::UnknownName| {
        wrong.push(FieldError::with_detail(field, Rule::UnknownWord, unknown.known));
        usual
    })
}
