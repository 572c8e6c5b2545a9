//! `/staff/sign-in`. The server answers the form with a session, or with this page again.

use leptos::prelude::*;

use crate::{
    attempts::staff::{NotLetIn, SignInAttempt},
    parts::visit::{Sheet, Visit, query},
    words::Words,
};

/// The page.
#[component]
pub fn SignIn() -> impl IntoView {
    let visit = Visit::of_this_request();
    let attempt = use_context::<SignInAttempt>();
    let to = query("to").unwrap_or_default();
    let (set, out) = (query("set").is_some(), query("out").is_some());
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let w = &visit.words;
        let news = match &attempt {
            Some(attempt) => Some(refused(w, attempt.why)),
            None if set => Some(view! { <p class="notice open">{w.t("sign-in-set")}</p> }.into_any()),
            None if out => Some(view! { <p class="notice open">{w.t("sign-in-out")}</p> }.into_any()),
            None if !to.is_empty() => Some(view! { <p class="notice">{w.t("sign-in-needed")}</p> }.into_any()),
            None => None,
        };
        let (login, to) = attempt.map_or((String::new(), to), |attempt| (attempt.login, attempt.to));
        let body = view! {
            <div class="wrap page">
                <h1>{w.t("staff-sign-in")}</h1>
                {news}
                {form(w, login, to)}
                <p>{w.t("sign-in-lost")}</p>
                <p>{w.t("sign-in-nobody-else")} " " <a href="/cases">{w.t("trouble-cases")}</a></p>
            </div>
        };
        let mut head = visit.head(&w.t("staff-sign-in"));
        head.unlisted = true;
        visit.show(Ok(Sheet::new(head, body))).await
    })
}

fn refused(w: &Words, why: NotLetIn) -> AnyView {
    let words = match why {
        NotLetIn::Wrong => w.t("sign-in-wrong"),
        NotLetIn::Wait(minutes) => w.many("sign-in-wait", minutes),
        NotLetIn::TooMany(minutes) => w.many("sign-in-too-many", minutes),
        NotLetIn::Later => w.t("sign-in-later"),
        NotLetIn::NoTls => w.t("sign-in-no-tls"),
    };
    view! {
        <div class="problems" role="alert">
            <h2>{w.t("sign-in-refused")}</h2>
            <p>{words}</p>
        </div>
    }
    .into_any()
}

fn form(w: &Words, login: String, to: String) -> AnyView {
    view! {
        <form class="sheet form" method="post" action="/staff/sign-in">
            <input type="hidden" name="to" value=to/>
            <div class="field">
                <label for="login">{w.t("sign-in-login")}</label>
                <input
                    id="login"
                    name="login"
                    value=login
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength="120"
                    required
                />
            </div>
            <div class="field">
                <label for="password">{w.t("sign-in-password")}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required/>
            </div>
            <button class="button" type="submit">
                {w.t("staff-sign-in")}
            </button>
        </form>
    }
    .into_any()
}
