//! The reservation backend: routes, the engine, the event feed, the availability index, the store.
//!
//! `serve` runs it on a listener until it is told to stop. It knows neither the terminal nor clap, and
//! holds no rule about bookings that is not in `hotel-core`.

pub mod auth;
#[cfg(feature = "bench")]
pub mod bench;
pub mod clock;
mod drain;
pub mod engine;
pub mod extract;
pub mod failure;
pub mod feed;
pub mod handlers;
pub mod house;
pub mod index;
pub mod metrics;
mod observed;
pub mod offers;
mod opaque;
pub mod openapi;
mod patience;
pub mod reports;
pub mod router;
pub mod shelf;
pub mod sse;
pub mod state;
pub mod store;
pub mod telemetry;
mod verify;
