"""jalon against a real server, as a person runs it: sync, status, remove. Started by servers.py, which tells where the
server is; $JALON is the tool. What the calendar holds is looked at, and changed, by another client.
"""
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

import calendar_client

URL, USER, PASSWORD = (os.environ[f"JALON_SERVER_{name}"] for name in ("URL", "USER", "PASSWORD"))
TRUST = ("--ca-file", os.environ["JALON_SERVER_CA"]) if "JALON_SERVER_CA" in os.environ else ()
HEAD = "---\nid: {id}\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n"
THREE = """- Call Lea — December 4 at 12
- Team lunch — December 5 from 12 to 13:30, at Chez Lola
- Report — by December 14
"""


class EndToEnd(unittest.TestCase):
    def setUp(self):
        self.client = calendar_client.Client(URL, USER, PASSWORD)
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.environment = {"PATH": os.environ["PATH"], "HOME": scratch.name, "LANG": "en_US.UTF-8",
                            "TZ": "America/Toronto", "ITS_PASSWORD": PASSWORD}
        self.name = "Essai " + self.id().rsplit(".", 1)[-1]
        self.done("account", "add", "home", URL, "--user", USER, "--password-env", "ITS_PASSWORD", *TRUST)
        made = json.loads(self.done("calendars", "home", "--calendar", self.name, "--create", "--format", "json"))
        self.calendar = urllib.parse.urlsplit(made["url"]).path

    def run_tool(self, *words, code=0):
        done = subprocess.run([os.environ["JALON"], *words], cwd=self.folder, env=self.environment, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, code, f"{words}\n{done.stdout}\n{done.stderr}")
        self.assertNotIn(PASSWORD, done.stdout + done.stderr)
        return done

    def done(self, *words, code=0):
        return self.run_tool(*words, code=code).stdout

    def write(self, text, name="plan.md"):
        # An account may take a UID once only: each test has its own.
        (self.folder / name).write_text(HEAD.format(id=f"{self.name} {name}") + text)

    def sync(self, *words, plan="plan.md", code=0, command="sync"):
        """What the summary says, in JSON."""
        said = self.done(command, plan, "--to", "home", "--calendar", self.name, "--format", "json", *words, code=code)
        (found,) = [line for line in map(json.loads, said.splitlines()) if line["type"] == "summary"]
        return {key: value for key, value in found.items() if value and key not in ("type", "plan", "calendar")}

    def refused(self, *words, command="sync"):
        return self.run_tool(command, "plan.md", "--to", "home", "--calendar", self.name, *words, code=2).stderr

    def objects(self):
        return self.client.objects(self.calendar)

    def titles(self):
        return self.client.titles(self.calendar)

    def edit(self, title, old, new):
        self.client.edit(self.calendar, title, old, new)

    def put_foreign(self):
        """What another program has there, as the server gives it back."""
        path = self.calendar + "another.ics"
        self.client.put(path, calendar_client.EVENT.format(uid=f"{self.name}@example.org", title="Dentist"))
        return path, self.objects()[path]


