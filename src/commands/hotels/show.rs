//! `hotel hotels show`.

use hotel_core::catalogue::{Hotel, Promotion, Tax, TaxRate};
use hotel_core::ids::HotelCode;
use hotel_core::money::Money;
use hotel_core::text::Word;

use super::list::active_cell;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels show BER-ADLER
  $ hotel hotels show BER-ADLER --json";

/// Show a hotel
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Code of the hotel
    #[arg(value_name = "CODE")]
    code: HotelCode,
}

/// Shows a hotel.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    ctx.out.record(&ctx.api()?.hotel(args.code).await?)
}

const TAX_COLUMNS: &[Column] = &[
    Column::code("code", "tax"),
    Column::text("rate", "rate"),
    Column::text("included", "in the price"),
];

const PROMOTION_COLUMNS: &[Column] = &[
    Column::code("code", "promotion"),
    Column::number("less", "less"),
    Column::code("from", "from"),
    Column::code("to", "to"),
    Column::number("nights_min", "nights"),
];

impl Describe for Hotel {
    fn describe(&self) -> Description {
        let confirms = if self.auto_confirm { "at once" } else { "by a person of the hotel" };
        let amenities: Vec<&str> = self.amenities.iter().map(Word::as_str).collect();
        Description::new()
            .field("code", self.code.as_str())
            .field("name", self.name.as_str())
            .field("city", format!("{} ({}), {}", self.city, self.city_code, self.country))
            .field("position", format!("{},{}", self.position.latitude, self.position.longitude))
            .field("stars", self.stars.to_string())
            .field("zone", self.zone.name())
            .field("currency", self.currency.code())
            .field("confirms", confirms)
            .field("day starts", self.day_starts.strftime("%H:%M").to_string())
            .field_if("amenities", (!amenities.is_empty()).then(|| amenities.join(", ")))
            .field("state", active_cell(self.active))
            .table(TAX_COLUMNS, self.taxes.iter().map(|tax| tax_cells(self, tax)).collect())
            .table(PROMOTION_COLUMNS, self.promotions.iter().map(promotion_cells).collect())
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}

fn tax_cells(hotel: &Hotel, tax: &Tax) -> Vec<Cell> {
    let money = |minor: i64| Money::new(minor, hotel.currency);
    let rate = match tax.rate {
        TaxRate::Percent { basis_points } => basis_points.to_string(),
        TaxRate::PerStay { minor } => format!("{} a room and stay", money(minor)),
        TaxRate::PerNight { minor } => format!("{} a room and night", money(minor)),
        TaxRate::PerPersonNight { minor } => format!("{} an adult and night", money(minor)),
    };
    let included = if tax.included { "yes" } else { "no" };
    vec![Cell::text(tax.code.as_str()), Cell::text(rate), Cell::text(included)]
}

fn promotion_cells(promotion: &Promotion) -> Vec<Cell> {
    vec![
        Cell::text(promotion.code.as_str()),
        Cell::text(promotion.less.to_string()),
        Cell::text(promotion.from.to_string()),
        Cell::text(promotion.to.to_string()),
        Cell::text(promotion.nights_min.to_string()),
    ]
}
