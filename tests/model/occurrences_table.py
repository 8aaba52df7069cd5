"""Says which days rules fall on, by python-dateutil: the table tests/model/occurrences.tsv is its answer.

Columns: rule, first day of the series, range asked for, exceptions, days. --write makes the table again.
"""
import datetime
import pathlib
import random
import sys

from dateutil import rrule

TABLE = pathlib.Path(__file__).parent / "occurrences.tsv"
SEED = 20181126
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some_weekdays(chance, nths):
    days = chance.sample(WEEKDAYS, chance.randint(1, 3))
    return ",".join((str(chance.choice(nths)) if nths else "") + day for day in sorted(days, key=WEEKDAYS.index))


def numbers(chance, choices, most):
    return ",".join(str(n) for n in sorted(chance.sample(choices, chance.randint(1, most))))


def parts_of_days(chance, frequency):
    kind = chance.choice(["none", "weekdays", "month days", "months", "positions", "nth"])
    if kind == "weekdays":
        return ["BYDAY=" + some_weekdays(chance, None)]
    if kind == "months":
        return ["BYMONTH=" + numbers(chance, range(1, 13), 3)]
    if kind == "month days" and frequency != "WEEKLY":
        months = ["BYMONTH=" + numbers(chance, range(1, 13), 2)] if chance.random() < 0.4 else []
        return months + ["BYMONTHDAY=" + numbers(chance, [1, 5, 15, 24, 29, 30, 31, -1, -2], 3)]
    if kind == "positions" and frequency == "MONTHLY":
        return ["BYDAY=MO,TU,WE,TH,FR", "BYSETPOS=" + numbers(chance, [1, 2, -1, -3], 2)]
    if kind == "nth" and frequency in ("MONTHLY", "YEARLY"):
        months = ["BYMONTH=" + numbers(chance, range(1, 13), 2)] if frequency == "YEARLY" and chance.random() < 0.7 else []
        return months + ["BYDAY=" + some_weekdays(chance, [1, 2, 3, 4, -1])]
    return []


def a_row(chance):
    frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    start = datetime.date(2018, 1, 1) + datetime.timedelta(days=chance.randint(0, 700))
    parts = [f"FREQ={frequency}"]
    if chance.random() < 0.5:
        parts.append(f"INTERVAL={chance.randint(2, 5)}")
    parts += parts_of_days(chance, frequency)
    limit = chance.random()
    if limit < 0.3:
        parts.append(f"COUNT={chance.randint(1, 12)}")
    elif limit < 0.6:
        parts.append(f"UNTIL={start + datetime.timedelta(days=chance.randint(0, 1500))}")
    first = start + datetime.timedelta(days=chance.randint(-60, 900))
    spans = {"DAILY": 20, "WEEKLY": 60, "MONTHLY": 300, "YEARLY": 3000}
    last = first + datetime.timedelta(days=chance.randint(0, spans[frequency]))
    return ";".join(parts), start, first, last


def days_of(rule, start, first, last, exceptions):
    text = rule
    until = [part for part in text.split(";") if part.startswith("UNTIL=")]
    for part in until:
        text = text.replace(part, "UNTIL=" + part[6:].replace("-", "") + "T000000")
    series = rrule.rruleset()
    midnight = datetime.time()
    series.rrule(rrule.rrulestr(text, dtstart=datetime.datetime.combine(start, midnight)))
    for day in exceptions:
        series.exdate(datetime.datetime.combine(day, midnight))
    found = series.between(datetime.datetime.combine(first, midnight), datetime.datetime.combine(last, midnight), inc=True)
    return [moment.date() for moment in found]


def line(rule, start, first, last, exceptions):
    days = days_of(rule, start, first, last, exceptions)
    return "\t".join([rule, str(start), f"{first}/{last}", ",".join(map(str, exceptions)), ",".join(map(str, days))])


def table():
    chance = random.Random(SEED)
    lines = ["# rule\tfirst day\trange\texceptions\tdays (by python-dateutil; made by occurrences_table.py)"]
    while len(lines) < 401:
        row = a_row(chance)
        days = days_of(*row, [])
        exceptions = sorted(chance.sample(days, min(len(days), 2))) if chance.random() < 0.25 else []
        lines.append(line(*row, exceptions))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(table(), encoding="utf-8")
    elif TABLE.read_text(encoding="utf-8") != table():
        sys.exit(f"{TABLE.name} is not what dateutil says; --write makes it again")
