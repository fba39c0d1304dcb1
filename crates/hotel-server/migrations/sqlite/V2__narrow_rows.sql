-- History that is imported happened before it was written down.
ALTER TABLE event ADD COLUMN recorded_at INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER event_is_never_changed;
UPDATE event SET recorded_at = occurred_at;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'event_is_never_changed');
END;

-- What a booking became is in the log: the answer to a command that changed one only says where.
CREATE TABLE narrow_command (
  principal BLOB NOT NULL CHECK (length(principal) = 16),
  key TEXT NOT NULL,
  fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
  status INTEGER NOT NULL,
  etag INTEGER,
  booking INTEGER,
  changes INTEGER,
  body TEXT,
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (principal, key),
  CHECK ((booking IS NULL) = (changes IS NULL) AND (booking IS NULL) <> (body IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO narrow_command (
  principal, key, fingerprint, status, etag, booking, changes, body, decided_at)
SELECT principal, key, fingerprint, status, etag, NULL, NULL, body, decided_at FROM command;
DROP TABLE command;
ALTER TABLE narrow_command RENAME TO command;

-- A booking's columns are what is looked for, and what must never be less than nothing.
CREATE TABLE narrow_booking (
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
  body TEXT NOT NULL,
  CHECK (check_in < check_out AND check_out - check_in <= 365),
  CHECK ((state = 'held') <= (expires_at IS NOT NULL))
) STRICT;
INSERT INTO narrow_booking (
  number, hotel, version, state, check_in, check_out, guest, expires_at, total_minor, fee_minor,
  body)
SELECT number, hotel, version, state, check_in, check_out, guest, expires_at, total_minor,
  fee_minor, body
FROM booking;
DROP TABLE booking;
ALTER TABLE narrow_booking RENAME TO booking;
CREATE INDEX booking_by_arrival ON booking (hotel, check_in);
CREATE INDEX booking_by_guest ON booking (guest);
CREATE INDEX booking_holds ON booking (hotel, expires_at) WHERE state = 'held';
CREATE INDEX booking_open ON booking (hotel, state, check_out)
  WHERE state IN ('waitlisted', 'requested', 'in_house');
