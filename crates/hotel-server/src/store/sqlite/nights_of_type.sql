-- ?1: a JSON array of [hotel, room type, first day, first day no longer meant].
-- CROSS JOIN keeps the wishes outside, so that each is one range of the unique key.
SELECT
  inventory.id, inventory.hotel, inventory.room_type, inventory.night,
  inventory.physical, inventory.out_of_order, inventory.overbook_rooms,
  inventory.overbook_share, inventory.sold, inventory.held, inventory.closed
FROM json_each(?1) AS wanted
CROSS JOIN inventory
  ON inventory.hotel = wanted.value ->> 0
 AND inventory.room_type = wanted.value ->> 1
 AND inventory.night >= wanted.value ->> 2
 AND inventory.night < wanted.value ->> 3
