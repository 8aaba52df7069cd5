"""What python3-icalendar reads in a calendar, as plain values; the readers in C++ (libical) and JavaScript (ical.js)
give the same. One dictionary a component:

kind, uid, summary, description, location, url, status, transp: text; priority, percent, sequence: digits; empty where
there is none. categories: list. relations: [type, UID]. start, end, due, stamp, completed: None, or value (as it
stands, ISO 8601), zone (TZID, "UTC" or empty), and where it is a time, utc. alarms: related, seconds, description.
instances: the first 60, without exceptions, as they stand; None where it does not recur."""
import datetime
import itertools

import icalendar
from dateutil import rrule

import observances

MOST_INSTANCES = 60
LAST_YEAR = 2110


def iso(value):
    return value.strftime("%Y-%m-%dT%H:%M:%S") if isinstance(value, datetime.datetime) else value.isoformat()


def naive(value):
    return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value


class Reader:
    def __init__(self, data):
        self.calendar = icalendar.Calendar.from_ical(data)
        self.zones = {zone.name: zone for zone in observances.zones_of(data.decode(), LAST_YEAR)}

    def readings(self):
        return [self.reading(c) for c in self.calendar.subcomponents if c.name != "VTIMEZONE"]

    def utc(self, value, zone):
        instant = value if zone == "UTC" else self.zones[zone].to_utc(value)
        return iso(instant) + "Z"

    def moment(self, component, name):
        found = component.get(name)
        if found is None:
            return None
        value = naive(found.dt)
        zone = found.params.get("TZID", "")
        timed = isinstance(value, datetime.datetime)
        if timed and not zone:
            zone = "UTC" if found.dt.tzinfo else ""
        result = {"value": iso(value), "zone": zone}
        if timed:
            result["utc"] = self.utc(value, zone)
        return result

    def exceptions(self, component):
        found = component.get("EXDATE")
        lists = found if isinstance(found, list) else [found] if found else []
        return {iso(naive(each.dt)) for group in lists for each in group.dts}

    def instances(self, component):
        rule = component.get("RRULE")
        if rule is None:
            return None
        start = component["DTSTART"]
        text = rule.to_ical().decode()
        until = rule.get("UNTIL")
        first = naive(start.dt)
        timed = isinstance(first, datetime.datetime)
        limit = datetime.datetime.max
        if until:
            text = ";".join(part for part in text.split(";") if not part.startswith("UNTIL="))
            limit = naive(until[0]) if timed else datetime.datetime.combine(until[0], datetime.time())
        zone = self.moment(component, "DTSTART")["zone"]
        excepted = self.exceptions(component)
        found = []
        for instance in rrule.rrulestr(text, dtstart=datetime.datetime.combine(first, datetime.time()) if not timed else first):
            at = self.zones[zone].to_utc(instance) if timed and zone != "UTC" else instance
            if at > limit or len(found) == MOST_INSTANCES:
                break
            shown = iso(instance) if timed else iso(instance.date())
            if shown not in excepted:
                found.append(shown)
        return found

    def alarm(self, component):
        trigger = component["TRIGGER"]
        return {
            "related": trigger.params.get("RELATED", "START"),
            "seconds": int(trigger.dt.total_seconds()),
            "description": str(component["DESCRIPTION"]),
        }

    def reading(self, component):
        def text(name):
            found = component.get(name)
            return "" if found is None else str(found)

        def several(name):
            found = component.get(name)
            return found if isinstance(found, list) else [] if found is None else [found]

        return {
            "kind": component.name,
            "uid": text("UID"),
            "summary": text("SUMMARY"),
            "description": text("DESCRIPTION"),
            "location": text("LOCATION"),
            "url": text("URL"),
            "categories": [str(c) for group in several("CATEGORIES") for c in group.cats],
            "priority": text("PRIORITY"),
            "percent": text("PERCENT-COMPLETE"),
            "status": text("STATUS"),
            "transp": text("TRANSP"),
            "sequence": text("SEQUENCE"),
            "stamp": self.moment(component, "DTSTAMP"),
            "completed": self.moment(component, "COMPLETED"),
            "start": self.moment(component, "DTSTART"),
            "end": self.moment(component, "DTEND"),
            "due": self.moment(component, "DUE"),
            "relations": [[r.params["RELTYPE"], str(r)] for r in several("RELATED-TO")],
            "alarms": [self.alarm(c) for c in component.subcomponents if c.name == "VALARM"],
            "instances": self.instances(component),
        }


def readings(data):
    return Reader(data).readings()
