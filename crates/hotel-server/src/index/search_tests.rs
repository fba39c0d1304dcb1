//! Search over two cities and three hotels.

use hotel_core::catalogue::{Hotel, Position, Promotion, Room, RoomType, Tax, TaxRate};
use hotel_core::ids::RatePlanCode;
use hotel_core::inventory::{Overbook, Taken};
use hotel_core::policy::{CancellationPolicy, Deadline, Fee, Tier};
use hotel_core::rate::{MealPlan, NightRate, PaymentTerm, Pricing, RatePlan, Restriction};
use hotel_core::refusal::{Refusal, code};
use hotel_core::stay::dates;
use hotel_core::text::Note;
use hotel_core::wire::search::{SearchAnswer, SearchQuery, SearchSort};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::tests::{event, parse, taken};
use super::*;
use crate::offers::Offers;
use crate::shelf::Shelf;

// 2026-09-21 in Berlin.
const NOW: Timestamp = Timestamp::constant(1_790_000_000, 0);

fn day(day: i8) -> Date {
    Date::constant(2026, 10, day)
}

fn room_type(code: &str, amenities: &[&str]) -> RoomType {
    RoomType {
        code: parse(code),
        name: parse(code),
        adults_max: 3,
        children_max: 1,
        guests_max: 3,
        amenities: amenities.iter().map(|word| parse(word)).collect(),
    }
}

fn plan(code: &str, adjust: Option<i32>, corporate: Option<&str>, fee_from: Deadline) -> RatePlan {
    let pricing = match adjust {
        None => Pricing::Nightly,
        Some(points) => {
            let adjust = points.try_into().expect("a share");
            Pricing::Derived { from: parse("BAR"), adjust }
        }
    };
    RatePlan {
        code: parse(code),
        name: parse(code),
        payment: PaymentTerm::AtHotel,
        policy: CancellationPolicy {
            tiers: vec![Tier { from: fee_from, fee: Fee::WholeStay }],
            ..CancellationPolicy::default()
        },
        pricing,
        meals: MealPlan::RoomOnly,
        adults_included: 2,
        extra_adult_minor: 1_000,
        extra_child_minor: 0,
        advance_days_min: None,
        advance_days_max: None,
        corporate: corporate.map(parse),
    }
}

/// A hotel with five `STD` rooms at 100.00 and `DLX` at 150.00 a night, with 5.00 city tax a night.
pub(super) fn hotel(code: &str) -> Catalogue {
    let (city, latitude, longitude) = match code {
        "MUC" => ("München", 48.14, 11.58),
        "BER" => ("Berlin", 52.52, 13.40),
        _ => ("Berlin", 52.40, 13.07),
    };
    let mut catalogue = Catalogue::new(Hotel {
        code: parse(code),
        name: parse(&format!("Haus {code}")),
        city: parse(city),
        city_code: parse(if city == "Berlin" { "BLN" } else { "MCH" }),
        country: parse("DE"),
        zone: parse("Europe/Berlin"),
        position: Position::new(latitude, longitude).expect("a position"),
        stars: if code == "MUC" { 5 } else { 3 },
        amenities: if code == "BER" { vec![parse("Pool")] } else { Vec::new() },
        currency: parse("EUR"),
        auto_confirm: true,
        day_starts: Time::constant(3, 0, 0, 0),
        taxes: vec![Tax {
            code: parse("CITY"),
            rate: TaxRate::PerNight { minor: 500 },
            included: false,
        }],
        promotions: vec![Promotion {
            code: parse("SUMMER"),
            less: 5_000.try_into().expect("a share"),
            from: day(1),
            to: day(30),
            nights_min: 0,
        }],
        active: true,
    });
    for room_type in [room_type("STD", &[]), room_type("DLX", &["balcony"])] {
        catalogue.room_types.insert(room_type.code, room_type);
    }
    for number in 100..105 {
        let number = parse(&number.to_string());
        let room = Room { number, room_type: parse("STD"), note: Note::default() };
        catalogue.rooms.insert(number, room);
    }
    let late = Deadline::BeforeArrival { days: 1, at: Time::constant(18, 0, 0, 0) };
    for plan in [
        plan("BAR", None, None, late),
        plan("NRF", Some(-1_000), None, Deadline::Booking),
        plan("CORP", Some(-2_000), Some("ACME"), late),
    ] {
        catalogue.rate_plans.insert(plan.code, plan);
    }
    let bar: RatePlanCode = parse("BAR");
    for (room_type, minor) in [("STD", 10_000), ("DLX", 15_000)] {
        let calendar = catalogue.rates.entry((bar, parse(room_type))).or_default();
        for date in dates(day(1), day(28)) {
            calendar.set(date, NightRate { minor, restriction: Restriction::default() });
        }
    }
    catalogue
}

