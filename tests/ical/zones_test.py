"""Every IANA zone: the VTIMEZONE that jalon writes against Python's zoneinfo, at each change of the clocks and at
random instants."""
import datetime
import os
import pathlib
import random
import subprocess
import unittest
import zoneinfo

import observances

WRITER = pathlib.Path(os.environ["JALON_BUILD_DIR"]) / "vtimezone_writer"
UTC = datetime.timezone.utc
NOT_IANA = {"localtime", "posixrules", "Factory", "leapseconds", "tzdata.zi"}


def all_zones():
    names = zoneinfo.available_timezones() - NOT_IANA
    return sorted(name for name in names if not name.startswith(("posix/", "right/")))


def written(names, *years):
    lines = "".join(name + "\n" for name in names)
    done = subprocess.run([WRITER, *map(str, years)], input=lines.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def truth(zone, instant):
    then = datetime.datetime.fromtimestamp(instant, UTC).astimezone(zone)
    return int(then.utcoffset().total_seconds()), then.tzname()


def epoch(year):
    return int(datetime.datetime(year, 1, 1, tzinfo=UTC).timestamp())


def changes(zone, first, last):
    """The instants between two years at which zoneinfo changes its mind, found by halving steps of ten days."""
    step = 10 * 86400
    before = truth(zone, epoch(first))
    for end in range(epoch(first) + step, epoch(last), step):
        after = truth(zone, end)
        if after != before:
            low, high = end - step, end
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if truth(zone, middle) == before else (low, middle)
            yield high
        before = after


class Zones(unittest.TestCase):
    def check(self, names, first, last, *years):
        chance = random.Random(5545)
        zones = observances.zones_of(written(names, *years), last)
        self.assertEqual([zone.name for zone in zones], names)
        faults = []
        for zone in zones:
            real = zoneinfo.ZoneInfo(zone.name)
            at_changes = [i + by for i in changes(real, first, last) for by in (-1, 0)]
            at_random = [chance.randrange(epoch(first), epoch(last)) for _ in range(40)]
            faults += [
                f"{zone.name} at {datetime.datetime.fromtimestamp(i, UTC)}: {zone.at(i)}, not {truth(real, i)}"
                for i in at_changes + at_random
                if zone.at(i) != truth(real, i)
            ]
        self.assertEqual(faults[:20], [])

    def test_all_zones_are_right_thirty_years_around(self):
        names = all_zones()
        self.assertGreater(len(names), 400)
        self.check(names, 1996, 2056, 1996, 2056)

    def test_zones_are_right_far_away_both_ways(self):
        names = ["America/Toronto", "Europe/Paris", "Europe/Dublin", "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza",
                 "Asia/Hebron", "Antarctica/Troll", "Pacific/Apia", "Africa/Cairo", "America/Nuuk", "America/Santiago",
                 "Asia/Tehran", "Africa/Windhoek", "Europe/Moscow", "Africa/Monrovia", "Europe/Lisbon", "Asia/Kolkata",
                 "Australia/Lord_Howe", "America/Sao_Paulo", "Etc/GMT+5", "Pacific/Kwajalein", "America/Caracas"]
        self.check(names, 1950, 2090, 1950, 2090)
        self.check(names, 2030, 2150, 2030)

    def test_the_first_observance_holds_before_the_first_date(self):
        for first in (1900, 1970, 2018, 2027, 2400, 3000):
            for zone in observances.zones_of(written(["America/Toronto", "Asia/Tokyo", "Asia/Gaza"], first), first + 1):
                self.assertIsNotNone(zone.at(epoch(first)), f"{zone.name} {first}")


if __name__ == "__main__":
    unittest.main()