class Sync(EndToEnd):
    def test_puts_a_plan_there_once(self):
        self.write(THREE)
        self.assertEqual(self.sync(), {"created": 3})
        before = self.objects()
        self.assertEqual(self.titles(), ["Call Lea", "Report", "Team lunch at Chez Lola"])
        self.assertEqual(self.sync(), {"unchanged": 3})
        self.assertEqual(self.sync(command="status"), {"unchanged": 3})
        self.assertEqual(self.objects(), before)

    def test_finds_its_objects_again_without_its_memory(self):
        self.write(THREE)
        self.sync()
        before = self.objects()
        for file in (self.folder / ".local/state/jalon").glob("sync.db*"):
            file.unlink()
        self.assertEqual(self.sync(), {"unchanged": 3})
        self.assertEqual(self.objects(), before)

    def test_takes_an_edit_of_the_plan_there(self):
        self.write(THREE)
        self.sync()
        before = self.objects()
        self.write(THREE.replace("December 4 at 12", "December 6 at 9").replace("- Report — by December 14\n", ""))
        self.assertIn("--yes", self.refused())
        self.assertEqual(self.objects(), before)
        self.assertEqual(self.sync("--yes"), {"updated": 1, "deleted": 1, "unchanged": 1})
        self.assertEqual(self.titles(), ["Call Lea", "Team lunch at Chez Lola"])
        self.assertIn("20181206T090000", self.client.find(self.calendar, "Call Lea")[1])
        self.assertEqual(self.sync("--yes"), {"unchanged": 2})

    def test_keeps_and_tells_an_edit_of_the_calendar(self):
        self.write(THREE)
        self.sync()
        self.edit("Call Lea", "T120000", "T110000")
        self.edit("Team lunch at Chez Lola", "BEGIN:VEVENT", "BEGIN:VEVENT\r\nX-NOTE:bring cake")
        self.assertIn("kept: when: 2018-12-04 12:00", self.done("sync", "plan.md", "--to", "home", "--calendar", self.name))
        self.write(THREE.replace("Call Lea", "Call Lea Martin").replace("12 to 13:30", "12 to 14"))
        self.assertEqual(self.sync("--yes"), {"updated": 2, "unchanged": 1})
        self.assertIn("T110000", self.client.find(self.calendar, "Call Lea Martin")[1])
        lunch = self.client.find(self.calendar, "Team lunch at Chez Lola")[1]
        self.assertIn("X-NOTE:bring cake", lunch)
        self.assertIn("T140000", lunch)

    def test_respects_a_deletion_in_the_calendar(self):
        self.write(THREE)
        self.sync()
        self.client.ask("DELETE", self.client.find(self.calendar, "Report")[0])
        self.sync()
        self.assertEqual(self.sync(), {"unchanged": 3})
        self.assertEqual(len(self.objects()), 2)
        self.assertEqual(self.sync("--restore"), {"created": 1, "unchanged": 2})
        self.assertEqual(len(self.objects()), 3)

    def test_leaves_a_conflict_as_the_calendar_has_it(self):
        self.write(THREE)
        self.sync()
        self.edit("Call Lea", "T120000", "T110000")
        self.write(THREE.replace("December 4 at 12", "December 4 at 9"))
        before = self.objects()
        self.assertEqual(self.sync("--yes", code=1), {"conflicts": 1, "unchanged": 2})
        self.assertEqual(self.objects(), before)
        self.assertEqual(self.sync("--yes", "--prefer", "plan"), {"updated": 1, "unchanged": 2})
        self.assertIn("T090000", self.client.find(self.calendar, "Call Lea")[1])

    def test_changes_nothing_in_a_dry_run(self):
        self.write(THREE)
        self.assertEqual(self.sync("--dry-run"), {"created": 3})
        self.assertEqual(self.objects(), {})
        self.sync()
        before = self.objects()
        self.write("- Call Lea — December 9 at 12\n- Team lunch — December 5 from 12 to 13:30, at Chez Lola\n")
        self.assertEqual(self.sync("--dry-run"), {"updated": 1, "deleted": 1, "unchanged": 1})
        self.assertEqual(self.sync(command="status"), {"updated": 1, "deleted": 1, "unchanged": 1})
        self.assertEqual(self.objects(), before)

    def test_makes_a_missing_calendar_when_told_to_but_not_in_a_dry_run(self):
        self.write(THREE)
        self.name += " new"
        self.assertIn("--create", self.refused())
        self.assertEqual(self.sync("--create", "--dry-run"), {"created": 3})
        listed = self.done("calendars", "home")
        self.assertNotIn(self.name, listed)
        self.assertEqual(self.sync("--create", "--calendar-color", "teal"), {"created": 3})
        found = json.loads(self.done("calendars", "home", "--calendar", self.name, "--format", "json"))
        self.assertEqual((found["name"], found["color"], found["keeps"]), (self.name, "#008080", "both"))
        self.assertEqual(self.sync("--create"), {"unchanged": 3})

    def test_stops_before_a_mass_deletion(self):
        self.write("".join(f"- Call {i} — December {i} at 12\n" for i in range(1, 13)))
        self.sync()
        before = self.objects()
        self.write("- Call 1 — December 1 at 12\n")
        self.assertIn("--allow-deletions", self.refused("--yes"))
        self.write("")
        self.done("sync", "plan.md", "--to", "home", "--calendar", self.name, "--yes", code=1)
        self.assertEqual(self.objects(), before)
        self.write("- Call 1 — December 1 at 12\n")
        self.assertEqual(self.sync("--yes", "--allow-deletions"), {"deleted": 11, "unchanged": 1})

    def test_keeps_two_plans_apart_in_one_calendar(self):
        self.write(THREE)
        self.write("- Call Tom — December 7 at 12\n- Report — by December 14\n", "other.md")
        self.sync()
        self.assertEqual(self.sync(plan="other.md"), {"created": 2})
        self.assertEqual(self.sync(), {"unchanged": 3})
        self.assertEqual(len(self.objects()), 5)
        self.assertEqual(self.sync("--yes", command="remove"), {"deleted": 3})
        self.assertEqual(self.titles(), ["Call Tom", "Report"])
        self.assertEqual(self.sync(plan="other.md"), {"unchanged": 2})

    def test_does_the_same_from_two_machines(self):
        self.write(THREE)
        self.environment["XDG_STATE_HOME"] = str(self.folder / "one")
        self.sync()
        self.environment["XDG_STATE_HOME"] = str(self.folder / "two")
        self.assertEqual(self.sync(), {"unchanged": 3})
        self.write(THREE.replace("December 4 at 12", "December 6 at 9"))
        self.sync("--yes")
        self.environment["XDG_STATE_HOME"] = str(self.folder / "one")
        self.assertEqual(self.sync("--yes"), {"unchanged": 3})
        self.assertEqual(len(self.objects()), 3)

    def test_makes_no_twins_in_two_runs_at_once(self):
        self.write("".join(f"- Call {i} — December {i} at 12\n" for i in range(1, 21)))
        runs = [threading.Thread(target=self.sync) for _ in range(2)]
        for run in runs:
            run.start()
        for run in runs:
            run.join()
        self.assertEqual(len(self.objects()), 20)
        self.assertEqual(self.sync(), {"unchanged": 20})

    def test_puts_tasks_into_a_second_calendar(self):
        self.write(THREE)
        self.sync()
        made = json.loads(self.done("calendars", "home", "--calendar", self.name + " tasks", "--create", "--format", "json"))
        tasks = ("--tasks-calendar", self.name + " tasks")
        self.sync("--yes", *tasks)
        self.assertEqual(self.titles(), ["Call Lea", "Team lunch at Chez Lola"])
        self.assertEqual(self.client.titles(urllib.parse.urlsplit(made["url"]).path), ["Report"])
        self.assertEqual(self.sync("--yes", *tasks), {"unchanged": 3})

    def test_changes_the_form_of_a_deadline_and_leaves_no_twin(self):
        self.write(THREE)
        self.sync()
        self.assertIn("BEGIN:VTODO", self.client.find(self.calendar, "Report")[1])
        self.sync("--yes", "--deadlines", "event")
        self.assertEqual(len(self.objects()), 3)
        self.assertNotIn("VTODO", "".join(self.objects().values()))
        self.assertEqual(self.sync("--yes", "--deadlines", "event"), {"unchanged": 3})