/// Three hotels, all nights of October open but for a few.
struct World {
    index: Index,
    shelf: Shelf,
}

impl World {
    fn new() -> Self {
        let catalogues: Vec<_> = ["BER", "MUC", "POT"].map(hotel).map(Arc::new).into();
        let mut nights = Vec::new();
        for catalogue in &catalogues {
            for date in dates(day(1), day(26)) {
                for (room_type, physical) in [("STD", 5), ("DLX", 2)] {
                    let open = Night { physical, ..Night::default() };
                    let night = match date.day() {
                        20 => Night { closed: true, ..open },
                        21 => Night { sold: physical, ..open },
                        22 => Night { sold: 1, held: 1, ..open },
                        23 => Night { overbook: Overbook { rooms: -1, ..open.overbook }, ..open },
                        _ => open,
                    };
                    nights.push(((catalogue.hotel.code, parse(room_type), date), night));
                }
            }
        }
        let index = Index::new(crate::index::Read { nights, ..Default::default() }, &catalogues);
        let shelf = Shelf::default();
        for catalogue in catalogues {
            shelf.put(catalogue, 0);
        }
        Self { index, shelf }
    }

    fn search(&self, query: &SearchQuery, scope: &[&str]) -> Result<SearchAnswer, Refusal> {
        let scope: Vec<HotelCode> = scope.iter().map(|hotel| parse(hotel)).collect();
        search(&self.index, &self.shelf, &Offers::new([1; 32]), query, &scope, NOW)
    }

    fn found(&self, query: &SearchQuery) -> Vec<String> {
        let answer = self.search(query, &[]).expect("an answer");
        let name = |offer: &hotel_core::wire::search::Offer| {
            format!("{} {} {} {}", offer.hotel, offer.room_type, offer.rate_plan, offer.total.minor)
        };
        answer.items.iter().map(name).collect()
    }
}

fn query(pairs: serde_json::Value) -> SearchQuery {
    let mut whole = serde_json::json!({ "check_in": "2026-10-05", "check_out": "2026-10-07" });
    let serde_json::Value::Object(pairs) = pairs else { panic!("pairs") };
    whole.as_object_mut().expect("an object").extend(pairs);
    serde_json::from_value(whole).expect("a query")
}

macro_rules! query {
    ($($pairs:tt)*) => { query(serde_json::json!({ $($pairs)* })) };
}

#[test]
fn offers_come_cheapest_first_with_all_that_a_sale_needs() {
    let world = World::new();
    assert_eq!(
        world.found(&query! { "place": "ber" }),
        ["BER STD NRF 19000", "BER STD BAR 21000", "BER DLX NRF 28000", "BER DLX BAR 31000"]
    );
    let answer = world.search(&query! { "place": "BER", "rooms": 2 }, &[]).expect("an answer");
    let offer = &answer.items[0];
    assert_eq!((offer.nights.as_slice(), offer.left), ([9_000, 9_000].as_slice(), 5));
    assert_eq!((offer.total.minor, offer.price.taxes[0].minor), (38_000, 2_000));
    assert_eq!((offer.cancel_fee_now.minor, offer.free_until), (38_000, None));
    let flexible = &answer.items[1];
    let deadline: Timestamp = "2026-10-04T16:00:00Z".parse().expect("a moment");
    assert_eq!((flexible.cancel_fee_now.minor, flexible.free_until), (0, Some(deadline)));
    let terms = Offers::new([1; 32]).read(&offer.offer, NOW).expect("signed");
    assert_eq!((terms.total, terms.rooms, terms.expires_at), (offer.total, 2, offer.expires_at));
}

