"""Every sample plan in every form: what libical, ical.js and python3-icalendar read in the calendar that jalon wrote,
field by field, beside what the plan says."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import urllib.parse

import expectations
import readings

BUILD = pathlib.Path(os.environ["JALON_BUILD_DIR"])
HERE = pathlib.Path(__file__).parent


def output(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def agrees(got, wanted):
    """A moment has at least what is wanted of it."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        return all(got.get(key) == wanted[key] for key in wanted)
    return got == wanted


def difference(got, wanted):
    return {field: (got.get(field), want) for field, want in wanted.items() if not agrees(got.get(field), want)}


def decoded(reading):
    """A URI has its blanks and accents encoded."""
    return {**reading, "url": urllib.parse.unquote(reading["url"])}


def with_joined_categories(reading):
    return decoded({**reading, "categories": ",".join(reading["categories"]).replace("\\n", "\n")})


def setUpModule():
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    subprocess.run([BUILD / "sample_writer", folder.name], check=True)
    global PATHS
    PATHS = sorted(str(path) for path in pathlib.Path(folder.name).glob("*.ics"))


class Calendars(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.expected = {}
        for path in PATHS:
            plan = json.loads(pathlib.Path(path).with_suffix(".json").read_text(encoding="utf-8"))
            cls.expected[path] = expectations.Calendar(plan).expected()

    def compare(self, found, alike=lambda reading: reading):
        self.assertGreater(len(PATHS), 50)
        for path, wanted in self.expected.items():
            name = pathlib.Path(path).name
            self.assertEqual([r["uid"] for r in found[path]], [w["uid"] for w in wanted], name)
            for got, want in zip(found[path], wanted):
                self.assertEqual(difference(alike(got), alike(want)), {}, f"{name}: {want['uid']} {want['summary']}")

    def test_icalendar_reads_what_the_plan_says(self):
        # python3-icalendar 4 takes an escaped comma of a category for one that separates two, and an escaped backslash
        # before an n for a line feed.
        def alike(reading):
            texts = {key: text.replace("\\n", "\n") for key, text in reading.items() if isinstance(text, str)}
            alarms = [{**alarm, "description": alarm["description"].replace("\\n", "\n")} for alarm in reading["alarms"]]
            return with_joined_categories({**reading, **texts, "alarms": alarms})

        found = {path: readings.readings(pathlib.Path(path).read_bytes()) for path in PATHS}
        self.compare(found, alike)

    def test_ical_js_reads_what_the_plan_says(self):
        self.compare(output("node", HERE / "icaljs_reader.mjs", *PATHS), decoded)

    def test_libical_reads_what_the_plan_says(self):
        # libical 3 takes a comma for escaped where a backslash stands three octets before it.
        self.compare(output(BUILD / "libical_reader", *PATHS), with_joined_categories)

    def test_every_recurrence_is_expanded(self):
        expanded = [r for wanted in self.expected.values() for r in wanted if r["instances"] is not None]
        self.assertGreater(len(expanded), 200)
        self.assertGreater(sum(len(r["instances"]) for r in expanded), 3000)


class Letter(unittest.TestCase):
    """What no parser complains of."""

    @classmethod
    def setUpClass(cls):
        cls.calendars = {pathlib.Path(path).name: pathlib.Path(path).read_bytes() for path in PATHS}

    def test_lines_end_in_crlf_and_have_at_most_75_octets(self):
        for name, data in self.calendars.items():
            self.assertTrue(data.endswith(b"END:VCALENDAR\r\n"), name)
            self.assertNotIn(b"\n", data.replace(b"\r\n", b""), name)
            self.assertNotIn(b"\r", data.replace(b"\r\n", b""), name)
            for line in data.split(b"\r\n"):
                self.assertLessEqual(len(line), 75, name)
                line.decode()  # whole characters only

    def test_no_line_begins_with_a_mark_that_belongs_to_the_letter_before(self):
        for name, data in self.calendars.items():
            for line in data.decode().split("\r\n"):
                if line.startswith(" "):
                    self.assertNotIn(line[1:2], list("\u0301\u200d\ufe0f"), name)

    def test_nobody_is_invited(self):
        for name, data in self.calendars.items():
            for word in (b"ATTENDEE", b"ORGANIZER", b"METHOD"):
                self.assertNotIn(b"\r\n" + word, data, name)

    def test_zones_are_there_where_they_are_used_and_nowhere_else(self):
        for name, data in self.calendars.items():
            lines = data.decode().split("\r\n")
            used = {line.split("TZID=")[1].split(":")[0] for line in lines if ";TZID=" in line}
            there = [line.split(":")[1] for line in lines if line.startswith("TZID:")]
            self.assertEqual(there, sorted(used), name)

    def test_due_comes_after_dtstart_and_has_its_type(self):
        for name, data in self.calendars.items():
            for reading in readings.readings(data):
                last = reading["due"] or reading["end"]
                if reading["start"] and last:
                    self.assertLess(reading["start"]["value"], last["value"], f"{name}: {reading['uid']}")
                    self.assertEqual(reading["start"]["zone"], last["zone"])
                if reading["kind"] == "VEVENT":
                    self.assertIsNotNone(reading["end"])
                if reading["instances"] is not None:
                    self.assertIsNotNone(reading["start"])

    def test_until_and_exdate_have_the_type_of_dtstart(self):
        for name, data in self.calendars.items():
            for component in data.decode().replace("\r\n ", "").split("BEGIN:V"):
                lines = dict(line.split(":", 1) for line in component.split("\r\n") if ":" in line)
                start = next((key for key in lines if key.startswith("DTSTART")), None)
                for key in lines:
                    if key.startswith("EXDATE"):
                        self.assertEqual(key[6:], start[7:], name)
                        self.assertEqual(len(lines[key].split(",")[0]), len(lines[start]), name)
                until = lines.get("RRULE", "").partition("UNTIL=")[2].split(";")[0]
                if until and not component.startswith("TIMEZONE"):
                    self.assertEqual(len(until), 8 if "VALUE=DATE" in start else 16, name)


if __name__ == "__main__":
    unittest.main()