class Foreign(EndToEnd):
    def test_objects_stay_byte_for_byte(self):
        path, before = self.put_foreign()
        self.write(THREE)
        self.sync()
        self.write(THREE.replace("December 4 at 12", "December 6 at 9"))
        self.sync("--yes")
        self.assertEqual(self.sync("--yes", command="remove"), {"deleted": 3})
        self.assertEqual(self.objects(), {path: before})

    def test_objects_with_our_titles_are_not_ours(self):
        path = self.calendar + "another.ics"
        self.client.put(path, calendar_client.EVENT.format(uid="lea@example.org", title="Call Lea"))
        before = self.objects()[path]
        self.write(THREE)
        self.assertEqual(self.sync(), {"created": 3})
        self.sync("--yes", command="remove")
        self.assertEqual(self.objects(), {path: before})


class Killed(EndToEnd):
    """kill -9 as the n-th request of a run begins: the next run finishes, nothing is doubled or lost."""

    def kill_at(self, count):
        words = ["sync", "plan.md", "--to", "home", "--calendar", self.name, "--yes", "-v"]
        tool = subprocess.Popen([os.environ["JALON"], *words], cwd=self.folder, env=self.environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        sent = 0
        for line in tool.stderr:
            sent += bool(re.match("> ", line))
            if sent == count:
                tool.send_signal(signal.SIGKILL)
                break
        tool.stderr.close()
        return tool.wait(timeout=60) == -signal.SIGKILL

    def test_runs_are_finished_by_the_next(self):
        path, foreign = self.put_foreign()
        for count in range(1, 9):
            with self.subTest(killed_at=count):
                # Each run moves three, makes two, and takes one away.
                calls = [f"- Call {i} — December {i} at {count + 8}:00\n" for i in range(1, 4)]
                notes = [f"- Write {i} — December {i} at 20:00\n" for i in range(count, count + 2)]
                more = [f"- Read {count}{i} — December {i + 1} at 18:00\n" for i in range(2)]
                self.write("".join(calls + notes + more))
                self.assertTrue(self.kill_at(count), "it was over before")
                self.sync("--yes", "--allow-deletions")
                self.assertEqual(self.sync("--yes"), {"unchanged": 7})
                self.assertEqual(self.titles(), sorted([line[2:].split(" — ")[0] for line in calls + notes + more]
                                                       + ["Dentist"]))
                self.assertIn(f"T{count + 8:02}0000", self.client.find(self.calendar, "Call 2")[1])
                self.assertEqual(self.objects()[path], foreign)


class Secrets(EndToEnd):
    def test_stand_in_no_output_and_no_file(self):
        self.write(THREE)
        self.run_tool("sync", "plan.md", "--to", "home", "--calendar", self.name, "-v")
        self.run_tool("account", "test", "home", "-v")
        encoded = self.client.headers["Authorization"].split()[1]
        for file in filter(pathlib.Path.is_file, self.folder.rglob("*")):
            held = file.read_bytes()
            self.assertNotIn(PASSWORD.encode(), held, file)
            self.assertNotIn(encoded.encode(), held, file)
        self.environment["ITS_PASSWORD"] = "not-the-password"
        if os.environ["JALON_SERVER_NAME"] != "xandikos":  # it asks no one who they are
            self.assertNotIn("not-the-password", self.run_tool("calendars", "home", "-v", code=2).stderr)


if __name__ == "__main__":
    unittest.main()
