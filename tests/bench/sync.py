"""Measures `jalon sync` on real servers, beside other clients and beside a bare libcurl loop that PUTs the same bodies.
Usage: sync.py BUILD_DIR [--servers NAME,…] [--objects N,…] [--round-trips MS,…] [--programs NAME,…]

Half events, half tasks, each with a place and a tag: first push into an empty calendar, again with nothing changed, and
with 1 % edited. Seconds by the clock, then of the program's own processor time; then requests and kilobytes both ways,
where a relay counts them. The servers run on the same machine, which is why a relay can add to the round trip; without
one (0 ms) times are taken directly, and nothing is counted. «×» compares with the loop of 8 in the same place.

  jalon             into a calendar that is there
  jalon --create    into one that the run itself makes
  loop of 1, of 8   bench_put_loop, with so many requests at once; jalon has at most 8"""
import argparse
import contextlib
import json
import os
import pathlib
import sys
import tempfile
import urllib.parse

import relay
from process import run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "servers"))
import calendar_client  # noqa: E402
import servers  # noqa: E402
from sync_programs import PROGRAMS, plan_of  # noqa: E402

ROUND_TRIPS = [0, 40, 150]


class Place:
    """A server at some distance, and the folder of what programs keep."""

    def __init__(self, build, folder, server, url, counting):
        self.build, self.folder, self.url, self.counting = build, folder, url, counting
        self.user, self.password = server.user, server.password
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "America/Toronto",
                            "JALON_SERVER_USER": server.user, "JALON_SERVER_PASSWORD": server.password}
        # What the server redirects from would lead around the relay.
        self.jalon("account", "add", "found", server.url, *self.who())
        found = json.loads(self.jalon("account", "list", "--format", "json"))
        home = urllib.parse.urljoin(url, urllib.parse.urlsplit(found["url"]).path)
        self.jalon("account", "add", "home", home, *self.who())

    def who(self):
        return "--user", self.user, "--password-env", "JALON_SERVER_PASSWORD"

    def jalon(self, *words):
        done = run([str(self.build / "jalon"), *words], keep_output=True, directory=self.folder,
                   environment=self.environment)
        if done.status != 0:
            raise SystemExit(f"jalon {' '.join(words)} ended with {done.status}")
        return done.output

    def remove_calendar(self, url):
        """Some servers let a UID stand in one calendar of a person alone."""
        with contextlib.suppress(RuntimeError):  # Cyrus says 404 to what it has done
            calendar_client.Client(self.url, self.user, self.password).ask("DELETE", urllib.parse.urlsplit(url).path)

    def make_calendar(self, name):
        made = json.loads(self.jalon("calendars", "home", "--calendar", name, "--create", "--format", "json"))
        return urllib.parse.urljoin(self.url, urllib.parse.urlsplit(made["url"]).path)

    def measure(self, command):
        if self.counting:
            self.counting.take()
        done = run([str(word) for word in command], directory=self.folder, environment=self.environment)
        return done, self.counting.take() if self.counting else None


def told(step, loop):
    done, counts = step
    text = f"{done.seconds:9.3f} s {done.cpu * 1000:6.0f} ms"
    if done.status != 0:
        return f"{'ended with ' + str(done.status):>22}"
    if loop:
        text += f" ×{done.seconds / loop:5.2f}"
    if counts:
        text += f" {counts.requests:5} req {(counts.sent + counts.received) / 1024:7.0f} kB"
    return text


def measure_program(program, loop):
    """Its line, and how long the first push took."""
    first = program.push()
    line = f"  {program.name:15}{told(first, loop)}"
    if first[0].status == 0 and program.can_go_on:
        line += f" |{told(program.check(), None)} |{told(program.edit(), None)}"
    print(line, flush=True)
    return first[0].seconds


def compare(place, bodies, chosen):
    loop = None
    for number, kind in enumerate(PROGRAMS):
        if kind.name not in chosen:
            continue
        program = kind(place, bodies, number)
        seconds = measure_program(program, loop if kind.is_compared else None)
        place.remove_calendar(program.url)
        if kind.name == "loop of 8":
            loop = seconds


@contextlib.contextmanager
def at_distance(server, milliseconds):
    if milliseconds == 0:
        yield server.url, None
        return
    with relay.start(server.url, milliseconds / 1000) as counting:
        yield counting.url, counting


def record_bodies(build, server, count, folder):
    """What jalon puts there, body by body."""
    bodies = folder / "bodies"
    (folder / "recording").mkdir()
    bodies.mkdir()
    with relay.start(server.url, 0, record=bodies) as recorder:
        place = Place(build, folder / "recording", server, recorder.url, None)
        calendar = place.make_calendar("Recorded")
        (place.folder / "plan.md").write_text(plan_of(count), encoding="utf-8")
        place.jalon("sync", "plan.md", "--to", "home", "--calendar", "Recorded", "--quiet", "--yes")
        place.remove_calendar(calendar)
    return bodies


def measure_server(build, name, count, round_trips, chosen):
    with servers.start(name) as server, tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        bodies = record_bodies(build, server, count, folder)
        for milliseconds in round_trips:
            print(f"{name}, {count:,} objects, {milliseconds} ms more of round trip: first push | nothing changed | 1 % edited")
            home = folder / str(milliseconds)
            home.mkdir()
            with at_distance(server, milliseconds) as (url, counting):
                compare(Place(build, home, server, url, counting), bodies, chosen)


def numbers(text):
    return [int(word) for word in text.split(",")]


def main():
    names = [kind.name for kind in PROGRAMS]
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--servers", default=",".join(servers.STARTERS))
    parser.add_argument("--objects", type=numbers, default=[200, 1000])
    parser.add_argument("--round-trips", type=numbers, default=ROUND_TRIPS)
    parser.add_argument("--programs", default=",".join(names))
    given = parser.parse_args()
    print(f"{len(os.sched_getaffinity(0))} cores")
    for name in given.servers.split(","):
        for count in given.objects:
            measure_server(given.build, name, count, given.round_trips, given.programs.split(","))


if __name__ == "__main__":
    main()
