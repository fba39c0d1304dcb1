-- ?1: a JSON array of [hotel, nothing, first day, first day no longer meant]; all room types.
SELECT
  inventory.id, inventory.hotel, inventory.room_type, inventory.night,
  inventory.physical, inventory.out_of_order, inventory.overbook_rooms,
  inventory.overbook_share, inventory.sold, inventory.held, inventory.closed
FROM json_each(?1) AS wanted
CROSS JOIN inventory
  ON inventory.hotel = wanted.value ->> 0
 AND inventory.night >= wanted.value ->> 2
 AND inventory.night < wanted.value ->> 3
