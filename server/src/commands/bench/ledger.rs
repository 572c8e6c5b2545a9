//! `pillarbox bench ledger`: durable actions a second over HTTP, with the naive design beside it in the same run.

use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};

use anyhow::{Context as _, Result};
use app::shell::Assets;
use domain::{campaign::Campaign, case::Case};
use engine::{Clock as _, Engine, Entropy as _, System};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use serde_json::json;
use tokio::{net::TcpListener, task::JoinHandle};

use super::{load, naive};
use crate::{cli::BenchLedger, config::Config, database, web};

/// Runs it and prints a table.
pub async fn run(config: &Config, args: BenchLedger) -> Result<()> {
    let folder = scratch(args.folder.as_deref())?;
    let url = args.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", folder.join("bench.db").display()));
    let config = Config { database_url: Some(url), ..config.clone() };
    let db = database::open(&config).await?;
    database::migrate(&config, &db).await?;
    stage(&db).await?;
    let system = Arc::new(System);
    let engine = Engine::new(db.clone(), system.clone(), system);
    let router = web::router(&config, engine, Assets::default())?.merge(naive::router(db.clone()).await?);
    let (addr, server) = serve(router).await?;
    println!("{} rows in the ledger; runs of {} s; rates are durable actions a second", rows(&db).await?, args.seconds);
    println!(
        "{:>8} {:>12} {:>10} {:>10} {:>12} {:>10} {:>10} {:>7}",
        "clients", "ledger", "p50 ms", "p99 ms", "naive", "p50 ms", "p99 ms", "times"
    );
    let length = Duration::from_secs(args.seconds);
    for clients in args.clients {
        let naive = load::run(addr, naive::PATH, clients, length, action).await?;
        let ledger = load::run(addr, "/api/v1/actions", clients, length, action).await?;
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{clients:>8} {:>12.0} {:>10.2} {:>10.2} {:>12.0} {:>10.2} {:>10.2} {:>7.1}",
            ledger.rate,
            ms(ledger.p50),
            ms(ledger.p99),
            naive.rate,
            ms(naive.p50),
            ms(naive.p99),
            ledger.rate / naive.rate.max(1.0)
        );
        if ledger.refused > 0 {
            println!("         {} were told to come again", ledger.refused);
        }
    }
    server.abort();
    println!("{} rows in the ledger, {}", rows(&db).await?, size(&db).await?);
    Ok(())
}

/// A new folder beside the given one's other content, or a temporary one.
fn scratch(folder: Option<&Path>) -> Result<std::path::PathBuf> {
    let folder = folder.map_or_else(
        || std::env::temp_dir().join(format!("pillarbox-bench-{}", std::process::id())),
        Path::to_path_buf,
    );
    std::fs::create_dir_all(&folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    Ok(folder)
}

/// A campaign and a case to count for, where there are none yet.
pub(super) async fn stage(db: &DatabaseConnection) -> Result<()> {
    let now = System.now();
    let campaign: Campaign = serde_json::from_value(json!({
        "slug": "bench", "title": "Bench", "state": "open", "tagline": "T", "description": "D", "opens": "2020-01-01",
        "kinds": ["letter", "card", "email"], "cases": ["bench"],
    }))?;
    let case: Case = serde_json::from_value(json!({
        "slug": "bench", "state": "published", "kind": "individual", "name": "Bench", "country": "KG", "summary": "S",
        "story": [], "text_sources": [], "standing": {"status": "convicted", "as_of": "2020-01-01", "source": "x"},
    }))?;
    if storage::campaigns::by_slug(db, &campaign.slug).await?.is_none() {
        storage::campaigns::put(db, &campaign, storage::campaigns::next_number(db).await?, now).await?;
        storage::cases::put(db, &case, storage::cases::next_number(db).await?, now, now).await?;
    }
    Ok(())
}

async fn serve(router: axum::Router) -> Result<(SocketAddr, JoinHandle<()>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    let server = tokio::spawn(async move {
        let _ = axum::serve(listener, router).await;
    });
    Ok((addr, server))
}

/// The next action of a client.
fn action() -> String {
    let now = System.now();
    let id = System.id(now);
    let countries = ["DE", "FR", "NL", "KG", "US", "JP", "BR", "NG"];
    let country = countries[usize::from(id.as_bytes()[15]) % countries.len()];
    let kind = ["letter", "card", "email"][usize::from(id.as_bytes()[14]) % 3];
    let day = now.date();
    format!(
        "{{\"id\":\"{id}\",\"campaign\":\"bench\",\"case\":\"bench\",\"kind\":\"{kind}\",\"quantity\":1,\
         \"country\":\"{country}\",\"occurred_on\":\"{day}\"}}"
    )
}

pub(super) async fn rows(db: &DatabaseConnection) -> Result<i64> {
    number(db, "SELECT CAST(COALESCE(SUM(entries), 0) AS BIGINT) AS n FROM chain").await
}

/// What the ledger takes on the disk.
pub(super) async fn size(db: &DatabaseConnection) -> Result<String> {
    let rows = rows(db).await?.max(1);
    let bytes = if db.get_database_backend() == DbBackend::Sqlite {
        number(db, "SELECT CAST(SUM(pgsize) AS BIGINT) AS n FROM dbstat WHERE name = 'action'").await
    } else {
        number(db, "SELECT pg_total_relation_size('action') AS n").await
    };
    Ok(bytes.map_or_else(|_| "size unknown".to_owned(), |bytes| format!("{} bytes a row", bytes / rows)))
}

async fn number(db: &DatabaseConnection, sql: &str) -> Result<i64> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    Ok(row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or(0))
}
