//! The forms of staff's doors: signing in, setting a password. A password that was typed is never shown again.

use domain::field::FieldError;
use serde::Deserialize;

/// What the sign-in form sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// E-mail or name.
    pub login: String,
    /// The password.
    pub password: String,
    /// Where to go afterwards: an address under `/staff`.
    pub to: String,
}

/// Why nobody was let in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NotLetIn {
    /// Login and password do not belong together.
    Wrong,
    /// Too many wrong passwords: so many minutes to wait.
    Wait(i64),
    /// Too many tries from where this comes from: so many minutes to wait.
    TooMany(i64),
    /// Not possible just now.
    Later,
    /// The site is served over a connection on which a session could be read by others.
    NoTls,
}

/// A sign-in that was refused, in the context of the page that is shown again.
#[derive(Clone)]
pub struct SignInAttempt {
    /// What was typed as e-mail or name.
    pub login: String,
    /// Where to go afterwards.
    pub to: String,
    /// Why.
    pub why: NotLetIn,
}

/// What the form that corrects sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CorrectForm {
    /// What was chosen, as it stood in the address.
    pub chosen: String,
    /// How much it was when it was looked at, in actions.
    pub expected: String,
    /// The reason's wire name.
    pub reason: String,
    /// A remark for others on the staff.
    pub remark: String,
}

/// What the button that undoes sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct UndoForm {
    /// What is to be undone.
    pub batch: String,
}

/// A correction that was refused, in the context of the page that is shown again.
#[derive(Clone)]
pub struct CorrectAttempt {
    /// What was chosen, as it stood in the address.
    pub chosen: String,
    /// The reason's wire name.
    pub reason: String,
    /// The remark as it was typed.
    pub remark: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// What the form for a new password sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct WelcomeForm {
    /// The password.
    pub password: String,
    /// The same once more.
    pub again: String,
}

/// A password that was refused, in the context of the page that is shown again.
#[derive(Clone)]
pub struct WelcomeAttempt(pub Vec<FieldError>);
