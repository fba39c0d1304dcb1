//! The floor under Postgres: the best design of one statement a booking, a function that takes the nights
//! and writes booking and event, driven by `pgbench` with many clients.

use std::process::{Command, Stdio};

use hotel_rig::Postgres;
use hotel_rig::postgres::psql;
use tempfile::TempDir;

use crate::error::{BenchError, Doing as _};
use crate::orders::{Field, ROOM_TYPES, STAY_NIGHTS};
use crate::runs::Site;

/// Clients that book at a time: more make it slower.
const CLIENTS: u32 = 16;

/// Threads of `pgbench`.
const THREADS: u32 = 2;

/// Rooms of a type: enough for every booking of a run.
const ROOMS: u32 = 1_000_000;

const TABLES: &str = "\
CREATE TABLE inventory (
  hotel integer NOT NULL, room_type integer NOT NULL, night integer NOT NULL,
  physical integer NOT NULL, sold integer NOT NULL, held integer NOT NULL,
  PRIMARY KEY (hotel, room_type, night), CHECK (sold + held <= physical)
) WITH (fillfactor = 50);
CREATE TABLE booking (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL, hotel integer NOT NULL,
  room_type integer NOT NULL, state text NOT NULL, check_in integer NOT NULL,
  check_out integer NOT NULL, guest text NOT NULL, total_minor bigint NOT NULL,
  currency text NOT NULL, channel text NOT NULL, version integer NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, booking bigint NOT NULL, hotel integer NOT NULL,
  data text NOT NULL
);
CREATE FUNCTION book(the_hotel integer, the_type integer, first integer, nights integer)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  taken integer;
  made bigint;
BEGIN
  UPDATE inventory SET sold = sold + 1
  WHERE hotel = the_hotel AND room_type = the_type AND night >= first AND night < first + nights
    AND sold + held < physical;
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken <> nights THEN
    RAISE EXCEPTION 'sold out';
  END IF;
  INSERT INTO booking (code, hotel, room_type, state, check_in, check_out, guest, total_minor,
    currency, channel, version, created_at)
  VALUES ('ABC12345', the_hotel, the_type, 'confirmed', first, first + nights, 'NOVAK, JANA',
    25800, 'EUR', 'api', 1, now())
  RETURNING id INTO made;
  INSERT INTO event (booking, hotel, data) VALUES (made, the_hotel,
    '{\"what\":\"booking\",\"verb\":\"confirm\",\"version\":1,\"state\":\"confirmed\",\"rooms\":[{\"room_type\":'
    || the_type || '}],\"stay\":{\"check_in\":' || first || '},\"price\":{\"total_minor\":25800}}');
  RETURN made;
END $$;
";

/// The floor, ready to be measured.
pub(crate) struct Floor {
    url: String,
    folder: TempDir,
}

impl Floor {
    /// Makes its tables: the same hotels and nights as those of a house.
    pub(crate) fn make(site: &Site, postgres: &Postgres, field: Field) -> Result<Self, BenchError> {
        let url = postgres.database()?;
        psql(&url, TABLES)?;
        let types = ROOM_TYPES.len();
        let fill = format!(
            "INSERT INTO inventory SELECT hotel, room_type, night, {ROOMS}, 0, 0 \
             FROM generate_series(1, {}) AS hotel, generate_series(1, {types}) AS room_type, \
             generate_series(1, {}) AS night; ANALYZE inventory",
            field.hotels, field.nights
        );
        psql(&url, &fill)?;
        let folder = tempfile::tempdir_in(&site.folder).doing("make a folder for the scripts")?;
        let days = field.nights - STAY_NIGHTS;
        let spread = format!(
            "\\set hotel random(1, {})\n\\set type random(1, {types})\n\\set night random(1, {days})\n\
             SELECT book(:hotel, :type, :night, {STAY_NIGHTS});\n",
            field.hotels
        );
        let hot = "SELECT book(1, 1, 1, 1);\n";
        for (name, script) in [("spread.sql", spread.as_str()), ("hot.sql", hot)] {
            std::fs::write(folder.path().join(name), script).doing("write a script")?;
        }
        Ok(Self { url, folder })
    }

    /// Returns how many bookings a second it makes, all over the hotels.
    pub(crate) fn spread(&self, seconds: f64) -> Result<f64, BenchError> {
        self.run("spread.sql", seconds)
    }

    /// Returns how many bookings a second it makes of one room type on one night.
    pub(crate) fn hot(&self, seconds: f64) -> Result<f64, BenchError> {
        self.run("hot.sql", seconds)
    }

    fn run(&self, script: &str, seconds: f64) -> Result<f64, BenchError> {
        let output = Command::new(hotel_rig::postgres::program("pgbench")?)
            .args(["-n", "-M", "prepared", "-c"])
            .arg(CLIENTS.to_string())
            .args(["-j", &THREADS.to_string(), "-T", &format!("{:.0}", seconds.ceil().max(1.0))])
            .arg("-f")
            .arg(self.folder.path().join(script))
            .arg(&self.url)
            .stdin(Stdio::null())
            .output()
            .doing("run pgbench")?;
        let said = String::from_utf8_lossy(&output.stdout);
        let line = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let rate = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        rate.filter(|_| output.status.success()).ok_or_else(|| {
            let why = String::from_utf8_lossy(&output.stderr);
            BenchError::said(format!("pgbench ended with {}: {why}", output.status))
        })
    }
}
