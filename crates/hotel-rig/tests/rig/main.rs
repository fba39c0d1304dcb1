//! The services as they are, with nothing in their place.

mod postgres;
