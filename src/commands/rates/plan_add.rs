//! `hotel rates plan-add`.

use hotel_core::ids::{HotelCode, PromoCode, RatePlanCode};
use hotel_core::money::Currency;
use hotel_core::policy::{CancellationPolicy, Deadline, Fee, Tier};
use hotel_core::rate::{Pricing, RatePlan};
use hotel_core::text::Name;

use super::fee_arg::{Derived, FeeArg, FreeUntil};
use super::terms::{MealsArg, PaymentArg};
use crate::commands::amount::Amount;
use crate::commands::changed;
use crate::commands::input::read_json;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel rates plan-add BER-ADLER LONG --name \"Long stay\" --payment guarantee \
--derive BAR:-15% --free-until 7d18:00 --fee first-night --dry-run
  $ hotel rates plan-add BER-ADLER FIX --name \"Fixed\" --payment prepaid --fee whole-stay --dry-run
A plan is changed through a file:
  hotel rates plans BER-ADLER --json
  hotel rates plan-add BER-ADLER --file plan.json";

/// Add a rate plan to a hotel, or change one with --file
///
/// Without --derive the plan has prices of its own, set by `hotel rates set`. Without --free-until
/// the fee is due from the booking on; without --fee cancelling is free.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PlanAddArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the new plan; with --file the file says it
    #[arg(value_name = "PLAN", required_unless_present = "file")]
    plan: Option<RatePlanCode>,
    /// Read the whole plan from a file of JSON, or - for stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["plan", "PlanTerms"])]
    file: Option<String>,
    #[command(flatten)]
    terms: PlanTerms,
    #[command(flatten)]
    write: WriteArgs,
}

/// The conditions of a plan.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Conditions")]
struct PlanTerms {
    /// Its name
    #[arg(long, value_name = "TEXT", required_unless_present = "file")]
    name: Option<Name>,
    /// When the house wants its money
    #[arg(long, value_enum, value_name = "WHEN", required_unless_present = "file")]
    payment: Option<PaymentArg>,
    /// Take the prices of another plan, more or less, as in BAR:-10%
    #[arg(long, value_name = "PLAN:PERCENT")]
    derive: Option<Derived>,
    /// Until when cancelling is free, as in 1d18:00
    #[arg(long, value_name = "DEADLINE", requires = "fee")]
    free_until: Option<FreeUntil>,
    /// What cancelling costs: first-night, 2-nights, whole-stay, 50% or an amount a room
    #[arg(long, value_name = "FEE")]
    fee: Option<FeeArg>,
    /// What staying away costs [default: the fee of cancelling]
    #[arg(long, value_name = "FEE")]
    no_show_fee: Option<FeeArg>,
    /// What leaving early costs, of the nights given back [default: none]
    #[arg(long, value_name = "FEE")]
    early_fee: Option<FeeArg>,
    /// What is eaten [default: room-only]
    #[arg(long, value_enum, value_name = "MEALS")]
    meals: Option<MealsArg>,
    /// Adults covered by the nightly price [default: 2]
    #[arg(long, value_name = "N")]
    adults_included: Option<u8>,
    /// Each adult more, a night
    #[arg(long, value_name = "AMOUNT")]
    extra_adult: Option<Amount>,
    /// Each child, a night
    #[arg(long, value_name = "AMOUNT")]
    extra_child: Option<Amount>,
    /// The fewest days from booking to arrival
    #[arg(long, value_name = "DAYS")]
    advance_min: Option<u16>,
    /// The most days from booking to arrival
    #[arg(long, value_name = "DAYS")]
    advance_max: Option<u16>,
    /// Open the plan only to this corporate code
    #[arg(long, value_name = "CODE")]
    corporate: Option<PromoCode>,
}

/// Adds or changes a rate plan.
pub(crate) async fn run(ctx: &Context, args: PlanAddArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    let plan: RatePlan = match (&args.file, args.plan) {
        (Some(file), _) => read_json(file)?,
        (None, Some(code)) => {
            if args.write.idempotency_key.is_none() {
                refuse_if_known(ctx, args.hotel, code).await?;
            }
            let currency = api.hotel(args.hotel).await?.currency;
            args.terms.plan(code, currency)?
        }
        (None, None) => return Err(missing("PLAN")),
    };
    let answer = api.set_rate_plan(args.hotel, &plan, &args.write.write()?).await?;
    changed::tell(ctx, &answer, plan.code.as_str())?;
    if !answer.body.dry_run && plan.pricing == Pricing::Nightly {
        ctx.out.hint(format!("hotel rates set {} {} --help", args.hotel, plan.code));
    }
    Ok(())
}

/// Refuses to write over a plan by mistake.
async fn refuse_if_known(
    ctx: &Context,
    hotel: HotelCode,
    code: RatePlanCode,
) -> Result<(), CliError> {
    let plans = ctx.api()?.rate_plans(hotel).await?.items;
    if plans.iter().all(|plan| plan.code != code) {
        return Ok(());
    }
    let message = format!("hotel {hotel} has a rate plan {code} already");
    Err(CliError::of(codes::CATALOGUE_EXISTS, message)
        .field("PLAN")
        .why("a plan is changed through --file")
        .hint(format!("hotel rates plans {hotel} --json")))
}

fn missing(argument: &str) -> CliError {
    CliError::of(codes::USAGE_MISSING_ARGUMENT, format!("a new plan needs {argument}"))
        .field(argument)
}

impl PlanTerms {
    fn plan(self, code: RatePlanCode, currency: Currency) -> Result<RatePlan, CliError> {
        let minor = |amount: Option<&Amount>| {
            amount.map_or(Ok(0), |amount| amount.in_currency(currency).map(|money| money.minor))
        };
        Ok(RatePlan {
            code,
            policy: self.policy(currency)?,
            pricing: self.derive.map_or(Pricing::Nightly, |derived| derived.0),
            extra_adult_minor: minor(self.extra_adult.as_ref())?,
            extra_child_minor: minor(self.extra_child.as_ref())?,
            name: self.name.ok_or_else(|| missing("--name"))?,
            payment: self.payment.ok_or_else(|| missing("--payment"))?.into(),
            meals: self.meals.map(Into::into).unwrap_or_default(),
            adults_included: self.adults_included.unwrap_or(2),
            advance_days_min: self.advance_min,
            advance_days_max: self.advance_max,
            corporate: self.corporate,
        })
    }

    fn policy(&self, currency: Currency) -> Result<CancellationPolicy, CliError> {
        let fee = |fee: Option<&FeeArg>| fee.map(|fee| fee.fee(currency)).transpose();
        let cancelling = fee(self.fee.as_ref())?;
        let from = self.free_until.map_or(Deadline::Booking, |until| until.0);
        let tiers = cancelling.filter(|fee| *fee != Fee::None).map(|fee| Tier { from, fee });
        Ok(CancellationPolicy {
            tiers: tiers.into_iter().collect(),
            no_show: fee(self.no_show_fee.as_ref())?.or(cancelling).unwrap_or_default(),
            early_departure: fee(self.early_fee.as_ref())?.unwrap_or_default(),
        })
    }
}
