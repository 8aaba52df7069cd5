"""jalon watch --to against a real server: each save of the plan goes there, nothing is ever asked, and what the plan has
no more stays until --yes. Started by servers.py; $JALON is the tool.
"""
import contextlib
import os
import pty
import re
import select
import subprocess
import unittest
import urllib.parse

import end_to_end

CALL = "- Call Lea — December 4 at 12\n"
REPORT = "- Report — by December 14\n"


class Watch(end_to_end.EndToEnd):
    @contextlib.contextmanager
    def watching(self, *words):
        """Runs the tool until the block ends; gives what reads its next line on either stream that holds some words."""
        command = [os.environ["JALON"], "watch", "plan.md", "--to", "home", "--calendar", self.name, *words]
        tool = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said = ""
        try:
            yield lambda wanted: self.read_until(tool.stdout, wanted)
            tool.terminate()
            tool.stdout.read()
            self.assertEqual(tool.wait(timeout=60), 0)
        finally:
            tool.kill()
            tool.wait()
            tool.stdout.close()

    def read_until(self, stream, wanted):
        """What is said up to the end of the line that holds the words."""
        while not (found := re.search(rf".*?{re.escape(wanted)}[^\n]*\n", self.said, re.S)):
            ready = select.select([stream], [], [], 60)[0]
            more = os.read(stream.fileno(), 65536).decode() if ready else ""
            self.assertNotEqual(more, "", f"{wanted!r} was not said, but:\n{self.said}")
            self.said += more
        self.said = self.said[found.end():]
        return found.group()

    def test_puts_each_save_there(self):
        self.write(CALL)
        with self.watching() as until:
            until("1 created")
            self.assertEqual(self.titles(), ["Call Lea"])
            self.write(CALL + REPORT)
            until("1 created, 1 unchanged")
            self.assertEqual(self.titles(), ["Call Lea", "Report"])
            self.write(CALL.replace("December 4", "December 6") + REPORT)
            self.assertIn("2018-12-04 12:00", until("1 changed, 1 unchanged"))
            self.assertIn("20181206T120000", self.client.find(self.calendar, "Call Lea")[1])
        self.assertEqual(self.sync(), {"unchanged": 2})

    def test_keeps_what_the_plan_has_no_more_until_it_may_go(self):
        self.write(CALL + REPORT)
        with self.watching() as until:
            until("2 created")
            self.write(CALL)
            self.assertIn("= Report (no longer in the plan; kept, --yes removes it)", until("1 unchanged"))
            self.assertEqual(self.titles(), ["Call Lea", "Report"])
            self.write(CALL + REPORT)
            until("2 unchanged")
        self.write(CALL)
        with self.watching("--yes") as until:
            self.assertIn("- Report", until("1 removed, 1 unchanged"))
            self.assertEqual(self.titles(), ["Call Lea"])

    def test_tells_faults_in_place_and_goes_on(self):
        self.write(CALL)
        with self.watching() as until:
            until("1 created")
            self.write(CALL + "- Report — November 31\n")
            self.assertIn("date.day", until("nothing was written"))
            (self.folder / "plan.md").write_text("- Report — tomorrow\n")
            until("--stamp")
            self.write("")
            until("nothing was written")
            self.assertEqual(self.titles(), ["Call Lea"])
            self.write(CALL + REPORT)
            until("1 created, 1 unchanged")

    def test_leaves_edits_of_the_calendar(self):
        self.write(CALL)
        with self.watching() as until:
            until("1 created")
            self.edit("Call Lea", "T120000", "T150000")
            self.write(CALL.replace("Lea", "Lea Martin"))
            until("1 changed")
            self.assertIn("T150000", self.client.find(self.calendar, "Call Lea Martin")[1])
            self.edit("Call Lea Martin", "T150000", "T170000")
            self.write(CALL.replace("Lea", "Lea Martin").replace("at 12", "at 9"))
            self.assertIn("(conflict)", until("1 conflict"))
            self.assertIn("T170000", self.client.find(self.calendar, "Call Lea Martin")[1])

    def test_makes_a_file_and_a_page_too(self):
        self.write(CALL)
        with self.watching("-o", "plan.ics", "--html", "plan.html") as until:
            until("1 created")
            self.write(CALL + REPORT)
            until("1 created, 1 unchanged")
        self.assertIn("SUMMARY:Report", (self.folder / "plan.ics").read_text())
        self.assertIn("Report", (self.folder / "plan.html").read_text())

    def test_makes_the_calendar_and_stamps_where_it_may(self):
        self.name += " new"
        (self.folder / "plan.md").write_text("- Call Lea — tomorrow at 12\n")
        with self.watching("--create", "--stamp") as until:
            until("1 created")
            until("1 unchanged")  # the stamp was a save
        self.assertIn("as of: ", (self.folder / "plan.md").read_text())


class Stamp(end_to_end.EndToEnd):
    RELATIVE = "- Call Lea — tomorrow at 12\n"

    def setUp(self):
        super().setUp()
        self.plan = self.folder / "plan.md"
        self.plan.write_text(self.RELATIVE)

    def on_a_terminal(self, answer, *words):
        """What it says to the end, where a person answers its question."""
        command = [os.environ["JALON"], "sync", "plan.md", "--to", "home", "--calendar", self.name, *words]
        ours, its = pty.openpty()
        tool = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdin=its, stdout=its, stderr=its)
        os.close(its)
        said = ""
        with contextlib.suppress(OSError):  # the terminal's other end is closed
            while True:
                if not select.select([ours], [], [], 60)[0]:
                    tool.kill()
                    self.fail(f"it waits: {said}")
                said += os.read(ours, 4096).decode()
                if answer and said.endswith("[y/N] "):
                    os.write(ours, answer.encode())
                    answer = None
        os.close(ours)
        return said, tool.wait(timeout=60)

    def test_is_refused_where_nobody_can_be_asked(self):
        self.assertIn("--stamp", self.refused())
        self.assertEqual(self.plan.read_text(), self.RELATIVE)

    def test_is_done_for_a_script_that_says_so(self):
        self.assertEqual(self.sync("--stamp"), {"created": 1})
        self.assertIn("as of: ", self.plan.read_text())
        self.assertEqual(self.sync("--stamp"), {"unchanged": 1})

    def test_is_no_part_of_a_dry_run(self):
        self.assertEqual(self.sync("--stamp", "--dry-run"), {"created": 1})
        self.assertEqual(self.plan.read_text(), self.RELATIVE)
        self.assertEqual(self.objects(), {})

    def test_is_offered_on_a_terminal(self):
        said, code = self.on_a_terminal("n\n")
        self.assertIn("as of", said)
        self.assertEqual(code, 2)
        self.assertEqual(self.plan.read_text(), self.RELATIVE)
        said, code = self.on_a_terminal("y\n")
        self.assertIn("1 created", said)
        self.assertEqual(code, 0)
        self.assertIn("as of: ", self.plan.read_text())


if __name__ == "__main__":
    unittest.main(defaultTest=["Watch", "Stamp"])
