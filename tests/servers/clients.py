"""jalon's calendars in the hands of other clients: each reads what jalon wrote, and what it changes survives the next
run. Started by servers.py, which tells where the server is; $JALON is the tool.

vdirsyncer brings a calendar to khal and todoman; calcurse-caldav, and tsdav with ical.js, come by themselves.
"""
import json
import pathlib
import re
import shutil
import subprocess
import unittest
import urllib.parse

from client_settings import CALCURSE, VDIRSYNCER
from end_to_end import PASSWORD, URL, USER, EndToEnd

HERE = pathlib.Path(__file__).parent
PLAN = """- Call Léa — December 4 at 12 reminder: 1 hour
- Team lunch — December 5 from 12 to 13:30 #team #food
  location: Chez Lola, rue d'été
- Report — by December 14 at 17:00
- Closing — December 24 to December 26
- Stand-up — every Tuesday from 9:00 to 9:15 until January 15
"""
RULE = "BYDAY=TU;FREQ=WEEKLY;UNTIL=20190115T140000Z"  # servers put its parts in orders of their own
KHAL = """[calendars]
[[vdir]]
path = {folder}/vdir
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = America/Toronto
default_timezone = America/Toronto
[default]
default_calendar = vdir
[sqlite]
path = {folder}/khal.db
"""
TODOMAN = """path = "{folder}/vdir"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "vdir"
cache_path = "{folder}/todoman.db"
"""


def sorted_rule(found):
    return ";".join(sorted(found.group().split(";")))


