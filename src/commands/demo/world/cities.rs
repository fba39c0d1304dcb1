//! Where the sample world lies: real cities, their zones, currencies and taxes; made-up hotels at
//! real places in them.

/// A city and its hotels.
pub(super) struct City {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// ISO 3166-1 alpha-2.
    pub(super) country: &'static str,
    /// IANA.
    pub(super) zone: &'static str,
    /// ISO 4217.
    pub(super) currency: &'static str,
    /// A standard room of three stars, a night in the middle of the year, in minor units.
    pub(super) night_minor: i64,
    /// Prices are multiples of it.
    pub(super) grain_minor: i64,
    pub(super) climate: Climate,
    pub(super) charges: &'static [Charge],
    pub(super) houses: &'static [Site],
}

/// When people come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Climate {
    /// High in June to August.
    North,
    /// High in December to February.
    South,
    /// High in the cool months, November to March.
    Hot,
    /// Much the same all year.
    Even,
}

/// A tax or charge: its code, how it is reckoned, and whether prices contain it.
pub(super) struct Charge(pub(super) &'static str, pub(super) Levy, pub(super) bool);

/// How a charge is reckoned.
pub(super) enum Levy {
    /// Hundredths of a percent.
    Share(i32),
    /// Minor units a stay.
    Stay(i64),
    /// Minor units a night.
    Night(i64),
    /// Minor units an adult and night.
    PersonNight(i64),
}

/// A hotel.
pub(super) struct Site {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) stars: u8,
    pub(super) rooms: usize,
    /// Whether it confirms without a person.
    pub(super) auto_confirm: bool,
}

impl Site {
    /// Makes it one that looks at each booking itself.
    const fn by_hand(self) -> Self {
        Self { auto_confirm: false, ..self }
    }
}

const fn site(
    code: &'static str,
    name: &'static str,
    (latitude, longitude): (f64, f64),
    stars: u8,
    rooms: usize,
) -> Site {
    Site { code, name, latitude, longitude, stars, rooms, auto_confirm: true }
}

const INCLUDED: bool = true;
const ON_TOP: bool = false;

