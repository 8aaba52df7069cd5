"""What a calendar must say, worked out from what the plan says and the rules that README states; in the form of
readings.py. Knows nothing of how jalon does it: zones come from zoneinfo, recurrences from dateutil."""
import datetime
import itertools
import zoneinfo

from dateutil import rrule

from readings import MOST_INSTANCES, iso

UTC = datetime.timezone.utc
STAMP = {"value": "2018-11-26T12:00:00", "zone": "UTC", "utc": "2018-11-26T12:00:00Z"}
MORNING = datetime.timedelta(hours=9)
HALF_HOUR = datetime.timedelta(minutes=30)
DAY = datetime.timedelta(days=1)
STATUS = {"open": "NEEDS-ACTION", "begun": "IN-PROCESS", "done": "COMPLETED", "cancelled": "CANCELLED"}
WHO = {"fr": "Responsable : ", "en": "Who: "}
WITH = {"fr": "Avec : ", "en": "With: "}
CATEGORY = {"fr": "Échéance", "en": "Deadline"}


def parse(text):
    return datetime.datetime.fromisoformat(text)


class Clocks:
    def __init__(self, name):
        self.name = name
        self.zone = zoneinfo.ZoneInfo(name)

    def to_utc(self, local):
        return local.replace(tzinfo=self.zone).astimezone(UTC)

    def to_local(self, instant):
        return instant.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def existing(self, local):
        return self.to_local(self.to_utc(local))

    def moment(self, local):
        """Without the instant where the local time is skipped or comes twice: there, parsers differ."""
        result = {"value": iso(local), "zone": self.name}
        if self.to_utc(local) == self.to_utc(local.replace(fold=1)):
            result["utc"] = self.to_utc(local).strftime("%Y-%m-%dT%H:%M:%SZ")
        return result


def date(day):
    return {"value": iso(day.date()), "zone": ""}


class Place:
    """Where an action stands in one form: start and end as readings have them, and what its alarms count from."""

    def __init__(self, when, form, clocks):
        self.start = self.end = None
        self.related, self.base = "START", datetime.timedelta()
        self.first = None  # the local start of the first instance
        if when["kind"] == "undated":
            return
        first, last = parse(when["start"]), parse(when["end"])
        recurs = "rule" in when
        window = when["kind"] == "window" and first < last
        if when["kind"] == "event":
            self.event(first, last, when["timed"], recurs, clocks)
        elif when["timed"]:
            self.due_at(last, form, recurs, clocks)
        elif form == "event":
            self.due_on_as_event(first if window and recurs else last, last)
        else:
            self.due_on_as_todo(first, last, window, recurs, clocks)

    def days(self, first, end):
        self.first, self.start, self.end, self.base = first, date(first), date(end), MORNING

    def times(self, first, end, clocks):
        self.first, self.start, self.end = first, clocks.moment(first), clocks.moment(end)

    def event(self, first, last, timed, recurs, clocks):
        if not timed:
            return self.days(first, last + DAY)
        length = last - first
        start, end = (first, last) if recurs else (clocks.existing(first), clocks.existing(last))
        self.times(start, end if end > start else start + length, clocks)

    def due_at(self, due, form, recurs, clocks):
        self.related = "END"
        midnight = due.replace(hour=0, minute=0)
        if recurs:
            start = max(midnight, due - HALF_HOUR)
            return self.times(start, due if due > midnight else due + HALF_HOUR, clocks)
        due = clocks.existing(due)
        self.times(clocks.to_local(clocks.to_utc(due) - HALF_HOUR), due, clocks)
        if form == "todo":
            self.start = None

    def due_on_as_event(self, first, last):
        self.days(first, last + DAY)
        if first < last:
            self.related, self.base = "END", MORNING - DAY

    def due_on_as_todo(self, first, last, window, recurs, clocks):
        if recurs and not window:
            self.times(last, last.replace(hour=23, minute=59), clocks)
            self.base = MORNING
            return
        self.days(first, last)
        self.related = "END"
        if not window:
            self.start = None