#[test]
fn every_filter_narrows() {
    let world = World::new();
    let hotels = |query: &SearchQuery| -> Vec<String> {
        let mut hotels: Vec<String> =
            world.found(query).iter().map(|line| line[..3].to_owned()).collect();
        hotels.sort_unstable();
        hotels.dedup();
        hotels
    };
    let table: &[(SearchQuery, &[&str])] = &[
        (query! {}, &["BER", "MUC", "POT"]),
        (query! { "place": "bln" }, &["BER", "POT"]),
        (query! { "place": "MÜN" }, &["MUC"]),
        (query! { "place": "haus p" }, &["POT"]),
        (query! { "place": "Hamburg" }, &[]),
        (query! { "near": "52.52,13.40" }, &["BER"]),
        (query! { "near": "52.52, 13.40", "radius_km": 30.0 }, &["BER", "POT"]),
        (query! { "stars_min": 4 }, &["MUC"]),
        (query! { "amenities": "pool, BALCONY" }, &["BER"]),
        (query! { "amenities": "sauna" }, &[]),
    ];
    for (query, expect) in table {
        assert_eq!(hotels(query), *expect, "{query:?}");
    }
    let ber = |pairs: SearchQuery| world.found(&SearchQuery { place: Some("BER".into()), ..pairs });
    let table: &[(SearchQuery, &[&str])] = &[
        (query! { "room_type": "DLX", "rate_plan": "BAR" }, &["BER DLX BAR 31000"]),
        (query! { "price_max_minor": 20_999 }, &["BER STD NRF 19000"]),
        (query! { "refundable": true }, &["BER STD BAR 21000", "BER DLX BAR 31000"]),
        (
            query! { "promo": "SUMMER", "room_type": "STD", "rate_plan": "BAR" },
            &["BER STD BAR 11000"],
        ),
        (
            query! { "promo": "ACME", "room_type": "STD" },
            &["BER STD CORP 17000", "BER STD NRF 19000", "BER STD BAR 21000"],
        ),
        (query! { "adults": 3, "room_type": "STD", "rate_plan": "BAR" }, &["BER STD BAR 23000"]),
    ];
    for (query, expect) in table {
        assert_eq!(ber(query.clone()), *expect, "{query:?}");
    }
    assert_eq!(world.search(&query! {}, &["MUC"]).expect("an answer").items.len(), 4);
}

#[test]
fn every_order_is_total_and_pages_join() {
    let world = World::new();
    let near = query! { "near": "52.40,13.07", "radius_km": 20_000.0, "rate_plan": "BAR" };
    let first = |sort| {
        let found = world.found(&SearchQuery { sort: Some(sort), ..near.clone() });
        found[0].clone()
    };
    assert_eq!(first(SearchSort::Price), "BER STD BAR 21000");
    assert_eq!(first(SearchSort::Stars), "MUC STD BAR 21000");
    assert_eq!(first(SearchSort::Distance), "POT STD BAR 21000");
    assert_eq!(first(SearchSort::Hotel), "BER STD BAR 21000");
    for sort in [SearchSort::Price, SearchSort::Stars, SearchSort::Distance, SearchSort::Hotel] {
        let mut query = SearchQuery { sort: Some(sort), ..near.clone() };
        let whole = world.found(&query);
        query.limit = Some(4);
        let first = world.search(&query, &[]).expect("an answer");
        let mut joined = world.found(&query);
        query.cursor = first.next;
        joined.extend(world.found(&query));
        assert_eq!(joined, whole, "{sort:?}");
        assert_eq!(world.search(&query, &[]).expect("an answer").next, None);
    }
}

