"""Every IANA zone: the VTIMEZONE that jalon writes against Python's zoneinfo, at each change of the clocks and at
random instants; as this test reads it, as libical does, and as ical.js does."""
import datetime
import functools
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest
import zoneinfo

import observances

BUILD = pathlib.Path(os.environ["JALON_BUILD_DIR"])
HERE = pathlib.Path(__file__).parent
UTC = datetime.timezone.utc
NOT_IANA = {"localtime", "posixrules", "Factory", "leapseconds", "tzdata.zi"}


def all_zones():
    names = zoneinfo.available_timezones() - NOT_IANA
    return sorted(name for name in names if not name.startswith(("posix/", "right/")))


def written(names, *years):
    lines = "".join(name + "\n" for name in names)
    done = subprocess.run([BUILD / "vtimezone_writer", *map(str, years)], input=lines.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def truth(zone, instant):
    then = datetime.datetime.fromtimestamp(instant, UTC).astimezone(zone)
    return int(then.utcoffset().total_seconds()), then.tzname()


def epoch(year):
    return int(datetime.datetime(year, 1, 1, tzinfo=UTC).timestamp())


@functools.cache
def changes(zone, first, last):
    """The instants between two years at which zoneinfo changes its mind, found by halving steps of ten days."""
    return list(find_changes(zone, first, last))


def find_changes(zone, first, last):
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


def offset(zone, instant):
    return truth(zone, instant)[0]


def answers(command, calendar, questions):
    """What another program makes of a calendar's zones."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / "zones.ics", pathlib.Path(folder) / "questions.json"]
        paths[0].write_bytes(calendar.encode())
        paths[1].write_text(json.dumps(questions), encoding="utf-8")
        done = subprocess.run([*command, *paths], check=True, capture_output=True)
        return json.loads(done.stdout)


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

    def test_libical_reads_the_same_offsets(self):
        names = all_zones()
        instants = {}
        for name in names:
            zone = zoneinfo.ZoneInfo(name)
            instants[name] = [i + by for i in changes(zone, 1996, 2056) for by in (-1, 0, 86400 * 40)]
        found = answers([BUILD / "libical_zones"], written(names, 1996, 2056), instants)
        faults = [
            f"{name} at {instant}: {got}"
            for name in names
            for instant, got in zip(instants[name], found[name])
            if got != offset(zoneinfo.ZoneInfo(name), instant)
        ]
        self.assertEqual(faults[:20], [])

    def test_ical_js_reads_the_same_offsets(self):
        names, times, wanted = all_zones(), {}, {}
        for name in names:
            zone = zoneinfo.ZoneInfo(name)
            # Local times that the change neither skips nor doubles.
            instants = [i + by for i in changes(zone, 1996, 2056) for by in (-14400, 14400)]
            wanted[name] = [offset(zone, i) for i in instants]
            local = [datetime.datetime.fromtimestamp(i, zone).replace(tzinfo=None) for i in instants]
            times[name] = [time.isoformat() for time in local]
        found = answers(["node", HERE / "icaljs_zones.mjs"], written(names, 1996, 2056), times)
        faults = [name for name in names if found[name] != wanted[name]]
        self.assertEqual(faults, [])

    def test_zones_are_right_far_away_both_ways(self):
        names = ["America/Toronto", "Europe/Paris", "Europe/Dublin", "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza",
                 "Asia/Hebron", "Antarctica/Troll", "Pacific/Apia", "Africa/Cairo", "America/Nuuk", "America/Santiago",
                 "Asia/Tehran", "Africa/Windhoek", "Europe/Moscow", "Africa/Monrovia", "Europe/Lisbon", "Asia/Kolkata",
                 "Australia/Lord_Howe", "America/Sao_Paulo", "Etc/GMT+5", "Pacific/Kwajalein", "America/Caracas"]
        self.check(names, 1950, 2090, 1950, 2090)
        self.check(names, 2030, 2150, 2030)
        self.check(names, 2990, 3010, 2990, 3010)

    def test_the_first_observance_holds_before_the_first_date(self):
        for first in (1900, 1970, 2018, 2027, 2400, 3000):
            for zone in observances.zones_of(written(["America/Toronto", "Asia/Tokyo", "Asia/Gaza"], first), first + 1):
                self.assertIsNotNone(zone.at(epoch(first)), f"{zone.name} {first}")


if __name__ == "__main__":
    unittest.main()
