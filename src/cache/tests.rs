use std::fs;

use jiff::Timestamp;
use rusqlite::Connection;

use super::cursors::{CursorName, Kept};
use super::file::DataFile;
use super::lease::Lease;
use super::letters::{Fate, Letter, Sealed};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn kept(name: &str, place: &str) -> Kept {
    Kept {
        name: name.parse().unwrap(),
        server: "http://127.0.0.1:7070".to_owned(),
        place: place.to_owned(),
        filter: String::new(),
        handled_at: at(1),
    }
}

#[test]
fn what_was_kept_is_there_after_the_file_was_closed_and_for_another_process_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let one = DataFile::open(folder.path()).unwrap();
    let other = DataFile::open(folder.path()).unwrap();
    one.keep_cursor(&kept("pms", "1-7")).unwrap();
    one.keep_cursor(&kept("pms", "1-8")).unwrap();
    let name: CursorName = "pms".parse().unwrap();
    assert_eq!(other.cursor(&name).unwrap(), Some(kept("pms", "1-8")));
    drop((one, other));
    let again = DataFile::open(folder.path()).unwrap();
    assert_eq!(again.cursors().unwrap(), [kept("pms", "1-8")]);
    again.remove_cursor(&name).unwrap();
    assert_eq!(again.remove_cursor(&name).unwrap_err().code, "cursor.unknown");
}

#[test]
fn a_commit_is_on_the_disk_before_anybody_hears_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFile::open(folder.path()).unwrap();
    let pragma = |name: &str| -> String {
        let read = |row: &rusqlite::Row<'_>| row.get::<_, rusqlite::types::Value>(0);
        let value = file.connection().pragma_query_value(None, name, read).unwrap();
        format!("{value:?}")
    };
    // 2 is FULL.
    assert_eq!(pragma("synchronous"), "Integer(2)");
    assert_eq!(pragma("journal_mode"), "Text(\"wal\")");
    assert_eq!(pragma("busy_timeout"), "Integer(5000)");
}

#[test]
fn what_is_newer_damaged_or_somebody_elses_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    drop(DataFile::open(folder.path()).unwrap());
    let path = folder.path().join("journal.db");
    let refused = |code: &str| {
        let before = fs::read(&path).unwrap();
        let error = DataFile::open(folder.path()).unwrap_err();
        assert_eq!((error.code.as_str(), error.category.exit_code()), (code, 11));
        assert_eq!(fs::read(&path).unwrap(), before);
    };
    let change = |sql: &str| Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    change("PRAGMA user_version = 999");
    refused("local.newer");
    change("PRAGMA user_version = 1; PRAGMA application_id = 7");
    refused("local.broken");
    fs::write(
        &path,
        b"this is no database, and longer than a header of one would be: 100 bytes at least",
    )
    .unwrap();
    for beside in ["journal.db-wal", "journal.db-shm"] {
        fs::remove_file(folder.path().join(beside)).ok();
    }
    refused("local.broken");
}

#[test]
fn a_damaged_page_is_told_by_name_when_it_is_met() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFile::open(folder.path()).unwrap();
    for number in 0..200 {
        file.keep_cursor(&kept(&format!("c{number}"), "1-1")).unwrap();
    }
    // Otherwise most of it would still be in the log beside it.
    file.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(file);
    let path = folder.path().join("journal.db");
    let mut bytes = fs::read(&path).unwrap();
    let pages = bytes.len() / 4_096;
    assert!(pages > 4, "{pages}");
    for byte in bytes.iter_mut().skip(4_096 * 2) {
        *byte = 0xa5;
    }
    fs::write(&path, bytes).unwrap();
    let file = DataFile::open(folder.path());
    let error = file.and_then(|file| file.cursors().map(drop)).unwrap_err();
    assert_eq!((error.code.as_str(), error.category.exit_code()), ("local.broken", 11));
    assert!(error.why.iter().any(|why| why == "it was left as it is"), "{:?}", error.why);
}

