"""Measures jalon on a folder of many plans, in whole processes, and prints medians.  Usage: teams.py BUILD_DIR [PLANS]

10,000 plans of 100 actions in 100 folders, in Markdown, as CSV and as workbooks: cold (no output there), on one core and
on two, and again with nothing changed; and the memory for a tenth of the plans and for all of them."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time

from large import write_csv, write_workbook
from make_plan import FRENCH, make_plan
from process import median, run

ACTIONS = 100
FOLDERS = 100
ROUNDS = 3
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "America/Toronto", "SOURCE_DATE_EPOCH": "1543240800"}
SETTLED = 2.5  # seconds after which the state of a file tells whether it changed


def write_markdown(path, count):
    text = "".join(make_plan(FRENCH, count))
    path.write_text(re.sub(r" n(\d+) —", rf" n\g<1>-{path.stem} —", text), encoding="utf-8")


KINDS = {"md": write_markdown, "csv": write_csv, "xlsx": write_workbook}


def make_plans(folder, count, kind):
    for number in range(count):
        place = folder / f"{number % FOLDERS:03}"
        place.mkdir(parents=True, exist_ok=True)
        KINDS[kind](place / f"plan-{number}.{kind}", ACTIONS)


class Team:
    """A folder of plans, and the folder of their calendars."""

    def __init__(self, build, folder, count, kind):
        self.jalon, self.plans, self.out = build / "jalon", folder / f"plans-{count}", folder / f"out-{count}"
        make_plans(self.plans, count, kind)

    def convert(self, jobs):
        done = run([str(self.jalon), "convert", "--quiet", "--as-of", "2018-11-26", "-j", str(jobs), str(self.plans), "--out-dir", str(self.out)],
                   environment=ENVIRONMENT)
        if done.status != 0:
            raise SystemExit(f"jalon ended with {done.status}")
        return done

    def cold(self, jobs):
        shutil.rmtree(self.out, ignore_errors=True)
        return self.convert(jobs)


def tell(name, runs, count):
    clock = median([each.seconds for each in runs])
    cpu = median([each.cpu for each in runs])
    memory = max(each.memory for each in runs) / 2**20
    print(f"  {name:24} {clock:8.3f} s  {cpu:8.3f} s of processor {memory:8.1f} MiB {count * ACTIONS / clock:12,.0f} actions/s")
    return clock


def measure(build, count, kind):
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=shared_memory) as folder:
        team, tenth = (Team(build, pathlib.Path(folder), number, kind) for number in (count, count // 10))
        time.sleep(SETTLED)
        print(f"{count:,} plans of {ACTIONS} actions in {kind}, {ROUNDS} rounds, {len(os.sched_getaffinity(0))} cores")
        results = {"cold, one core": [], "cold, two cores": [], "unchanged, one core": [], "unchanged, two cores": []}
        for _ in range(ROUNDS):
            for jobs, words in ((1, "one core"), (2, "two cores")):
                results[f"cold, {words}"].append(team.cold(jobs))
                results[f"unchanged, {words}"].append(team.convert(jobs))
        clocks = {name: tell(name, runs, count) for name, runs in results.items()}
        few = tell("a tenth of the plans", [tenth.cold(2)], count // 10)
        print(f"  two cores are {clocks['cold, one core'] / clocks['cold, two cores']:.2f} times as fast as one;"
              f" unchanged is {clocks['cold, one core'] / clocks['unchanged, one core']:.1f} times as fast as cold;"
              f" a tenth takes {few / clocks['cold, two cores']:.2f} of the time")


def main(build, count):
    for kind in KINDS:
        measure(build, count, kind)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
