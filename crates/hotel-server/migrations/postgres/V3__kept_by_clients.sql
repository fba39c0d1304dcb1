-- What a client had to keep before the house heard of it: since when, and under which code. A program
-- from before this works beside one that knows it: it leaves both columns as they are.
-- In the order in which writers come to them: first to the streams, where all of them begin.
LOCK TABLE stream IN EXCLUSIVE MODE;
LOCK TABLE booking, event IN ACCESS EXCLUSIVE MODE;

ALTER TABLE event ADD COLUMN enqueued_at timestamptz;

-- Most bookings have none, and cost the index nothing.
ALTER TABLE booking ADD COLUMN provisional text COLLATE "C";
CREATE INDEX booking_by_provisional ON booking (provisional) WHERE provisional IS NOT NULL;

-- That program writes the body of a booking without what it does not know.
CREATE FUNCTION keep_the_provisional_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.body := left(NEW.body, -1) || ',"provisional":' || to_json(OLD.provisional) || '}';
  RETURN NEW;
END $$;
CREATE TRIGGER a_provisional_code_is_kept BEFORE UPDATE OF body ON booking FOR EACH ROW
WHEN (OLD.provisional IS NOT NULL AND position('"provisional":' IN NEW.body) = 0)
EXECUTE FUNCTION keep_the_provisional_code();

-- The oldest version whose program works with these tables: 1, in eight bytes.
INSERT INTO meta (name, value) VALUES ('works_from', '\x0000000000000001')
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