pub(super) const CITIES: &[City] = &[
    City {
        code: "BER",
        name: "Berlin",
        country: "DE",
        zone: "Europe/Berlin",
        currency: "EUR",
        night_minor: 11_000,
        grain_minor: 100,
        climate: Climate::North,
        charges: &[
            Charge("VAT", Levy::Share(700), INCLUDED),
            Charge("CITY", Levy::Share(750), ON_TOP),
        ],
        houses: &[
            site("BER-ADLER", "Hotel Adler am Gendarmenmarkt", (52.5137, 13.3926), 4, 20).by_hand(),
            site("BER-SPREE", "Spreeufer Haus", (52.5208, 13.4094), 3, 44),
            site("BER-KIEZ", "Kiez Pension", (52.4986, 13.4190), 2, 12),
            site("BER-TIERGARTEN", "Grand Tiergarten", (52.5096, 13.3660), 5, 60),
        ],
    },
    City {
        code: "LON",
        name: "London",
        country: "GB",
        zone: "Europe/London",
        currency: "GBP",
        night_minor: 14_500,
        grain_minor: 100,
        climate: Climate::North,
        charges: &[Charge("VAT", Levy::Share(2_000), INCLUDED)],
        houses: &[
            site("LON-THAMES", "The Thames House", (51.5079, -0.0994), 4, 48),
            site("LON-BLOOM", "Bloomsbury Rooms", (51.5229, -0.1257), 3, 26).by_hand(),
            site("LON-MAYFAIR", "Mayfair Gardens", (51.5106, -0.1470), 5, 36),
        ],
    },
    City {
        code: "PAR",
        name: "Paris",
        country: "FR",
        zone: "Europe/Paris",
        currency: "EUR",
        night_minor: 15_000,
        grain_minor: 100,
        climate: Climate::North,
        charges: &[
            Charge("TVA", Levy::Share(1_000), INCLUDED),
            Charge("SEJOUR", Levy::PersonNight(570), ON_TOP),
        ],
        houses: &[
            site("PAR-LILAS", "Hôtel des Lilas", (48.8530, 2.3499), 3, 24),
            site("PAR-CANAL", "Le Canal", (48.8722, 2.3637), 2, 16).by_hand(),
            site("PAR-ETOILE", "Palais de l’Étoile", (48.8738, 2.2950), 5, 52),
        ],
    },
    City {
        code: "LIS",
        name: "Lisboa",
        country: "PT",
        zone: "Europe/Lisbon",
        currency: "EUR",
        night_minor: 10_500,
        grain_minor: 100,
        climate: Climate::North,
        charges: &[
            Charge("IVA", Levy::Share(600), INCLUDED),
            Charge("TURISMO", Levy::PersonNight(400), ON_TOP),
        ],
        houses: &[
            site("LIS-ALFAMA", "Casa de Alfama", (38.7119, -9.1300), 3, 18),
            site("LIS-TEJO", "Solar do Tejo", (38.7071, -9.1365), 4, 40),
        ],
    },
    City {
        code: "NYC",
        name: "New York",
        country: "US",
        zone: "America/New_York",
        currency: "USD",
        night_minor: 19_900,
        grain_minor: 100,
        climate: Climate::Even,
        charges: &[
            Charge("SALES", Levy::Share(1_475), ON_TOP),
            Charge("UNIT", Levy::Night(350), ON_TOP),
        ],
        houses: &[
            site("NYC-HUDSON", "Hudson Yard House", (40.7527, -74.0020), 4, 60),
            site("NYC-VILLAGE", "Village Inn", (40.7336, -74.0027), 3, 22),
            site("NYC-PARK", "Park & Sixth", (40.7648, -73.9770), 5, 56),
        ],
    },
    City {
        code: "CHI",
        name: "Chicago",
        country: "US",
        zone: "America/Chicago",
        currency: "USD",
        night_minor: 15_900,
        grain_minor: 100,
        climate: Climate::North,
        charges: &[Charge("HOTEL", Levy::Share(1_740), ON_TOP)],
        houses: &[
            site("CHI-LOOP", "The Loop", (41.8837, -87.6289), 4, 50),
            site("CHI-LAKE", "Lake Shore Lodge", (41.9000, -87.6220), 3, 30).by_hand(),
        ],
    },
    City {
        code: "MEX",
        name: "Ciudad de México",
        country: "MX",
        zone: "America/Mexico_City",
        currency: "MXN",
        night_minor: 180_000,
        grain_minor: 1_000,
        climate: Climate::Even,
        charges: &[
            Charge("IVA", Levy::Share(1_600), ON_TOP),
            Charge("ISH", Levy::Share(500), ON_TOP),
        ],
        houses: &[
            site("MEX-ZOCALO", "Posada del Zócalo", (19.4340, -99.1330), 3, 28),
            site("MEX-ROMA", "Casa Roma", (19.4150, -99.1620), 4, 20),
        ],
    },
    City {
        code: "SAO",
        name: "São Paulo",
        country: "BR",
        zone: "America/Sao_Paulo",
        currency: "BRL",
        night_minor: 48_000,
        grain_minor: 500,
        climate: Climate::South,
        charges: &[
            Charge("ISS", Levy::Share(500), ON_TOP),
            Charge("SERVICE", Levy::Share(1_000), ON_TOP),
        ],
        houses: &[
            site("SAO-PAULISTA", "Avenida Paulista 900", (-23.5656, -46.6510), 4, 46),
            site("SAO-JARDIM", "Pousada Jardim", (-23.5673, -46.6680), 3, 20).by_hand(),
        ],
    },
    City {
        code: "TYO",
        name: "東京",
        country: "JP",
        zone: "Asia/Tokyo",
        currency: "JPY",
        night_minor: 18_000,
        grain_minor: 500,
        climate: Climate::Even,
        charges: &[
            Charge("SHOHIZEI", Levy::Share(1_000), INCLUDED),
            Charge("SHUKUHAKU", Levy::PersonNight(200), ON_TOP),
        ],
        houses: &[
            site("TYO-SAKURA", "さくら旅館", (35.7148, 139.7967), 3, 18).by_hand(),
            site("TYO-GINZA", "Ginza Terrace", (35.6717, 139.7650), 5, 58),
            site("TYO-SHINJUKU", "Shinjuku Central", (35.6896, 139.7006), 3, 60),
        ],
    },
    City {
        code: "SEL",
        name: "서울",
        country: "KR",
        zone: "Asia/Seoul",
        currency: "KRW",
        night_minor: 150_000,
        grain_minor: 1_000,
        climate: Climate::Even,
        charges: &[Charge("VAT", Levy::Share(1_000), INCLUDED)],
        houses: &[
            site("SEL-HANOK", "북촌 한옥", (37.5826, 126.9831), 3, 12).by_hand(),
            site("SEL-HAN", "Han River Hotel", (37.5283, 126.9326), 4, 54),
        ],
    },
    City {
        code: "SIN",
        name: "Singapore",
        country: "SG",
        zone: "Asia/Singapore",
        currency: "SGD",
        night_minor: 24_000,
        grain_minor: 100,
        climate: Climate::Even,
        charges: &[
            Charge("SERVICE", Levy::Share(1_000), ON_TOP),
            Charge("GST", Levy::Share(990), ON_TOP),
        ],
        houses: &[
            site("SIN-MARINA", "Marina Quay", (1.2834, 103.8607), 5, 60),
            site("SIN-KATONG", "Katong Shophouse", (1.3048, 103.9052), 3, 14),
            site("SIN-RIVER", "Clarke River Hotel", (1.2906, 103.8465), 4, 38),
        ],
    },
    City {
        code: "KTM",
        name: "Kathmandu",
        country: "NP",
        zone: "Asia/Kathmandu",
        currency: "NPR",
        night_minor: 900_000,
        grain_minor: 10_000,
        climate: Climate::Hot,
        charges: &[Charge("VAT", Levy::Share(1_300), ON_TOP)],
        houses: &[
            site("KTM-THAMEL", "Thamel Courtyard", (27.7154, 85.3123), 3, 26),
            site("KTM-PATAN", "Patan Durbar Inn", (27.6727, 85.3253), 4, 16).by_hand(),
        ],
    },
    City {
        code: "DXB",
        name: "Dubai",
        country: "AE",
        zone: "Asia/Dubai",
        currency: "AED",
        night_minor: 52_000,
        grain_minor: 500,
        climate: Climate::Hot,
        charges: &[
            Charge("VAT", Levy::Share(500), INCLUDED),
            Charge("MUNICIPALITY", Levy::Share(700), ON_TOP),
            Charge("DIRHAM", Levy::Night(1_500), ON_TOP),
        ],
        houses: &[
            site("DXB-CREEK", "Creekside Dhow", (25.2637, 55.2972), 4, 42),
            site("DXB-MARINA", "Marina Sands", (25.0772, 55.1340), 5, 60),
            site("DXB-DEIRA", "Deira Souk Inn", (25.2714, 55.3075), 2, 24),
        ],
    },
    City {
        code: "KWI",
        name: "Kuwait City",
        country: "KW",
        zone: "Asia/Kuwait",
        currency: "KWD",
        night_minor: 38_000,
        grain_minor: 500,
        climate: Climate::Hot,
        charges: &[
            Charge("SERVICE", Levy::Share(1_500), ON_TOP),
            Charge("REGISTRATION", Levy::Stay(1_000), ON_TOP),
        ],
        houses: &[
            site("KWI-GULF", "Gulf Road Hotel", (29.3820, 47.9910), 4, 34),
            site("KWI-SHARQ", "Sharq Towers", (29.3797, 48.0005), 5, 48),
        ],
    },
    City {
        code: "CPT",
        name: "Cape Town",
        country: "ZA",
        zone: "Africa/Johannesburg",
        currency: "ZAR",
        night_minor: 190_000,
        grain_minor: 1_000,
        climate: Climate::South,
        charges: &[
            Charge("VAT", Levy::Share(1_500), INCLUDED),
            Charge("TOURISM", Levy::Share(100), ON_TOP),
        ],
        houses: &[
            site("CPT-HARBOUR", "Harbour Loft", (-33.9066, 18.4200), 4, 32),
            site("CPT-TABLE", "Under the Table", (-33.9370, 18.4090), 3, 10).by_hand(),
        ],
    },
    City {
        code: "SYD",
        name: "Sydney",
        country: "AU",
        zone: "Australia/Sydney",
        currency: "AUD",
        night_minor: 23_000,
        grain_minor: 100,
        climate: Climate::South,
        charges: &[Charge("GST", Levy::Share(1_000), INCLUDED)],
        houses: &[
            site("SYD-ROCKS", "The Rocks Warehouse", (-33.8599, 151.2090), 4, 30),
            site("SYD-BONDI", "Bondi Breakers", (-33.8908, 151.2743), 3, 24),
            site("SYD-QUAY", "Quay Grand", (-33.8614, 151.2130), 5, 50),
        ],
    },
];
