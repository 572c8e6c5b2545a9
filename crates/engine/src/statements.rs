//! Joint statements as readers see them.

use std::{cmp::Reverse, collections::BTreeMap, collections::BTreeSet};

use domain::{Slug, source::Source, statement::Statement};

use crate::{Engine, EngineError, cases::CaseCard, open_letters::JointLink};

impl From<&Statement> for JointLink {
    fn from(statement: &Statement) -> Self {
        Self {
            slug: statement.slug.clone(),
            title: statement.title.clone(),
            date: statement.date,
            signed: statement.organisations.len(),
        }
    }
}

/// A statement's page.
#[derive(Clone, Debug)]
pub struct StatementPage {
    /// The statement, without people whose case of ours is not public.
    pub statement: Statement,
    /// The public cases that it leads to.
    pub cases: Vec<CaseCard>,
    /// The open letters that it leads to.
    pub open_letters: Vec<JointLink>,
    /// Every source that the page cites, by id.
    pub sources: BTreeMap<String, Source>,
}

impl Engine {
    /// The page of a statement. A person whose case of ours is withdrawn, or not public for another reason, is left out.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none; [`EngineError::Gone`] when it is about a withdrawn case;
    /// [`EngineError::Unavailable`] when the database does not answer.
    pub async fn statement_page(&self, slug: &Slug) -> Result<StatementPage, EngineError> {
        let mut statement = storage::statements::by_slug(&self.read, slug).await?.ok_or(EngineError::NotFound)?;
        let unnamed = self.unnamed().await?;
        if unnamed.are_in_statement(&statement) {
            return Err(EngineError::Gone);
        }
        unnamed.leave_out_of_statement(&mut statement);
        let linked: BTreeSet<Slug> = statement.cases().map(|(_, slug)| slug.clone()).collect();
        let linked: Vec<Slug> = linked.into_iter().collect();
        let public = self.case_cards(&linked).await?;
        let known: BTreeSet<&Slug> = public.iter().map(|card| &card.slug).collect();
        for each in &mut statement.countries {
            each.people.retain(|person| person.case.as_ref().is_none_or(|case| known.contains(case)));
        }
        let see_also = &statement.see_also;
        let cases = see_also.cases.iter().filter_map(|slug| public.iter().find(|card| card.slug == *slug)).cloned();
        let cases: Vec<CaseCard> = cases.collect();
        let mut open_letters = self.open_letters().await?;
        open_letters.retain(|link| see_also.open_letters.contains(&link.slug));
        let cited: Vec<&str> = statement.sources.iter().map(String::as_str).collect();
        let mut sources = storage::sources::by_ids(&self.read, cited).await?;
        unnamed.leave_out_of_sources(&mut sources);
        Ok(StatementPage { cases, open_letters, sources, statement })
    }

    /// All statements, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn statements(&self) -> Result<Vec<JointLink>, EngineError> {
        let all = storage::statements::all(&self.read).await?;
        let unnamed = self.unnamed().await?;
        let shown = all.values().map(|stored| &stored.statement).filter(|each| !unnamed.are_in_statement(each));
        let mut links: Vec<JointLink> = shown.map(JointLink::from).collect();
        links.sort_by_key(|link| Reverse(link.date));
        Ok(links)
    }
}
