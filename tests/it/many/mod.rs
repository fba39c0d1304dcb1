//! Many instances over one Postgres.

mod cluster;
mod controls;
mod faults;
mod ledger;
mod line;
mod load;
mod migration;
mod partner;
mod register;
mod rolls;
mod storm;
mod tail;
mod watch;

/// Tells figures to whoever reads the output of a test.
#[expect(clippy::print_stdout, reason = "figures are there to be read")]
fn say(line: impl std::fmt::Display) {
    println!("{line}");
}
