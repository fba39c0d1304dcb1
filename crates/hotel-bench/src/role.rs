//! The server as a process of its own: it opens a house on a fresh folder, makes a world, says on
//! stdout where it listens, and serves until its stdin ends. So it is gone when its parent is.

use std::io::{self, BufRead as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::runtime::Handle;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{mpsc, oneshot};

use hotel_core::wire::search::SearchQuery;
use hotel_server::bench;
use hotel_server::house::House;
use hotel_server::index::{Index, search};
use hotel_server::state::App;

use crate::error::{BenchError, Doing as _};
use crate::figures::{Latencies, count, median, rounded};
use crate::house::{self, Clerk, Manner};
use crate::keys::Keys;
use crate::machine::memory_mib;
use crate::orders::Orders;
use crate::world::World;

/// Indexes built to learn what one takes.
const INDEXES: usize = 3;

/// A feed to which nothing has come for so long rests.
const FEED_RESTS: Duration = Duration::from_millis(500);

/// What a server process is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Spec {
    /// The world to make; none if the file holds one.
    pub(crate) world: Option<World>,
    /// The folder of the house.
    pub(crate) folder: PathBuf,
    /// The database.
    pub(crate) database: String,
    /// One transaction a booking.
    pub(crate) naive: bool,
    /// Bookings to store before it serves.
    pub(crate) fill: u64,
}

/// What a server process says once it serves.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Ready {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The administrator's token.
    pub(crate) token: String,
    /// The first night on sale.
    pub(crate) first_night: Date,
    /// How long the world took, in seconds.
    pub(crate) built_s: f64,
    /// What opening the house took in memory, in MiB: index, catalogues, caches.
    pub(crate) open_mib: f64,
    /// What the index alone takes in memory, in MiB: a second one was built, and let go again.
    pub(crate) index_mib: f64,
}

/// What a server process may be asked on its stdin, one line each.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Question {
    /// Ends it in order; the folder stays. Where stdin ends without it, the folder goes too.
    End,
    /// Waits until the feed rests, and tells how far it reaches.
    Head,
    /// Makes so many users, and tells the secret of a token of each.
    Tokens {
        /// How many.
        users: usize,
    },
    /// Searches once, and tells hotel, room type and total of each offer.
    Offers {
        /// What to search for.
        query: Box<SearchQuery>,
    },
    /// Runs searches in turn for a while, and tells how long each took.
    Search {
        /// What to search for.
        queries: Vec<SearchQuery>,
        /// How long.
        seconds: f64,
    },
}

/// Runs the server process.
pub(crate) fn run(spec: &str) -> Result<(), BenchError> {
    let spec: Spec = serde_json::from_str(spec)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .doing("start the server's threads")?;
    runtime.block_on(serve(spec))
}

async fn serve(spec: Spec) -> Result<(), BenchError> {
    let mut lines = hear();
    let deaf = [SignalKind::interrupt(), SignalKind::terminate()].map(deaf_to);
    let opened = tokio::select! {
        opened = open(&spec) => Some(opened?),
        // Nothing is asked before it serves: this is the end of the parent.
        _ = lines.recv() => None,
    };
    let is_orphan = match opened {
        Some(house) => !serve_house(house, lines).await?,
        None => true,
    };
    for deaf in deaf {
        deaf.abort();
    }
    if is_orphan {
        // Nobody else is left to do it.
        std::fs::remove_dir_all(&spec.folder).ok();
    }
    Ok(())
}

/// Lets a signal pass: one that is meant for the parent reaches its children too, and they end in
/// order when the parent has ended.
fn deaf_to(kind: SignalKind) -> tokio::task::JoinHandle<()> {
    tokio::spawn(async move {
        if let Ok(mut signals) = signal(kind) {
            while signals.recv().await.is_some() {}
        }
    })
}

/// Opens the house, fills it, and says where it will listen.
async fn open(spec: &Spec) -> Result<(House, TcpListener), BenchError> {
    let began = Instant::now();
    let manner = if spec.naive { Manner::Naive } else { Manner::Usual };
    let before = own_memory_mib();
    let house = house::open(&spec.database, manner).await?;
    let open_mib = own_memory_mib() - before;
    let index_mib = if spec.world.is_none() { index_mib(house.app()).await? } else { 0.0 };
    let token = house.first_admin().await?.unwrap_or_default();
    let first_night = house::first_night(house.app());
    if let Some(world) = spec.world {
        let field = world.field(first_night);
        house::build(house.app(), &world, first_night).await?;
        house::fill(house.app(), field, spec.fill).await?;
        let keys = Keys::new(house.app().clock.now(), 98);
        let order = Orders::new(field, keys, 98).next();
        let answer = house.app().engine.submit(Clerk::new(field)?.envelope(&order)).await?;
        house::expect(&answer, 201)?;
        bench::arm(answer);
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).doing("listen")?;
    let address = listener.local_addr().doing("learn the address")?;
    let built_s = began.elapsed().as_secs_f64();
    let ready = Ready { address, token, first_night, built_s, open_mib, index_mib };
    say(&serde_json::to_string(&ready)?)?;
    Ok((house, listener))
}

