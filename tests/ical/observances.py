"""Works out, from the text of a VTIMEZONE alone, which observance is in force when. Uses dateutil to expand rules and
nothing of jalon: RFC 5545 section 3.6.5 read by another program."""
import bisect
import datetime
import re

from dateutil import rrule


def unfolded(text):
    return re.sub("\r\n[ \t]", "", text).split("\r\n")


def seconds(offset):
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].ljust(6, "0")
    return sign * (int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6]))


def components(lines, name):
    """The lines inside each BEGIN:name … END:name."""
    inside = None
    for line in lines:
        if line == "BEGIN:" + name:
            inside = []
        elif line == "END:" + name:
            yield inside
            inside = None
        elif inside is not None:
            inside.append(line)


def value(lines, name):
    return next((line.split(":", 1)[1] for line in lines if re.match(name + "[:;]", line)), None)


def onsets(observance, last_year):
    """The local times, without a zone, at which it begins."""
    start = datetime.datetime.strptime(value(observance, "DTSTART"), "%Y%m%dT%H%M%S")
    rule = value(observance, "RRULE")
    if not rule:
        return [start]
    until = re.search(";UNTIL=([0-9TZ]+)", rule)
    if until:
#UNTIL is in UTC; the observance's own times are by the clocks before it.
        limit = datetime.datetime.strptime(until.group(1), "%Y%m%dT%H%M%SZ")
        limit += datetime.timedelta(seconds=seconds(value(observance, "TZOFFSETFROM")))
        rule = rule.replace(until.group(0), "")
    else:
        limit = datetime.datetime(last_year, 12, 31)
    return list(rrule.rrulestr(rule, dtstart=start).between(start, limit, inc=True))


EPOCH = datetime.datetime(1970, 1, 1)


class Zone:
    """What a VTIMEZONE says, as a sorted list of (instant, offset, name)."""

    def __init__(self, lines, last_year):
        self.name = value(lines, "TZID")
        changes = []
        for kind in ("STANDARD", "DAYLIGHT"):
            for observance in components(lines, kind):
                before = seconds(value(observance, "TZOFFSETFROM"))
                after = seconds(value(observance, "TZOFFSETTO"))
                for start in onsets(observance, last_year):
                    instant = int((start - EPOCH).total_seconds()) - before
                    changes.append((instant, before, after, value(observance, "TZNAME")))
        self.changes = sorted(changes)
        self.instants = [change[0] for change in self.changes]

    def at(self, instant):
        """(offset, abbreviation) in force; None before the first observance."""
        index = bisect.bisect_right(self.instants, instant) - 1
        return None if index < 0 else self.changes[index][2:]


    def to_utc(self, local):
        """The instant of a local time, both without a zone: the offset before where it is skipped, the first where it
        comes twice (RFC 5545 section 3.3.5)."""
        seconds_of_local = int((local - EPOCH).total_seconds())
        index = bisect.bisect_right([i + max(b, a) for i, b, a, _ in self.changes], seconds_of_local) - 1
        return local - datetime.timedelta(seconds=self.changes[index][2])


def zones_of(text, last_year):
    return [Zone(lines, last_year) for lines in components(unfolded(text), "VTIMEZONE")]
