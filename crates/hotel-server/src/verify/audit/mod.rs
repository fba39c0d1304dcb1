//! The audit: what is compared with what, and in which order, whichever store hands it over. Rows come
//! in the order of their keys, so that neither bookings nor guests have to fit into memory.

mod audited;
mod bookings;
mod tables;

use hotel_core::event::EventData;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport, VerifyStep};

pub(crate) use self::audited::{
    AnswerRow, Audited, BatchRow, BookingColumns, BookingRow, FeedRow, InRoom, Keyed, OfHotel,
    Places, RateKey, RoomRow, Telling, Visit, VisitBoth,
};
use super::{Findings, LogFold, Readable, Rows};
use crate::store::StoreError;

/// Rows between two words of progress.
const TOLD_EVERY: u64 = 8_192;

/// Who is told how far it has come, and says whether to go on.
pub(crate) type Tell<'a> = dyn FnMut(VerifyProgress) -> bool + 'a;

/// Folds the log of a store again and compares every row with it.
pub(crate) fn audit<H: Audited>(
    house: &H,
    tell: &mut Tell<'_>,
) -> Result<VerifyReport, StoreError> {
    let mut audit = Audit {
        house,
        tell,
        events: house.events()?,
        findings: Findings::default(),
        report: VerifyReport::default(),
    };
    audit.run()?;
    let Findings { count, first } = audit.findings;
    Ok(VerifyReport { differences: count, first, ..audit.report })
}

/// A verification under way.
struct Audit<'a, H> {
    house: &'a H,
    tell: &'a mut Tell<'a>,
    /// How many events there are, about.
    events: u64,
    findings: Findings,
    report: VerifyReport,
}

impl<H: Audited> Audit<'_, H> {
    fn run(&mut self) -> Result<(), StoreError> {
        self.told(VerifyStep::Log, 0, self.events)?;
        self.batches()?;
        let fold = self.log()?;
        self.feed()?;
        self.told(VerifyStep::Tables, 0, 1)?;
        self.tables(&fold)?;
        self.guests()?;
        self.bookings(&fold.facts.nights)?;
        self.answers()?;
        self.report.overfull_nights = fold.overfull_nights();
        Ok(())
    }

    fn told(&mut self, step: VerifyStep, done: u64, of: u64) -> Result<(), StoreError> {
        // Whoever asked may have gone away.
        let goes_on = (self.tell)(VerifyProgress { step, done, of: of.max(done) });
        if goes_on { Ok(()) } else { Err(StoreError::Closing) }
    }

    /// Tells how far it has come, now and then.
    fn tick(&mut self, step: VerifyStep, done: u64) -> Result<(), StoreError> {
        if done > 0 && done.is_multiple_of(TOLD_EVERY) {
            self.told(step, done, self.events)
        } else {
            Ok(())
        }
    }

    /// Compares the batches with the events that name them: as many as the batch says, each at its
    /// place.
    fn batches(&mut self) -> Result<(), StoreError> {
        let house = self.house;
        let mut done = 0;
        house.batches(&mut |told, rows| {
            let mut rows = Rows::new("batch", rows);
            for told in told {
                let (batch, places) = told?;
                self.tick(VerifyStep::Log, done)?;
                done += 1;
                let row = rows.take(&batch, &mut self.findings)?;
                self.batch(batch, &places.unwrap_or_default(), row);
            }
            rows.finish(&mut self.findings).map(drop)
        })
    }

    fn batch(&mut self, batch: u64, places: &[u32], row: Option<Readable<BatchRow>>) {
        let events = u64::try_from(places.len()).unwrap_or(u64::MAX);
        let gap = places.iter().zip(1..).find(|(place, due)| *place != due);
        let (field, told, is) = match (row, gap) {
            (None, _) => ("", "a row".to_owned(), None),
            (Some(Err(why)), _) => ("", "a row".to_owned(), Some(why)),
            (Some(Ok(row)), _) if row.events != events => {
                ("events", events.to_string(), Some(row.events.to_string()))
            }
            (Some(Ok(_)), Some((is, due))) => ("place", due.to_string(), Some(is.to_string())),
            (Some(Ok(_)), None) => return,
        };
        self.findings.add(("batch", &batch, field), Some(told), is);
    }

    /// Compares how far the feed says that it reaches with what it took in.
    fn feed(&mut self) -> Result<(), StoreError> {
        let Some(feed) = self.house.feed()? else { return Ok(()) };
        let mut expect = |field, told: String, is: String| {
            if told != is {
                self.findings.add(("feed", &1, field), Some(told), Some(is));
            }
        };
        expect("position", feed.by_batches.to_string(), feed.position.to_string());
        if let Some(told) = feed.recorded_by_batches {
            expect("recorded_at", told.to_string(), feed.recorded_at.to_string());
        }
        Ok(())
    }

    /// Reads the log in its order.
    fn log(&mut self) -> Result<LogFold, StoreError> {
        let mut fold = LogFold::default();
        let house = self.house;
        house.log(&mut |rows| {
            let mut done = 0;
            for row in rows {
                let (position, logged) = row?;
                self.tick(VerifyStep::Log, done)?;
                done += 1;
                match logged {
                    Ok(logged) => {
                        self.keep_guest(&logged.event.data)?;
                        fold.take(&logged, &mut self.findings);
                    }
                    Err(why) => self.findings.in_log((&position, "data"), "an event", why),
                }
            }
            Ok(done)
        })?;
        self.report.events = fold.events;
        self.report.position = fold.position;
        Ok(fold)
    }

    /// Guests are as many as bookings, so they are kept aside by the store.
    fn keep_guest(&self, data: &EventData) -> Result<(), StoreError> {
        match LogFold::guest_told(data) {
            // Whom a booking brings along is at the first version, without an event of its own.
            Some((guest, version)) => self.house.keep_guest(guest, version.unwrap_or(1)),
            None => Ok(()),
        }
    }
}

