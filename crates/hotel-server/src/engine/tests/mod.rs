//! The write path over the real store: races, repeats, fences, crashes of a batch.

mod bench;
mod books;
mod exactly_once;
mod fence;
mod moving;
mod overload;
mod race;
mod tampered;
