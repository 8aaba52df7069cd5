"""Measures whole processes on one core, in interleaved rounds, and prints medians.  Usage: whole.py BUILD_DIR [ROUNDS]

100,000 dated actions, half events and half deadlines, with a reminder, a place and tags, in each language:
  convert           jalon convert PLAN -o OUT, with no previous output
  again             the same over its own output, nothing changed
  1 % edited        the same over its own output, one title in a hundred changed
  libical           bench_libical: the same components, already in memory, built and printed one at a time by libical 3
  format only       bench_format: the same values, already in memory, formatted and written
The last two time themselves, without loading their values (their memory holds them): what they are given for nothing,
jalon reads. Then the start of a process: a plan of 30 actions beside /bin/true."""
import os
import pathlib
import re
import shutil
import sys
import tempfile

from make_plan import ENGLISH, FRENCH, make_plan
from process import apart, median, run

COUNT = 100_000
PLAN_OF_A_DAY = 30
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1543240800"}


def run_well(command):
    done = run([str(part) for part in command], keep_output=True, environment=ENVIRONMENT)
    if done.status != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.status}")
    return done


def unfolded(path):
    return path.read_bytes().replace(b"\r\n ", b"").replace(b"\r\n", b"\n")


class Race:
    """One plan and the programs that run on it."""

    def __init__(self, build, folder, words, name):
        self.build, self.folder = build, folder
        self.plan, self.edited = folder / f"{name}.md", folder / f"{name}-edited.md"
        self.ics, self.other = folder / f"{name}.ics", folder / "other.ics"
        apart(self.write_plans, words)
        self.convert(self.plan)
        self.written = self.folder / "written.ics"
        shutil.copy(self.ics, self.written)

    def write_plans(self, words):
        text = "".join(make_plan(words, COUNT))
        self.plan.write_text(text, encoding="utf-8")
        self.edited.write_text(re.sub(r"(n\d*00) —", r"\1 bis —", text), encoding="utf-8")

    def convert(self, plan):
        return run_well([self.build / "jalon", "convert", "--quiet", plan, "-o", self.ics])

    def fresh(self):
        self.ics.unlink(missing_ok=True)
        return self.convert(self.plan)

    def over_the_last(self, plan):
        shutil.copy(self.written, self.ics)
        return self.convert(plan)

    def beside(self, program):
        done = run_well([self.build / program, self.written, self.other])
        done.seconds, done.cpu = map(float, done.output.split())
        return done

    def hold_that_outputs_agree(self):
        self.beside("bench_format")
        if self.other.read_bytes() != self.written.read_bytes():
            raise SystemExit("bench_format does not write the bytes that jalon writes")
        self.beside("bench_libical")
        ours, theirs = unfolded(self.written).splitlines(), unfolded(self.other).splitlines()
        different = sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs))
        print(f"libical prints {len(theirs)} lines, {different} of them unlike jalon's")

    def run(self, rounds):
        programs = {
            "convert": self.fresh,
            "again, nothing changed": lambda: self.over_the_last(self.plan),
            "again, 1 % edited": lambda: self.over_the_last(self.edited),
            "libical": lambda: self.beside("bench_libical"),
            "format only": lambda: self.beside("bench_format"),
        }
        results = {name: [] for name in programs}
        for _ in range(rounds):
            for name, program in programs.items():
                results[name].append(program())
        return results


def show(results):
    """Ratios are of processor time: what else the machine does moves them less."""
    print(f"  {'':24} {'clock':>9}  {'processor':>20} {'peak':>11}")
    for name, runs in results.items():
        clock, cpu = (median([getattr(each, field) for each in runs]) for field in ("seconds", "cpu"))
        least, most = min(each.cpu for each in runs), max(each.cpu for each in runs)
        memory = max(each.memory for each in runs) / 2**20
        print(f"  {name:24} {clock:7.3f} s  {cpu:7.3f} s ({least:.3f}–{most:.3f}) {memory:7.1f} MiB"
              f"  {COUNT / cpu:9,.0f} actions/s")
    ours, libical, least = (median([each.cpu for each in results[name]]) for name in ("convert", "libical", "format only"))
    print(f"  convert is {libical / ours:.2f} times as fast as libical, and takes {ours / least:.2f} times format-only's time")


def show_start(build, folder, rounds):
    plan, out = folder / "day.md", folder / "day.ics"
    plan.write_text("".join(make_plan(FRENCH, PLAN_OF_A_DAY)), encoding="utf-8")
    ours, nothing = [], []
    for _ in range(rounds):
        out.unlink(missing_ok=True)
        ours.append(run_well([build / "jalon", "convert", "--quiet", plan, "-o", out]))
        nothing.append(run_well(["/bin/true"]))
    for field, name in (("seconds", "clock"), ("cpu", "processor")):
        taken, least = (median([getattr(each, field) for each in runs]) * 1000 for runs in (ours, nothing))
        print(f"plan of {PLAN_OF_A_DAY} actions, {name}: {taken:.2f} ms; /bin/true: {least:.2f} ms; "
              f"difference {taken - least:.2f} ms")


def main(build, rounds):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=shared_memory) as folder:
        for name, words in (("French", FRENCH), ("English", ENGLISH)):
            print(f"{name}, {COUNT:,} actions, {rounds} rounds")
            race = Race(build, pathlib.Path(folder), words, name)
            apart(race.hold_that_outputs_agree)
            show(race.run(rounds))
        show_start(build, pathlib.Path(folder), 100)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
