//! Reports that replace others while another server does the same on the same days.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, id};
use domain::{
    group::GroupKind,
    report::{NewLine, NewReport},
};
use engine::{Actor, Engine, groups::NamedGroup, reports::ReportSource};
use tokio::task::JoinSet;

/// How often each server replaces its report: days lie the other way round in two of them.
const TIMES: u64 = 25;

fn report(server: u64, n: u64) -> NewReport {
    let days = ["2026-11-20", "2026-11-23"];
    let day = days[usize::try_from((server + n) % 2).unwrap()];
    let report_id = |n: u64| id(2_000_000 + server * 1_000 + n, NOW);
    let line = |kind: &str| NewLine {
        case: "rita-karasartova".into(),
        kind: kind.into(),
        quantity: i64::try_from(n + 1).unwrap(),
        language: None,
    };
    NewReport {
        id: report_id(n),
        campaign: "open-cases".into(),
        group: None,
        section: None,
        replaces: n.checked_sub(1).map(report_id),
        collected_from: day.into(),
        collected_to: day.into(),
        basis: "counted".into(),
        people: None,
        note: None,
        lines: ["letter", "card", "printed-letter"].map(line).into(),
    }
}

async fn replaces_again_and_again(engine: Engine, server: u64) {
    let group = NamedGroup { name: format!("Group {server}"), country: "DE".parse().unwrap(), kind: GroupKind::Local };
    let source = ReportSource { pack: None, group: Some(group.clone()) };
    for n in 0..TIMES {
        let new = NewReport { group: Some(group.name.clone()), ..report(server, n) };
        engine.record_report(&Actor::Supporter, &new, &source).await.unwrap();
    }
}

async fn second(house: &House) -> Engine {
    Engine::new(storage::connect(&house.database.url).await.unwrap(), house.clock.clone(), house.clock.clone())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_replace_reports_on_the_same_days_and_neither_gives_up() {
    for house in houses().await {
        let mut servers = JoinSet::new();
        for server in 0..4 {
            servers.spawn(replaces_again_and_again(second(&house).await, server));
        }
        while let Some(done) = servers.join_next().await {
            done.unwrap();
        }
        let totals = house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap();
        assert_eq!(totals.actions, i64::try_from(4 * 3 * TIMES).unwrap(), "{}", house.name);
        assert!(house.engine.verify(&Actor::CommandLine).await.unwrap().is_sound(), "{}", house.name);
    }
}
