//! What travels between client and server: requests are the commands' own types, answers are here.
//!
//! | method and path (under `/v1`) | request | answer |
//! |---|---|---|
//! | `GET /search` | `SearchQuery` | `SearchAnswer` |
//! | `GET /bookings` | `BookingQuery` | `Page<BookingRow>` |
//! | `POST /bookings` | `BookBody` | `BookingOutcome`, 201 |
//! | `GET /bookings/{code}` | | `BookingView` |
//! | `PATCH /bookings/{code}` | `AmendRequest`, `If-Match` | `BookingOutcome` |
//! | `GET /bookings/{code}/history` | | `Page<EventView>` |
//! | `POST /bookings/{code}/{verb}` | the verb's request | `BookingOutcome` |
//! | `GET,POST /hotels`, `GET,PUT,DELETE /hotels/{hotel}` | `Hotel` | `Hotel` |
//! | `GET /hotels/{hotel}/room-types`, `PUT,DELETE …/{room_type}` | `RoomType` | `RoomType` |
//! | `GET,POST /hotels/{hotel}/rooms`, `DELETE …/{room}`, `POST …/{room}/block` | `RoomsRequest`, `BlockRequest` | `Room` |
//! | `GET /hotels/{hotel}/rate-plans`, `PUT,DELETE …/{rate_plan}` | `RatePlan` | `RatePlan` |
//! | `GET,POST /hotels/{hotel}/rates` | `NightsQuery`, `RatesRequest` | `Page<RateNight>` |
//! | `GET,POST /hotels/{hotel}/inventory` | `NightsQuery`, `InventoryRequest` | `Page<InventoryNight>` |
//! | `GET /hotels/{hotel}/chart` | `NightsQuery` | `Chart` |
//! | `GET /rooms` | `RoomsQuery` | `Page<RoomRow>` |
//! | `GET /guests`, `GET,PATCH /guests/{guest}` | `GuestQuery`, `GuestPatch` | `Guest` |
//! | `POST /registrations` | `GuestDetails` | `Guest`, 201 |
//! | `GET /users`, `PUT /users` | `UserDetails` | `User` |
//! | `GET,POST /tokens`, `DELETE /tokens/{token}` | `TokenRequest` | `TokenView`, `TokenIssued` |
//! | `GET /commands/{key}` | | `CommandView` |
//! | `GET /verify` | | lines of `VerifyLine` |
//! | `GET /me` | | `WhoAmI` |
//! | `GET /reports/{occupancy,revenue,cancellations,lead-time,pickup}` | `ReportQuery` | `Report` of its rows |
//! | `GET /events` | `EventQuery` | `Page<EventView>`, or SSE of `EventView` |
//!
//! Every write carries `Idempotency-Key`, may carry `If-Match: "<version>"`, `Hotel-Enqueued-At` and
//! `?dry_run=true`. Where a path has a `{code}`, a provisional one will do. Every error is a `Problem`. Writes of a hotel, its rooms, rates or inventory answer `Changed`.

pub mod booking;
pub mod bulk;
pub mod command;
pub mod event;
pub mod hotel;
pub mod page;
pub mod people;
pub mod problem;
pub mod report;
pub mod search;
pub mod verify;
