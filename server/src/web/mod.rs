//! The router and what stands around every request.

mod api;
mod document;
mod files;
mod forms;
mod from;
mod headers;
mod health;
mod log;
mod staff;
mod stamps;

use std::sync::Arc;

use anyhow::{Context as _, Result};
use app::shell::{Assets, document as page};
use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, FromRef},
    http::{HeaderName, Request, StatusCode},
    middleware::{from_fn, from_fn_with_state, map_response},
    response::Response,
    routing::{get, post},
};
use engine::Engine;
use leptos::prelude::{LeptosOptions, provide_context};
use leptos_axum::{LeptosRoutes as _, generate_route_list};
use tower_http::{
    compression::{CompressionLayer, DefaultPredicate, Predicate as _},
    csrf::CsrfLayer,
};

use tower::ServiceBuilder;

use crate::config::Config;

/// The most that a request may carry, in bytes: a pasted letter of a megabyte is answered in words, not cut off.
const LARGEST_REQUEST: usize = 4 * 1024 * 1024;

/// What handlers and pages share.
#[derive(Clone)]
pub struct Site {
    engine: Engine,
    assets: Assets,
    leptos: Arc<LeptosOptions>,
    /// The address that people see: it stands on packs.
    base_url: Arc<str>,
    /// The cookie of staff's sessions; none where nobody could sign in safely.
    cookie: Option<staff::SessionCookie>,
    /// The header in which a proxy that is trusted says where a request comes from.
    proxy_header: Option<HeaderName>,
}

impl FromRef<Site> for LeptosOptions {
    fn from_ref(site: &Site) -> Self {
        LeptosOptions::clone(&site.leptos)
    }
}

impl FromRef<Site> for Engine {
    fn from_ref(site: &Site) -> Self {
        site.engine.clone()
    }
}

impl Site {
    /// Puts what every page uses into its context.
    fn provide(&self) {
        provide_context(self.engine.clone());
        provide_context(self.assets.clone());
    }

    /// Renders the page at the request's address, with `more` in its context besides.
    async fn render(&self, request: Request<Body>, more: impl Fn() + Clone + Send + Sync + 'static) -> Response {
        let site = self.clone();
        let context = move || {
            site.provide();
            more();
        };
        leptos_axum::render_app_async_with_context(context, page)(request).await
    }
}

/// Everything the server answers.
///
/// # Errors
/// When the base address is not one that a browser can send as its origin, or the proxy's header is no header's name.
pub fn router(config: &Config, engine: Engine, assets: Assets) -> Result<Router> {
    let cookie = staff::SessionCookie::of(&config.base_url);
    let site = Site {
        engine,
        assets,
        base_url: config.base_url.as_str().into(),
        leptos: Arc::new(LeptosOptions::builder().output_name("app").build()),
        cookie,
        proxy_header: config.proxy_header().context("proxy_header must be a header's name such as X-Forwarded-For")?,
    };
    let csrf = CsrfLayer::new()
        .add_trusted_origin(config.base_url.origin().ascii_serialization())
        .context("base_url must be an address such as https://write.example.org")?;
    let pages = {
        let site = site.clone();
        move || site.provide()
    };
    let routes = Router::new()
        .leptos_routes_with_context(&site, generate_route_list(app::pages::Site), pages, page)
        .route("/cases/{slug}/write", post(forms::write::answer))
        .route("/cases/{slug}/posted", post(forms::posted::answer))
        .route("/packs", post(forms::packs::answer))
        .route("/packs/{code}", post(forms::packs::print_again))
        .route("/r/{code}", post(forms::report::answer))
        .route("/stamps/{file}", get(stamps::stamp))
        .merge(staff::routes())
        .merge(health::routes())
        .nest("/api/v1", api::routes())
        .nest_service("/pkg", files::built(&config.site_dir))
        .nest_service("/fonts", files::fonts(&config.fonts_dir()))
        .route("/favicon.ico", get(files::favicon))
        .fallback(not_found);
    // the first is the outermost; one after the other on the router, each would box what is inside it, for every request
    let around = ServiceBuilder::new()
        .layer(from_fn(log::request))
        .layer(map_response(headers::harden))
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(staff::may_be_compressed)))
        .layer(csrf)
        .layer(from_fn_with_state(site.clone(), staff::gate))
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(map_response(document::end_at_html));
    Ok(routes.layer(around).with_state(site))
}

/// An address that nothing stands at: the pages' own words for it.
async fn not_found(axum::extract::State(site): axum::extract::State<Site>, request: Request<Body>) -> Response {
    let mut response = site.render(request, || ()).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
