//! Every page, in a file that mirrors its address.

pub mod about;
pub mod campaigns;
pub mod cases;
pub mod groups;
pub mod home;
pub mod open_letters;
pub mod outcomes;
pub mod packs;
pub mod r;
pub mod receipts;
pub mod staff;
pub mod statements;
pub mod trouble;

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// The table of pages.
#[component]
pub fn Site() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=trouble::NotFound>
                <Route path=path!("/") view=home::Home ssr=SsrMode::Async/>
                <Route path=path!("/campaigns/:slug") view=campaigns::CampaignPage ssr=SsrMode::Async/>
                <Route path=path!("/cases") view=cases::Cases ssr=SsrMode::Async/>
                <Route path=path!("/cases/:slug") view=cases::case::CasePage ssr=SsrMode::Async/>
                <Route path=path!("/cases/:slug/write") view=cases::write::Write ssr=SsrMode::Async/>
                <Route path=path!("/cases/:slug/posted") view=cases::posted::Posted ssr=SsrMode::Async/>
                <Route path=path!("/outcomes") view=outcomes::Outcomes ssr=SsrMode::Async/>
                <Route path=path!("/open-letters/:slug") view=open_letters::OpenLetterPage ssr=SsrMode::Async/>
                <Route path=path!("/statements/:slug") view=statements::StatementPage ssr=SsrMode::Async/>
                <Route path=path!("/receipts/:reference") view=receipts::Receipt ssr=SsrMode::Async/>
                <Route path=path!("/staff") view=staff::Start ssr=SsrMode::Async/>
                <Route path=path!("/staff/sign-in") view=staff::sign_in::SignIn ssr=SsrMode::Async/>
                <Route path=path!("/staff/welcome/:token") view=staff::welcome::Welcome ssr=SsrMode::Async/>
                <Route path=path!("/staff/counts") view=staff::counts::Counts ssr=SsrMode::Async/>
                <Route path=path!("/staff/snapshots") view=staff::snapshots::Snapshots ssr=SsrMode::Async/>
                <Route path=path!("/groups") view=groups::Groups ssr=SsrMode::Async/>
                <Route path=path!("/groups/:slug") view=groups::group::GroupPage ssr=SsrMode::Async/>
                <Route path=path!("/packs") view=packs::Packs ssr=SsrMode::Async/>
                <Route path=path!("/packs/:code") view=packs::pack::PackPage ssr=SsrMode::Async/>
                <Route path=path!("/r") view=r::EnterCode ssr=SsrMode::Async/>
                <Route path=path!("/r/:code") view=r::report::ReportPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/reports") view=staff::reports::Reports ssr=SsrMode::Async/>
                <Route path=path!("/staff/reports/:reference") view=staff::reports::report::ReportPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/corrections") view=staff::corrections::Corrections ssr=SsrMode::Async/>
                <Route path=path!("/about/privacy") view=about::privacy::Privacy ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}
