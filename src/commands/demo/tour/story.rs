//! What the tour shows, act by act. Every date is counted from the hotel's business date, and lies
//! where the sample world leaves rooms, so that it comes out the same on any day and at any hour.

use jiff::SignedDuration;

use super::{Tour, done, refused};
use crate::error::CliError;

/// The hotel of the tour; the sample world leaves it room.
const HOTEL: &str = "BER-ADLER";

/// Its deluxe rooms, all of them.
const DELUXE_ROOMS: &str = "6";

/// How long the hold of the tour holds.
const HOLD_MINUTES: i64 = 20;

impl Tour {
    pub(super) fn look_around(&mut self) -> Result<(), CliError> {
        self.say("Who am I, and what does the house know?")?;
        self.step(&["whoami"], done(&["admin"]))?;
        self.step(&["hotels", "show", HOTEL], done(&["Hotel Adler", "Europe/Berlin"]))?;
        self.step(&["search", "Singapore", "+40d+3n", "--limit", "5"], done(&["SIN-", "SGD"]))?;
        Ok(())
    }

    pub(super) fn sell(&mut self) -> Result<(), CliError> {
        self.say("Find a room, sell it by its line, and look the booking up.")?;
        self.step(&["search", HOTEL, "fri+2n"], done(&[HOTEL, "STD", "DLX", "BAR"]))?;
        let guest = "Novák, Jana";
        let code = self.booked(
            &["book", "1", "--guest", guest, "--guarantee", "agency"],
            done(&["requested", HOTEL]),
        )?;
        self.step(&["show", &code], done(&[guest, "requested", "total"]))?;
        self.say("The hotel has a look and confirms; the guest stays a night longer.")?;
        self.step(&["confirm", &code], done(&["confirmed", &code]))?;
        self.step(&["update", &code, "--nights", "3"], done(&["changed", "->"]))?;
        self.say("More than the guest will pay is not booked.")?;
        let nights = self.nights(30, 2)?;
        let asked = ["book", HOTEL, "DLX", &nights, "--guest", guest, "--rate", "BAR"];
        self.step(&[&asked[..], &["--max-price", "1"]].concat(), refused(&["price"]))?;
        Ok(())
    }

    pub(super) fn cancel(&mut self) -> Result<(), CliError> {
        self.say("Cancelling: see the fee, then accept it as it stands.")?;
        let nights = self.nights(25, 2)?;
        let code = self.booked(
            &[
                "book",
                HOTEL,
                "STD",
                &nights,
                "--rate",
                "ADV",
                "--guest",
                "Müller, Jürgen",
                "--guarantee",
                "agency",
            ],
            done(&["requested"]),
        )?;
        let fee_words = "the fee would be ";
        let preview = self.step(&["cancel", &code, "--dry-run"], done(&[fee_words, "dry run"]))?;
        let amount = preview.after(fee_words).and_then(|fee| fee.split_once(' '));
        let fee = amount.map(|(_, amount)| amount.to_owned()).unwrap_or_default();
        self.step(&["cancel", &code, "--yes"], refused(&["there is a fee", &fee]))?;
        self.step(
            &["cancel", &code, "--accept-fee", &fee, "--reason", "guest"],
            done(&["cancelled", "fee charged", &fee]),
        )?;
        Ok(())
    }

    pub(super) fn hold(&mut self) -> Result<(), CliError> {
        self.say("A hold takes its rooms: nobody else gets them.")?;
        let nights = self.nights(60, 2)?;
        let asked = ["book", HOTEL, "DLX", &nights, "--rate", "BAR", "--guest"];
        let span = format!("{HOLD_MINUTES}m");
        let group = ["Gonçalves, Inês", "--rooms", DELUXE_ROOMS, "--hold", &span];
        let hold = self.booked(&[&asked[..], &group].concat(), done(&["held", "held until"]))?;
        let late = [&asked[..], &["佐藤, 美咲"]].concat();
        self.step(&late, refused(&["sold out"]))?;
        let moment = self.clock.read() + SignedDuration::from_mins(HOLD_MINUTES + 1);
        self.put_clock(moment, "The hold runs out.")?;
        self.step_in_time(&["show", &hold], done(&["expired"]))?;
        self.booked(&late, done(&["requested"]))?;
        Ok(())
    }

    pub(super) fn wait_in_line(&mut self) -> Result<(), CliError> {
        self.say("A closed night sells nothing; who wants it waits until it opens.")?;
        let night = self.nights(70, 1)?;
        self.step(&["inventory", "close", HOTEL, "DLX", &night], done(&["DLX", "closed"]))?;
        let asked = [HOTEL, "DLX", &night, "--rate", "BAR", "--guest", "김, 서연"];
        self.step(&[&["book"], &asked[..]].concat(), refused(&["closed"]))?;
        let add = [&["waitlist", "add"], &asked[..]].concat();
        let code = self.booked(&add, done(&["waitlisted"]))?;
        self.step(&["waitlist", "ls", "--hotel", HOTEL], done(&[&code]))?;
        self.step(&["inventory", "open", HOTEL, "DLX", &night], done(&["DLX", "open"]))?;
        self.step(&["waitlist", "offer", &code, "--hold", "2h"], done(&["held"]))?;
        self.step(&["book", &code], done(&["requested"]))?;
        Ok(())
    }