def instances(when, place):
    if "rule" not in when:
        return None
    rule = when["rule"]
    weekdays = [rrule.weekday(day, nth or None) for nth, day in rule["by_day"]]
    days = rrule.rrule(
        getattr(rrule, rule["frequency"]),
        dtstart=place.first.replace(hour=0, minute=0),
        interval=rule["interval"],
        count=rule["count"] or None,
        bymonth=rule["by_month"] or None,
        bymonthday=rule["by_month_day"] or None,
        byweekday=weekdays or None,
        bysetpos=rule["by_set_position"] or None,
    )
    until = parse(rule["until"]) if rule["until"] and not rule["count"] else datetime.datetime.max
    kept = itertools.takewhile(lambda day: day <= until, days)
    kept = (day for day in kept if iso(day.date()) not in rule["exceptions"])
    of_day = place.first - place.first.replace(hour=0, minute=0)
    timed = place.start["zone"] != ""
    return [iso(day + of_day) if timed else iso(day.date()) for day in itertools.islice(kept, MOST_INSTANCES)]


def forms(when, deadlines):
    if when["kind"] == "event":
        return ["event"]
    if when["kind"] == "undated":
        return ["todo"]
    return ["event", "todo"] if deadlines == "both" else [deadlines]


class Calendar:
    def __init__(self, plan):
        self.plan = plan
        self.clocks = Clocks(plan["zone"])

    def expected(self):
        return [
            self.component(action, form)
            for action in self.plan["actions"]
            for form in forms(action["when"], self.plan["deadlines"])
        ]

    def uid(self, index, form):
        action = self.plan["actions"][index]
        there = forms(action["when"], self.plan["deadlines"])
        return action["uid"] + ("-todo" if (form if form in there else there[0]) == "todo" else "")

    def description(self, action):
        language = self.plan["language"]
        lines = [action["description"]] if action["description"] else []
        if action["owners"]:
            lines.append(WHO[language] + ", ".join(action["owners"]))
        if action["attendees"]:
            lines.append(WITH[language] + ", ".join(action["attendees"]))
        return "\n".join(lines)

    def summary(self, action, form):
        marks = []
        if form == "event":
            marks += ["✓"] if action["status"] == "done" else []
            marks += [self.plan["mark"]] if self.is_deadline(action) else []
        return " ".join(marks + [action["title"]])

    def is_deadline(self, action):
        return action["when"]["kind"] in ("deadline", "window")

    def categories(self, action, form):
        section = [action["section"]] if action["section"] else []
        deadline = [CATEGORY[self.plan["language"]]] if form == "event" and self.is_deadline(action) else []
        return section + action["tags"] + deadline

    def percent(self, action, form):
        percent = 100 if action["status"] == "done" else action["percent"]
        return str(percent) if form == "todo" and percent else ""

    def status(self, action, form):
        if form == "todo":
            return STATUS[action["status"]]
        return "CANCELLED" if action["status"] == "cancelled" else ""

    def completed(self, action, form):
        if form != "todo" or action["status"] != "done":
            return None
        if "completed" not in action:
            return STAMP
        at_noon = self.clocks.to_utc(parse(action["completed"]).replace(hour=12)).replace(tzinfo=None)
        return {"value": iso(at_noon), "zone": "UTC", "utc": iso(at_noon) + "Z"}

    def relations(self, action, form):
        parent = [["PARENT", self.uid(action["parent"], form)]] if "parent" in action else []
        return parent + [["DEPENDS-ON", self.uid(index, form)] for index in action["after"]]

    def alarms(self, action, place):
        if place.end is None or action["status"] in ("done", "cancelled"):
            return []
        return [
            {
                "related": place.related,
                "seconds": int((place.base - datetime.timedelta(minutes=before)).total_seconds()),
                "description": action["title"],
            }
            for before in action["alarms"]
        ]

    def component(self, action, form):
        place = Place(action["when"], form, self.clocks)
        return {
            "kind": "VEVENT" if form == "event" else "VTODO",
            "uid": action["uid"] + ("-todo" if form == "todo" else ""),
            "summary": self.summary(action, form),
            "description": self.description(action),
            "location": action["location"],
            "url": action["url"],
            "categories": self.categories(action, form),
            "priority": str(action["priority"] or ""),
            "percent": self.percent(action, form),
            "status": self.status(action, form),
            "transp": "TRANSPARENT" if form == "event" and self.is_deadline(action) else "",
            "sequence": "0",
            "stamp": STAMP,
            "completed": self.completed(action, form),
            "start": place.start,
            "end": place.end if form == "event" else None,
            "due": place.end if form == "todo" else None,
            "relations": self.relations(action, form),
            "alarms": self.alarms(action, place),
            "instances": instances(action["when"], place),
        }
