//! `hotel doctor`.

mod checks;
mod here;
mod there;

use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::Listing;

use self::checks::{Check, Verdict};

const EXAMPLES: &str = "\
Examples:
  $ hotel doctor
  $ hotel doctor --json";

/// Check what this program needs: folders, profile, token, server, clock, terminal
///
/// Exits with 1 if a check fails. Nothing is contacted but the server of the profile.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DoctorArgs {}

/// Checks everything.
pub(crate) async fn run(ctx: &Context, _args: DoctorArgs) -> Result<(), CliError> {
    let mut checks = here::checks(ctx);
    checks.extend(there::checks(ctx).await);
    ctx.out.listing(&Listing::of(&checks)?)?;
    let failed: Vec<&str> = checks
        .iter()
        .filter(|check| check.verdict == Verdict::Fail)
        .map(|check: &Check| check.name)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(CliError::of(codes::DOCTOR_FAILED, format!("failed: {}", failed.join(", "))))
}
