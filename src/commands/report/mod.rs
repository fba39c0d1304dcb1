//! `hotel report`: one file a report; how all of them are asked for, shown and drawn.

mod asked;
mod cancellations;
mod chart;
mod lead_time;
mod occupancy;
mod pickup;
mod revenue;
mod series;
mod show;
mod svg;
#[cfg(test)]
mod tests;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel report occupancy --hotel BER-ADLER
  $ hotel report revenue --by channel -o csv
  $ hotel report pickup --hotel BER-ADLER --days 14 --chart";

/// Count what was sold: occupancy, revenue, cancellations, lead times, pick-up
///
/// Room nights are sold if they cost something and their booking is requested, confirmed, in house or
/// checked out; what is given for nothing and what no-shows keep is counted apart. ADR is room revenue
/// by rooms sold, `RevPAR` room revenue by rooms available. Two currencies are never added.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReportArgs {
    #[command(subcommand)]
    verb: ReportVerb,
}

#[derive(Subcommand, Debug)]
enum ReportVerb {
    Occupancy(occupancy::OccupancyArgs),
    Revenue(revenue::RevenueArgs),
    Cancellations(cancellations::CancellationsArgs),
    LeadTime(lead_time::LeadTimeArgs),
    Pickup(pickup::PickupArgs),
}

/// Runs the report.
pub(crate) async fn run(ctx: &Context, args: ReportArgs) -> Result<(), CliError> {
    match args.verb {
        ReportVerb::Occupancy(args) => occupancy::run(ctx, args).await,
        ReportVerb::Revenue(args) => revenue::run(ctx, args).await,
        ReportVerb::Cancellations(args) => cancellations::run(ctx, args).await,
        ReportVerb::LeadTime(args) => lead_time::run(ctx, args).await,
        ReportVerb::Pickup(args) => pickup::run(ctx, args).await,
    }
}
