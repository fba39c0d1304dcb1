//! Properties of deciding and applying, and tables of the rules.

mod laws;
mod rules;
mod world;
