//! The queue: what stands between the client and the journal. Every change goes through here, online too;
//! what can't be sent waits, and is sent when the link is back. Knows neither SQL nor HTTP.

mod desk;
mod fate;
mod rebase;
mod replay;

pub(crate) use self::desk::{Argv, Desk, Offline, following, provisional_of, whose};
pub(crate) use self::rebase::{Clash, clashes};
pub(crate) use self::replay::{Bounds, Replay, Stopped};
