//! Reports: what is asked is checked here, what is counted comes from the read model.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::HotelCode;
use hotel_core::wire::report::{
    CancellationsRow, LeadTimeRow, OccupancyRow, PickupRow, Report, ReportKind, ReportQuery,
    RevenueRow,
};

use crate::auth::Caller;
use crate::extract::Params;
use crate::failure::{self, Failure};
use crate::reports::asked::{Asked, Fault};
use crate::reports::cancellations::CancellationsCount;
use crate::reports::lead_time::LeadTimeCount;
use crate::reports::nights::{OccupancyCount, RevenueCount};
use crate::reports::pickup::PickupCount;
use crate::reports::projector::ReportError;
use crate::reports::{Available, Count};
use crate::state::App;

/// How long a report waits for the log to be read, less than any handler may take: only a read model
/// that is made anew from a long log takes longer.
const WAIT_MAX: Duration = Duration::from_secs(8);

/// Reports how full the house is: rooms sold by rooms available, ADR and `RevPAR`.
#[utoipa::path(get, path = "/v1/reports/occupancy", tag = "reports", params(ReportQuery),
    responses((status = 200, description = "The report.", body = Report<OccupancyRow>)))]
pub(crate) async fn occupancy(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<ReportQuery>,
) -> Result<Json<Report<OccupancyRow>>, Failure> {
    answer::<OccupancyCount>(&app, &caller, ReportKind::Occupancy, &query).await
}

/// Reports what came in: room revenue, fees, ADR and `RevPAR`.
#[utoipa::path(get, path = "/v1/reports/revenue", tag = "reports", params(ReportQuery),
    responses((status = 200, description = "The report.", body = Report<RevenueRow>)))]
pub(crate) async fn revenue(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<ReportQuery>,
) -> Result<Json<Report<RevenueRow>>, Failure> {
    answer::<RevenueCount>(&app, &caller, ReportKind::Revenue, &query).await
}

/// Reports what was given up: cancellations and no-shows, by arrival.
#[utoipa::path(get, path = "/v1/reports/cancellations", tag = "reports", params(ReportQuery),
    responses((status = 200, description = "The report.", body = Report<CancellationsRow>)))]
pub(crate) async fn cancellations(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<ReportQuery>,
) -> Result<Json<Report<CancellationsRow>>, Failure> {
    answer::<CancellationsCount>(&app, &caller, ReportKind::Cancellations, &query).await
}

/// Reports how long before arrival guests book.
#[utoipa::path(get, path = "/v1/reports/lead-time", tag = "reports", params(ReportQuery),
    responses((status = 200, description = "The report.", body = Report<LeadTimeRow>)))]
pub(crate) async fn lead_time(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<ReportQuery>,
) -> Result<Json<Report<LeadTimeRow>>, Failure> {
    answer::<LeadTimeCount>(&app, &caller, ReportKind::LeadTime, &query).await
}

/// Reports what came onto the books lately, by night of stay.
#[utoipa::path(get, path = "/v1/reports/pickup", tag = "reports", params(ReportQuery),
    responses((status = 200, description = "The report.", body = Report<PickupRow>)))]
pub(crate) async fn pickup(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<ReportQuery>,
) -> Result<Json<Report<PickupRow>>, Failure> {
    answer::<PickupCount>(&app, &caller, ReportKind::Pickup, &query).await
}

/// Counts one kind of report over everything committed before it was asked for.
async fn answer<C: Count>(
    app: &App,
    caller: &Caller,
    kind: ReportKind,
    query: &ReportQuery,
) -> Result<Json<Report<C::Row>>, Failure> {
    let catalogues = reached(app, caller, query.hotel.as_deref())?;
    let asked = Asked::read(kind, query, &catalogues, app.clock.now()).map_err(refused)?;
    let asked = Arc::new(asked);
    let wanted = asked.wanted();
    let available = if C::NEEDS_ROOMS {
        app.queries.rooms_available(wanted.hotels.clone(), wanted.from, wanted.to).await?
    } else {
        Available::new()
    };
    let mut count = C::start(Arc::clone(&asked), available);
    // The database's word, not this instance's: whoever was answered finds what he did.
    let head = app.queries.head().await?;
    let counted = app.reports.count(head, move |model| {
        model.facts(&wanted, &mut |fact| count.take(fact))?;
        Ok(count.finish())
    });
    let in_time = tokio::time::timeout(WAIT_MAX, counted).await.map_err(|_| late())?;
    let ((rows, totals), mark) = in_time.map_err(failed)?;
    let is_pickup = kind == ReportKind::Pickup;
    Ok(Json(Report {
        report: kind,
        by: asked.by,
        hotels: asked.hotels.iter().map(|hotel| hotel.code).collect(),
        from: asked.from,
        to: asked.to,
        as_of: asked.as_of,
        days: is_pickup.then_some(asked.days),
        position: mark.position,
        counted_to: mark.recorded_at,
        rows,
        totals,
    }))
}

/// Returns the hotels a report covers: those named, else all within the caller's reach.
fn reached(
    app: &App,
    caller: &Caller,
    named: Option<&str>,
) -> Result<Vec<Arc<Catalogue>>, Failure> {
    let Some(named) = named else {
        let mut all = app.shelf.all();
        all.retain(|catalogue| caller.user.reaches(catalogue.hotel.code));
        return Ok(all);
    };
    let mut found: Vec<Arc<Catalogue>> = Vec::new();
    for word in named.split(',').map(str::trim) {
        let code: HotelCode = word.parse().map_err(|error| {
            Failure::new(failure::QUERY, format!("hotel: {error}")).field("hotel")
        })?;
        if found.iter().all(|known| known.hotel.code != code) {
            found.push(caller.reach(app, code)?);
        }
    }
    found.sort_unstable_by_key(|catalogue| catalogue.hotel.code);
    Ok(found)
}

fn refused(fault: Fault) -> Failure {
    Failure::new(failure::QUERY, fault.rule).field(fault.field)
}

fn late() -> Failure {
    let detail = "the reports are still reading the log; ask again in a moment";
    Failure::new(failure::TIMEOUT, detail)
}

fn failed(error: ReportError) -> Failure {
    match error {
        ReportError::Busy => Failure::new(failure::BUSY, "too many reports are waiting; try again"),
        ReportError::Store(error) => error.into(),
    }
}
