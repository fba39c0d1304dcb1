-- Moments are microseconds since 1970-01-01.

-- How far a reader of the feed has come, by the name that it was given.
CREATE TABLE cursor (
  name TEXT PRIMARY KEY,
  server TEXT NOT NULL,
  -- The last event that was handled, as the server names its place.
  place TEXT NOT NULL,
  filter TEXT NOT NULL,
  handled_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A target that said that it wants no more.
CREATE TABLE shut_target (
  url TEXT PRIMARY KEY,
  shut_at INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a target has not taken: it waits for its next attempt, or is dead and waits for a person. The body
-- and the name never change from one attempt to the next.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  event TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- What is told in order, one at a time: a booking, or a hotel.
  lane TEXT NOT NULL,
  position INTEGER NOT NULL,
  body BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  -- When it was tried first; none before that.
  tried_first_at INTEGER,
  due_at INTEGER NOT NULL,
  why TEXT NOT NULL,
  UNIQUE (target, event)
) STRICT;
CREATE INDEX letter_waiting ON letter (target, lane, position) WHERE state = 'waiting';
