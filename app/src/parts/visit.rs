//! From a request to a page: what is taken from the context before the first `.await`, and what becomes of the answer.

use axum::http::request::Parts;
use domain::Lang;
use engine::{Actor, Engine, EngineError};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::{
    pages::trouble,
    parts::{frame, staff},
    shell::{Answer, Head, HeaderName, HeaderValue, Shell, StatusCode},
    words::Words,
};

/// What a page needs of its request. Made before the first `.await`.
pub struct Visit {
    /// The words in the request's language.
    pub words: Words,
    answer: Answer,
    engine: Option<Engine>,
    /// Whoever is signed in, on staff's pages only.
    actor: Option<Actor>,
    /// What stands behind the question mark of the address, as it was sent.
    query: String,
}

/// A part of the site that the header can mark as the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Cases and everything below them.
    Cases,
    /// What letters did, and what many signed together.
    Outcomes,
    /// Groups, their packs and reports.
    Groups,
    /// Staff's counts.
    Counts,
    /// What groups and sections reported.
    Reports,
    /// What was taken back.
    Corrections,
    /// Anything else.
    Other,
}

/// A page's own content with what its head says.
pub struct Sheet {
    head: Head,
    islands: bool,
    room: Room,
    body: AnyView,
}

impl Sheet {
    /// A page that is only read.
    pub fn new(head: Head, body: impl IntoAny) -> Self {
        Self { head, islands: false, room: Room::Other, body: body.into_any() }
    }

    /// Says which part of the site it belongs to.
    #[must_use]
    pub fn within(mut self, room: Room) -> Self {
        self.room = room;
        self
    }

    /// Says that an island stands on it.
    #[must_use]
    pub fn with_islands(mut self) -> Self {
        self.islands = true;
        self
    }
}

/// Why there is no page to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing stands at this address.
    NotFound,
    /// It was here and is withdrawn. Its page names nobody.
    Gone,
    /// Not possible just now.
    Later,
    /// Only for staff who are signed in.
    SignIn,
    /// Not for everybody on the staff.
    Denied,
    /// Only an operator can mend it.
    Broken,
}

impl Trouble {
    /// The status that goes with it.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Later => StatusCode::SERVICE_UNAVAILABLE,
            Self::SignIn => StatusCode::SEE_OTHER,
            Self::Denied => StatusCode::FORBIDDEN,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<EngineError> for Trouble {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::NotFound | EngineError::Invalid(_) => Self::NotFound,
            EngineError::Gone => Self::Gone,
            EngineError::Unavailable | EngineError::TooMany(_) | EngineError::Wait(_) => Self::Later,
            EngineError::Denied => Self::Denied,
            EngineError::Conflict | EngineError::Edited(_) | EngineError::Internal => Self::Broken,
        }
    }
}

impl Visit {
    /// The visit of the current request.
    #[must_use]
    pub fn of_this_request() -> Self {
        let parts = use_context::<Parts>();
        let actor = parts.as_ref().and_then(|parts| parts.extensions.get::<Actor>().cloned());
        let query = parts.and_then(|parts| parts.uri.query().map(str::to_owned)).unwrap_or_default();
        Self { words: Words::of_this_request(), answer: Answer::of_this_request(), engine: use_context(), actor, query }
    }

    /// Whoever is signed in.
    ///
    /// # Errors
    /// [`Trouble::SignIn`] when nobody is.
    pub fn signed_in(&self) -> Result<&Actor, Trouble> {
        self.actor.as_ref().ok_or(Trouble::SignIn)
    }

    /// What stands behind the question mark of the address, as it was sent.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Gives the answer another status than 200.
    pub fn status(&self, status: StatusCode) {
        self.answer.status(status);
    }

    /// The engine.
    ///
    /// # Errors
    /// [`Trouble::Later`] when the server has none yet.
    pub fn engine(&self) -> Result<&Engine, Trouble> {
        self.engine.as_ref().ok_or(Trouble::Later)
    }

    /// The language of the page, which is also the one that a letter is offered in.
    #[must_use]
    pub const fn lang(&self) -> &Lang {
        self.words.lang()
    }

    /// A head in the page's language. The site's name is put behind the title.
    #[must_use]
    pub fn head(&self, title: &str) -> Head {
        Head::new(self.lang().as_str(), self.words.with("title", [("page", title.into())]))
    }

    /// Keeps the answer out of every cache: it carries what was typed, or is meant for one reader.
    pub fn keep_out_of_caches(&self) {
        self.answer.header(HeaderName::from_static("cache-control"), HeaderValue::from_static("no-store"));
    }

    /// Leads to another address instead of showing a page.
    pub fn lead_to(&self, address: &str) {
        if let Ok(address) = HeaderValue::from_str(address) {
            self.answer.status(StatusCode::SEE_OTHER);
            self.answer.header(HeaderName::from_static("location"), address);
        }
    }

    /// Says that nothing stands at this address, while the page still says what to do.
    pub fn not_found(&self) {
        self.answer.status(StatusCode::NOT_FOUND);
    }

    /// The whole page: the sheet, or what can be said instead, between header and footer.
    pub async fn show(&self, sheet: Result<Sheet, Trouble>) -> AnyView {
        // Without the notice a page is still worth showing.
        let notice = match &self.engine {
            Some(engine) => engine.demonstration().await.ok().flatten(),
            None => None,
        };
        let Sheet { head, islands, room, body } = sheet.unwrap_or_else(|trouble| self.explain(trouble));
        let actor = self.actor.clone();
        let (top, foot, skip) = (self.words.clone(), self.words.clone(), self.words.t("skip"));
        view! {
            <Shell
                head
                islands
                skip
                header=move || match &actor {
                    Some(actor) => staff::header(&top, actor, room),
                    None => frame::header(&top, room),
                }
                footer=move || frame::footer(&foot, notice.as_ref())
            >
                {body}
            </Shell>
        }
        .into_any()
    }

    fn explain(&self, trouble: Trouble) -> Sheet {
        self.answer.status(trouble.status());
        if trouble == Trouble::SignIn {
            self.answer.header(HeaderName::from_static("location"), HeaderValue::from_static("/staff/sign-in"));
        }
        if trouble == Trouble::Later {
            self.answer.header(HeaderName::from_static("retry-after"), HeaderValue::from_static("30"));
        }
        trouble::sheet(self, trouble)
    }
}

/// A part of the page's address, by its name in the route.
#[must_use]
pub fn param(name: &str) -> String {
    use_params_map().read_untracked().get(name).unwrap_or_default()
}

/// A part of the address as a slug.
///
/// # Errors
/// [`Trouble::NotFound`] when it cannot be one.
pub fn slug(text: &str) -> Result<domain::Slug, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

/// A value from behind the question mark.
#[must_use]
pub fn query(name: &str) -> Option<String> {
    use_query_map().read_untracked().get(name)
}
