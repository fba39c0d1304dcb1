//! `hotel rates`: one file a verb.

mod fee_arg;
mod plan_add;
mod plan_remove;
mod plans;
mod policy;
mod set;
mod show;
mod terms;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel rates plans BER-ADLER
  $ hotel rates show BER-ADLER BAR DLX fri+7n";

/// Show and set the rate plans of a hotel, their nightly prices and restrictions
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RatesArgs {
    #[command(subcommand)]
    verb: RatesVerb,
}

#[derive(Subcommand, Debug)]
enum RatesVerb {
    Plans(plans::PlansArgs),
    Show(show::ShowArgs),
    Set(set::SetArgs),
    PlanAdd(Box<plan_add::PlanAddArgs>),
    PlanRemove(plan_remove::PlanRemoveArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: RatesArgs) -> Result<(), CliError> {
    match args.verb {
        RatesVerb::Plans(args) => plans::run(ctx, args).await,
        RatesVerb::Show(args) => show::run(ctx, args).await,
        RatesVerb::Set(args) => set::run(ctx, args).await,
        RatesVerb::PlanAdd(args) => plan_add::run(ctx, *args).await,
        RatesVerb::PlanRemove(args) => plan_remove::run(ctx, args).await,
    }
}
