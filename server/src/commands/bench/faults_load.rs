//! `pillarbox bench load`: sends actions and keeps the id of each that the server acknowledged. It goes on when the server
//! dies, and sends what got no answer again.

use std::{
    fs::OpenOptions,
    io::Write as _,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use engine::{Clock as _, Entropy as _, System};
use tokio::task::JoinSet;

use super::load::Client;
use crate::cli::BenchLoad;

/// How long to wait before trying again.
const AGAIN: Duration = Duration::from_millis(100);

/// Runs it.
pub async fn run(args: BenchLoad) -> Result<()> {
    let file = OpenOptions::new().create(true).append(true).open(&args.acknowledged);
    let file = file.with_context(|| format!("{} cannot be written", args.acknowledged.display()))?;
    let kept = Arc::new(Mutex::new(file));
    let args = Arc::new(args);
    let end = Instant::now() + Duration::from_secs(args.seconds);
    let mut clients = JoinSet::new();
    for _ in 0..args.clients {
        clients.spawn(client(args.clone(), kept.clone(), end));
    }
    let (mut acknowledged, mut refused) = (0, 0);
    while let Some(done) = clients.join_next().await {
        let (yes, no) = done??;
        acknowledged += yes;
        refused += no;
    }
    println!("{acknowledged} acknowledged, {refused} answered otherwise or not at all");
    Ok(())
}

async fn client(args: Arc<BenchLoad>, kept: Arc<Mutex<std::fs::File>>, end: Instant) -> Result<(u64, u64)> {
    let (mut acknowledged, mut refused) = (0, 0);
    while Instant::now() < end {
        let (id, json) = action(&args);
        let mut counted = false;
        while !counted && Instant::now() < end {
            let mut deliveries = JoinSet::new();
            for _ in 0..args.deliveries {
                let (addr, json) = (args.addr, json.clone());
                deliveries.spawn(async move { Client::connect(addr).await?.post("/api/v1/actions", &json).await });
            }
            while let Some(answer) = deliveries.join_next().await {
                match answer? {
                    Ok(200 | 201) => counted = true,
                    _ => refused += 1,
                }
            }
            if !counted {
                tokio::time::sleep(AGAIN).await;
            }
        }
        if counted {
            acknowledged += 1;
            if let Ok(mut file) = kept.lock() {
                writeln!(file, "{id}")?;
            }
        }
    }
    Ok((acknowledged, refused))
}

fn action(args: &BenchLoad) -> (uuid::Uuid, String) {
    let now = System.now();
    let id = System.id(now);
    let json = format!(
        "{{\"id\":\"{id}\",\"campaign\":\"{}\",\"case\":\"{}\",\"kind\":\"letter\",\"quantity\":1,\"country\":\"DE\",\
         \"occurred_on\":\"{}\"}}",
        args.campaign,
        args.case,
        now.date()
    );
    (id, json)
}
