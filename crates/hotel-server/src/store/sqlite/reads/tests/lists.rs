//! Lists of bookings and of guests, and the ways into them.

use super::*;

#[test]
fn every_condition_narrows_the_list_newest_first() {
    let desk = Desk::with_bookings();
    let all = BookingQuery::default;
    let named = |name: &str| BookingQuery { name: Some(name.to_owned()), ..all() };
    let of_state = |state| BookingQuery { state: Some(state), ..all() };
    let arriving = BookingQuery { arrive_from: Some(day(2)), arrive_before: Some(day(4)), ..all() };
    let table: Vec<(BookingQuery, &[&str], &[u64])> = vec![
        (all(), &[], &[6, 5, 4, 3, 2, 1]),
        (all(), &["BER"], &[4, 2, 1]),
        (BookingQuery { hotel: Some(parse("MUC")), ..all() }, &[], &[6, 5, 3]),
        (BookingQuery { hotel: Some(parse("MUC")), ..all() }, &["BER"], &[]),
        (of_state(BookingState::Confirmed), &[], &[6, 1]),
        (of_state(BookingState::Held), &[], &[2]),
        (of_state(BookingState::Held), &["MUC"], &[]),
        (of_state(BookingState::InHouse), &["MUC"], &[5]),
        (of_state(BookingState::Requested), &[], &[3]),
        (BookingQuery { guest: Some(GuestId(Uuid::from_u128(1))), ..all() }, &[], &[6, 4, 1]),
        (named("kIM"), &[], &[6, 5, 4, 2, 1]),
        (named("Kimu"), &["BER"], &[2]),
        (named("%"), &[], &[]),
        (named("  "), &["MUC"], &[6, 5, 3]),
        (arriving.clone(), &[], &[4, 3, 2]),
        (BookingQuery { name: Some("lee".to_owned()), ..arriving }, &[], &[3]),
        (BookingQuery { arrive_from: Some(day(5)), ..all() }, &[], &[6, 5]),
        (BookingQuery { depart_before: Some(day(4)), ..all() }, &[], &[3, 1]),
        (
            BookingQuery { depart_from: Some(day(4)), depart_before: Some(day(10)), ..all() },
            &[],
            &[5, 4, 2],
        ),
    ];
    for place in ["in memory", "in the file"] {
        for (query, scope, expect) in &table {
            assert_eq!(desk.numbers(query, scope), *expect, "{query:?} of {scope:?}, {place}");
        }
        desk.carry_over();
    }
}

#[test]
fn hints_that_are_out_of_date_lead_nowhere() {
    let desk = Desk::with_bookings();
    let named =
        |name: &str| BookingQuery { name: Some(name.to_owned()), ..BookingQuery::default() };
    let guests = |name: &str| {
        let query = GuestQuery { name: Some(name.to_owned()), ..GuestQuery::default() };
        let page = people::guests(&desk.connection, &desk.finder, &query).expect("a page");
        page.items.iter().map(|guest| guest.family.to_string()).collect::<Vec<_>>()
    };
    // The old name is in the file, the new one in memory, then both are in the file.
    desk.carry_over();
    desk.rename(1, "Park");
    for place in ["in memory", "in the file"] {
        assert_eq!(desk.numbers(&named("park"), &[]), [6, 4, 1], "{place}");
        assert_eq!(desk.numbers(&named("kim"), &[]), [5, 2], "{place}");
        assert_eq!(guests(""), ["kimura", "Lee", "Park"], "{place}");
        desk.carry_over();
    }
    let left: i64 = desk
        .connection
        .query_row("SELECT count(*) FROM guest_name WHERE family = 'Kim'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(left, 0, "a name that was given up is forgotten");
}

#[test]
fn a_new_booking_of_an_old_guest_is_found_by_name() {
    let desk = Desk::with_bookings();
    desk.carry_over();
    desk.book(7, BookingState::Confirmed, "BER", (20, 21), 3);
    let named = BookingQuery { name: Some("LEE".to_owned()), ..BookingQuery::default() };
    assert_eq!(desk.numbers(&named, &[]), [7, 3]);
    desk.carry_over();
    assert_eq!(desk.numbers(&named, &[]), [7, 3]);
}

#[test]
fn pages_of_bookings_join_without_gap_or_overlap() {
    let desk = Desk::with_bookings();
    let mut query = BookingQuery { limit: Some(4), ..BookingQuery::default() };
    let page = |query: &BookingQuery| {
        bookings::page(&desk.connection, &desk.codes, &desk.finder, query, &[])
    };
    let first = page(&query).expect("a page");
    assert_eq!(first.items.len(), 4);
    query.cursor = first.next;
    assert_eq!(desk.numbers(&query, &[]), [2, 1]);
    query.cursor = Some("nonsense".to_owned());
    assert!(matches!(page(&query), Err(StoreError::Cursor)));
}

#[test]
fn guests_are_found_by_prefix_whatever_the_case() {
    let desk = Desk::new();
    let names = |name: &str, cursor: Option<String>, limit| {
        let query = GuestQuery { name: Some(name.to_owned()), cursor, limit };
        let page = people::guests(&desk.connection, &desk.finder, &query).expect("a page");
        let names: Vec<String> = page.items.iter().map(|guest| guest.family.to_string()).collect();
        (names, page.next)
    };
    assert_eq!(names("KIM", None, None).0, ["Kim", "kimura"]);
    assert_eq!(names("kimu", None, None).0, ["kimura"]);
    let (first, next) = names("", None, Some(2));
    assert_eq!(first, ["Kim", "kimura"]);
    assert_eq!(names("", next, Some(2)), (vec!["Lee".to_owned()], None));
    let query = GuestQuery { cursor: Some("AAAA".to_owned()), ..GuestQuery::default() };
    assert!(matches!(
        people::guests(&desk.connection, &desk.finder, &query),
        Err(StoreError::Cursor)
    ));
    let known = people::guest(&desk.connection, GuestId(Uuid::from_u128(3))).expect("an answer");
    assert_eq!(known.expect("a guest").family.as_str(), "Lee");
}

#[test]
fn the_chart_shows_bookings_that_take_rooms_on_its_nights() {
    let desk = Desk::with_bookings();
    let during = |from, to| -> Vec<u64> {
        let found =
            bookings::during(&desk.connection, &desk.finder, parse("BER"), day(from), day(to));
        let number = |(booking, _): &(Booking, Guest)| desk.codes.number(booking.code);
        found.expect("an answer").iter().map(number).collect()
    };
    assert_eq!(during(1, 30), [1, 2]);
    assert_eq!(during(3, 30), [2], "the day of leaving is no night");
    assert_eq!(during(1, 2), [1]);
}
