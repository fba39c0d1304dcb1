-- A trigger before a row makes Postgres lock and log that row once more for each night that is sold. After
-- the row it refuses the same, in the same transaction, and costs a comparison.
DROP TRIGGER no_night_sold_twice_update ON inventory;
CREATE TRIGGER no_night_sold_twice_update AFTER UPDATE ON inventory FOR EACH ROW
WHEN (NEW.sold + NEW.held > OLD.sold + OLD.held
  AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
      + NEW.physical::bigint * (NEW.overbook_share + 10000) / 10000 - NEW.physical)
EXECUTE FUNCTION refuse_to_sell_a_night_twice();

DROP TRIGGER no_night_sold_twice_insert ON inventory;
CREATE TRIGGER no_night_sold_twice_insert AFTER INSERT ON inventory FOR EACH ROW
WHEN (NEW.sold + NEW.held > 0
  AND NEW.sold + NEW.held > NEW.physical - NEW.out_of_order + NEW.overbook_rooms
      + NEW.physical::bigint * (NEW.overbook_share + 10000) / 10000 - NEW.physical)
EXECUTE FUNCTION refuse_to_sell_a_night_twice();

-- What the version before relies on is as it was.
INSERT INTO meta (name, value) VALUES ('works_from', '\x0000000000000001');
