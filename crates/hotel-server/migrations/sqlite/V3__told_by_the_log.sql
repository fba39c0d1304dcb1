-- What does not grow as bookings come is found behind the write, by the finder beside this file:
-- each of these cost a page of its own for every booking. And a booking that nothing has happened to
-- yet is told by the event that opened it: its row has no body.
DROP INDEX guest_by_family;
CREATE TABLE told_booking (
  number INTEGER PRIMARY KEY,
  hotel TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  state TEXT NOT NULL CHECK (state IN (
    'waitlisted', 'held', 'requested', 'confirmed', 'in_house', 'checked_out',
    'cancelled', 'declined', 'no_show', 'expired', 'released')),
  check_in INTEGER NOT NULL,
  check_out INTEGER NOT NULL,
  guest BLOB NOT NULL,
  expires_at INTEGER,
  total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
  fee_minor INTEGER NOT NULL CHECK (fee_minor >= 0),
  body TEXT,
  CHECK (check_in < check_out AND check_out - check_in <= 365),
  CHECK ((state = 'held') <= (expires_at IS NOT NULL)),
  CHECK (version = 1 OR body IS NOT NULL)
) STRICT;
INSERT INTO told_booking (
  number, hotel, version, state, check_in, check_out, guest, expires_at, total_minor, fee_minor,
  body)
SELECT number, hotel, version, state, check_in, check_out, guest, expires_at, total_minor,
  fee_minor, body
FROM booking;
DROP TABLE booking;
ALTER TABLE told_booking RENAME TO booking;
CREATE INDEX booking_holds ON booking (hotel, expires_at) WHERE state = 'held';
CREATE INDEX booking_open ON booking (hotel, state, check_out)
  WHERE state IN ('waitlisted', 'requested', 'in_house');

-- Nobody looks an event up by its place in its hotel's stream; `hotel admin verify` counts them.
DROP INDEX event_by_hotel;

-- A night is written far more often than it is looked for: by a number, not by three words.
CREATE TABLE numbered_inventory (
  id INTEGER PRIMARY KEY,
  hotel TEXT NOT NULL,
  room_type TEXT NOT NULL,
  night INTEGER NOT NULL,
  physical INTEGER NOT NULL CHECK (physical >= 0),
  out_of_order INTEGER NOT NULL CHECK (out_of_order >= 0),
  overbook_rooms INTEGER NOT NULL,
  overbook_share INTEGER NOT NULL CHECK (overbook_share >= -10000),
  sold INTEGER NOT NULL CHECK (sold >= 0),
  held INTEGER NOT NULL CHECK (held >= 0),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  UNIQUE (hotel, room_type, night)
) STRICT;
INSERT INTO numbered_inventory (
  hotel, room_type, night, physical, out_of_order, overbook_rooms, overbook_share, sold, held, closed)
SELECT hotel, room_type, night, physical, out_of_order, overbook_rooms, overbook_share, sold, held,
  closed
FROM inventory ORDER BY hotel, room_type, night;
DROP TABLE inventory;
ALTER TABLE numbered_inventory RENAME TO inventory;

-- The second fence again: it ends the whole transaction, so that SQLite need not remember every page
-- as it was before each statement.
CREATE TRIGGER no_night_sold_twice_update BEFORE UPDATE ON inventory
WHEN NEW.sold + NEW.held > OLD.sold + OLD.held
 AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
     + NEW.physical * (NEW.overbook_share + 10000) / 10000 - NEW.physical
BEGIN
  SELECT RAISE(ROLLBACK, 'no_night_sold_twice');
END;
CREATE TRIGGER no_night_sold_twice_insert BEFORE INSERT ON inventory
WHEN NEW.sold + NEW.held > 0
 AND NOT EXISTS (
   SELECT 1 FROM inventory
   WHERE hotel = NEW.hotel AND room_type = NEW.room_type AND night = NEW.night)
 AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
     + NEW.physical * (NEW.overbook_share + 10000) / 10000 - NEW.physical
BEGIN
  SELECT RAISE(ROLLBACK, 'no_night_sold_twice');
END;
