//! `hotel rooms chart`.

use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::wire::hotel::{Chart, InventoryNight, NightsQuery};
use serde::Serialize;

use super::tape::Tape;
use crate::commands::nights::query_at;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel rooms chart BER-ADLER
  $ hotel rooms chart BER-ADLER fri+7n --type DLX
  $ hotel rooms chart BER-ADLER today+3n --json";

/// Show who has which room on which night
///
/// Rooms by nights, as a tape chart: = in house, # to come, ? without a room yet, x out of order.
/// A bar begins in the middle of the day of arrival and ends in that of departure. Without WHEN,
/// two weeks from the hotel's today.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ChartArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// The nights, as in fri+7n
    #[arg(value_name = "WHEN")]
    when: Option<When>,
    /// Only rooms of this type
    #[arg(long = "type", value_name = "TYPE")]
    room_type: Option<RoomTypeCode>,
}

/// What is told of a hotel's rooms and nights.
#[derive(Debug, Serialize)]
struct ChartCard {
    #[serde(flatten)]
    chart: Chart,
    inventory: Vec<InventoryNight>,
    #[serde(skip)]
    width: Option<usize>,
}

/// Shows the tape chart.
pub(crate) async fn run(ctx: &Context, args: ChartArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    let query = query_at(ctx, args.hotel, args.when.as_ref(), (None, args.room_type)).await?;
    let chart = api.chart(args.hotel, &query).await?;
    // The same nights, whatever midnight does between the two questions.
    let query = NightsQuery { from: Some(chart.from), to: Some(chart.to), ..query };
    let inventory = api.inventory(args.hotel, &query).await?.items;
    let settings = ctx.out.settings();
    let is_cut = settings.stdout.is_terminal && !settings.no_trunc;
    let width = is_cut.then_some(usize::from(settings.width));
    ctx.out.record(&ChartCard { chart, inventory, width })
}

impl Describe for ChartCard {
    fn describe(&self) -> Description {
        let tape = Tape::new(&self.chart, &self.inventory, self.width);
        tape.lines().into_iter().fold(Description::new(), Description::text)
    }

    fn id(&self) -> String {
        self.chart.hotel.to_string()
    }
}
