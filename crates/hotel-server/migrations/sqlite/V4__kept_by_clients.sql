-- What a client had to keep before the house heard of it: since when, and under which code.
ALTER TABLE event ADD COLUMN enqueued_at INTEGER;

-- Most bookings have none, and cost the index nothing.
ALTER TABLE booking ADD COLUMN provisional TEXT;
CREATE INDEX booking_by_provisional ON booking (provisional) WHERE provisional IS NOT NULL;
