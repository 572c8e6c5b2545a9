//! `pillarbox serve`

use anyhow::{Context as _, Result};
use app::shell::Assets;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::{cli::Serve, commands::import, config::Config, database, web};

/// What is logged by default. Requests are logged by method, path and status; never a query, a body or an address.
const LOG: &str = "warn,pillarbox=info,server=info,engine=info";

/// Serves until the process is told to stop; requests under way are finished.
pub async fn run(config: &Config, args: Serve) -> Result<()> {
    let filter = EnvFilter::try_from_env("PILLARBOX_LOG").unwrap_or_else(|_| EnvFilter::new(LOG));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let assets = Assets::load(&config.site_dir)?;
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db).await?;
    if let Some(folder) = &args.first_import {
        import::first(&engine, folder).await?;
    }
    let router = web::router(config, engine, assets)?;
    let listener = TcpListener::bind(config.addr)
        .await
        .with_context(|| format!("{} cannot be listened on: stop what uses it, or set PILLARBOX_ADDR", config.addr))?;
    println!("Pillarbox is at {}", config.base_url.as_str().trim_end_matches('/'));
    axum::serve(listener, router).with_graceful_shutdown(told_to_stop()).await?;
    Ok(())
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
