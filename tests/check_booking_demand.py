#!/usr/bin/env python3
"""Says what a house of given capacities accepts of hotel booking demand data, and what it earned.

A second opinion on `hotel import --layout booking-demand` and on `hotel report`: written from the rules
alone, in another language, with nothing shared. Python 3, standard library only.

    check_booking_demand.py FILE --capacity "City Hotel=226" --capacity "Resort Hotel=187" --month 2016-08

FILE is CSV, plain or gzip. JSON goes to stdout.

The rules. A booking is made lead_time days before its arrival, in the order of days; within one day first
the cancellations of bookings made on an earlier day, then the bookings in the order of the file, then the
cancellations of bookings made on that same day. Every booking takes one room of its hotel for each of its
nights; it is refused as `no_nights` if it has none and as `sold_out` if a night is full. A cancellation
gives its nights back; a no-show keeps them. A negative rate counts as zero; who has no adult gets one.

The figures of a month. Rooms sold are the nights in it of stays that were neither cancelled nor no-shows
and had a rate above zero, complimentary nights the same with a rate of zero; revenue is what the nights
sold cost; ADR is revenue by rooms sold, RevPAR revenue by rooms available, both rounded half up to the cent.
"""

import argparse
import calendar
import collections
import csv
import datetime
import decimal
import gzip
import json
import sys

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
ONE_DAY = datetime.timedelta(days=1)


def rows_of(path):
    """Yields the rows as dictionaries, each with its line in the file."""
    with open(path, "rb") as probe:
        opener = gzip.open if probe.read(2) == b"\x1f\x8b" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield reader.line_num, {key: value.strip() for key, value in row.items()}


def cents_of(text):
    """Returns an amount in cents, rounded half away from zero."""
    cents = decimal.Decimal(text).scaleb(2)
    return int(cents.quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


class Stay:
    """One row, as the house sees it."""

    def __init__(self, line, row, warnings):
        self.line = line
        self.hotel = row["hotel"]
        month = MONTHS[row["arrival_date_month"]]
        day = int(row["arrival_date_day_of_month"])
        self.arrival = datetime.date(int(row["arrival_date_year"]), month, day)
        self.nights = int(row["stays_in_weekend_nights"]) + int(row["stays_in_week_nights"])
        self.created = self.arrival - datetime.timedelta(days=int(row["lead_time"]))
        self.status = row["reservation_status"]
        self.cancelled = None
        if self.status == "Canceled":
            ended = datetime.date.fromisoformat(row["reservation_status_date"])
            if ended < self.created:
                warnings["cancelled_early"] += 1
            self.cancelled = max(ended, self.created)
        self.rate = cents_of(row["adr"])
        if self.rate < 0:
            warnings["negative_rate"] += 1
            self.rate = 0
        children = row["children"]
        if children in ("NA", "NULL", ""):
            warnings["children_unknown"] += 1
            children = "0"
        if int(row["adults"]) == 0:
            alone = int(children) == 0 and int(row["babies"]) == 0
            warnings["no_guests" if alone else "no_adults"] += 1
        self.refused = None

    def each_night(self):
        """Returns the nights of the stay."""
        return [self.arrival + ONE_DAY * number for number in range(self.nights)]


def replay(stays, capacity):
    """Replays the history day by day and writes into each stay why it was refused, if it was."""
    sold = collections.defaultdict(collections.Counter)
    created, ended_later, ended_at_once = (collections.defaultdict(list) for _ in range(3))
    for stay in stays:
        created[stay.created].append(stay)
        if stay.cancelled is not None:
            same_day = stay.cancelled == stay.created
            (ended_at_once if same_day else ended_later)[stay.cancelled].append(stay)

    def give_back(stay):
        if stay.refused is None:
            sold[stay.hotel].subtract(stay.each_night())

    for day in sorted(set(created) | set(ended_later) | set(ended_at_once)):
        for stay in ended_later[day]:
            give_back(stay)
        for stay in created[day]:
            house = sold[stay.hotel]
            if stay.nights == 0:
                stay.refused = "no_nights"
            elif any(house[night] >= capacity[stay.hotel] for night in stay.each_night()):
                stay.refused = "sold_out"
            else:
                house.update(stay.each_night())
        for stay in ended_at_once[day]:
            give_back(stay)


def half_up(numerator, denominator):
    """Divides whole cents, rounded half up."""
    return (2 * numerator + denominator) // (2 * denominator) if denominator else None


def figures(stays, month, rooms):
    """Returns what one hotel did in one month."""
    year, number = (int(part) for part in month.split("-"))
    first = datetime.date(year, number, 1)
    days = calendar.monthrange(year, number)[1]
    last = first + ONE_DAY * (days - 1)
    paid = free = absent = revenue = 0
    for stay in stays:
        if stay.refused is not None or stay.cancelled is not None:
            continue
        here = sum(1 for night in stay.each_night() if first <= night <= last)
        if stay.status == "No-Show":
            absent += here
        elif stay.rate > 0:
            paid += here
            revenue += here * stay.rate
        else:
            free += here
    available = rooms * days
    return {
        "rooms_available": available,
        "rooms_sold": paid,
        "complimentary_nights": free,
        "no_show_nights": absent,
        "revenue_cents": revenue,
        "adr_cents": half_up(revenue, paid),
        "revpar_cents": half_up(revenue, available),
    }


def counted(stays, key):
    """Counts by hotel and key."""
    counts = collections.defaultdict(collections.Counter)
    for stay in stays:
        counts[stay.hotel][key(stay)] += 1
    return {hotel: dict(sorted(count.items())) for hotel, count in sorted(counts.items())}


def main():
    """Reads the arguments, replays, prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--capacity", action="append", default=[], metavar="NAME=ROOMS")
    parser.add_argument("--month", action="append", default=[], metavar="YYYY-MM")
    arguments = parser.parse_args()
    pairs = (pair.rsplit("=", 1) for pair in arguments.capacity)
    capacity = {name: int(rooms) for name, rooms in pairs}
    warnings = collections.Counter()
    stays = [Stay(line, row, warnings) for line, row in rows_of(arguments.file)]
    unknown = {stay.hotel for stay in stays} - set(capacity)
    if unknown:
        sys.exit(f"no --capacity for {', '.join(sorted(unknown))}")
    replay(stays, capacity)
    accepted = [stay for stay in stays if stay.refused is None]
    refused = [stay for stay in stays if stay.refused is not None]
    json.dump(
        {
            "lines": len(stays),
            "accepted": len(accepted),
            "refused": len(refused),
            "accepted_by_hotel": counted(accepted, lambda stay: stay.status),
            "refused_by_hotel": counted(refused, lambda stay: stay.refused),
            "warnings": dict(sorted(warnings.items())),
            "months": {
                hotel: {
                    month: figures([stay for stay in stays if stay.hotel == hotel], month, rooms)
                    for month in arguments.month
                }
                for hotel, rooms in sorted(capacity.items())
            },
        },
        sys.stdout,
        indent=2,
    )
    print()


if __name__ == "__main__":
    main()
