//! The command line: global flags, the commands, and the one match that runs them.

use std::ffi::OsString;
use std::time::Duration;

use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::commands::{
    admin, api_call, assign, batch, book, cancel, check_in, check_out, completions, config,
    confirm, decline, doctor, events, guests, help, history, hotels, import, inventory, keys, list,
    man, move_room, no_show, profile, queue, rates, release, report, revert, room_types, rooms,
    search, shell, show, split, status, sync, tail, todo, tokens, update, users, waitlist, whoami,
};
#[cfg(feature = "server")]
use crate::commands::{demo, serve};
use crate::context::Context;
use crate::error::CliError;
use crate::error::report::ErrorFormat;
use crate::output::format::Format;
use crate::output::style::ColorChoice;
use crate::prompt::Surroundings;
use crate::queue::Offline;
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel search BER-ADLER fri+2n
  $ hotel book BER-ADLER DLX fri+2n --guest \"Novak, Jana\" --guarantee agency
  $ hotel list --hotel BER-ADLER --arrivals today";

/// Sell hotel rooms from the terminal
///
/// Without a command, on a terminal, it opens the desk.
#[derive(Parser, Debug)]
#[command(name = "hotel", version, after_help = EXAMPLES, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: GlobalArgs,
    /// None opens the desk.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Cli {
    /// Reads the arguments of the process. Without a command there is the desk, where somebody sits in front of
    /// a terminal; elsewhere a command is missing.
    pub(crate) fn read(
        arguments: Vec<OsString>,
        surroundings: Surroundings,
    ) -> Result<Self, clap::Error> {
        let may_open = surroundings.stdin && surroundings.stdout;
        let command =
            Self::command().subcommand_required(!may_open).arg_required_else_help(!may_open);
        Self::from_arg_matches(&command.try_get_matches_from(arguments)?)
    }
}

/// Flags that every command takes, before or after its name.
#[derive(Args, Debug)]
#[command(next_help_heading = "Global options")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct GlobalArgs {
    #[arg(help = "Use this profile [env: HOTEL_PROFILE]")]
    #[arg(short, long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    #[arg(help = "Ask this server [env: HOTEL_SERVER]")]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) server: Option<String>,
    #[arg(short, long, global = true, value_name = "FORMAT", hide_possible_values = true)]
    #[arg(help = "Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]")]
    pub(crate) output: Option<Format>,
    /// Write JSON: the same as --output json
    #[arg(long, global = true, conflicts_with = "output")]
    pub(crate) json: bool,
    /// Write only these fields, as in `code,stay.check_in`
    #[arg(long, global = true, value_name = "FIELDS", value_delimiter = ',')]
    pub(crate) fields: Vec<String>,
    /// Leave out status lines and hints
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Tell of each request on stderr
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
    /// Tell of each request and what it carries on stderr
    #[arg(long, global = true)]
    pub(crate) debug: bool,
    /// Answer every question with yes; a fee is only accepted with --accept-fee
    #[arg(short, long, global = true)]
    pub(crate) yes: bool,
    /// Never ask; fail where a question would be needed
    #[arg(long, global = true)]
    pub(crate) no_input: bool,
    #[arg(help = "Use colours: auto, always or never [env: HOTEL_COLOR]")]
    #[arg(long, global = true, value_name = "WHEN", hide_possible_values = true)]
    pub(crate) color: Option<ColorChoice>,
    /// Use no colours: the same as --color never
    #[arg(long, global = true)]
    pub(crate) no_color: bool,
    /// Cut nothing to the width of the terminal
    #[arg(long, global = true)]
    pub(crate) no_trunc: bool,
    #[arg(help = "Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]")]
    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) error_format: Option<ErrorFormat>,
    #[arg(help = "Do this with changes while the server can't be reached: queue, fail, or only \
                  queue [env: HOTEL_OFFLINE]")]
    #[arg(long, global = true, value_name = "MODE", hide_possible_values = true)]
    pub(crate) offline: Option<Offline>,
    /// Send changes without writing them down first: one that is not answered can't be taken up again
    #[arg(long, global = true, conflicts_with = "offline")]
    pub(crate) no_journal: bool,
    #[arg(help = "Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]")]
    #[arg(long, global = true, value_name = "SPAN", value_parser = parse_span)]
    pub(crate) timeout: Option<Duration>,
}

