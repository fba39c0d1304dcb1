//! The write path over the real store: races, repeats, fences, crashes of a batch.

mod bench;
mod books;
mod chance;
mod exactly_once;
mod fence;
mod kept;
mod memory;
mod model;
mod moving;
mod overload;
mod race;
mod settled;
mod tampered;
