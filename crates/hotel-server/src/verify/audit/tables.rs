//! The tables that the log's order alone makes: what hotels sell, their nights, and people.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use serde::Serialize;

use hotel_core::catalogue::Catalogue;

use super::{Audit, Audited, RoomRow, Visit};
use crate::store::StoreError;
use crate::verify::{LogFold, Slash, StreamName, compare};

/// Puts what is kept in no order into the order of its keys.
fn sorted<K: Ord, V>(unsorted: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    unsorted.into_iter().collect()
}

impl<H: Audited> Audit<'_, H> {
    /// Compares a table with what the log says; both come in the order of their keys.
    fn table<K, V>(
        &mut self,
        table: &'static str,
        told: impl IntoIterator<Item = (K, V)>,
        rows: impl FnOnce(Visit<'_, K, V>) -> Result<u64, StoreError>,
    ) -> Result<u64, StoreError>
    where
        K: Ord + Display,
        V: PartialEq + Serialize,
    {
        let mut told = told.into_iter();
        rows(&mut |rows| compare(table, &mut told, rows, &mut self.findings))
    }

    pub(super) fn tables(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let house = self.house;
        let told = fold.streams.iter().map(|(hotel, told)| (StreamName(*hotel), told.clone()));
        self.table("stream", told, |with| house.streams(with))?;
        let catalogues = sorted(fold.facts.catalogues.iter().map(|(code, all)| (*code, all)));
        let catalogues: Vec<&Arc<Catalogue>> = catalogues.into_values().collect();
        self.catalogues(&catalogues)?;
        self.nights(fold)?;
        self.people(fold)
    }

    fn catalogues(&mut self, catalogues: &[&Arc<Catalogue>]) -> Result<(), StoreError> {
        let house = self.house;
        let told = catalogues.iter().map(|all| (all.hotel.code, all.hotel.clone()));
        self.report.hotels = self.table("hotel", told, |with| house.hotels(with))?;
        let told = catalogues.iter().flat_map(|all| {
            let key = |code| Slash(all.hotel.code, code);
            all.room_types.iter().map(move |(code, room_type)| (key(*code), room_type.clone()))
        });
        self.table("room_type", told, |with| house.room_types(with))?;
        let told = catalogues.iter().flat_map(|all| {
            all.rooms.iter().map(|(number, room)| {
                let row = RoomRow { room_type: room.room_type, body: room.clone() };
                (Slash(all.hotel.code, *number), row)
            })
        });
        self.table("room", told, |with| house.rooms(with))?;
        let told = catalogues.iter().flat_map(|all| {
            let key = |code| Slash(all.hotel.code, code);
            all.rate_plans.iter().map(move |(code, plan)| (key(*code), plan.clone()))
        });
        self.table("rate_plan", told, |with| house.rate_plans(with))?;
        let told = catalogues.iter().flat_map(|all| {
            all.rates.iter().flat_map(|((plan, room_type), calendar)| {
                calendar.iter().map(|(night, rate)| {
                    (Slash(all.hotel.code, Slash(*plan, Slash(*room_type, night))), *rate)
                })
            })
        });
        self.report.rate_nights = self.table("rate_night", told, |with| house.rates(with))?;
        Ok(())
    }

    fn nights(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let house = self.house;
        let told = fold.facts.nights.iter().map(|((hotel, room_type, night), told)| {
            (Slash(*hotel, Slash(*room_type, *night)), *told)
        });
        self.report.nights = self.table("inventory", told, |with| house.nights(with))?;
        // No booking is folded here, so the fold knows of rooms out of order alone.
        let told = fold.facts.room_nights.keys();
        let told = told.map(|(hotel, night, room)| (Slash(*hotel, Slash(*night, *room)), ()));
        self.report.room_nights +=
            self.table("room_night", told, |with| house.out_of_order(with))?;
        Ok(())
    }

    fn people(&mut self, fold: &LogFold) -> Result<(), StoreError> {
        let house = self.house;
        let told = sorted(fold.facts.users.iter().map(|(name, user)| (name.clone(), user.clone())));
        self.table("user", told, |with| house.users(with))?;
        let told = fold.tokens.iter().map(|(token, told)| (*token, told.clone()));
        self.table("token", told, |with| house.tokens(with))?;
        Ok(())
    }
}
