//! `hotel room-types`: one file a verb.

mod add;
mod list;
mod remove;
mod set;
mod show;

use clap::{Args, Subcommand};
use hotel_core::catalogue::RoomType;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::refusal::code;

use crate::context::Context;
use crate::error::CliError;
use crate::error::category::Category;

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types list BER-ADLER
  $ hotel room-types show BER-ADLER DLX";

/// List, show, add and change the room types of a hotel
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RoomTypesArgs {
    #[command(subcommand)]
    verb: RoomTypesVerb,
}

#[derive(Subcommand, Debug)]
enum RoomTypesVerb {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Set(set::SetArgs),
    Remove(remove::RemoveArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: RoomTypesArgs) -> Result<(), CliError> {
    match args.verb {
        RoomTypesVerb::List(args) => list::run(ctx, args).await,
        RoomTypesVerb::Show(args) => show::run(ctx, args).await,
        RoomTypesVerb::Add(args) => add::run(ctx, args).await,
        RoomTypesVerb::Set(args) => set::run(ctx, args).await,
        RoomTypesVerb::Remove(args) => remove::run(ctx, args).await,
    }
}

/// Finds a room type of a hotel, if it has it.
async fn find(
    ctx: &Context,
    hotel: HotelCode,
    room_type: RoomTypeCode,
) -> Result<Option<RoomType>, CliError> {
    let page = ctx.api()?.room_types(hotel).await?;
    Ok(page.items.into_iter().find(|candidate| candidate.code == room_type))
}

/// Finds a room type of a hotel, or refuses in the words of the server.
async fn get(
    ctx: &Context,
    hotel: HotelCode,
    room_type: RoomTypeCode,
) -> Result<RoomType, CliError> {
    find(ctx, hotel, room_type).await?.ok_or_else(|| {
        let message = format!("hotel {hotel} has no room type {room_type}");
        CliError::new(Category::NotFound, code::UNKNOWN_ROOM_TYPE.code, message)
            .field("TYPE")
            .hint(format!("hotel room-types list {hotel}"))
    })
}
