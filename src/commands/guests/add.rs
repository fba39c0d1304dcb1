//! `hotel guests add`.

use hotel_core::command::people::GuestDetails;
use hotel_core::text::{Contact, Note};

use super::tell;
use crate::commands::guest::FullName;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel guests add \"Novak, Jana\" --email jana@example.com --note \"Quiet room\"
  $ hotel guests add \"Li, Wei\" --phone \"+49 30 123456\" -o ids";

/// Register a guest
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AddArgs {
    /// The name, written "FAMILY, GIVEN"
    #[arg(value_name = "NAME")]
    name: FullName,
    /// E-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Contact>,
    /// Telephone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<Contact>,
    /// Preferences and what else to know
    #[arg(long, value_name = "TEXT")]
    note: Option<Note>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Registers a guest.
pub(crate) async fn run(ctx: &Context, args: AddArgs) -> Result<(), CliError> {
    let details = GuestDetails {
        family: args.name.family,
        given: args.name.given,
        email: args.email.unwrap_or_default(),
        phone: args.phone.unwrap_or_default(),
        note: args.note.unwrap_or_default(),
    };
    let answer = ctx.api()?.register_guest(&details, &args.write.write()?).await?;
    tell(ctx, &answer, args.write.dry_run)
}
