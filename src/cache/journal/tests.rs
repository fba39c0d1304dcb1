use hotel_core::ids::BookingCode;

use jiff::SignedDuration;

use super::*;

fn whose(principal: &str) -> Whose {
    Whose { server: "http://127.0.0.1:7070".to_owned(), principal: principal.to_owned() }
}

fn ann() -> Whose {
    whose("token:ann")
}

struct Desk {
    journal: Journal,
    now: Timestamp,
    keys: u32,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::new(DataFile::open(folder.path()).unwrap());
        Self { journal, now: "2026-11-21T12:00:00Z".parse().unwrap(), keys: 0, _folder: folder }
    }

    fn operation(&mut self, method: &str, path: &str) -> NewOperation {
        self.keys += 1;
        NewOperation {
            key: IdempotencyKey::try_from(format!("key-{}", self.keys)).unwrap(),
            whose: ann(),
            argv: vec!["hotel".to_owned()],
            request: Request {
                method: method.to_owned(),
                path: format!("/v1/{path}"),
                if_version: None,
                body: b"{}".to_vec(),
            },
            provisional: None,
            base: None,
            alternatives: Vec::new(),
            after: Vec::new(),
            expires_at: None,
            supersedes: None,
        }
    }

    fn wait(&mut self, new: &NewOperation) -> u64 {
        match self.journal.enter(new, Entry::Waiting, self.now).unwrap() {
            Entered::Waits { seq, .. } => seq,
            other @ (Entered::Mine(_) | Entered::Before(_)) => panic!("{other:?}"),
        }
    }

    fn post(&mut self, path: &str) -> u64 {
        let new = self.operation("POST", path);
        self.wait(&new)
    }

    fn book(&mut self, provisional: &str) -> u64 {
        let mut new = self.operation("POST", "bookings");
        new.provisional = Some(provisional.parse().unwrap());
        self.wait(&new)
    }

    fn next(&self) -> Option<u64> {
        self.journal.next(&ann()).unwrap().map(|operation| operation.seq)
    }

    fn send(&mut self, seq: u64, outcome: &Outcome) {
        assert!(self.journal.take(seq, "me").unwrap());
        assert!(self.journal.settle(seq, "me", outcome, self.now).unwrap());
    }

    fn end(&mut self, seq: u64, state: State) {
        self.send(seq, &Outcome::bare(state));
    }

    fn blocked(&self, seq: u64) -> Option<u64> {
        self.journal.operation(seq).unwrap().unwrap().blocked_by
    }

    fn called(&self, provisional: &str) -> Option<String> {
        let called = "SELECT code FROM called WHERE provisional = ?1";
        let read = |connection: &rusqlite::Connection| {
            connection.query_row(called, [provisional], |row| row.get(0)).optional()
        };
        self.journal.file.read(read).unwrap()
    }

    fn state(&self, seq: u64) -> State {
        self.journal.operation(seq).unwrap().unwrap().state
    }
}

#[test]
fn what_is_entered_is_there_as_it_was_and_only_once() {
    let mut desk = Desk::new();
    let mut new = desk.operation("POST", "bookings");
    new.provisional = Some("~K7Q2".parse().unwrap());
    new.alternatives = vec![b"{\"a\":1}".to_vec()];
    new.expires_at = Some(desk.now);
    let seq = desk.wait(&new);
    assert_eq!(desk.wait(&new), seq);
    let kept = desk.journal.operation(seq).unwrap().unwrap();
    assert_eq!((kept.entered, kept.state, kept.tries), (new.clone(), State::Queued, 0));
    new.request.body = b"other".to_vec();
    let error = desk.journal.enter(&new, Entry::Waiting, desk.now).unwrap_err();
    assert_eq!(error.code, KEY_REUSED);
}

#[test]
fn operations_on_one_booking_go_in_order_and_others_do_not_wait() {
    // ux.md 2.3, rule 6.
    let mut desk = Desk::new();
    let (first, second) = (desk.book("~K7Q2"), desk.post("bookings/~K7Q2/cancel"));
    let other = desk.post("bookings/7F3K2QXD/check-in");
    assert_eq!(desk.next(), Some(first));
    assert!(desk.journal.take(first, "me").unwrap());
    assert_eq!(desk.next(), Some(other), "no head of line blocks another booking");
    desk.end(other, State::Applied);
    assert_eq!(desk.next(), None);
    let done =
        Outcome { booking: Some("7F3K2QXD".parse().unwrap()), ..Outcome::bare(State::Applied) };
    assert!(desk.journal.settle(first, "me", &done, desk.now).unwrap());
    assert_eq!(desk.next(), Some(second));
    let called = desk.called("~K7Q2");
    assert_eq!(called.as_deref(), Some("7F3K2QXD"));
    // By either code it is one booking.
    let third = desk.post("bookings/7F3K2QXD/revert");
    assert_eq!(desk.next(), Some(second));
    desk.end(second, State::Noop);
    assert_eq!(desk.next(), Some(third));
}

