//! A campaign's day that two thousand people watch.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::time::{Duration, Instant};

use common::{Site, today};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    net::TcpStream,
    task::JoinSet,
};

const LISTENERS: usize = 2_000;

/// How long the last of them may take: on two busy cores and in a debug build too.
const PATIENCE: Duration = Duration::from_secs(60);

type Heard = Lines<BufReader<TcpStream>>;

async fn listen(address: &str) -> Heard {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let asked =
        "GET /api/v1/campaigns/open-cases/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
    stream.write_all(asked.as_bytes()).await.unwrap();
    BufReader::new(stream).lines()
}

/// The number of actions in the next event.
async fn next(lines: &mut Heard) -> i64 {
    loop {
        let line = lines.next_line().await.unwrap().expect("the server goes on telling");
        if let Some(totals) = line.strip_prefix("data:") {
            let totals: serde_json::Value = serde_json::from_str(totals).unwrap();
            return totals["actions"].as_i64().unwrap();
        }
    }
}

/// All listeners after their next event, which says `actions`.
async fn all_hear(listeners: Vec<Heard>, actions: i64) -> Vec<Heard> {
    let mut hearing = JoinSet::new();
    for mut listener in listeners {
        hearing.spawn(async move {
            assert_eq!(next(&mut listener).await, actions);
            listener
        });
    }
    tokio::time::timeout(PATIENCE, hearing.join_all()).await.expect("all of them hear of it")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_listeners_hear_of_an_action() {
    rlimit::increase_nofile_limit(u64::try_from(LISTENERS).unwrap() + 500).unwrap();
    let site = Site::start_set(&[("PILLARBOX_LOG", "error")]);
    let address = site.base.trim_start_matches("http://");
    let mut listeners = Vec::new();
    for _ in 0..LISTENERS {
        listeners.push(listen(address).await);
    }
    let listeners = all_hear(listeners, 0).await;
    let action = json!({
        "id": "01935a2e-7c00-7abc-8def-0123456789ab", "campaign": "open-cases", "case": "rita-karasartova",
        "kind": "letter", "quantity": 3, "country": "DE", "occurred_on": today(),
    });
    let began = Instant::now();
    assert_eq!(site.post_json("/api/v1/actions", &action).await.0, 201);
    assert_eq!(all_hear(listeners, 3).await.len(), LISTENERS);
    println!("{LISTENERS} listeners heard of an action within {:.2} s", began.elapsed().as_secs_f64());
}
