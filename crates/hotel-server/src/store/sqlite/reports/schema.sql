-- The read model of reports. Made of the log alone: it may be deleted, and is made anew.
-- Dates are days since 1970-01-01, rates a JSON list a room of minor units a night.

CREATE TABLE mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  event BLOB NOT NULL CHECK (length(event) = 16),
  recorded_at INTEGER
) STRICT;

CREATE TABLE stay_fact (
  booking INTEGER PRIMARY KEY,
  hotel TEXT NOT NULL,
  created_on INTEGER NOT NULL,
  sold_on INTEGER,
  ended_on INTEGER,
  state TEXT NOT NULL,
  check_in INTEGER NOT NULL,
  check_out INTEGER NOT NULL,
  freed_from INTEGER,
  rates TEXT NOT NULL,
  included_minor INTEGER NOT NULL,
  fee_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  segment TEXT,
  channel TEXT NOT NULL,
  country TEXT,
  agency TEXT,
  agent TEXT NOT NULL
) STRICT;

CREATE INDEX stay_fact_by_arrival ON stay_fact (hotel, check_in);
