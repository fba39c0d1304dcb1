//! The search of a session: what was asked for last, and how the next one differs.

use hotel_core::ids::RoomTypeCode;
use hotel_core::stay::StayDates;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::change::change_of;
use super::{Cause, Run, Session, Step, refuse, run};
use crate::terse::entry::Asked;
use crate::terse::refusal::Refusal;
use crate::when::When;

/// What was searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Search {
    /// Where.
    pub(super) place: Option<String>,
    /// When, as the command line writes it.
    pub(super) dates: Option<String>,
    /// The same, as the house understood it.
    pub(super) stay: Option<StayDates>,
    party: Option<(u8, u8)>,
    rooms: Option<u16>,
    room_type: Option<RoomTypeCode>,
    flags: Vec<String>,
}

impl Search {
    /// Returns the search for somebody else: at the same place in the same nights.
    pub(super) fn without_party(&self) -> Self {
        let (place, dates, stay) = (self.place.clone(), self.dates.clone(), self.stay);
        Self { place, dates, stay, ..Self::default() }
    }

    /// Takes over what was typed as a command in full, as far as it can be told.
    pub(super) fn typed(words: &[String]) -> Self {
        let mut plain = words.iter().skip(1).take_while(|word| !word.starts_with('-'));
        let (place, dates) = (plain.next().cloned(), plain.next().cloned());
        let flags = words.iter().skip_while(|word| !word.starts_with('-')).cloned().collect();
        Self { place, dates, flags, ..Self::default() }
    }

    fn asks(&self, asked: &Asked) -> Result<Self, Refusal> {
        let mut next = self.clone();
        if let Some(place) = &asked.place {
            // Another place has other room types, and what was special about the last search is over.
            (next.room_type, next.flags) = (None, Vec::new());
            next.place = Some(place.clone());
        }
        if let Some(dates) = &asked.dates {
            next.dates = Some(self.with_nights(dates)?);
            next.stay = None;
        }
        next.party = asked.party.or(next.party);
        next.rooms = asked.rooms.or(next.rooms);
        if !asked.flags.is_empty() {
            next.flags.clone_from(&asked.flags);
        }
        Ok(next)
    }

    /// Returns dates that say how long: a day alone keeps the nights of the search before.
    fn with_nights(&self, dates: &str) -> Result<String, Refusal> {
        let says_how_long = dates.contains("..") || dates.ends_with('n');
        if says_how_long {
            return Ok(dates.to_owned());
        }
        let nights = self.stay.map(|stay| stay.night_count());
        let nights = nights.or_else(|| {
            let (_, nights) = self.dates.as_deref()?.rsplit_once('+')?;
            nights.strip_suffix('n')?.parse().ok()
        });
        let nights = nights.ok_or_else(|| {
            let rule = format!("{dates} does not say how long: add the nights");
            Refusal::new(0, "", rule).can(format!("{dates}+2"))
        })?;
        Ok(format!("{dates}+{nights}n"))
    }

    fn run(&self) -> Result<Run, Refusal> {
        let place = self.place.as_deref().ok_or_else(|| refuse("where? no place was named", ""))?;
        let dates =
            self.dates.as_deref().ok_or_else(|| refuse("when? no nights were named", ""))?;
        let mut flags = Vec::new();
        let mut flag = |name: &str, value: String| flags.extend([name.to_owned(), value]);
        if let Some((adults, children)) = self.party {
            flag("--adults", adults.to_string());
            if children > 0 {
                flag("--children", children.to_string());
            }
        }
        if let Some(rooms) = self.rooms {
            flag("--rooms", rooms.to_string());
        }
        if let Some(kind) = self.room_type {
            flag("--room-type", kind.to_string());
        }
        let run = Run::new(Cause::Search, &["search", place, dates]);
        Ok(run.with(flags).with(self.flags.iter().cloned()))
    }

    /// Returns the nights as dates; what the house did not say is reckoned from today.
    fn nights(&self, today: Date) -> Result<StayDates, Refusal> {
        if let Some(stay) = self.stay {
            return Ok(stay);
        }
        let dates = self.dates.as_deref().ok_or_else(|| refuse("no nights were named yet", ""))?;
        let resolved = When::parse(dates).and_then(|when| when.resolve(today));
        let (check_in, check_out) =
            resolved.map_err(|error| Refusal::new(0, "", error.to_string()))?;
        StayDates::new(check_in, check_out).map_err(|error| Refusal::new(0, "", error.to_string()))
    }
}

impl Session {
    /// Searches; the search and not the booking is what is worked on from now.
    pub(super) fn search_for(&mut self, asked: &Asked) -> Result<Vec<Step>, Refusal> {
        self.search_as(self.search.asks(asked)?)
    }

    fn search_as(&mut self, search: Search) -> Result<Vec<Step>, Refusal> {
        let step = search.run()?;
        self.search = search;
        self.booking = None;
        Ok(run(step))
    }

    /// Moves the stay of the booking, or of the search.
    pub(super) fn move_days(&mut self, days: i32) -> Result<Vec<Step>, Refusal> {
        let stay = self.stay_at_hand()?;
        let check_in = stay.check_in().checked_add(days.days());
        let check_in = check_in.map_err(|error| Refusal::new(0, "", error.to_string()))?;
        self.stay_from(check_in, stay.night_count())
    }

    /// Makes the stay of the booking, or of the search, longer or shorter.
    pub(super) fn add_nights(&mut self, more: i32) -> Result<Vec<Step>, Refusal> {
        let stay = self.stay_at_hand()?;
        let nights = i64::try_from(stay.night_count()).unwrap_or_default() + i64::from(more);
        let nights = usize::try_from(nights).ok().filter(|nights| *nights > 0);
        let nights = nights.ok_or_else(|| refuse("a stay has at least one night", "+"))?;
        if let Some(booking) = &self.booking {
            let words = ["update", &booking.code, "--nights", &nights.to_string()];
            let words = words.map(str::to_owned).to_vec();
            return Ok(change_of(&mut self.change, words));
        }
        self.stay_from(stay.check_in(), nights)
    }

    /// Changes the room type of the booking, or of the search.
    pub(super) fn of_type(&mut self, kind: RoomTypeCode) -> Result<Vec<Step>, Refusal> {
        if let Some(booking) = &self.booking {
            let words = ["update", &booking.code, "--room-type", kind.as_str()];
            let words = words.map(str::to_owned).to_vec();
            return Ok(change_of(&mut self.change, words));
        }
        let mut search = self.search.clone();
        search.room_type = Some(kind);
        self.search_as(search)
    }

    fn stay_at_hand(&self) -> Result<StayDates, Refusal> {
        match &self.booking {
            Some(booking) => {
                booking.stay.ok_or_else(|| refuse("the nights of the booking are not known", "*"))
            }
            None => self.search.nights(self.today),
        }
    }

    fn stay_from(&mut self, check_in: Date, nights: usize) -> Result<Vec<Step>, Refusal> {
        let dates = format!("{check_in}+{nights}n");
        if let Some(booking) = &self.booking {
            let words = ["update", &booking.code, "--stay", &dates].map(str::to_owned).to_vec();
            return Ok(change_of(&mut self.change, words));
        }
        let mut search = self.search.clone();
        // The next one is reckoned from these words, or from what the house makes of them.
        (search.dates, search.stay) = (Some(dates), None);
        self.search_as(search)
    }
}
