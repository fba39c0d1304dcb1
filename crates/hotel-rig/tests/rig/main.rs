//! The services as they are, with nothing in their place.

mod balancer;
mod holder;
mod net;
mod postgres;
mod proxy;
mod wait;
