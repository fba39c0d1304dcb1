-- Dates are days since 1970-01-01, instants microseconds since then, codes their text.
-- Keys grow, so that writing costs the same with ten million rows as with none.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hotel (
  code TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE TABLE room_type (
  hotel TEXT NOT NULL REFERENCES hotel,
  code TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (hotel, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
  hotel TEXT NOT NULL REFERENCES hotel,
  number TEXT NOT NULL,
  room_type TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (hotel, number),
  FOREIGN KEY (hotel, room_type) REFERENCES room_type (hotel, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate_plan (
  hotel TEXT NOT NULL REFERENCES hotel,
  code TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (hotel, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate_night (
  hotel TEXT NOT NULL,
  rate_plan TEXT NOT NULL,
  room_type TEXT NOT NULL,
  night INTEGER NOT NULL,
  minor INTEGER NOT NULL CHECK (minor >= 0),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  closed_to_arrival INTEGER NOT NULL CHECK (closed_to_arrival IN (0, 1)),
  closed_to_departure INTEGER NOT NULL CHECK (closed_to_departure IN (0, 1)),
  nights_min INTEGER NOT NULL CHECK (nights_min >= 0),
  nights_max INTEGER NOT NULL CHECK (nights_max >= 0),
  PRIMARY KEY (hotel, rate_plan, room_type, night)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory (
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
  PRIMARY KEY (hotel, room_type, night)
) STRICT, WITHOUT ROWID;

-- The second fence: whatever the program above believes, no night takes more than it may. A night
-- may lawfully hold more than is sellable (a room broke after it was sold); it may not take more then.
CREATE TRIGGER no_night_sold_twice_update BEFORE UPDATE ON inventory
WHEN NEW.sold + NEW.held > OLD.sold + OLD.held
 AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
     + NEW.physical * (NEW.overbook_share + 10000) / 10000 - NEW.physical
BEGIN
  SELECT RAISE(ABORT, 'no_night_sold_twice');
END;

CREATE TRIGGER no_night_sold_twice_insert BEFORE INSERT ON inventory
WHEN NEW.sold + NEW.held > 0
 AND NOT EXISTS (
   SELECT 1 FROM inventory
   WHERE hotel = NEW.hotel AND room_type = NEW.room_type AND night = NEW.night)
 AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
     + NEW.physical * (NEW.overbook_share + 10000) / 10000 - NEW.physical
BEGIN
  SELECT RAISE(ABORT, 'no_night_sold_twice');
END;

-- One room, one night, one occupant; no booking means out of order.
CREATE TABLE room_night (
  hotel TEXT NOT NULL,
  night INTEGER NOT NULL,
  room TEXT NOT NULL,
  booking INTEGER,
  PRIMARY KEY (hotel, night, room)
) STRICT, WITHOUT ROWID;

CREATE TABLE guest (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX guest_by_family ON guest (family COLLATE NOCASE, id);

-- `number` is what the booking's code stands for, under the store's permutation.
CREATE TABLE booking (
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
  currency TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  CHECK (check_in < check_out AND check_out - check_in <= 365),
  CHECK ((state = 'held') <= (expires_at IS NOT NULL))
) STRICT;

CREATE INDEX booking_by_arrival ON booking (hotel, check_in);
CREATE INDEX booking_by_guest ON booking (guest);
CREATE INDEX booking_holds ON booking (hotel, expires_at) WHERE state = 'held';
CREATE INDEX booking_open ON booking (hotel, state, check_out)
  WHERE state IN ('waitlisted', 'requested', 'in_house');

-- What guests ask for: personal, so it stands apart from what the events tell.
CREATE TABLE booking_request (
  booking INTEGER PRIMARY KEY REFERENCES booking,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  hotel TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  booking INTEGER,
  type TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  channel TEXT NOT NULL,
  correlation BLOB NOT NULL,
  causation BLOB NOT NULL,
  schema INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX event_by_hotel ON event (hotel, sequence);
CREATE INDEX event_by_booking ON event (booking, position) WHERE booking IS NOT NULL;

-- The log only grows.
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'event_is_never_changed');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'event_is_never_deleted');
END;

-- The hotel's last sequence; '' is the house.
CREATE TABLE stream (
  hotel TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence >= 0)
) STRICT, WITHOUT ROWID;

-- One command, one result, for ever.
CREATE TABLE command (
  principal BLOB NOT NULL CHECK (length(principal) = 16),
  key TEXT NOT NULL,
  fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
  status INTEGER NOT NULL,
  etag INTEGER,
  body TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (principal, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('agent', 'manager', 'admin')),
  hotels TEXT NOT NULL CHECK (json_valid(hotels)),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  user BLOB NOT NULL REFERENCES user,
  secret_hash BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT, WITHOUT ROWID;