class Clients(EndToEnd):
    def setUp(self):
        super().setUp()
        self.environment |= {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "JALON_SERVER_USER": USER, "JALON_SERVER_PASSWORD": PASSWORD}
        self.calendar_url = urllib.parse.urljoin(URL, self.calendar)
        self.write(PLAN)
        self.assertEqual(self.sync(), {"created": 5})

    def put_file(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        place = urllib.parse.urlsplit(URL)
        path.write_text(text.format(folder=self.folder, url=self.calendar_url, user=USER, password=PASSWORD,
                                    host=place.netloc, path=self.calendar))
        return str(path)

    def run_client(self, *words, typed=None):
        done = subprocess.run(words, cwd=self.folder, env=self.environment, text=True, input=typed, capture_output=True,
                              timeout=60)
        self.assertEqual(done.returncode, 0, f"{words}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def told(self, expected):
        """The next run keeps and tells what was changed, and the one after that has nothing to say."""
        said = [json.loads(line) for line in self.done("sync", "plan.md", "--to", "home", "--calendar", self.name,
                                                       "--format", "json").splitlines()]
        told = {step["title"]: {kept["field"]: kept["to"] for kept in step.get("kept", [])} or "deleted"
                for step in said if step["type"] == "step"}
        self.assertEqual(told, expected)
        before = self.objects()
        self.assertEqual(self.sync(), {"unchanged": 5})
        self.assertEqual(self.objects(), before)

    def test_khal_and_todoman_by_vdirsyncer(self):
        vdirsyncer = ("vdirsyncer", "--config", self.put_file("vdirsyncer.conf", VDIRSYNCER))
        khal = ("khal", "--config", self.put_file("khal.conf", KHAL))
        todoman = ("todoman", "--config", self.put_file("todoman.py", TODOMAN), "--porcelain")
        (self.folder / "vdir").mkdir()
        self.run_client(*vdirsyncer, "discover")
        self.run_client(*vdirsyncer, "sync")
        listed = self.run_client(*khal, "list", "--once", "--day-format", "", "--format",
                             "{start-long}|{end-long}|{title}|{location}|{categories}|{repeat-pattern}|{alarm-symbol}",
                             "2018-12-03", "2019-02-01")
        lines = [re.sub(r"[^|]*=[^|]*", sorted_rule, line.rstrip()) for line in listed.splitlines()]
        self.assertEqual(lines, [f"2018-12-04 09:00|2018-12-04 09:15|Stand-up|||{RULE}|",
                                 "2018-12-04 12:00|2018-12-04 13:00|Call Léa|||| ⏰",
                                 "2018-12-05 12:00|2018-12-05 13:30|Team lunch|Chez Lola, rue d'été|team,food||",
                                 "2018-12-24|2018-12-26|Closing||||"])
        (task,) = json.loads(self.run_client(*todoman, "list"))
        self.assertEqual((task["summary"], task["due"], task["completed"]), ("Report", 1544824800, False))

        self.run_client(*khal, "edit", "--show-past", "Team lunch", typed="s\nTeam dinner\nq\n")
        self.run_client(*khal, "new", "2018-12-20", "18:00", "19:00", "Choir")
        self.run_client(*todoman, "done", str(task["id"]))
        self.run_client(*vdirsyncer, "sync")
        choir = self.client.find(self.calendar, "Choir")
        # todoman writes the same moment in universal time.
        self.told({"Team lunch": {"summary": "Team dinner"},
                   "Report": {"state": "COMPLETED", "times": "≤ 2018-12-14 22:00Z"}})
        self.assertEqual(self.client.find(self.calendar, "Choir"), choir)
        self.assertEqual(self.titles(), ["Call Léa", "Choir", "Closing", "Report", "Stand-up", "Team dinner"])

    def test_calcurse(self):
        data = self.folder / "calcurse"
        config = self.put_file("calcurse/caldav/config", CALCURSE)
        command = ("calcurse-caldav", "--config", config, "--datadir", str(data), "--syncdb", str(data / "sync.db"),
                   "--lockfile", str(data / "lock"))
        self.run_client(*command, "--init", "keep-remote")
        appointments = (data / "apts").read_text()
        for line in (r"12/04/2018 @ 12:00 -> 12/04/2018 @ 13:00.*!Call Léa",
                     r"12/05/2018 @ 12:00 -> 12/05/2018 @ 13:30.*\|Team lunch",
                     r"12/24/2018 \[1\] \{1D -> 12/26/2018\}.* Closing",
                     r"11/27/2018 @ 09:00 -> 11/27/2018 @ 09:15 \{1W -> 01/15/2019 w2\}.*\|Stand-up"):
            self.assertRegex(appointments, line)
        self.assertRegex((data / "todo").read_text(), r"^\[-?\d\]>?\S* ?Report$")

        # It takes what it changes away, and puts another object there.
        (data / "apts").write_text(appointments.replace("Team lunch", "Team dinner"))
        self.run_client(*command)
        dinner = self.client.find(self.calendar, "Team dinner")
        self.told({"Team lunch": "deleted"})
        self.assertEqual(self.client.find(self.calendar, "Team dinner"), dinner)
        self.assertEqual(self.titles(), ["Call Léa", "Closing", "Report", "Stand-up", "Team dinner"])

    def test_tsdav_with_ical_js(self):
        script = (shutil.which("node"), str(HERE / "clients.mjs"))
        found = json.loads(self.run_client(*script, "read", self.calendar_url))
        toronto = " America/Toronto"

        def item(title, start, end, kind="vevent", **more):
            return {"kind": kind, "title": title, "place": None, "start": start, "end": end, "categories": [],
                    "rule": None, "alarms": []} | more

        self.assertEqual(sorted(found, key=lambda each: each["title"]), [
            item("Call Léa", "2018-12-04T12:00:00" + toronto, "2018-12-04T13:00:00" + toronto, alarms=["-PT1H"]),
            item("Closing", "2018-12-24", "2018-12-27"),
            item("Report", None, "2018-12-14T17:00:00" + toronto, kind="vtodo"),
            item("Stand-up", "2018-11-27T09:00:00" + toronto, "2018-11-27T09:15:00" + toronto, rule=RULE),
            item("Team lunch", "2018-12-05T12:00:00" + toronto, "2018-12-05T13:30:00" + toronto,
                 place="Chez Lola, rue d'été", categories=["food", "team"])])

        self.run_client(*script, "edit", self.calendar_url, "Team lunch", "Team dinner")
        self.told({"Team lunch": {"summary": "Team dinner"}})
        self.assertEqual(self.titles(), ["Call Léa", "Closing", "Report", "Stand-up", "Team dinner"])


if __name__ == "__main__":
    unittest.main()
