//! Who on the staff a program acts for: `Authorization: Bearer` and a token of `pillarbox staff token`.

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use engine::Actor;

use super::error::ApiError;
use crate::web::Site;

/// Somebody on the staff. What they may do is the engine's to check. A cookie is not looked at: so no other site can have a
/// browser do anything here.
pub struct Staff(pub Actor);

/// Whoever sends something that anybody may send: somebody on the staff where a token is given, which then has to hold.
pub struct Sender(pub Option<Actor>);

impl FromRequestParts<Site> for Sender {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, ApiError> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            return Ok(Self(None));
        }
        Staff::from_request_parts(parts, site).await.map(|Staff(actor)| Self(Some(actor)))
    }
}

impl FromRequestParts<Site> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, ApiError> {
        let given = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = given.and_then(|text| text.split_once(' ')).filter(|(how, _)| how.eq_ignore_ascii_case("bearer"));
        let (_, token) = token.ok_or(ApiError::NotSignedIn)?;
        let actor = site.engine.signed_in(token.trim()).await?;
        actor.map(Self).ok_or(ApiError::NotSignedIn)
    }
}
