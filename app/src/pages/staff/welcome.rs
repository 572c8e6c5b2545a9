//! `/staff/welcome/{token}`: a one-time link with which somebody on the staff sets a password.

use domain::staff::SHORTEST_PASSWORD;
use engine::{EngineError, accounts::Invited};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, Refusal, staff::WelcomeAttempt},
    parts::{
        fields::{Problems, Ties, field},
        visit::{Sheet, Trouble, Visit, param},
    },
    shell::StatusCode,
    words::Words,
};

/// The page.
#[component]
pub fn Welcome() -> impl IntoView {
    let visit = Visit::of_this_request();
    let token = param("token");
    let attempt = use_context::<WelcomeAttempt>();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &token, attempt).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, token: &str, attempt: Option<WelcomeAttempt>) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let content = match visit.engine()?.invited(token).await {
        Ok(invited) => form(w, token, &invited, attempt),
        Err(EngineError::NotFound) => {
            visit.status(StatusCode::NOT_FOUND);
            view! { <p class="lead">{w.t("welcome-gone")}</p> }.into_any()
        }
        Err(other) => return Err(other.into()),
    };
    let body = view! {
        <div class="wrap page">
            <h1>{w.t("welcome-title")}</h1>
            {content}
        </div>
    };
    let mut head = visit.head(&w.t("welcome-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body))
}

fn form(w: &Words, token: &str, invited: &Invited, attempt: Option<WelcomeAttempt>) -> AnyView {
    let attempt = attempt.map(|WelcomeAttempt(errors)| Attempt { form: (), refusal: Refusal::Fields(errors) });
    let problems = Problems::of(attempt.as_ref());
    let labels = [("password", w.t("welcome-password")), ("again", w.t("welcome-again"))];
    let control = |name: &'static str| {
        move |ties: Ties| {
            view! {
                <input
                    id=name
                    name=name
                    type="password"
                    autocomplete="new-password"
                    required
                    aria-describedby=ties.described_by
                    aria-invalid=ties.invalid
                />
            }
            .into_any()
        }
    };
    let help = w.with("welcome-password-help", [("shortest", SHORTEST_PASSWORD.into())]);
    view! {
        <p class="lead">{w.with("welcome-lead", [("name", invited.name.as_str().into())])}</p>
        {problems.summary(w, &labels)}
        <form class="sheet form" method="post" action=format!("/staff/welcome/{token}")>
            <div class="field">
                <label for="login">{w.t("sign-in-login")}</label>
                <p class="label" id="login-help">
                    {w.t("welcome-login-help")}
                </p>
                <input
                    id="login"
                    value=invited.login.clone()
                    autocomplete="username"
                    readonly
                    aria-describedby="login-help"
                />
            </div>
            {field(w, &problems, "password", w.t("welcome-password"), Some(help), control("password"))}
            {field(w, &problems, "again", w.t("welcome-again"), None, control("again"))}
            <button class="button" type="submit">
                {w.t("welcome-set")}
            </button>
        </form>
    }
    .into_any()
}
