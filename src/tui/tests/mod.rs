//! The desk without a terminal and without a house: keys go in, lines come out, answers go in, and what would be
//! on the screen is read.

mod bench;
mod chaos;
mod keystrokes;
mod recordings;
mod screens;
mod talk;
mod walk;
