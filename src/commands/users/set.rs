//! `hotel users set`.

use hotel_core::command::people::UserDetails;
use hotel_core::ids::HotelCode;
use hotel_core::people::Role;
use hotel_core::text::Name;

use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel users set ann --role agent
  $ hotel users set bob --role manager --hotel BER-ADLER
  $ hotel users set bob --all-hotels
  $ hotel users set bob --inactive
Then give the user a token:
  hotel tokens issue ann";

/// Add or change a user
///
/// What no flag names stays as it is; a new user needs a role and may touch all hotels.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// The name that stands in the history
    #[arg(value_name = "NAME")]
    name: Name,
    /// What the user may do
    #[arg(long, value_enum, value_name = "ROLE")]
    role: Option<RoleArg>,
    /// The hotels the user may touch, all of them named
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    hotel: Vec<HotelCode>,
    /// Let the user touch all hotels
    #[arg(long, conflicts_with = "hotel")]
    all_hotels: bool,
    /// Let the user in no more
    #[arg(long)]
    inactive: bool,
    /// Let the user in again
    #[arg(long, conflicts_with = "inactive")]
    active: bool,
    #[command(flatten)]
    write: WriteArgs,
}

/// What a user may do, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum RoleArg {
    /// Sell and look after bookings
    Agent,
    /// Also speak for the hotel: confirm, decline, set rates and inventory
    Manager,
    /// Also make hotels, users and tokens
    Admin,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Agent => Self::Agent,
            RoleArg::Manager => Self::Manager,
            RoleArg::Admin => Self::Admin,
        }
    }
}

/// Adds or changes a user.
pub(crate) async fn run(ctx: &Context, args: SetArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    let old = api.users().await?.items.into_iter().find(|user| user.name == args.name);
    let role = args.role.map(Role::from).or(old.as_ref().map(|user| user.role));
    let Some(role) = role else {
        let message = format!("there is no user {} yet: a new user needs a role", args.name);
        return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, message)
            .field("--role")
            .hint("--role agent"));
    };
    let hotels = match &old {
        Some(old) if args.hotel.is_empty() && !args.all_hotels => old.hotels.clone(),
        Some(_) | None => args.hotel,
    };
    let was_active = old.as_ref().is_none_or(|user| user.active);
    let active = args.active || was_active && !args.inactive;
    let user = UserDetails { name: args.name, role, hotels, active };
    let answer = api.set_user(&user, &args.write.write()?).await?;
    ctx.out.record(&answer.body)?;
    if args.write.dry_run {
        ctx.out.status("nothing was changed: this was a dry run");
    } else if old.is_none() {
        ctx.out.hint(format!("hotel tokens issue \"{}\"", user.name));
    }
    Ok(())
}
