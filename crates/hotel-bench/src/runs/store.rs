//! The engine without HTTP: many tasks submit commands in one process, so that batches fill.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use hotel_server::house::House;
use hotel_server::state::App;

use super::{Site, progress};
use crate::args::Pace;
use crate::error::{BenchError, Doing as _};
use crate::figures::{median, ratio, real, rounded};
use crate::ground::{Ground, Stored, named};
use crate::house::{self, Clerk, Manner};
use crate::machine::{Reading, Shares};
use crate::orders::{Field, Orders, STAY_NIGHTS};
use crate::report::{Figures, Report};
use crate::traffic::Sources;
use crate::world::World;

/// Tasks that submit one booking after another: several batches wait while one is committed.
const TASKS: usize = 1_024;

/// Tasks that submit many bookings at once.
const BULK_TASKS: usize = 4;

/// Bookings submitted at once.
const BULK_LEN: usize = 250;

/// How bookings are submitted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    One,
    Many,
}

impl Way {
    fn tasks(self) -> usize {
        match self {
            Self::One => TASKS,
            Self::Many => BULK_TASKS,
        }
    }
}

/// A house in this process.
struct Own {
    house: House,
    ground: Ground,
    field: Field,
    before: Stored,
    confirmed: u64,
}

impl Own {
    async fn open(site: &Site, manner: Manner) -> Result<Self, BenchError> {
        let ground = Ground::make(site)?;
        let house = house::open(&named(ground.database()), manner).await?;
        let first_night = house::first_night(house.app());
        house::build(house.app(), &World::ROOMY, first_night).await?;
        let before = ground.stored()?;
        let field = World::ROOMY.field(first_night);
        Ok(Self { house, ground, field, before, confirmed: 0 })
    }
}

/// What came of the rounds of one way.
#[derive(Default)]
struct Rounds {
    rates: Vec<f64>,
    shares: Vec<Shares>,
}

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace) -> Result<Report, BenchError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .doing("start the threads of the engine's callers")?;
    runtime.block_on(measure(site, pace))
}

async fn measure(site: &Site, pace: Pace) -> Result<Report, BenchError> {
    let mut report = site.report("store")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("tasks", TASKS).put("bulk", format!("{BULK_TASKS} x {BULK_LEN}"));
    let mut usual = Own::open(site, Manner::Usual).await?;
    let mut naive = Own::open(site, Manner::Naive).await?;
    let mut sources = Site::sources();
    let floor = site.floor(World::ROOMY.field(house::first_night(usual.house.app())))?;
    let mut floors = Vec::new();
    let mut series = [Rounds::default(), Rounds::default(), Rounds::default()];
    for round in 1..=pace.rounds {
        progress(&format!("store: round {round}"));
        let [one, many, slow] = &mut series;
        usual.round(Way::One, pace.length(), &mut sources, one).await?;
        naive.round(Way::One, pace.length(), &mut sources, slow).await?;
        usual.round(Way::Many, pace.length(), &mut sources, many).await?;
        if let Some(floor) = &floor {
            floors.push(floor.spread(pace.seconds)?);
        }
    }
    let floor = floor.map(|_| median(floors));
    let slowest = median(series[2].rates.iter().copied());
    for (name, rounds) in ["store", "store-bulk", "store-naive"].into_iter().zip(&series) {
        let rate = median(rounds.rates.iter().copied());
        let of = |share: fn(&Shares) -> f64| rounded(median(rounds.shares.iter().map(share)), 2);
        let mut figures = Figures::default();
        figures
            .put("per_second", rounded(rate, 0))
            .put("of_naive", rounded(ratio(rate, slowest), 2))
            .put("process_cpu", of(|shares| shares.client))
            .put("lane_cpu", of(|shares| shares.lane))
            .put("others_cpu", of(|shares| shares.others));
        if let Some(floor) = floor {
            figures.put("of_pgbench", rounded(ratio(rate, floor), 2));
        }
        report.row(name, figures);
    }
    if let Some(floor) = floor {
        let mut figures = Figures::default();
        figures.put("per_second", rounded(floor, 0));
        report.row("pgbench", figures);
    }
    for (name, own) in [("store", usual), ("store-naive", naive)] {
        own.reconcile(name, &mut report)?;
    }
    Ok(report)
}

impl Own {
    async fn round(
        &mut self,
        way: Way,
        length: Duration,
        sources: &mut Sources,
        rounds: &mut Rounds,
    ) -> Result<(), BenchError> {
        let clerk = Clerk::new(self.field)?;
        let over = Arc::new(AtomicBool::new(false));
        let counts = Arc::new(AtomicU64::new(0));
        let tasks: Vec<_> = (0..way.tasks())
            .map(|_| {
                let orders = sources.orders(self.field);
                let teller = Teller { app: self.house.app().clone(), clerk: clerk.clone(), orders };
                tokio::spawn(teller.work(way, Arc::clone(&over), Arc::clone(&counts)))
            })
            .collect();
        tokio::time::sleep((length / 4).min(Duration::from_millis(400))).await;
        let (began, first) = (Instant::now(), counts.load(Ordering::Relaxed));
        let before = Reading::now(std::process::id());
        tokio::time::sleep(length).await;
        let last = counts.load(Ordering::Relaxed);
        rounds.rates.push(real(last - first) / began.elapsed().as_secs_f64());
        rounds.shares.push(before.until(&Reading::now(std::process::id())));
        over.store(true, Ordering::Relaxed);
        for task in tasks {
            task.await.map_err(|error| BenchError::said(error.to_string()))??;
        }
        self.confirmed += counts.load(Ordering::Relaxed);
        Ok(())
    }

    fn reconcile(&self, name: &str, report: &mut Report) -> Result<(), BenchError> {
        let found = self.ground.stored()?;
        let expected = Stored {
            bookings: self.before.bookings + self.confirmed,
            nights: self.before.nights + self.confirmed * u64::from(STAY_NIGHTS),
        };
        if found != expected {
            report.fault(format!("{name}: {expected:?} should be stored, but {found:?} is"));
        }
        Ok(())
    }
}

/// One who submits.
struct Teller {
    app: App,
    clerk: Clerk,
    orders: Orders,
}

impl Teller {
    async fn work(
        mut self,
        way: Way,
        over: Arc<AtomicBool>,
        counts: Arc<AtomicU64>,
    ) -> Result<(), BenchError> {
        while !over.load(Ordering::Relaxed) {
            let done = match way {
                Way::One => {
                    let envelope = self.clerk.envelope(&self.orders.next());
                    house::expect(&self.app.engine.submit(envelope).await?, 201)?;
                    1
                }
                Way::Many => {
                    let envelopes: Vec<_> =
                        (0..BULK_LEN).map(|_| self.clerk.envelope(&self.orders.next())).collect();
                    let answers = self.app.engine.submit_all(envelopes).await?;
                    for answer in &answers {
                        house::expect(answer.as_ref().map_err(|error| *error)?, 201)?;
                    }
                    crate::figures::count(answers.len())
                }
            };
            counts.fetch_add(done, Ordering::Relaxed);
        }
        Ok(())
    }
}
