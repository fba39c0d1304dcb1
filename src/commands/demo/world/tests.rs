//! One world, looked at from several sides: making it is the slow part.

use hotel_core::ids::HotelCode;
use hotel_server::house::House;

use super::*;

async fn made(now: Timestamp, seed: u64) -> (tempfile::TempDir, House, World) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(DemoClock::stopped_at(beginning(now)));
    let shared: Arc<dyn hotel_server::clock::Clock> = Arc::<DemoClock>::clone(&clock);
    let house = House::open(folder.path().join("hotel.db"), shared).await.expect("a house");
    let world = make(house.app(), &clock, now, seed).await.expect("a world");
    (folder, house, world)
}

#[tokio::test]
async fn a_world_has_cities_all_over_and_bookings_in_every_state() {
    // The night in which Berlin's clocks go back, seen from a Monday of the week after.
    let now: Timestamp = "2026-10-26T00:30:00Z".parse().expect("a moment");
    let (_folder, house, world) = made(now, 7).await;
    assert!(world.hotels >= 40, "{world:?}");
    assert!(world.booking_count() >= 3_000, "{world:?}");
    for state in BookingState::ALL {
        assert!(world.bookings.contains_key(&state), "nothing is {state}: {world:?}");
    }
    assert!(world.refused * 10 < world.booking_count(), "too full a world: {world:?}");
    let adler: HotelCode = "BER-ADLER".parse().expect("a code");
    let catalogue = house.app().shelf.get(adler).expect("the house of the tour");
    assert!(!catalogue.hotel.auto_confirm);
    for number in ["101", "112", "201", "206"] {
        let number = number.parse().expect("a number");
        assert!(catalogue.rooms.contains_key(&number), "no room {number}");
    }
}

#[tokio::test]
async fn one_seed_makes_one_world() {
    let now: Timestamp = "2027-02-28T23:59:00Z".parse().expect("a moment");
    let (_first_folder, _first, first) = made(now, 3).await;
    let (_second_folder, _second, second) = made(now, 3).await;
    let (_other_folder, _other, other) = made(now, 4).await;
    assert_eq!(first.bookings, second.bookings);
    assert_ne!(first.bookings, other.bookings);
}
