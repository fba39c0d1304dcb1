//! A furnished house for tests: hotels in Berlin and Tokyo, on sale from yesterday on.

use crate::harness::{Home, Server};

/// A home with a running, furnished house.
pub(crate) struct Desk {
    pub(crate) home: Home,
    pub(crate) server: Server,
}

impl Desk {
    pub(crate) fn open() -> Self {
        let home = Home::new();
        let server = Server::start(&home);
        for line in furniture() {
            home.typed(&line).expect(0);
        }
        Self { home, server }
    }

    /// Sells a room and returns the code.
    pub(crate) fn book(&self, rest: &str) -> String {
        let said = self.home.typed(&format!(
            "book BER-ADLER {rest} --guest \"NOVAK, JANA\" --guarantee agency -o ids"
        ));
        said.expect(0);
        said.stdout.trim().to_owned()
    }

    /// Sells a room for tonight, confirmed, and returns the code.
    pub(crate) fn book_confirmed(&self, room_type: &str) -> String {
        let code = self.book(&format!("{room_type} today+3n --rate BAR"));
        self.home.typed(&format!("confirm {code}")).expect(0);
        code
    }

    /// Sells a room for tonight, checks the guest in and returns the code.
    pub(crate) fn book_in_house(&self, room_type: &str) -> String {
        let code = self.book_confirmed(room_type);
        self.home.typed(&format!("check-in {code}")).expect(0);
        code
    }

    /// Returns the state of a booking.
    pub(crate) fn state(&self, code: &str) -> String {
        let shown = self.home.json(&format!("show {code}"));
        shown["state"].as_str().expect("a state").to_owned()
    }
}

fn furniture() -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (code, city, city_code, country, zone, position, currency, price) in [
        ("BER-ADLER", "Berlin", "BER", "DE", "Europe/Berlin", "52.52,13.40", "EUR", "129.00"),
        ("BER-SPREE", "Berlin", "BER", "DE", "Europe/Berlin", "52.51,13.41", "EUR", "99.00"),
        ("TYO-UENO", "Tokyo", "TYO", "JP", "Asia/Tokyo", "35.71,139.77", "JPY", "18000"),
    ] {
        lines.push(format!(
            "hotels add {code} --name \"{city} {code}\" --city {city} --city-code {city_code} \
             --country {country} --zone {zone} --at {position} --stars 4 \
             --currency {currency} --amenity wifi"
        ));
        for (room_type, name, guests, rooms) in
            [("STD", "Standard", 2, "101..112"), ("DLX", "Deluxe", 4, "201..206")]
        {
            lines.push(format!(
                "room-types add {code} {room_type} --name {name} --adults {guests} --children 2 \
                 --people {guests}"
            ));
            lines.push(format!("rooms add {code} {room_type} {rooms}"));
        }
        lines.push(format!(
            "rates plan-add {code} BAR --name Flexible --payment at-hotel --free-until 1d18:00 \
             --fee first-night"
        ));
        lines.push(format!(
            "rates plan-add {code} ADV --name Advance --payment prepaid --derive BAR:-15% \
             --fee whole-stay"
        ));
        lines.push(format!("rates set {code} BAR STD,DLX today+365n {price}"));
        lines.push(format!("inventory open {code} today+365n"));
    }
    lines
}
