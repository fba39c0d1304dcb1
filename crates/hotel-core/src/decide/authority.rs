//! Authority: who may give which command, for which hotel.

use crate::command::{BookingCommand, Command, HotelCommand};
use crate::facts::Facts;
use crate::people::Role;
use crate::refusal::{Refusal, code};

use super::Context;
use super::needs::booking_named;

/// Tells whether a user may give a command at all; the only place of that rule.
pub(super) fn authorise(
    command: &Command,
    facts: &Facts,
    context: &Context,
) -> Result<(), Refusal> {
    let user = &context.user;
    let (needed, hotel) = match command {
        Command::Book(request) if request.agreed_rate.is_some() => {
            (Role::Manager, Some(request.hotel))
        }
        Command::Book(request) => (Role::Agent, Some(request.hotel)),
        Command::Booking(code, command) => {
            let role = match command {
                BookingCommand::Confirm | BookingCommand::Decline(_) => Role::Manager,
                BookingCommand::Guarantee(_)
                | BookingCommand::Release
                | BookingCommand::Expire
                | BookingCommand::Offer(_)
                | BookingCommand::Amend(_)
                | BookingCommand::Split(_)
                | BookingCommand::Cancel(_)
                | BookingCommand::Assign(_)
                | BookingCommand::Move(_)
                | BookingCommand::CheckIn(_)
                | BookingCommand::CheckOut(_)
                | BookingCommand::NoShow(_)
                | BookingCommand::Revert => Role::Agent,
            };
            (role, Some(facts.booking(*code)?.hotel))
        }
        Command::Hotel(hotel, HotelCommand::Set(_) | HotelCommand::Remove)
            if !facts.catalogues.contains_key(hotel) =>
        {
            (Role::Admin, Some(*hotel))
        }
        Command::Hotel(hotel, HotelCommand::Remove) => (Role::Admin, Some(*hotel)),
        Command::Hotel(hotel, _) => (Role::Manager, Some(*hotel)),
        Command::RegisterGuest(_) | Command::ChangeGuest(..) => (Role::Agent, None),
        Command::SetUser(_) | Command::IssueToken(_) | Command::RevokeToken(_) => {
            (Role::Admin, None)
        }
    };
    if let Some(hotel) = hotel
        && !user.reaches(hotel)
    {
        // What lies outside the scope looks as if it were not there.
        return Err(match booking_named(command) {
            Some(booking) => {
                Refusal::new(code::UNKNOWN_BOOKING, format!("there is no booking {booking}"))
                    .field("booking")
            }
            None => {
                Refusal::new(code::FORBIDDEN_HOTEL, format!("hotel {hotel} is outside your scope"))
                    .field("hotel")
                    .hint("hotel whoami")
            }
        });
    }
    // Who writes history could hide what was done today.
    let needed = if context.history { needed.max(Role::Manager) } else { needed };
    if user.role < needed {
        return Err(Refusal::new(
            code::FORBIDDEN_ROLE,
            format!("this takes the role {needed}; you are {}", user.role),
        )
        .hint("hotel whoami"));
    }
    Ok(())
}