#[test]
fn a_stay_that_can_not_be_had_says_why() {
    let world = World::new();
    let reason = |check_in: i8, check_out: i8, pairs: serde_json::Value| {
        let pairs = SearchQuery {
            check_in: day(check_in),
            check_out: day(check_out),
            place: Some("BER".into()),
            room_type: Some(parse("DLX")),
            rate_plan: Some(parse("BAR")),
            ..query(pairs)
        };
        let answer = world.search(&pairs, &[]).expect("an answer");
        assert!(answer.items.is_empty());
        answer
            .unavailable
            .iter()
            .map(|it| format!("{}: {}", it.code, it.reason))
            .collect::<Vec<_>>()
    };
    let none = || serde_json::json!({});
    let table = [
        (reason(19, 21, none()), "availability.closed: DLX at BER is closed on 2026-10-20"),
        (reason(21, 22, none()), "availability.sold_out: DLX is sold out at BER on 2026-10-21"),
        (reason(22, 23, none()), "availability.sold_out: DLX is sold out at BER on 2026-10-22"),
        (
            reason(23, 24, serde_json::json!({ "rooms": 2 })),
            "availability.sold_out: DLX at BER has 1 left on 2026-10-23, not 2",
        ),
        (reason(25, 27, none()), "availability.not_open: DLX at BER is not on sale for 2026-10-26"),
        (reason(27, 29, none()), "availability.no_rate: BER has no BAR rate for DLX on 2026-10-28"),
    ];
    for (reasons, expect) in table {
        assert_eq!(reasons, [expect]);
    }
    let corporate = reason(5, 6, serde_json::json!({ "rate_plan": "CORP", "adults": 9 }));
    assert!(corporate[0].starts_with("occupancy.too_many"), "{corporate:?}");
}

#[test]
fn reasons_are_told_for_one_hotel_or_when_nothing_is_found() {
    let world = World::new();
    let reasons =
        |query: &SearchQuery| world.search(query, &[]).expect("an answer").unavailable.len();
    let mixed = query! { "check_in": "2026-10-22", "check_out": "2026-10-23" };
    assert_eq!(reasons(&mixed), 0, "other types are free");
    assert_eq!(reasons(&SearchQuery { place: Some("BER".into()), ..mixed }), 2);
    assert_eq!(reasons(&query! { "check_in": "2026-10-21", "check_out": "2026-10-22" }), 12);
    assert_eq!(reasons(&query! { "place": "BER", "rate_plan": "CORP" }), 2, "named, not shown");
}

#[test]
fn a_bad_query_names_its_field() {
    let world = World::new();
    let table = [
        (query! { "check_out": "2026-10-05" }, code::INVALID.code, "check_out"),
        (query! { "near": "52.5" }, code::INVALID.code, "near"),
        (query! { "near": "91,0" }, code::INVALID.code, "near"),
        (query! { "near": "NaN,0" }, code::INVALID.code, "near"),
        (query! { "near": "1,1", "radius_km": -1.0 }, code::INVALID.code, "radius_km"),
        (query! { "radius_km": 5.0 }, code::INVALID.code, "radius_km"),
        (query! { "sort": "distance" }, code::INVALID.code, "sort"),
        (query! { "adults": 0 }, code::INVALID.code, "adults"),
        (query! { "rooms": 51 }, code::INVALID.code, "rooms"),
        (query! { "stars_min": 6 }, code::INVALID.code, "stars_min"),
        (query! { "price_max_minor": -1 }, code::INVALID.code, "price_max_minor"),
        (query! { "cursor": "x" }, code::INVALID.code, "cursor"),
        (query! { "check_in": "2026-09-20" }, code::PAST.code, "check_in"),
        (query! { "place": "POT" }, code::INACTIVE_HOTEL.code, "place"),
    ];
    let mut potsdam = world.shelf.get(parse("POT")).expect("a hotel");
    Arc::make_mut(&mut potsdam).hotel.active = false;
    world.shelf.put(potsdam, 1);
    for (query, code, field) in table {
        let refusal = world.search(&query, &[]).expect_err("a refusal");
        assert_eq!((refusal.code, refusal.field), (code, Some(field)), "{query:?}");
    }
    assert_eq!(world.found(&query! { "place": "haus p" }), [""; 0], "an inactive hotel hides");
}

#[test]
fn a_sale_is_seen_by_the_next_search() {
    let world = World::new();
    let query = query! { "place": "BER", "room_type": "STD", "rate_plan": "BAR" };
    let left = || world.search(&query, &[]).expect("an answer").items[0].left;
    assert_eq!(left(), 5);
    let (room_type, from, to) = (parse("STD"), day(6), day(7));
    let change = event(1, taken(vec![Taken { room_type, from, to, sold: 2, held: 1 }]));
    world.index.apply(&[change]);
    assert_eq!(left(), 2);
}
