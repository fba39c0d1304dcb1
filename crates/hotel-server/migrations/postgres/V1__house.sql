-- Codes and names compare by their bytes, as they do in the program. The hotel is part of every key of
-- what belongs to one, so that tables can be partitioned by its hash, or spread over machines.

CREATE TABLE meta (
  name text PRIMARY KEY,
  value bytea NOT NULL
);

-- A hotel's stream; '' is the house. Whoever changes a hotel holds its row: it is the lock that keeps
-- two instances from deciding about one hotel at a time, and what it counts has no gaps.
CREATE TABLE stream (
  hotel text COLLATE "C" PRIMARY KEY,
  sequence bigint NOT NULL CHECK (sequence >= 0),
  -- The sequence of the last event that changed what the hotel sells.
  catalogue bigint NOT NULL CHECK (catalogue >= 0),
  decided_at timestamptz NOT NULL
) WITH (fillfactor = 50);
INSERT INTO stream (hotel, sequence, catalogue, decided_at) VALUES ('', 0, 0, to_timestamp(0));

CREATE TABLE hotel (
  code text COLLATE "C" PRIMARY KEY,
  body text NOT NULL
);

CREATE TABLE room_type (
  hotel text COLLATE "C" NOT NULL REFERENCES hotel,
  code text COLLATE "C" NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (hotel, code)
);

CREATE TABLE room (
  hotel text COLLATE "C" NOT NULL REFERENCES hotel,
  number text COLLATE "C" NOT NULL,
  room_type text COLLATE "C" NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (hotel, number),
  FOREIGN KEY (hotel, room_type) REFERENCES room_type (hotel, code)
);

CREATE TABLE rate_plan (
  hotel text COLLATE "C" NOT NULL REFERENCES hotel,
  code text COLLATE "C" NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (hotel, code)
);

CREATE TABLE rate_night (
  hotel text COLLATE "C" NOT NULL,
  rate_plan text COLLATE "C" NOT NULL,
  room_type text COLLATE "C" NOT NULL,
  night date NOT NULL,
  minor bigint NOT NULL CHECK (minor >= 0),
  closed boolean NOT NULL,
  closed_to_arrival boolean NOT NULL,
  closed_to_departure boolean NOT NULL,
  nights_min integer NOT NULL CHECK (nights_min >= 0),
  nights_max integer NOT NULL CHECK (nights_max >= 0),
  PRIMARY KEY (hotel, rate_plan, room_type, night)
);

-- Room is left on every page, so that a changed night stays where its key points to.
CREATE TABLE inventory (
  hotel text COLLATE "C" NOT NULL,
  room_type text COLLATE "C" NOT NULL,
  night date NOT NULL,
  physical integer NOT NULL CHECK (physical >= 0),
  out_of_order integer NOT NULL CHECK (out_of_order >= 0),
  overbook_rooms integer NOT NULL,
  overbook_share integer NOT NULL CHECK (overbook_share >= -10000),
  sold integer NOT NULL CHECK (sold >= 0),
  held integer NOT NULL CHECK (held >= 0),
  closed boolean NOT NULL,
  PRIMARY KEY (hotel, room_type, night)
) WITH (fillfactor = 50);

-- The second fence: whatever the program above believes, no night takes more than it may. A night
-- may lawfully hold more than is sellable (a room broke after it was sold); it may not take more then.
CREATE FUNCTION refuse_to_sell_a_night_twice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'no_night_sold_twice' USING
    ERRCODE = 'check_violation', CONSTRAINT = 'no_night_sold_twice';
END $$;

CREATE TRIGGER no_night_sold_twice_update BEFORE UPDATE ON inventory FOR EACH ROW
WHEN (NEW.sold + NEW.held > OLD.sold + OLD.held
  AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
      + NEW.physical::bigint * (NEW.overbook_share + 10000) / 10000 - NEW.physical)
EXECUTE FUNCTION refuse_to_sell_a_night_twice();

CREATE TRIGGER no_night_sold_twice_insert BEFORE INSERT ON inventory FOR EACH ROW
WHEN (NEW.sold + NEW.held > 0
  AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
      + NEW.physical::bigint * (NEW.overbook_share + 10000) / 10000 - NEW.physical)
EXECUTE FUNCTION refuse_to_sell_a_night_twice();

-- One room, one night, one occupant; no booking means out of order.
CREATE TABLE room_night (
  hotel text COLLATE "C" NOT NULL,
  night date NOT NULL,
  room text COLLATE "C" NOT NULL,
  booking bigint,
  PRIMARY KEY (hotel, night, room)
);

CREATE TABLE guest (
  id uuid PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  family text COLLATE "C" NOT NULL,
  given text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  note text NOT NULL
);
CREATE INDEX guest_by_family ON guest (lower(family), id);

