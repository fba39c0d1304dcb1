//! `hotel rates plans`.

use hotel_core::ids::HotelCode;
use hotel_core::rate::{Pricing, RatePlan};

use super::policy::policy_words;
use crate::commands::words::{meals_word, payment_word};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel rates plans BER-ADLER
  $ hotel rates plans BER-ADLER --json";

/// List the rate plans of a hotel
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PlansArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
}

/// Lists rate plans.
pub(crate) async fn run(ctx: &Context, args: PlansArgs) -> Result<(), CliError> {
    let page = ctx.api()?.rate_plans(args.hotel).await?;
    let listing = Listing::of(&page.items)?.next_cursor(page.next).empty("no rate plans");
    ctx.out.listing(&listing)
}

impl Present for RatePlan {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "code"),
            Column::text("name", "name"),
            Column::text("pricing", "prices"),
            Column::text("payment", "payment"),
            Column::text("meals", "meals"),
            Column::text("policy", "cancelling"),
            Column::code("corporate", "only with"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let prices = match self.pricing {
            Pricing::Nightly => "its own".to_owned(),
            Pricing::Derived { from, adjust } if adjust.get() < 0 => format!("{from} {adjust}"),
            Pricing::Derived { from, adjust } => format!("{from} +{adjust}"),
        };
        vec![
            Cell::text(self.code.as_str()),
            Cell::text(self.name.as_str()),
            Cell::text(prices),
            Cell::text(payment_word(self.payment)),
            Cell::text(meals_word(self.meals)),
            Cell::text(policy_words(&self.policy)),
            Cell::optional(self.corporate.map(|code| code.to_string())),
        ]
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}
