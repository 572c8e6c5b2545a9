//! Many clients at once, each on a connection of its own, as plain as possible: the load shares the machine with what it
//! measures.

use std::{
    io::Write as _,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
};

/// What came of a run.
#[derive(Debug)]
pub struct Measured {
    /// Answered with 200 or 201 a second.
    pub rate: f64,
    /// Half of the answers took at most this.
    pub p50: Duration,
    /// All but one in a hundred took at most this.
    pub p99: Duration,
    /// Answered otherwise.
    pub refused: usize,
}

/// A connection that is kept.
pub struct Client {
    stream: TcpStream,
    host: String,
    /// What was read and not used yet.
    read: Vec<u8>,
    request: Vec<u8>,
}

impl Client {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens there.
    pub async fn connect(addr: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(addr).await.context("the server does not answer")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host: addr.to_string(), read: Vec::with_capacity(4096), request: Vec::with_capacity(1024) })
    }

    /// Posts JSON and gives the status.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn post(&mut self, path: &str, json: &str) -> Result<u16> {
        self.request.clear();
        write!(
            self.request,
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{json}",
            self.host,
            json.len()
        )?;
        self.stream.write_all(&self.request).await?;
        self.read.clear();
        let head = loop {
            if let Some(end) = self.read.windows(END.len()).position(|window| window == END) {
                break end + END.len();
            }
            self.more().await?;
        };
        let (status, length) = read_head(&self.read[..head]).context("not an answer")?;
        while self.read.len() < head + length {
            self.more().await?;
        }
        Ok(status)
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.read).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }
}

const END: &[u8] = b"\r\n\r\n";

/// The status and the body's length in bytes.
fn read_head(head: &[u8]) -> Option<(u16, usize)> {
    let head = std::str::from_utf8(head).ok()?;
    let status = head.get(9..12)?.parse().ok()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Some((status, length.unwrap_or(0)))
}

/// Lets `clients` post one after the other for as long as it is told; `body` makes each one's next action.
///
/// # Errors
/// When the server cannot be reached.
pub async fn run(
    addr: SocketAddr,
    path: &'static str,
    clients: usize,
    length: Duration,
    body: impl Fn() -> String + Clone + Send + 'static,
) -> Result<Measured> {
    let over = Arc::new(AtomicBool::new(false));
    let mut tasks = JoinSet::new();
    for _ in 0..clients {
        let (over, body) = (over.clone(), body.clone());
        let mut client = Client::connect(addr).await?;
        tasks.spawn(async move {
            let (mut times, mut refused) = (Vec::new(), 0);
            while !over.load(Ordering::Relaxed) {
                let json = body();
                let sent = Instant::now();
                match client.post(path, &json).await {
                    Ok(200 | 201) => times.push(sent.elapsed()),
                    Ok(_) => refused += 1,
                    Err(_) => break,
                }
            }
            (times, refused)
        });
    }
    let began = Instant::now();
    tokio::time::sleep(length).await;
    over.store(true, Ordering::Relaxed);
    let ended = began.elapsed();
    let (mut times, mut refused) = (Vec::new(), 0);
    for (some, not) in tasks.join_all().await {
        times.extend(some);
        refused += not;
    }
    times.sort_unstable();
    let at = |hundredths: usize| times.get((times.len() * hundredths / 100).min(times.len().saturating_sub(1)));
    let part = |hundredths| at(hundredths).copied().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    let rate = times.len() as f64 / ended.as_secs_f64();
    Ok(Measured { rate, p50: part(50), p99: part(99), refused })
}
