//! Bookings by the name that a request gives them: the house's code, or the one that an agent gave while
//! the house could not be asked. That one is looked up before a command is made: it never comes to mean
//! another booking to whoever gave it.

use hotel_core::booking::Booking;
use hotel_core::ids::BookingCode;
use hotel_core::ids::provisional::{BookingRef, ProvisionalCode};
use hotel_core::people::User;
use hotel_core::refusal::{Refusal, code};
use serde_json::json;

use crate::auth::unknown_booking;
use crate::state::App;
use crate::store::StoreError;

/// Codes that a refusal names at most.
const NAMED_MAX: usize = 10;

/// The bookings that some names may stand for.
pub(crate) struct Named<'a> {
    user: &'a User,
    known: Vec<Booking>,
}

impl<'a> Named<'a> {
    /// Looks up what some names may stand for; only provisional ones are asked for.
    pub(crate) async fn of(
        app: &App,
        user: &'a User,
        names: impl Iterator<Item = BookingRef>,
    ) -> Result<Self, StoreError> {
        let mut wanted: Vec<ProvisionalCode> = names
            .filter_map(|name| match name {
                BookingRef::Code(_) => None,
                BookingRef::Provisional(code) => Some(code),
            })
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let known = if wanted.is_empty() {
            Vec::new()
        } else {
            app.queries.bookings_provisional(wanted).await?
        };
        Ok(Self { user, known })
    }

    /// Returns the booking that a name stands for. Of several with one provisional code, that of the
    /// user goes before those of others.
    pub(crate) fn code(&self, name: BookingRef) -> Result<BookingCode, Refusal> {
        let provisional = match name {
            BookingRef::Code(code) => return Ok(code),
            BookingRef::Provisional(code) => code,
        };
        let is_meant = |booking: &&Booking| {
            booking.provisional == Some(provisional) && self.user.reaches(booking.hotel)
        };
        let mut meant: Vec<&Booking> = self.known.iter().filter(is_meant).collect();
        let is_own = |booking: &&Booking| booking.agent == self.user.name;
        if meant.iter().any(is_own) {
            meant.retain(is_own);
        }
        match meant.as_slice() {
            [] => Err(unknown_booking(provisional)),
            [booking] => Ok(booking.code),
            several => Err(ambiguous(provisional, several)),
        }
    }
}

/// Returns the booking that a name stands for, or why it stands for none.
pub(crate) async fn code_of(
    app: &App,
    user: &User,
    name: BookingRef,
) -> Result<Result<BookingCode, Refusal>, StoreError> {
    Ok(Named::of(app, user, std::iter::once(name)).await?.code(name))
}

fn ambiguous(name: ProvisionalCode, bookings: &[&Booking]) -> Refusal {
    let codes: Vec<String> =
        bookings.iter().take(NAMED_MAX).map(|booking| booking.code.to_string()).collect();
    let message = format!("{name} stands for {}: name one of them by its own code", words(&codes));
    let hint = codes.first().map(|code| format!("hotel show {code}")).unwrap_or_default();
    Refusal::new(code::AMBIGUOUS_CODE, message)
        .field("booking")
        .details(json!({ "provisional": name, "bookings": codes }))
        .hint(hint)
}

fn words(codes: &[String]) -> String {
    match codes {
        [first, last] => format!("both {first} and {last}"),
        codes => codes.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::tests::booking as any;
    use hotel_core::booking::BookingState;

    const NAME: &str = "~K7Q2";

    fn made(value: u64, agent: &str, hotel: &str) -> Booking {
        Booking {
            code: BookingCode::from_value(value).unwrap(),
            provisional: Some(NAME.parse().unwrap()),
            agent: agent.parse().unwrap(),
            hotel: hotel.parse().unwrap(),
            ..any(BookingState::Confirmed, 1, &[100])
        }
    }

    /// Asks as Ann, who works for two hotels.
    fn asked(known: Vec<Booking>) -> Result<BookingCode, Refusal> {
        let user = User {
            name: "ann".parse().unwrap(),
            hotels: ["BER-ADLER", "PAR-LOUVRE"].map(|code| code.parse().unwrap()).to_vec(),
            ..crate::engine::house()
        };
        Named { user: &user, known }.code(NAME.parse().unwrap())
    }

    #[test]
    fn the_askers_own_booking_is_meant_before_those_of_others() {
        let mine = made(7, "ann", "BER-ADLER");
        let theirs = made(8, "bob", "BER-ADLER");
        assert_eq!(asked(vec![theirs.clone(), mine.clone()]), Ok(mine.code));
        assert_eq!(asked(vec![theirs.clone()]), Ok(theirs.code));
    }

    #[test]
    fn what_two_bookings_are_called_is_refused_with_the_codes_of_both() {
        let other = made(9, "eve", "TYO-UENO");
        for agent in ["ann", "bob"] {
            let both = [made(7, agent, "BER-ADLER"), made(8, agent, "PAR-LOUVRE")];
            let codes = both.clone().map(|booking| booking.code.to_string());
            let refusal = asked(vec![both[0].clone(), other.clone(), both[1].clone()]).unwrap_err();
            assert_eq!(refusal.code, "booking.ambiguous_code");
            assert_eq!(refusal.details["bookings"], json!(codes));
            assert!(codes.iter().all(|code| refusal.message.contains(code)), "{refusal:?}");
        }
    }

    #[test]
    fn what_the_asker_may_not_see_is_not_there() {
        let refusal = asked(vec![made(7, "ann", "TYO-UENO")]).unwrap_err();
        assert_eq!((refusal.code, refusal.kind), ("booking.not_found", code::UNKNOWN_BOOKING.kind));
        let seen = made(8, "bob", "BER-ADLER");
        assert_eq!(asked(vec![made(7, "ann", "TYO-UENO"), seen.clone()]), Ok(seen.code));
    }

    #[test]
    fn a_code_of_the_house_is_itself() {
        let code = BookingCode::from_value(7).unwrap();
        let named = Named { user: &crate::engine::house(), known: Vec::new() };
        assert_eq!(named.code(code.into()), Ok(code));
    }
}
