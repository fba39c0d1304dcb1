//! The finder's file over a database whose rows are written by SQL.

use std::path::PathBuf;

use rusqlite::params;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;

/// A database and the finder's file beside it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: TempDir::new().expect("a folder") };
        desk.open();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Opens the store and closes it again, as a process that is killed at once would.
    fn open(&self) {
        drop(SqliteStore::open(&self.path("hotel.db")).expect("a store"));
    }

    /// Writes a guest of a name and a booking of theirs, behind the finder's back.
    fn book(&self, number: u8, family: &str) {
        let database = Connection::open(self.path("hotel.db")).expect("the database");
        let guest = [number; 16];
        let event = |position: u8, booking: Option<u8>, kind: &str| {
            let data = format!(r#"{{"what":"guest","guest":"{}"}}"#, Uuid::from_bytes(guest));
            let sql = "INSERT INTO event (position, id, hotel, sequence, booking, type, \
                 occurred_at, recorded_at, actor, channel, correlation, causation, schema, data) \
                 VALUES (?1, ?2, 'BER', ?1, ?3, ?4, 0, 0, 'ada', 'api', ?2, ?2, 1, ?5)";
            let row = params![position, Uuid::now_v7().into_bytes(), booking, kind, data];
            database.execute(sql, row).expect("an event");
        };
        let sql = "INSERT INTO guest (id, version, family, given, email, phone, note) \
             VALUES (?1, 1, ?2, 'A', '', '', '') \
             ON CONFLICT DO UPDATE SET version = version + 1, family = excluded.family";
        database.execute(sql, params![guest, family]).expect("a guest");
        let sql = "INSERT OR IGNORE INTO booking (number, hotel, version, state, check_in, \
             check_out, guest, expires_at, total_minor, fee_minor, body) \
             VALUES (?1, 'BER', 1, 'confirmed', ?1, ?1 + 1, ?2, NULL, 0, 0, '{}')";
        database.execute(sql, params![number, guest]).expect("a booking");
        let last = "SELECT coalesce(max(position), 0) FROM event";
        let last: u8 = database.query_row(last, [], |row| row.get(0)).expect("a position");
        event(last + 1, None, "guest.changed");
        event(last + 2, Some(number), "booking.confirmed");
    }

    fn told(&self, sql: &str) -> Vec<(String, i64)> {
        let file = Connection::open(self.path("hotel.finder.db")).expect("the file");
        let mut statement = file.prepare(sql).expect("a statement");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.collect::<Result<_, _>>().expect("rows")
    }

    fn stays(&self) -> Vec<i64> {
        let stays = self.told("SELECT hotel, number FROM stay_of_hotel ORDER BY number");
        let numbers: Vec<i64> = stays.iter().map(|(_, number)| *number).collect();
        let of_guests = self.told("SELECT hex(guest), number FROM stay_of_guest ORDER BY number");
        assert_eq!(numbers, of_guests.iter().map(|(_, number)| *number).collect::<Vec<_>>());
        numbers
    }

    fn names(&self) -> Vec<String> {
        let names = self.told("SELECT family, length(guest) FROM guest_name ORDER BY family");
        names.into_iter().map(|(family, _)| family).collect()
    }
}

#[test]
fn what_was_not_carried_over_is_made_up_for_at_the_next_start() {
    let desk = Desk::new();
    desk.book(1, "Kim");
    assert!(desk.stays().is_empty(), "nobody told the finder");
    desk.open();
    assert_eq!((desk.stays(), desk.names()), (vec![1], vec!["Kim".to_owned()]));
    // This time the file is there, and only what came later is read.
    desk.book(2, "Lee");
    desk.book(1, "Park");
    desk.open();
    assert_eq!(desk.stays(), [1, 2]);
    assert_eq!(desk.names(), ["Lee", "Park"], "a name that was given up is forgotten");
}

#[test]
fn a_file_that_is_lost_broken_or_of_another_database_is_made_anew() {
    let (desk, other) = (Desk::new(), Desk::new());
    desk.book(1, "Kim");
    other.book(2, "Lee");
    other.book(3, "Chang");
    other.open();
    let file = desk.path("hotel.finder.db");
    let spoil: [(&str, &dyn Fn()); 4] = [
        ("lost", &|| std::fs::remove_file(&file).expect("a file")),
        ("broken", &|| std::fs::write(&file, "no database").expect("a file")),
        ("of another database", &|| {
            std::fs::copy(other.path("hotel.finder.db"), &file).expect("a file");
        }),
        ("of another version", &|| {
            let connection = Connection::open(&file).expect("a file");
            connection.execute_batch("PRAGMA user_version = 99; DELETE FROM guest_name").expect("");
        }),
    ];
    desk.open();
    for (what, spoil) in spoil {
        spoil();
        desk.open();
        assert_eq!((desk.stays(), desk.names()), (vec![1], vec!["Kim".to_owned()]), "{what}");
    }
}

#[test]
fn what_came_while_the_file_was_written_stays_in_memory() {
    let mut recent = Recent::default();
    let stay = |number| recent::Stay {
        number,
        hotel: "BER".parse().expect("a code"),
        check_in: 0,
        guest: hotel_core::ids::GuestId(Uuid::nil()),
    };
    let hints = |number| Hints {
        stays: vec![stay(number)],
        names: Vec::new(),
        mark: Some((number, hotel_core::ids::EventId(Uuid::nil()))),
    };
    recent.note(hints(1));
    let written = recent.all().expect("hints");
    recent.note(hints(2));
    recent.forget(&written);
    let asked = Asked::Arrival { hotels: &[], from: 0, before: 1 };
    assert_eq!(recent.find(&asked).numbers, [2]);
    let rest = recent.all().expect("hints");
    recent.forget(&rest);
    assert!(recent.all().is_none() && recent.find(&asked).numbers.is_empty());
}
