-- The journal: every change that agents asked for, in the order in which they did.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What takes the place of another one has its turn; everything else has that of its number.
  place INTEGER,
  turn INTEGER NOT NULL AS (coalesce(place, seq)),
  key TEXT NOT NULL UNIQUE,
  -- Which house it is for, and who asks.
  server TEXT NOT NULL,
  principal TEXT NOT NULL,
  argv TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  if_version INTEGER,
  body BLOB NOT NULL,
  fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
  -- The booking that it is about, by whatever code it was called first, and its house: what is about the
  -- same goes in order. What its agent heard at once to be refused is in none.
  lane TEXT,
  provisional TEXT,
  -- What the agent saw of the booking: what was changed since is found against it.
  base BLOB,
  alternatives TEXT NOT NULL,
  expires_at INTEGER,
  supersedes INTEGER REFERENCES operation,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'in_doubt', 'held', 'conflict', 'applied',
    'noop', 'rejected', 'expired', 'superseded', 'dropped')),
  entered_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  sender TEXT,
  settled_at INTEGER,
  status INTEGER,
  answer BLOB,
  note TEXT,
  booking TEXT,
  CHECK ((state = 'sending') = (sender IS NOT NULL)),
  CHECK ((status IS NULL) = (answer IS NULL))
) STRICT;
CREATE INDEX operation_in_the_way ON operation (lane, turn)
  WHERE state NOT IN ('applied', 'noop', 'superseded', 'dropped');
CREATE INDEX operation_open ON operation (state, seq)
  WHERE state IN ('queued', 'sending', 'in_doubt', 'held', 'conflict');
CREATE INDEX operation_superseding ON operation (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX operation_provisional ON operation (provisional) WHERE provisional IS NOT NULL;
CREATE INDEX operation_settled ON operation (settled_at) WHERE settled_at IS NOT NULL;

-- Operations that another one was told to follow.
CREATE TABLE edge (
  seq INTEGER NOT NULL REFERENCES operation ON DELETE CASCADE,
  after INTEGER NOT NULL,
  PRIMARY KEY (seq, after)
) STRICT, WITHOUT ROWID;

-- What the house called the bookings that were provisional once; for ever.
CREATE TABLE called (
  provisional TEXT PRIMARY KEY,
  code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX called_by_code ON called (code);

-- Whose tokens are known by the user's name, so that a new token goes on with what the old one asked for.
CREATE TABLE principal (
  token TEXT PRIMARY KEY,
  user TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who sends what waits: one process at a time.
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  owner TEXT NOT NULL,
  beaten_at INTEGER NOT NULL
) STRICT;

-- Why nothing is sent for now, and until when.
CREATE TABLE pause (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  why TEXT NOT NULL CHECK (why IN ('auth', 'link')),
  tries INTEGER NOT NULL,
  until INTEGER
) STRICT;