#[test]
fn what_is_refused_blocks_what_depends_on_it_and_nothing_else() {
    // ux.md 2.3, rule 6.
    for refused in [State::Conflict, State::Rejected] {
        let mut desk = Desk::new();
        let (first, second) = (desk.book("~K7Q2"), desk.post("bookings/~K7Q2/cancel"));
        let mut told = desk.operation("POST", "bookings");
        told.after = vec![second];
        let (told, other) = (desk.wait(&told), desk.book("~AAAA"));
        desk.end(first, refused);
        assert_eq!(desk.blocked(second), Some(first));
        assert_eq!(desk.next(), Some(other));
        desk.end(other, State::Applied);
        assert_eq!(desk.next(), None, "{told} follows what is blocked");
    }
}

#[test]
fn who_takes_an_operation_has_it_alone() {
    let mut desk = Desk::new();
    let seq = desk.post("bookings/7F3K2QXD/cancel");
    assert!(desk.journal.take(seq, "one").unwrap());
    assert!(!desk.journal.take(seq, "two").unwrap());
    let outcome = Outcome::bare(State::Applied);
    assert!(!desk.journal.settle(seq, "two", &outcome, desk.now).unwrap());
    assert_eq!(desk.state(seq), State::Sending);
}

#[test]
fn what_a_dead_process_was_sending_is_in_doubt_and_sent_again() {
    // ux.md 2.3, rule 1.
    let mut desk = Desk::new();
    let (dead, alive) = (desk.book("~AAAA"), desk.book("~BBBB"));
    assert!(desk.journal.take(dead, "dead").unwrap() && desk.journal.take(alive, "alive").unwrap());
    desk.journal.tidy(|sender| sender == "alive", desk.now).unwrap();
    assert_eq!((desk.state(dead), desk.state(alive)), (State::InDoubt, State::Sending));
    assert_eq!(desk.next(), Some(dead));
}

#[test]
fn what_waits_runs_out_and_what_is_in_doubt_does_not() {
    // ux.md 2.3, rule 13.
    let mut desk = Desk::new();
    let mut new = desk.operation("POST", "bookings");
    new.expires_at = Some(desk.now);
    let waits = desk.wait(&new);
    let mut new = NewOperation { key: "doubt".to_owned().try_into().unwrap(), ..new };
    new.provisional = Some("~AAAA".parse().unwrap());
    let doubt = desk.wait(&new);
    assert!(desk.journal.take(doubt, "dead").unwrap());
    desk.journal.tidy(|_| false, desk.now).unwrap();
    assert_eq!((desk.state(waits), desk.state(doubt)), (State::Expired, State::InDoubt));
}

#[test]
fn nobody_sends_what_another_asked_for() {
    // ux.md 2.3, rule 10.
    let mut desk = Desk::new();
    desk.post("bookings/7F3K2QXD/cancel");
    assert_eq!(desk.journal.next(&whose("token:bob")).unwrap(), None);
}

#[test]
fn one_process_at_a_time_has_the_lease_and_loses_it_if_it_hangs() {
    // ux.md 2.3, rule 12.
    let desk = Desk::new();
    let now = desk.now;
    assert_eq!(desk.journal.lease("one", now).unwrap(), None);
    let held = desk.journal.lease("two", now + lease::BEAT_EVERY).unwrap();
    assert_eq!(held.map(|lease| lease.owner), Some("one".to_owned()));
    assert_eq!(desk.journal.lease("one", now + lease::BEAT_EVERY).unwrap(), None);
    let later = now + lease::BEAT_EVERY + lease::LOST_AFTER * 2;
    assert_eq!(desk.journal.lease("two", later).unwrap(), None);
    // A clock that is set back by a day keeps nobody out.
    assert_eq!(desk.journal.lease("three", now - SignedDuration::from_hours(24)).unwrap(), None);
    desk.journal.release("three").unwrap();
    assert_eq!(desk.journal.lease("four", now).unwrap(), None);
}

