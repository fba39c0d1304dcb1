//! The services as they are, with nothing in their place.

mod balancer;
mod postgres;
mod wait;
