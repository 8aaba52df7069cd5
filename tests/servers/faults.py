"""Random histories of a plan and its calendar, with faults between jalon and a real server: after a run in which things
went wrong, one more converges. Nothing is lost or doubled, and what others have there stays byte for byte.

Each history has its seed, which is told where it fails. JALON_FAULTS: how many histories; JALON_SEED: the first.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import calendar_client
import fault_proxy

URL, USER, PASSWORD = (os.environ[f"JALON_SERVER_{name}"] for name in ("URL", "USER", "PASSWORD"))
HISTORIES = int(os.environ.get("JALON_FAULTS", "8"))
FIRST_SEED = int(os.environ.get("JALON_SEED", "20181126"))
HEAD = "---\nid: faults\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n"


class History:
    def __init__(self, seed, proxy, folder):
        self.random = random.Random(seed)
        self.proxy, self.folder, self.story = proxy, folder, []
        self.client = calendar_client.Client(URL, USER, PASSWORD)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "en_US.UTF-8",
                            "TZ": "America/Toronto", "ITS_PASSWORD": PASSWORD}
        self.tool("account", "add", "home", proxy.url, "--user", USER, "--password-env", "ITS_PASSWORD")
        made = json.loads(self.tool("calendars", "home", "--calendar", f"History {seed}", "--create", "--format", "json"))
        self.url = made["url"]
        self.calendar = urllib.parse.urlsplit(made["url"]).path
        self.foreign = self.calendar + "another.ics"
        self.client.put(self.foreign, calendar_client.EVENT.format(uid=f"another-{seed}@example.org", title="Dentist"))
        self.foreign_body = self.client.objects(self.calendar)[self.foreign]
        # Title → day and hour. The first three stay: others write notes on them.
        self.actions = {f"Keep {i}": (i, 9) for i in range(1, 4)}
        self.notes, self.made = set(), 0

    def tool(self, *words, check=True):
        tool = subprocess.Popen([os.environ["JALON"], *words], cwd=self.folder, env=self.environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.proxy.kill = tool.kill
        out, err = tool.communicate(timeout=120)
        self.story.append(f"{' '.join(words)}: {tool.returncode}\n{out}{err}")
        if PASSWORD in out + err:
            raise AssertionError("the password was told")
        if check and tool.returncode != 0:
            raise AssertionError(f"exit code {tool.returncode}")
        return out

    def sync(self, faults):
        self.story.append(f"faults: {faults}")
        self.proxy.begin(faults)
        out = self.tool("sync", "plan.md", "--to", "home", "--calendar", self.url, "--yes", "--allow-deletions",
                        "--format", "json", check=not faults)
        self.proxy.begin({})
        told = [line for line in map(json.loads, out.splitlines()) if line["type"] == "summary"]
        return {key: value for key, value in told[0].items() if isinstance(value, int) and value} if told else {}

    def write_plan(self):
        lines = [f"- {title} — December {day} at {hour}:00\n" for title, (day, hour) in self.actions.items()]
        (self.folder / "plan.md").write_text(HEAD + "".join(lines))

    def edit_plan(self):
        for _ in range(self.random.randint(1, 4)):
            what = self.random.choice(["add", "add", "move", "drop"])
            free = [title for title in self.actions if title.startswith("Task")]
            if what == "add":
                self.made += 1
                self.actions[f"Task {self.made}"] = (self.random.randint(1, 28), self.random.randint(8, 20))
            elif what == "move":
                self.actions[self.random.choice(list(self.actions))] = (self.random.randint(1, 28), self.random.randint(8, 20))
            elif free:
                del self.actions[self.random.choice(free)]
        self.write_plan()

    def write_note(self):
        """Someone else writes on one of the objects that are there."""
        titles = [title for title in self.client.titles(self.calendar) if title.startswith("Keep")]
        if titles:
            title = self.random.choice(titles)
            note = f"X-NOTE:{len(self.notes)}"
            self.client.edit(self.calendar, title, "END:VEVENT", f"{note}\r\nEND:VEVENT")
            self.notes.add((title, note))

    def some_faults(self):
        return {self.random.randint(1, 10): self.random.choice(fault_proxy.FAULTS)
                for _ in range(self.random.randint(1, 3))}

    def judge(self):
        if self.sync({}) != {"unchanged": len(self.actions)}:
            raise AssertionError("the run after the last still finds something to do")
        objects = self.client.objects(self.calendar)
        if objects.pop(self.foreign, None) != self.foreign_body:
            raise AssertionError("another program's object was touched")
        there = sorted((calendar_client.summary(body), re.search(r"DTSTART;TZID=[^:]*:(\w+)", body).group(1))
                       for body in objects.values())
        wanted = sorted((title, f"201812{day:02}T{hour:02}0000") for title, (day, hour) in self.actions.items())
        if there != wanted:
            raise AssertionError(f"there is {there}, not {wanted}")
        for title, note in self.notes:
            if not any(note in body for body in objects.values() if calendar_client.summary(body) == title):
                raise AssertionError(f"{note} of {title} is lost")

    def play(self):
        self.write_plan()
        for _ in range(3):
            self.sync(self.some_faults())
            if self.random.random() < 0.5:
                self.write_note()
            self.edit_plan()
        self.sync(self.some_faults())
        self.sync({})
        self.judge()


class Faults(unittest.TestCase):
    def test_one_more_run_converges(self):
        print(f"{HISTORIES} histories, seeds from {FIRST_SEED}", file=sys.stderr)
        with fault_proxy.between(URL) as proxy:
            for seed in range(FIRST_SEED, FIRST_SEED + HISTORIES):
                with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                    history = History(seed, proxy, pathlib.Path(folder))
                    try:
                        history.play()
                    except AssertionError as fault:
                        self.fail(f"{fault}\n" + "\n".join(history.story))


if __name__ == "__main__":
    unittest.main()
