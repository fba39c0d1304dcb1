//! `hotel guests set`.

use hotel_core::command::people::GuestPatch;
use hotel_core::ids::GuestId;
use hotel_core::text::{Contact, Note};

use super::tell;
use crate::commands::guest::FullName;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel guests set 01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d --email jana@example.com
  $ hotel guests set 01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d --note \"\" --if-version 3";

/// Change a guest
///
/// What no flag names stays as it is; an empty text clears it.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// Id of the guest
    #[arg(value_name = "ID")]
    id: GuestId,
    /// The name, written "FAMILY, GIVEN"
    #[arg(long, value_name = "NAME")]
    name: Option<FullName>,
    /// E-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Contact>,
    /// Telephone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<Contact>,
    /// Preferences and what else to know
    #[arg(long, value_name = "TEXT")]
    note: Option<Note>,
    /// Change nothing if the guest is no longer at this version [default: the one of now]
    #[arg(long, value_name = "N")]
    if_version: Option<u64>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Changes a guest.
pub(crate) async fn run(ctx: &Context, args: SetArgs) -> Result<(), CliError> {
    let (family, given) = args.name.map(|name| (name.family, name.given)).unzip();
    let (email, phone, note) = (args.email, args.phone, args.note);
    let patch = GuestPatch { family, given, email, phone, note };
    if patch == GuestPatch::default() {
        return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, "nothing to change is named")
            .hint("hotel guests set --help"));
    }
    let api = ctx.api()?;
    let version = match args.if_version {
        Some(version) => version,
        None => api.guest(args.id).await?.version,
    };
    let write = args.write.write()?.if_version(version);
    let answer = api.change_guest(args.id, &patch, &write).await?;
    tell(ctx, &answer, args.write.dry_run)
}