#[test]
fn whoever_waits_for_a_writer_in_vain_hears_that_somebody_has_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFile::open(folder.path()).unwrap();
    file.connection().busy_timeout(std::time::Duration::ZERO).unwrap();
    let other = Connection::open(folder.path().join("journal.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = file.keep_cursor(&kept("pms", "1-7")).unwrap_err();
    assert_eq!((error.code.as_str(), error.category.exit_code()), ("local.busy", 11));
    other.execute_batch("ROLLBACK").unwrap();
    file.keep_cursor(&kept("pms", "1-7")).unwrap();
}

#[test]
fn a_right_is_held_by_one_and_told_to_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let held = Lease::take(folder.path(), "cursor-pms", "the cursor `pms`").unwrap();
    let error = Lease::take(folder.path(), "cursor-pms", "the cursor `pms`").unwrap_err();
    assert_eq!((error.code.as_str(), error.category.exit_code()), ("local.busy", 11));
    assert_eq!(error.message, "the cursor `pms` is in use");
    assert_eq!(error.why, [format!("process {} has it", std::process::id())]);
    Lease::take(folder.path(), "cursor-ops", "the cursor `ops`").unwrap();
    drop(held);
    Lease::take(folder.path(), "cursor-pms", "the cursor `pms`").unwrap();
}

#[test]
fn names_of_cursors_are_plain() {
    for text in ["pms", "a", "PMS_2-b"] {
        assert!(text.parse::<CursorName>().is_ok(), "{text}");
    }
    for text in ["", "../x", "a b", "ä", &"x".repeat(41)] {
        assert!(text.parse::<CursorName>().is_err(), "{text}");
    }
}

fn letter(event: &str, lane: &str, position: u64) -> Letter {
    let sealed = Sealed {
        event: event.to_owned(),
        kind: "booking.confirmed".to_owned(),
        lane: lane.to_owned(),
        position,
        body: event.as_bytes().to_vec(),
    };
    Letter {
        id: 0,
        target: "https://pms.example.com/".to_owned(),
        sealed,
        fate: Fate::Waiting,
        attempts: 1,
        tried_first_at: Some(at(5)),
        due_at: at(10),
        why: "503".to_owned(),
    }
}

#[test]
fn of_each_lane_the_first_letter_that_waits_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFile::open(folder.path()).unwrap();
    let target = "https://pms.example.com/";
    for (event, lane, position) in [("e1", "A", 1), ("e2", "B", 2), ("e3", "A", 3), ("e1", "A", 1)]
    {
        file.add_letter(&letter(event, lane, position)).unwrap();
    }
    let first = || -> Vec<u64> {
        let letters = file.first_letters(target, 10).unwrap();
        letters.iter().map(|letter| letter.sealed.position).collect()
    };
    assert_eq!((first(), file.waiting(target).unwrap()), (vec![1, 2], 3));
    let mut dead = file.first_letters(target, 10).unwrap().remove(0);
    assert_eq!(dead, Letter { id: dead.id, ..letter("e1", "A", 1) });
    dead.fate = Fate::Dead;
    file.note_letter(&dead).unwrap();
    // The dead hold nobody up.
    assert_eq!((first(), file.waiting(target).unwrap()), (vec![2, 3], 2));
    assert!(file.is_waiting(target, "A").unwrap());
    file.remove_letter(file.first_letters(target, 10).unwrap()[1].id).unwrap();
    assert!(!file.is_waiting(target, "A").unwrap());
    assert_eq!(file.letters().unwrap().len(), 2);
    assert_eq!(file.why_shut(target).unwrap(), None);
    file.shut_target(target, at(1), "410").unwrap();
    assert_eq!(file.why_shut(target).unwrap().as_deref(), Some("410"));
    file.reopen_target(target).unwrap();
    assert_eq!(file.why_shut(target).unwrap(), None);
}
