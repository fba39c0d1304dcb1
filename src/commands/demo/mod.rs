//! `hotel demo`: a server of its own with a sample world, and a tour of it over real HTTP.

mod clock;
mod home;
mod tour;
mod world;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::HotelCode;
use hotel_server::house::House;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use self::clock::DemoClock;
use self::home::Home;
use self::tour::Tour;
use self::world::World;
use crate::commands::serve::refused;
use crate::config::{Token, save_profile};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::prompt::Prompt;

const EXAMPLES: &str = "\
Examples:
  $ hotel demo --script
Keep the sample world and look at it at leisure:
  hotel demo --script --keep ./demo --listen 127.0.0.1:7071
  HOTEL_HOME=./demo hotel serve --listen 127.0.0.1:7071";

/// The hotel that the tour visits.
const TOUR_HOTEL: &str = "BER-ADLER";

/// The profile of the demo's client.
const PROFILE: &str = "local";

/// Show what this program does, on a sample world of its own
///
/// Starts a server in a temporary folder, fills it with hotels and bookings, and opens the desk over
/// it. With --script, and where there is no terminal, it walks through a booking's whole life with real
/// commands instead; each step is checked, and it ends with a failure if one does not come out as it
/// should. Your own server and settings are not touched.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DemoArgs {
    /// Walk through the scripted tour and end
    #[arg(long)]
    script: bool,
    /// Keep the folder of the demo here
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Serve on this address of this machine
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Make another world: one number, one world
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Runs the demo.
pub(crate) async fn run(ctx: &Context, args: DemoArgs) -> Result<(), CliError> {
    let began = Instant::now();
    refuse_exposure(args.listen)?;
    let home = Home::make(args.keep.as_deref())?;
    let now = ctx.now();
    let clock = Arc::new(DemoClock::stopped_at(world::beginning(now)));
    let (house, token) = open(&home, &clock).await?;
    let world = world::make(house.app(), &clock, now, args.seed).await?;
    clock.run();
    let booking_count = thousands(world.booking_count());
    ctx.out.status(format!(
        "{} hotels and {booking_count} bookings in {:.1} s",
        world.hotels,
        began.elapsed().as_secs_f32()
    ));
    let hotel = tour_hotel(&house)?;
    let listener = TcpListener::bind(args.listen)
        .map_err(|error| CliError::of(codes::SERVE_FAILED, format!("{}: {error}", args.listen)))?;
    let address = listener
        .local_addr()
        .map_err(|error| CliError::of(codes::SERVE_FAILED, error.to_string()))?;
    save_profile(&home.paths(), PROFILE, &format!("http://{address}"), &token)?;
    let tour = Tour::new(Arc::clone(&ctx.out), &home, Arc::clone(&clock), hotel)?;
    if ctx.out.is_for_people() && ctx.prompt == Prompt::Ask && !args.script {
        act((house, listener), tour, Tour::open_desk).await?;
    } else {
        let step_count = guide((&home, &clock), (house, listener), tour).await?;
        conclude(ctx, &world, (step_count, began))?;
    }
    if home.is_kept() {
        let folder = home.folder().display();
        ctx.out.hint(format!("HOTEL_HOME={folder} hotel serve --listen {address}"));
    }
    Ok(())
}

/// Refuses an address that other machines reach: nobody else has business in a demo.
fn refuse_exposure(listen: SocketAddr) -> Result<(), CliError> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    Err(CliError::of(codes::SERVE_EXPOSED, format!("{listen} can be reached by other machines"))
        .field("--listen")
        .why("a demo serves this machine alone")
        .hint("hotel demo --listen 127.0.0.1:0"))
}

async fn open_house(home: &Home, clock: &Arc<DemoClock>) -> Result<House, CliError> {
    let clock: Arc<dyn hotel_server::clock::Clock> = Arc::<DemoClock>::clone(clock);
    House::open(home.database(), clock).await.map_err(|error| refused(&error))
}

async fn open(home: &Home, clock: &Arc<DemoClock>) -> Result<(House, Token), CliError> {
    let house = open_house(home, clock).await?;
    let secret = house.first_admin().await.map_err(|error| refused(&error))?;
    let token = secret.and_then(|secret| Token::new(&secret));
    let token = token.ok_or_else(|| CliError::internal("a fresh store had users already"))?;
    Ok((house, token))
}

fn tour_hotel(house: &House) -> Result<Arc<Catalogue>, CliError> {
    let code: Option<HotelCode> = TOUR_HOTEL.parse().ok();
    code.and_then(|code| house.app().shelf.get(code))
        .ok_or_else(|| CliError::internal(format!("the sample world has no {TOUR_HOTEL}")))
}

/// Serves while the tour walks, stops for an act without a server, and serves again for the last one.
async fn guide(
    (home, clock): (&Home, &Arc<DemoClock>),
    (house, listener): (House, TcpListener),
    tour: Tour,
) -> Result<usize, CliError> {
    let failed = |error: std::io::Error| CliError::of(codes::SERVE_FAILED, error.to_string());
    let address = listener.local_addr().map_err(failed)?;
    let mut tour = act((house, listener), tour, Tour::walk).await?;
    let (result, tour) = blocking(move || (tour.without_server(), tour)).await?;
    result?;
    let house = open_house(home, clock).await?;
    let listener = TcpListener::bind(address).map_err(failed)?;
    let tour = act((house, listener), tour, Tour::with_server_again).await?;
    Ok(tour.step_count())
}

/// Serves during an act.
async fn act(
    (house, listener): (House, TcpListener),
    mut tour: Tour,
    play: impl FnOnce(&mut Tour) -> Result<(), CliError> + Send + 'static,
) -> Result<Tour, CliError> {
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(house.serve(listener, None, async {
        // A tour that fell over stops the server as well.
        stopped.await.ok();
    }));
    let (result, tour) = blocking(move || (play(&mut tour), tour)).await?;
    stop.send(()).ok();
    served
        .await
        .map_err(|error| CliError::internal("the server fell over").why(error.to_string()))?
        .map_err(|error| refused(&error))?;
    result.map(|()| tour)
}

/// Runs what waits for child processes beside the server, which shares this thread otherwise.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CliError> {
    spawn_blocking(work)
        .await
        .map_err(|error| CliError::internal("the tour fell over").why(error.to_string()))
}

fn conclude(
    ctx: &Context,
    world: &World,
    (step_count, began): (usize, Instant),
) -> Result<(), CliError> {
    ctx.out.verbatim(&format!(
        "\ndemo: {step_count} steps, all as they should be; {} hotels, {} bookings; {:.1} s\n",
        world.hotels,
        thousands(world.booking_count()),
        began.elapsed().as_secs_f32()
    ))
}

/// Writes a number with a comma at each thousand.
fn thousands(number: usize) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{},{:03}", number / 1_000, number % 1_000)
}