/// Serves, and answers what the parent asks; tells whether it was asked to end.
async fn serve_house(
    (house, listener): (House, TcpListener),
    mut lines: mpsc::UnboundedReceiver<String>,
) -> Result<bool, BenchError> {
    let app = house.app().clone();
    let (stop, stopped) = oneshot::channel::<()>();
    let desk = tokio::spawn(async move {
        let mut is_asked_to_end = false;
        while let Some(line) = lines.recv().await {
            let app = app.clone();
            let answer = tokio::task::spawn_blocking(move || answer(&app, &line)).await;
            match answer {
                Ok(Some(answer)) if say(&answer.to_string()).is_ok() => {}
                Ok(None) => is_asked_to_end = true,
                Ok(Some(_)) | Err(_) => break,
            }
        }
        drop(app);
        stop.send(()).ok();
        is_asked_to_end
    });
    let until = async {
        stopped.await.ok();
    };
    house.serve(listener, None, until).await?;
    desk.await.map_err(|error| BenchError::said(error.to_string()))
}

/// Hears what the parent writes, until it writes no more.
fn hear() -> mpsc::UnboundedReceiver<String> {
    let (heard, lines) = mpsc::unbounded_channel();
    // A plain thread, since it waits for the parent and nothing waits for it.
    std::thread::spawn(move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            if heard.send(line).is_err() {
                return;
            }
        }
    });
    lines
}

fn say(line: &str) -> Result<(), BenchError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).doing("write to the parent")
}

fn own_memory_mib() -> f64 {
    memory_mib(std::process::id(), "VmRSS").unwrap_or(0.0)
}

/// Returns what one more index takes. The first fills what opening the house has left free of the
/// heap, and does not count; of those after it the middle one does.
async fn index_mib(app: &App) -> Result<f64, BenchError> {
    let read = |_| BenchError::said("the nights can't be read");
    let nights = app.queries.all_nights().await.map_err(read)?;
    let (mut kept, mut readings) = (Vec::new(), Vec::new());
    for _ in 0..=INDEXES {
        let read = hotel_server::index::Read { nights: nights.clone(), ..Default::default() };
        kept.push(Index::new(read, &app.shelf.all()));
        readings.push(own_memory_mib());
    }
    drop(std::hint::black_box(kept));
    Ok(median(readings.windows(2).map(|pair| pair[1] - pair[0])))
}

/// Answers a question; none if it is the word to end.
fn answer(app: &App, line: &str) -> Option<serde_json::Value> {
    match serde_json::from_str(line) {
        Ok(Question::End) => None,
        Ok(Question::Head) => Some(Handle::current().block_on(head(app))),
        Ok(Question::Tokens { users }) => Some(tokens(app, users)),
        Ok(Question::Offers { query }) => Some(offers(app, &query)),
        Ok(Question::Search { queries, seconds }) => Some(searched(app, &queries, seconds)),
        Err(error) => Some(json!({ "fault": error.to_string() })),
    }
}

/// Waits until nothing has come for a while: on Postgres events get their positions after the commit.
async fn head(app: &App) -> serde_json::Value {
    let mut reached = app.feed.watch();
    while tokio::time::timeout(FEED_RESTS, reached.changed()).await.is_ok_and(|told| told.is_ok()) {
    }
    let head = *reached.borrow();
    json!({ "head": head })
}

fn tokens(app: &App, users: usize) -> serde_json::Value {
    match Handle::current().block_on(house::tokens(app, users)) {
        Ok(secrets) => json!({ "secrets": secrets }),
        Err(error) => json!({ "fault": error.to_string() }),
    }
}

fn offers(app: &App, query: &SearchQuery) -> serde_json::Value {
    match search(&app.index, &app.shelf, &app.offers, query, &[], app.clock.now()) {
        Ok(answer) => {
            let offers = answer.items.iter();
            let offers: Vec<_> =
                offers.map(|offer| (offer.hotel, offer.room_type, offer.total.minor)).collect();
            json!({ "offers": offers })
        }
        Err(refusal) => json!({ "fault": refusal.message }),
    }
}

/// Searches as the handler does, without HTTP and JSON.
fn searched(app: &App, queries: &[SearchQuery], seconds: f64) -> serde_json::Value {
    let began = Instant::now();
    let mut latencies = Latencies::default();
    let mut offers = 0;
    for query in queries.iter().cycle() {
        if began.elapsed().as_secs_f64() >= seconds {
            break;
        }
        let asked = Instant::now();
        let now = app.clock.now();
        let found = search(&app.index, &app.shelf, &app.offers, query, &[], now);
        latencies.record(asked.elapsed());
        match found {
            Ok(answer) => offers += count(answer.items.len()),
            Err(refusal) => return json!({ "fault": refusal.message }),
        }
    }
    json!({
        "count": latencies.count(),
        "offers": offers,
        "p50_ms": rounded(latencies.quantile_ms(0.5), 4),
        "p99_ms": rounded(latencies.quantile_ms(0.99), 4),
        "max_ms": rounded(latencies.longest_ms(), 4),
    })
}
