SELECT
  i.hotel,
  i.room_type,
  sum(r.minor) AS total,
  min(
    i.physical - i.out_of_order + i.overbook_rooms
    + i.physical * (i.overbook_share + 10000) / 10000 - i.physical
    - i.sold - i.held
  ) AS free
FROM place AS p
JOIN inventory AS i
  ON i.hotel = p.hotel AND i.room_type = p.room_type AND i.night >= ?2 AND i.night < ?3
JOIN rate_night AS r
  ON r.hotel = i.hotel AND r.rate_plan = ?4 AND r.room_type = i.room_type AND r.night = i.night
WHERE p.city_code = ?1 AND p.adults_max >= ?5 AND i.closed = 0 AND r.closed = 0
GROUP BY i.hotel, i.room_type
HAVING count(*) = ?3 - ?2
  AND free >= 1
  AND sum(
    i.night = ?2 AND (
      r.closed_to_arrival OR r.nights_min > ?3 - ?2
      OR (r.nights_max > 0 AND r.nights_max < ?3 - ?2))
  ) = 0
ORDER BY total, i.hotel, i.room_type
LIMIT ?6
