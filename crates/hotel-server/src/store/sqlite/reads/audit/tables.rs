//! The tables that the log's order alone makes: what hotels sell, their nights, and people.

use std::sync::Arc;

use rusqlite::Row;
use serde::Serialize;

use hotel_core::catalogue::{Catalogue, Hotel, Room, RoomType};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::rate::RatePlan;

use super::{Audit, sorted};
use crate::store::StoreError;
use crate::store::sqlite::rows::{
    counted, date, json, night_from_row, parsed, rate_from_row, room_night_from_row, text,
    token_from_row, user_from_row,
};
use crate::verify::{LogFold, Readable, Slash, StreamName, TokenTold, compare, readable};

/// A key with its value, as `compare` takes them.
type Keyed<K, V> = Result<(K, Readable<V>), StoreError>;

fn keyed<K, V>(key: K, value: Result<V, StoreError>) -> Keyed<K, V> {
    Ok((key, readable(value)?))
}

impl Audit<'_> {
    /// Compares a table with what the log says; both come in the order of their keys.
    fn table<K, V>(
        &mut self,
        table: &'static str,
        sql: &str,
        told: impl IntoIterator<Item = (K, V)>,
        read: impl FnMut(&Row<'_>) -> Keyed<K, V>,
    ) -> Result<u64, StoreError>
    where
        K: Ord + std::fmt::Display,
        V: PartialEq + Serialize,
    {
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_and_then([], read)?;
        compare(table, told, rows, &mut self.findings)
    }

    pub(super) fn tables(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        self.streams(fold)?;
        let catalogues = sorted(fold.facts.catalogues.iter().map(|(code, all)| (*code, all)));
        let catalogues: Vec<&Arc<Catalogue>> = catalogues.into_values().collect();
        self.catalogues(&catalogues)?;
        self.rates(&catalogues)?;
        self.nights(fold)?;
        self.people(fold)
    }
}

const STREAMS: &str = "SELECT stream.hotel, stream.sequence FROM stream ORDER BY stream.hotel";

const HOTELS: &str = "SELECT hotel.code, hotel.body FROM hotel ORDER BY hotel.code";

const ROOM_TYPES: &str = "SELECT room_type.hotel, room_type.code, room_type.body FROM room_type \
     ORDER BY room_type.hotel, room_type.code";

const ROOMS: &str = "SELECT room.hotel, room.number, room.room_type, room.body FROM room \
     ORDER BY room.hotel, room.number";

const RATE_PLANS: &str = "SELECT rate_plan.hotel, rate_plan.code, rate_plan.body FROM rate_plan \
     ORDER BY rate_plan.hotel, rate_plan.code";

const RATES: &str = "SELECT rate_night.hotel, rate_night.rate_plan, rate_night.room_type, \
     rate_night.night, rate_night.minor, rate_night.closed, rate_night.closed_to_arrival, \
     rate_night.closed_to_departure, rate_night.nights_min, rate_night.nights_max \
     FROM rate_night \
     ORDER BY rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night";

/// A room with the column that stands beside its body.
#[derive(PartialEq, Serialize)]
struct RoomRow {
    room_type: RoomTypeCode,
    body: Room,
}

fn hotel_of(row: &Row<'_>) -> Result<HotelCode, StoreError> {
    text(row, "hotel", "hotel code")
}

