//! Where commands go: to the server, or for a dry run to the rules in memory. Both answer the same.

mod memory;
mod server;

use hotel_core::ids::BookingCode;
use hotel_core::wire::bulk::BulkItem;

use self::memory::Memory;
use self::server::Server;
use super::entry::Ledger;
use super::house::House;
use super::layout::Layout;
use crate::context::Context;
use crate::error::CliError;

/// What came of a command.
#[derive(Debug)]
pub(super) struct Reply {
    /// The booking it was about.
    pub(super) booking: Option<BookingCode>,
    /// The code and the sentence of a refusal.
    pub(super) refusal: Option<(String, String)>,
    /// Whether it was carried out in an earlier run.
    pub(super) replayed: bool,
}

/// Where commands go.
pub(super) enum Sink<'a> {
    /// To the server, many at a time.
    Server(Server<'a>),
    /// To the rules, one after the other.
    Memory(Box<Memory>),
}

impl<'a> Sink<'a> {
    /// Opens the way to the server.
    pub(super) fn server(ctx: &'a Context) -> Result<Self, CliError> {
        Ok(Self::Server(Server::new(ctx.api()?)))
    }

    /// Makes a house in memory that has nothing yet.
    pub(super) fn memory(ctx: &Context) -> Result<Self, CliError> {
        Ok(Self::Memory(Box::new(Memory::new(ctx.now())?)))
    }

    /// Looks at the hotels that are there, and returns the commands that build what is missing.
    pub(super) async fn prepare(
        &self,
        ledger: &Ledger,
        houses: &mut [House],
        layout: Layout,
    ) -> Result<Vec<BulkItem>, CliError> {
        match self {
            Self::Server(server) => server.prepare(ledger, houses, layout).await,
            Self::Memory(_) => memory::prepare(ledger, houses, layout),
        }
    }

    /// Puts a command behind the others.
    pub(super) fn push(&mut self, item: BulkItem) -> Result<(), CliError> {
        match self {
            Self::Server(server) => server.push(&item),
            Self::Memory(memory) => memory.push(item),
        }
    }

    /// Tells whether what waits must be sent before anything is put behind it.
    pub(super) fn is_full(&self) -> bool {
        match self {
            Self::Server(server) => server.is_full(),
            Self::Memory(memory) => memory.is_full(),
        }
    }

    /// Sends what waits and returns what came of it, in the order of the commands.
    pub(super) async fn flush(&mut self) -> Result<Vec<Reply>, CliError> {
        match self {
            Self::Server(server) => server.flush().await,
            Self::Memory(memory) => {
                // Who stops a dry run is heard between two handfuls.
                tokio::task::yield_now().await;
                Ok(memory.replies())
            }
        }
    }
}
