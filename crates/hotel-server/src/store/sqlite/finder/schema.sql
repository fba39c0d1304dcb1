-- Where bookings and guests are found by what does not grow as they come. Hints only: one may be out
-- of date, none is missing, and who follows one looks at the row itself. Made of the house's own rows:
-- it may be deleted, and is made anew.

CREATE TABLE mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  event BLOB NOT NULL CHECK (length(event) = 16)
) STRICT;

-- Dates are days since 1970-01-01.
CREATE TABLE stay_of_hotel (
  hotel TEXT NOT NULL,
  check_in INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (hotel, check_in, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE stay_of_guest (
  guest BLOB NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (guest, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE guest_name (
  family TEXT NOT NULL COLLATE NOCASE,
  guest BLOB NOT NULL,
  PRIMARY KEY (family, guest)
) STRICT, WITHOUT ROWID;