impl Audit<'_> {
    fn streams(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let told = fold.sequences.iter().map(|(hotel, last)| (StreamName(*hotel), *last));
        self.table("stream", STREAMS, told, |row| {
            let hotel = match row.get::<_, String>("hotel")?.as_str() {
                "" => None,
                code => Some(parsed("hotel code", code.parse())?),
            };
            keyed(StreamName(hotel), counted(row, "sequence"))
        })?;
        Ok(())
    }

    fn catalogues(&mut self, catalogues: &[&Arc<Catalogue>]) -> Result<(), StoreError> {
        let told = catalogues.iter().map(|all| (all.hotel.code, all.hotel.clone()));
        self.report.hotels = self.table("hotel", HOTELS, told, |row| {
            keyed(text(row, "code", "hotel code")?, json::<Hotel>(row, "body", "hotel"))
        })?;
        let told = catalogues.iter().flat_map(|all| {
            let key = |code| Slash(all.hotel.code, code);
            all.room_types.iter().map(move |(code, room_type)| (key(*code), room_type.clone()))
        });
        self.table("room_type", ROOM_TYPES, told, |row| {
            let key = Slash(hotel_of(row)?, text(row, "code", "room type code")?);
            keyed(key, json::<RoomType>(row, "body", "room type"))
        })?;
        let told = catalogues.iter().flat_map(|all| {
            all.rooms.iter().map(|(number, room)| {
                let row = RoomRow { room_type: room.room_type, body: room.clone() };
                (Slash(all.hotel.code, *number), row)
            })
        });
        self.table("room", ROOMS, told, |row| {
            let key = Slash(hotel_of(row)?, text(row, "number", "room number")?);
            let room_type = text(row, "room_type", "room type code")?;
            let room = json::<Room>(row, "body", "room");
            keyed(key, room.map(|body| RoomRow { room_type, body }))
        })?;
        let told = catalogues.iter().flat_map(|all| {
            let key = |code| Slash(all.hotel.code, code);
            all.rate_plans.iter().map(move |(code, plan)| (key(*code), plan.clone()))
        });
        self.table("rate_plan", RATE_PLANS, told, |row| {
            let key = Slash(hotel_of(row)?, text(row, "code", "rate plan code")?);
            keyed(key, json::<RatePlan>(row, "body", "rate plan"))
        })?;
        Ok(())
    }

    fn rates(&mut self, catalogues: &[&Arc<Catalogue>]) -> Result<(), StoreError> {
        let told = catalogues.iter().flat_map(|all| {
            all.rates.iter().flat_map(|((plan, room_type), calendar)| {
                calendar.iter().map(|(night, rate)| {
                    (Slash(all.hotel.code, Slash(*plan, Slash(*room_type, night))), *rate)
                })
            })
        });
        self.report.rate_nights = self.table("rate_night", RATES, told, |row| {
            let plan = text(row, "rate_plan", "rate plan code")?;
            let room_type = text(row, "room_type", "room type code")?;
            let key = Slash(plan, Slash(room_type, date(row, "night")?));
            keyed(Slash(hotel_of(row)?, key), rate_from_row(row))
        })?;
        Ok(())
    }
}

const NIGHTS: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory ORDER BY inventory.hotel, inventory.room_type, inventory.night";

const OUT_OF_ORDER: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night WHERE room_night.booking IS NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room";

const USERS: &str = "SELECT user.id AS user_id, user.name, user.role, user.hotels, user.active \
     FROM user ORDER BY user.name";

const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked, coalesce(user.name, '') AS name \
     FROM token LEFT JOIN user ON user.id = token.user ORDER BY token.id";

impl Audit<'_> {
    fn nights(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let told = fold.facts.nights.iter().map(|((hotel, room_type, night), told)| {
            (Slash(*hotel, Slash(*room_type, *night)), *told)
        });
        self.report.nights = self.table("inventory", NIGHTS, told, |row| {
            let ((hotel, room_type, date), night) = night_from_row(row)?;
            keyed(Slash(hotel, Slash(room_type, date)), Ok(night))
        })?;
        // No booking is folded here, so the fold knows of rooms out of order alone.
        let told = fold.facts.room_nights.keys();
        let told = told.map(|(hotel, night, room)| (Slash(*hotel, Slash(*night, *room)), ()));
        let codes = self.codes;
        let rows = self.table("room_night", OUT_OF_ORDER, told, |row| {
            let ((hotel, night, room), _) = room_night_from_row(row, codes)?;
            keyed(Slash(hotel, Slash(night, room)), Ok(()))
        })?;
        self.report.room_nights += rows;
        Ok(())
    }

    fn people(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let told = sorted(fold.facts.users.iter().map(|(name, user)| (name.clone(), user.clone())));
        self.table("user", USERS, told, |row| {
            keyed(text(row, "name", "name")?, user_from_row(row))
        })?;
        let told = fold.tokens.iter().map(|(token, told)| (*token, told.clone()));
        self.table("token", TOKENS, told, |row| {
            let token = token_from_row(row)?;
            let user = text(row, "name", "name");
            keyed(token.id, user.map(|user| TokenTold { user, revoked: token.revoked }))
        })?;
        Ok(())
    }
}