-- `number` is what the booking's code stands for, under the store's permutation; `told` are the places
-- in the hotel's stream that tell of the booking, in order. Until something happens to it, the first of
-- them holds its body.
CREATE TABLE booking (
  number bigint NOT NULL CHECK (number > 0),
  hotel text COLLATE "C" NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN (
    'waitlisted', 'held', 'requested', 'confirmed', 'in_house', 'checked_out',
    'cancelled', 'declined', 'no_show', 'expired', 'released')),
  check_in date NOT NULL,
  check_out date NOT NULL,
  guest uuid NOT NULL,
  expires_at timestamptz,
  total_minor bigint NOT NULL CHECK (total_minor >= 0),
  fee_minor bigint NOT NULL CHECK (fee_minor >= 0),
  told bigint[] NOT NULL,
  body text,
  PRIMARY KEY (number, hotel),
  CHECK (check_in < check_out AND check_out - check_in <= 365),
  CHECK (state <> 'held' OR expires_at IS NOT NULL),
  CHECK (version = 1 OR body IS NOT NULL),
  CHECK (cardinality(told) = version)
);
CREATE INDEX booking_by_arrival ON booking (hotel, check_in);
CREATE INDEX booking_by_guest ON booking (guest);
CREATE INDEX booking_holds ON booking (hotel, expires_at) WHERE state = 'held';
CREATE INDEX booking_open ON booking (hotel, state, check_out)
  WHERE state IN ('waitlisted', 'requested', 'in_house');
CREATE SEQUENCE booking_number;

-- What guests ask for: personal, so it stands apart from what the events tell.
CREATE TABLE booking_request (
  booking bigint PRIMARY KEY,
  text text NOT NULL
);

-- What was committed together. The feed takes batches in after their commit, in the order in which
-- they become visible, and gives their events their positions: the first is `position + 1`.
CREATE SEQUENCE batch_id;
CREATE TABLE batch (
  id bigint PRIMARY KEY,
  events integer NOT NULL CHECK (events > 0),
  decided_at timestamptz NOT NULL,
  position bigint CHECK (position >= 0),
  recorded_at timestamptz,
  CHECK ((position IS NULL) = (recorded_at IS NULL))
);
CREATE UNIQUE INDEX batch_by_position ON batch (position) WHERE position IS NOT NULL;
CREATE INDEX batch_by_moment ON batch (recorded_at, position) WHERE position IS NOT NULL;
CREATE INDEX batch_waiting ON batch (id) WHERE position IS NULL;

-- How far the feed reaches. Its one row is the fence: nobody gives positions without holding it.
CREATE TABLE feed (
  id integer PRIMARY KEY CHECK (id = 1),
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL
);
INSERT INTO feed (id, position, recorded_at) VALUES (1, 0, to_timestamp(0));

CREATE TABLE event (
  hotel text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  batch bigint NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  id uuid NOT NULL,
  booking bigint,
  type text NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor text NOT NULL,
  channel text NOT NULL,
  correlation uuid NOT NULL,
  causation uuid NOT NULL,
  schema integer NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (hotel, sequence)
);
CREATE INDEX event_by_batch ON event (batch);

-- The log only grows.
CREATE FUNCTION refuse_to_change_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event_is_never_changed' USING
    ERRCODE = 'restrict_violation', CONSTRAINT = 'event_is_never_changed';
END $$;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event
EXECUTE FUNCTION refuse_to_change_the_log();

-- Takes in up to so many batches that wait, and tells how far the feed reaches. Each statement in here
-- sees what was committed before it, so that nothing is looked at before the fence is held.
CREATE FUNCTION take_in(batches_max integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  reached bigint;
  moment timestamptz;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM batch WHERE position IS NULL) THEN
    SELECT feed.position INTO reached FROM feed;
    RETURN reached;
  END IF;
  SELECT feed.position, feed.recorded_at INTO reached, moment FROM feed FOR UPDATE;
  WITH waiting AS MATERIALIZED (
    SELECT batch.id, batch.events, batch.decided_at FROM batch
    WHERE batch.position IS NULL ORDER BY batch.id LIMIT batches_max
  ), placed AS (
    SELECT waiting.id,
      sum(waiting.events) OVER (ORDER BY waiting.id) AS after,
      waiting.events,
      greatest(moment, max(waiting.decided_at) OVER (ORDER BY waiting.id)) AS recorded_at
    FROM waiting
  ), taken AS (
    UPDATE batch SET position = reached + placed.after - placed.events,
      recorded_at = placed.recorded_at
    FROM placed WHERE batch.id = placed.id
    RETURNING batch.events, batch.recorded_at
  )
  SELECT reached + coalesce(sum(taken.events), 0), greatest(moment, max(taken.recorded_at))
  INTO reached, moment FROM taken;
  UPDATE feed SET position = reached, recorded_at = moment WHERE feed.position < reached;
  IF FOUND THEN
    NOTIFY feed;
  END IF;
  RETURN reached;
END $$;

-- One command, one result, for ever.
CREATE TABLE command (
  principal uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  status integer NOT NULL,
  etag bigint,
  booking bigint,
  changes integer,
  body text,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (principal, key),
  CHECK ((booking IS NULL) = (changes IS NULL) AND (booking IS NULL) <> (body IS NULL))
);

CREATE TABLE house_user (
  id uuid PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('agent', 'manager', 'admin')),
  hotels text NOT NULL,
  active boolean NOT NULL
);

CREATE TABLE token (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL REFERENCES house_user,
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked boolean NOT NULL
);

-- Rows come and go here quickly; they are tidied up before they pile up.
ALTER TABLE inventory SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE stream SET (autovacuum_vacuum_scale_factor = 0.05);