impl<H: Audited> Audit<'_, H> {
    /// Compares the guests with those the log names: their versions, never what stands in them.
    fn guests(&mut self) -> Result<(), StoreError> {
        let house = self.house;
        house.guests(&mut |rows| {
            for row in rows {
                self.report.guests += 1;
                let ((key, told), version) = row?;
                let field = if told.is_some() { "version" } else { "" };
                let is = match version {
                    Ok(version) if told == Some(version) => continue,
                    Ok(version) => version.to_string(),
                    Err(why) => why,
                };
                let told = told.map(|version| version.to_string());
                self.findings.add(("guest", &key, field), told, Some(is));
            }
            Ok(self.report.guests)
        })?;
        house.guests_missing(&mut |rows| {
            for row in rows {
                let (key, version) = row?;
                let told = version.map_or_else(|why| why, |version| format!("version {version}"));
                self.findings.add(("guest", &key, ""), Some(told), None);
            }
            Ok(0)
        })?;
        house.requests_adrift(&mut |rows| {
            for row in rows {
                let (key, _) = row?;
                self.findings.add(("booking_request", &key, ""), None, Some("a row".to_owned()));
            }
            Ok(0)
        })?;
        Ok(())
    }

    /// Looks for answers that could not be told again. What a booking became is told from its history
    /// up to the version that was answered, so it has to reach that far: each event is a version.
    /// Whether the history is whole, the bookings show.
    fn answers(&mut self) -> Result<(), StoreError> {
        let house = self.house;
        house.answers(&mut |rows| {
            for row in rows {
                let (key, answer) = row?;
                let is = match answer {
                    Ok(AnswerRow { etag: Some(etag), changes, versions })
                        if (changes..=versions).contains(&etag) =>
                    {
                        continue;
                    }
                    Ok(answer) => answer.etag.unwrap_or_default().to_string(),
                    Err(why) => why,
                };
                self.findings.add(("command", &key, "etag"), None, Some(is));
            }
            Ok(0)
        })?;
        Ok(())
    }
}
