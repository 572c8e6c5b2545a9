//! `pillarbox serve`

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context as _, Result};
use app::shell::Assets;
use engine::Engine;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::{cli::Serve, commands::import, config::Config, database, web};

/// What is logged by default. Requests are logged by method, path and status; never a query, a body or an address.
const LOG: &str = "warn,pillarbox=info,server=info,engine=info";

/// How often is looked whether a snapshot is due.
const SNAPSHOTS: Duration = Duration::from_secs(60);

/// How many connections at once the process asks the system for: two thousand who watch a campaign and all who read. Many
/// shells start a program with 1,024.
const OPEN_FILES: u64 = 16_384;

/// Serves until the process is told to stop; requests under way are finished.
pub async fn run(config: &Config, args: Serve) -> Result<()> {
    // whatever is asked for: that layer writes whole addresses down, and a one-time link or a receipt is one
    let filter = EnvFilter::try_from_env("PILLARBOX_LOG")
        .unwrap_or_else(|_| EnvFilter::new(LOG))
        .add_directive("tower_http::csrf=off".parse()?);
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    if let Err(error) = rlimit::increase_nofile_limit(OPEN_FILES) {
        tracing::warn!(%error, "fewer connections at once than wished for");
    }
    let assets = Assets::load(&config.site_dir)?;
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db).await?;
    if let Some(folder) = &args.first_import {
        import::first(&engine, folder).await?;
    }
    // before anything can be counted: what is counted from now on was not said yesterday
    engine.take_snapshot().await.context("yesterday's snapshot cannot be taken")?;
    let router = web::router(config, engine.clone(), assets)?;
    let listener = TcpListener::bind(config.addr)
        .await
        .with_context(|| format!("{} cannot be listened on: stop what uses it, or set PILLARBOX_ADDR", config.addr))?;
    println!("Pillarbox is at {}", config.base_url.as_str().trim_end_matches('/'));
    let (telling, counts, days, senders) = (engine.clone(), engine.clone(), engine.clone(), engine.clone());
    tokio::spawn(async move { telling.tell_watchers().await });
    tokio::spawn(async move {
        if let Err(error) = counts.read_days().await {
            tracing::warn!(%error, "days were not read: staff's first question about them takes longer");
        }
    });
    tokio::spawn(take_snapshots(days));
    let stopping = async move {
        told_to_stop().await;
        engine.stop_telling();
    };
    let last = senders.clone();
    tokio::spawn(async move { senders.keep_senders().await });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopping).await?;
    last.write_senders().await;
    Ok(())
}

/// Looks every few minutes whether yesterday's snapshot is still to be taken; of several servers one takes it.
async fn take_snapshots(engine: Engine) {
    loop {
        tokio::time::sleep(SNAPSHOTS).await;
        match engine.take_snapshot().await {
            Ok(true) => tracing::info!("yesterday's snapshot was taken"),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "yesterday's snapshot was not taken: it is tried again"),
        }
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
