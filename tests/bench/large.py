"""Measures jalon on one large file, in whole processes, and prints medians.  Usage: large.py BUILD_DIR [ACTIONS] [ROUNDS]

1,000,000 dated actions in one CSV, the same as JSON lines, and a tenth of them as a workbook: each into a calendar that
is not there yet, on one core, with the processor time and the peak of the memory. Then, on a hundredth of the CSV,
python3-icalendar beside it, which reads the rows by Python's csv and writes the same events."""
import csv
import datetime
import json
import os
import pathlib
import random
import sys
import tempfile
import time
import zipfile

from make_plan import AS_OF, FRENCH
from process import apart, median, run

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "America/Toronto", "SOURCE_DATE_EPOCH": "1543240800"}
HEADER = ["Tâche", "Début", "Échéance", "Responsable", "Lieu", "Étiquettes", "Rappel", "Section"]
PEOPLE = ["Marie", "Alex", "Zoé", "Luc", "Anna"]
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rows(count):
    chance = random.Random(20181126)
    for number in range(count):
        day = AS_OF + datetime.timedelta(days=chance.randrange(1, 400))
        when = f"{day} {chance.randrange(8, 17):02}:30" if number % 4 == 0 else str(day)
        title = f"{chance.choice(FRENCH['verbs'])} {chance.choice(FRENCH['things'])} n{number}"
        tags = ", ".join(chance.sample(FRENCH["tags"], chance.randrange(1, 3)))
        start, due = (when, "") if number % 2 == 0 else ("", when)
        yield [title, start, due, chance.choice(PEOPLE), chance.choice(FRENCH["places"]), tags,
               chance.choice(FRENCH["reminders"]), f"Dossier {number // 50 + 1}"]


def write_csv(path, count):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows(count))


def write_json_lines(path, count):
    names = ["title", "start", "due", "owners", "location", "tags", "reminders", "section"]
    with path.open("w", encoding="utf-8") as file:
        for row in rows(count):
            values = {name: value for name, value in zip(names, row) if value}
            values["tags"] = values["tags"].split(", ")
            file.write(json.dumps(values, ensure_ascii=False) + "\n")


def relations(**targets):
    entries = (f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
               for number, (kind, target) in enumerate(targets.items(), 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def write_workbook(path, count):
    """With shared strings, as Excel writes them."""
    strings = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
                      '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("_rels/.rels", relations(officeDocument="xl/workbook.xml"))
        book.writestr("xl/_rels/workbook.xml.rels",
                      relations(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"))
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
            for number, row in enumerate([HEADER, *rows(count)], 1):
                cells = (f'<c r="{"ABCDEFGH"[at]}{number}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'
                         for at, text in enumerate(row) if text)
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        book.writestr("xl/sharedStrings.xml",
                      f'<sst xmlns="{SHEET}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>")


def read_moment(text):
    return datetime.datetime.fromisoformat(text) if " " in text else datetime.date.fromisoformat(text)


def convert_by_icalendar(plan, output):
    import icalendar

    calendar = icalendar.Calendar()
    with plan.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            event = icalendar.Event()
            event.add("uid", f"{number}@example.com")
            event.add("summary", row["Tâche"])
            event.add("dtstamp", datetime.datetime(2018, 11, 26, tzinfo=datetime.timezone.utc))
            event.add("dtstart", read_moment(row["Début"] or row["Échéance"]))
            event.add("location", row["Lieu"])
            event.add("description", f"Responsable : {row['Responsable']}")
            event.add("categories", [row["Section"], *row["Étiquettes"].split(", ")])
            calendar.add_component(event)
    output.write_bytes(calendar.to_ical())


def convert(build, plan):
    output = plan.with_suffix(".ics")
    output.unlink(missing_ok=True)
    command = [str(build / "jalon"), "convert", "--quiet", "--as-of", "2018-11-26", str(plan), "-o", str(output)]
    done = run(command, environment=ENVIRONMENT)
    output.unlink(missing_ok=True)
    if done.status != 0:
        raise SystemExit(f"jalon ended with {done.status}")
    return done


def tell(name, runs, count):
    seconds = median([each.seconds for each in runs])
    cpu = median([each.cpu for each in runs])
    memory = max(each.memory for each in runs) / 2**20
    print(f"  {name:32} {seconds:8.3f} s  {cpu:8.3f} s of processor {memory:8.1f} MiB {count / cpu:12,.0f} actions/s")
    return cpu / count


def main(build, count, rounds):
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory(dir=shared_memory) as place:
        folder = pathlib.Path(place)
        plans = [("CSV", write_csv, folder / "csv.csv", count), ("JSON lines", write_json_lines, folder / "lines.jsonl", count),
                 ("workbook (xlsx)", write_workbook, folder / "book.xlsx", count // 10)]
        print(f"one file of {count:,} actions ({count // 10:,} in the workbook), {rounds} rounds, one core")
        for name, write, path, actions in plans:
            apart(write, path, actions)
            tell(name, [convert(build, path) for _ in range(rounds)], actions)
            path.unlink()
        few = folder / "few.csv"
        apart(write_csv, few, count // 100)
        own = tell("CSV, a hundredth", [convert(build, few) for _ in range(rounds)], count // 100)
        begin = time.process_time()
        convert_by_icalendar(few, folder / "few.ics")
        other = (time.process_time() - begin) / (count // 100)
        print(f"  python3-icalendar takes {other / own:,.0f} times as long for it")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000,
         int(sys.argv[3]) if len(sys.argv) > 3 else 3)
