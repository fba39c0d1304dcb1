-- History that is imported happened before it was written down.
ALTER TABLE event ADD COLUMN recorded_at INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER event_is_never_changed;
UPDATE event SET recorded_at = occurred_at;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'event_is_never_changed');
END;