    pub(super) fn stay(&mut self) -> Result<(), CliError> {
        let nights = self.nights(1, 3)?;
        self.say("Guests come tomorrow …")?;
        let code = self.booked(
            &["book", HOTEL, "STD", &nights, "--rate", "BAR", "--guest", "Okafor, Ada"],
            done(&["requested"]),
        )?;
        self.step(&["confirm", &code], done(&["confirmed"]))?;
        self.go_to(1, 15, "… and arrive.")?;
        self.step(&["check-in", &code, "--room", "112"], done(&["checked in", "112"]))?;
        self.step(&["move", &code, "111"], done(&["moved", "111"]))?;
        self.go_to(4, 10, "Three nights later they leave.")?;
        self.step(&["check-out", &code], done(&["checked out", "no fee"]))?;
        self.say("That was the wrong room's key: the same day's step can be taken back.")?;
        self.step(&["revert", &code], done(&["in house again"]))?;
        self.step(&["check-out", &code], done(&["checked out"]))?;
        Ok(())
    }

    pub(super) fn look_back(&mut self) -> Result<(), CliError> {
        self.say("All of it stands in the log.")?;
        let code = self.souvenir.map(|code| code.to_string()).unwrap_or_default();
        let life = ["requested", "confirmed", "checked_in", "checked_out", "reverted"];
        self.step(&["history", &code], done(&life))?;
        self.step(&["list", "--hotel", HOTEL, "--limit", "5"], done(&[&code, "cancelled"]))?;
        let tail = ["tail", "--hotel", HOTEL, "-n", "12", "--count", "12", "-o", "table"];
        self.step(&tail, done(&["booking.checked_out", "booking.reverted", &code]))?;
        Ok(())
    }

    /// Makes ready for the hours without a server: what was looked at is at hand, and somebody else closes
    /// nights that this agent has seen open.
    pub(super) fn foresee(&mut self) -> Result<(), CliError> {
        self.say("Before the train goes through the tunnel: what was seen is at hand.")?;
        let night = self.nights(60, 2)?;
        self.step(&["search", HOTEL, &night, "--limit", "4"], done(&[HOTEL, "DLX"]))?;
        self.step(&["sync", HOTEL], done(&["at hand"]))?;
        self.step(&["inventory", "close", HOTEL, "DLX", &night], done(&["closed"]))?;
        Ok(())
    }

    /// Goes on selling without a server.
    pub(super) fn go_on_selling(&mut self) -> Result<(), CliError> {
        let night = self.nights(60, 2)?;
        self.step(&["hotels", "show", HOTEL], done(&["Hotel Adler", "as of"]))?;
        self.say(
            "Sold at a price that was seen, it is requested, and waits; so does what follows.",
        )?;
        let sale = |room_type: &'static str, guest: &'static str| {
            [
                "book",
                HOTEL,
                room_type,
                "",
                "--rate",
                "BAR",
                "--guest",
                guest,
                "--max-price",
                "900EUR",
            ]
        };
        let mut standard = sale("STD", "Okafor, Ada");
        standard[3] = &night;
        self.queued(&standard, &["REQUESTED, not confirmed", "~"])?;
        let mut deluxe = sale("DLX", "Li, Wei");
        deluxe[3] = &night;
        self.queued(&deluxe, &["REQUESTED, not confirmed", "~"])?;
        let (_, code) = self.asked(0)?;
        self.queued(&["cancel", &code, "--yes"], &["comes first"])?;
        self.step(&["queue", "ls"], done(&["queued", "book", "cancel", &code]))?;
        self.step(&["status", "--short"], done(&["3~"]))?;
        Ok(())
    }

    /// Sends what waited, and decides what the house refused.
    pub(super) fn drain(&mut self) -> Result<(), CliError> {
        self.say("The server is back: each is sent once, in order.")?;
        let (_, code) = self.asked(0)?;
        let (op, deluxe) = self.asked(1)?;
        self.step(&["queue", "run"], refused(&["applied", "conflict", "need your word"]))?;
        self.step(&["show", &code], done(&["cancelled", &code]))?;
        self.say("Somebody closed the deluxe rooms meanwhile: nothing is sold without a word.")?;
        self.step(&["queue", "show", &op], done(&["conflict", "closed", "STD", "--alt 1"]))?;
        self.step(&["queue", "resolve", &op, "--alt", "2"], done(&["applied"]))?;
        self.step(&["show", &deluxe], done(&["requested", &deluxe]))?;
        self.step(&["queue", "ls"], done(&["nothing waits"]))?;
        Ok(())
    }
}
