//! Real services and checkers for the tests and the bench; never shipped.
//!
//! What is started here is taken down however the process that started it ends: each service has a
//! [`guard`], which outlives its owner by the moment it takes to clean up. Knows nothing of hotels.

pub mod balancer;
mod dice;
mod error;
pub mod guard;
pub mod linear;
pub mod net;
pub mod ports;
pub mod postgres;
mod process;
pub mod proxy;

pub use balancer::Balancer;
pub use dice::Dice;
pub use error::RigError;
pub use net::Namespace;
pub use postgres::Postgres;
pub use proxy::Proxy;