#[test]
fn what_comes_behind_another_of_its_booking_waits_even_online() {
    // ux.md 2.3, rule 6.
    let mut desk = Desk::new();
    let first = desk.book("~K7Q2");
    let new = desk.operation("POST", "bookings/~K7Q2/cancel");
    let entered = desk.journal.enter(&new, Entry::Sending("me"), desk.now).unwrap();
    assert!(matches!(entered, Entered::Waits { behind: Some(behind), .. } if behind == first));
    let other = desk.operation("POST", "bookings/7F3K2QXD/cancel");
    let entered = desk.journal.enter(&other, Entry::Sending("me"), desk.now).unwrap();
    let Entered::Mine(seq) = entered else { panic!("{entered:?}") };
    assert_eq!(desk.state(seq), State::Sending);
    // Typed again with its key while it is in doubt, it is taken up; once it is known, only asked.
    desk.journal.tidy(|_| false, desk.now).unwrap();
    let again = desk.journal.enter(&other, Entry::Sending("me"), desk.now).unwrap();
    assert_eq!(again, Entered::Mine(seq));
    let done = Outcome::bare(State::Applied);
    assert!(desk.journal.settle(seq, "me", &done, desk.now).unwrap());
    let again = desk.journal.enter(&other, Entry::Sending("me"), desk.now).unwrap();
    assert_eq!(again, Entered::Before(seq));
}

#[test]
fn what_takes_the_place_of_another_has_its_turn_and_those_that_follow() {
    // ux.md 2.3, rule 8: a new operation and a new key.
    let mut desk = Desk::new();
    let (first, second) = (desk.book("~K7Q2"), desk.post("bookings/~K7Q2/cancel"));
    let mut told = desk.operation("POST", "bookings");
    told.after = vec![first];
    let told = desk.wait(&told);
    desk.end(first, State::Conflict);
    let mut other = desk.operation("POST", "bookings");
    other.provisional = Some("~K7Q2".parse().unwrap());
    let from = [State::Conflict];
    let other = desk.journal.supersede(first, &from, &other, desk.now).unwrap().unwrap();
    assert_eq!(desk.state(first), State::Superseded);
    assert_eq!(desk.next(), Some(other), "before {second} and {told}, which it precedes");
    let kept = desk.journal.operation(first).unwrap().unwrap();
    assert_eq!(kept.superseded_by, Some(other));
    desk.end(other, State::Applied);
    assert_eq!(desk.next(), Some(second));
    desk.end(second, State::Applied);
    assert_eq!(desk.next(), Some(told));
    let again = desk.operation("POST", "bookings");
    let refused = desk.journal.supersede(other, &from, &again, desk.now).unwrap();
    assert_eq!(refused, Err(Refused::Is(State::Applied)));
}

#[test]
fn a_new_token_of_the_same_user_goes_on_and_a_stranger_takes_over_by_word_only() {
    // ux.md 2.3, rule 10.
    let mut desk = Desk::new();
    let seq = desk.post("bookings/7F3K2QXD/cancel");
    let (newer, bob) = (whose("token:ann2"), whose("token:bob"));
    desk.journal.name_principal(&ann(), "ann").unwrap();
    assert_eq!(desk.journal.next(&newer).unwrap(), None, "nobody has said whose it is");
    desk.journal.name_principal(&newer, "ann").unwrap();
    desk.journal.name_principal(&bob, "bob").unwrap();
    assert_eq!(desk.journal.next(&newer).unwrap().map(|operation| operation.seq), Some(seq));
    assert_eq!(desk.journal.next(&bob).unwrap(), None);
    let elsewhere = Whose { server: "http://other".to_owned(), ..ann() };
    assert_eq!(desk.journal.next(&elsewhere).unwrap(), None);
    desk.journal.adopt(seq, &bob).unwrap().unwrap();
    assert_eq!(desk.journal.next(&bob).unwrap().map(|operation| operation.seq), Some(seq));
}

#[test]
fn what_was_done_long_ago_is_forgotten_and_codes_are_not() {
    // ux.md 2.3, rules 5 and 9.
    let mut desk = Desk::new();
    let (old, open) = (desk.book("~K7Q2"), desk.book("~AAAA"));
    let code: BookingCode = "7F3K2QXD".parse().unwrap();
    desk.send(old, &Outcome { booking: Some(code), ..Outcome::bare(State::Applied) });
    let later = |days: i64| desk.now + SignedDuration::from_hours(24 * days);
    desk.journal.tidy(|_| true, later(89)).unwrap();
    assert!(desk.journal.operation(old).unwrap().is_some());
    desk.journal.tidy(|_| true, later(91)).unwrap();
    assert!(desk.journal.operation(old).unwrap().is_none());
    assert!(desk.journal.operation(open).unwrap().is_some());
    let called = desk.called("~K7Q2");
    assert_eq!(called, Some(code.to_string()));
}