/// What can be done.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Search(search::SearchArgs),
    Book(Box<book::BookArgs>),
    Show(show::ShowArgs),
    List(list::ListArgs),
    History(history::HistoryArgs),
    Update(Box<update::UpdateArgs>),
    Cancel(cancel::CancelArgs),
    Confirm(confirm::ConfirmArgs),
    Decline(decline::DeclineArgs),
    Release(release::ReleaseArgs),
    CheckIn(check_in::CheckInArgs),
    CheckOut(check_out::CheckOutArgs),
    NoShow(no_show::NoShowArgs),
    Assign(assign::AssignArgs),
    Move(move_room::MoveArgs),
    Revert(revert::RevertArgs),
    Split(split::SplitArgs),
    Waitlist(waitlist::WaitlistArgs),
    Todo(todo::TodoArgs),
    Shell(shell::ShellArgs),
    Batch(batch::BatchArgs),
    Queue(queue::QueueArgs),
    Status(status::StatusArgs),
    Sync(sync::SyncArgs),
    Events(events::EventsArgs),
    Tail(Box<tail::TailArgs>),
    Hotels(hotels::HotelsArgs),
    RoomTypes(room_types::RoomTypesArgs),
    Rooms(rooms::RoomsArgs),
    Rates(rates::RatesArgs),
    Inventory(inventory::InventoryArgs),
    Report(Box<report::ReportArgs>),
    Import(import::ImportArgs),
    Guests(guests::GuestsArgs),
    Users(users::UsersArgs),
    Tokens(tokens::TokensArgs),
    Profile(profile::ProfileArgs),
    Config(config::ConfigArgs),
    Keys(keys::KeysArgs),
    #[command(name = "whoami")]
    WhoAmI(whoami::WhoAmIArgs),
    Admin(admin::AdminArgs),
    Api(api_call::ApiArgs),
    Doctor(doctor::DoctorArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
    Help(help::HelpArgs),
    #[cfg(feature = "server")]
    Serve(serve::ServeArgs),
    #[cfg(feature = "server")]
    Demo(demo::DemoArgs),
}

impl Command {
    /// Runs the command.
    pub(crate) async fn run(self, ctx: &Context) -> Result<(), CliError> {
        match self {
            Self::Search(args) => search::run(ctx, args).await,
            Self::Book(args) => book::run(ctx, *args).await,
            Self::Show(args) => show::run(ctx, args).await,
            Self::List(args) => list::run(ctx, args).await,
            Self::History(args) => history::run(ctx, args).await,
            Self::Update(args) => update::run(ctx, *args).await,
            Self::Cancel(args) => cancel::run(ctx, args).await,
            Self::Confirm(args) => confirm::run(ctx, args).await,
            Self::Decline(args) => decline::run(ctx, args).await,
            Self::Release(args) => release::run(ctx, args).await,
            Self::CheckIn(args) => check_in::run(ctx, args).await,
            Self::CheckOut(args) => check_out::run(ctx, args).await,
            Self::NoShow(args) => no_show::run(ctx, args).await,
            Self::Assign(args) => assign::run(ctx, args).await,
            Self::Move(args) => move_room::run(ctx, args).await,
            Self::Revert(args) => revert::run(ctx, args).await,
            Self::Split(args) => split::run(ctx, args).await,
            Self::Waitlist(args) => waitlist::run(ctx, args).await,
            Self::Todo(args) => todo::run(ctx, args).await,
            Self::Shell(args) => shell::run(ctx, &args).await,
            Self::Batch(args) => batch::run(ctx, args).await,
            Self::Queue(args) => queue::run(ctx, args).await,
            Self::Status(args) => status::run(ctx, &args),
            Self::Sync(args) => sync::run(ctx, args).await,
            Self::Events(args) => events::run(ctx, args).await,
            Self::Tail(args) => tail::run(ctx, *args).await,
            Self::Hotels(args) => hotels::run(ctx, args).await,
            Self::RoomTypes(args) => room_types::run(ctx, args).await,
            Self::Rooms(args) => rooms::run(ctx, args).await,
            Self::Rates(args) => rates::run(ctx, args).await,
            Self::Inventory(args) => inventory::run(ctx, args).await,
            Self::Report(args) => report::run(ctx, *args).await,
            Self::Import(args) => import::run(ctx, args).await,
            Self::Guests(args) => guests::run(ctx, args).await,
            Self::Users(args) => users::run(ctx, args).await,
            Self::Tokens(args) => tokens::run(ctx, args).await,
            Self::Profile(args) => profile::run(ctx, &args),
            Self::Config(args) => config::run(ctx, &args),
            Self::Keys(args) => keys::run(ctx, &args),
            Self::WhoAmI(args) => whoami::run(ctx, args).await,
            Self::Admin(args) => admin::run(ctx, args).await,
            Self::Api(args) => api_call::run(ctx, args).await,
            Self::Doctor(args) => doctor::run(ctx, args).await,
            Self::Completions(args) => completions::run(ctx, &args),
            Self::Man(args) => man::run(ctx, &args),
            Self::Help(args) => help::run(ctx, &args),
            #[cfg(feature = "server")]
            Self::Serve(args) => serve::run(ctx, &args),
            #[cfg(feature = "server")]
            Self::Demo(args) => demo::run(ctx, args).await,
        }
    }
}

#[cfg(test)]
mod tests;
