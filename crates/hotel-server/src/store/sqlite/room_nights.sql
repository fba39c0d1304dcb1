-- ?1: a JSON array of [hotel, nothing, first day, first day no longer meant].
SELECT room_night.hotel, room_night.night, room_night.room, room_night.booking
FROM json_each(?1) AS wanted
CROSS JOIN room_night
  ON room_night.hotel = wanted.value ->> 0
 AND room_night.night >= wanted.value ->> 2
 AND room_night.night < wanted.value ->> 3
