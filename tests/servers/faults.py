"""Random histories of a plan and its calendar, with faults between jalon and a real server: after the runs in which things
went wrong, one more converges. Nothing is lost or doubled, and what others have there stays byte for byte.

Each history has its seed, which is told where it fails. JALON_FAULTS: how many histories; JALON_SEED: the first.
"""
import concurrent.futures
import contextlib
import os
import pathlib
import random
import sys
import tempfile
import types
import unittest

import calendar_client
import calendar_side
import fault_list
import fault_proxy
import tool_runner

SERVER = types.SimpleNamespace(**{name: os.environ[f"JALON_SERVER_{name.upper()}"] for name in ("url", "user", "password")})
HISTORIES = int(os.environ.get("JALON_FAULTS", "8"))
FIRST_SEED = int(os.environ.get("JALON_SEED", "20181126"))
AT_ONCE = 3  # histories, that wait for each other's servers and pauses
NAMES = [name for name in fault_list.SMALL if name]


class History(calendar_side.CalendarSide):
    def __init__(self, seed, home, folder):
        super().__init__(home, folder, f"history-{seed}")
        self.random = random.Random(seed)
        # The first two stay: others write notes on them.
        self.actions = {f"Keep {i}": (i, 9) for i in range(1, 3)}
        self.notes, self.made = [], 0

    def edit_plan(self):
        for _ in range(self.random.randint(1, 3)):
            what = self.random.choice(["add", "move", "drop"])
            free = [title for title in self.actions if title.startswith("Task")]
            place = self.random.randint(1, 28), self.random.randint(8, 20)
            if what == "add":
                self.made += 1
                self.actions[f"Task {self.made}"] = place
            elif what == "move":
                self.actions[self.random.choice(list(self.actions))] = place
            elif free:
                del self.actions[self.random.choice(free)]
        self.write_plan()

    def write_note(self):
        """Someone else writes on one of the objects that are there."""
        kept = [(path, body) for path, body in sorted(self.objects().items())
                if calendar_client.summary(body).startswith("Keep")]
        if not kept:
            return
        path, body = self.random.choice(kept)
        note = f"X-NOTE:{len(self.notes)}"
        body = self.home.client.ask("GET", path)
        self.home.client.put(path, body.replace("END:VEVENT", f"{note}\r\nEND:VEVENT"))
        self.notes.append((calendar_client.summary(body), note))

    def some_faults(self):
        return {self.random.randint(1, 9): self.random.choice(NAMES) for _ in range(self.random.randint(1, 3))}

    def play(self):
        self.make()
        self.edit_plan()
        self.sync(self.some_faults())
        if self.random.random() < 0.5:
            self.write_note()
        self.edit_plan()
        self.sync(self.some_faults())
        objects = self.judge()
        for title, note in self.notes:
            if not any(note in body for body in objects.values() if calendar_client.summary(body) == title):
                calendar_side.broken(f"{note} of {title} is lost")
        self.remove()


def play_some(seeds):
    """Plays these, one after the other; tells what was broken."""
    told = []
    with (fault_proxy.between(SERVER.url) as proxy, tempfile.TemporaryDirectory() as folder,
          contextlib.closing(tool_runner.Runner({"PATH": os.environ["PATH"]})) as runner):
        proxy.kill = runner.kill
        home = calendar_side.Home(pathlib.Path(folder), proxy, runner, SERVER)
        for seed in seeds:
            history = History(seed, home, home.folder / str(seed))
            try:
                history.play()
            except Exception as fault:
                told.append("\n".join([f"seed {seed}: {fault!r}", *history.story]))
            if proxy.strangers:
                told.append(f"seed {seed}: went to another host")
    return told


class Faults(unittest.TestCase):
    def test_one_more_run_converges(self):
        last = FIRST_SEED + HISTORIES - 1
        print(f"{HISTORIES} histories, seeds {FIRST_SEED} to {last}", file=sys.stderr)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            parts = [range(FIRST_SEED + i, last + 1, AT_ONCE) for i in range(AT_ONCE)]
            told = [story for stories in pool.map(play_some, parts) for story in stories]
        self.assertEqual(len(told), 0, "\n\n".join(told[:3]))


if __name__ == "__main__":
    unittest.main()
