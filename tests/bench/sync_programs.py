"""What sync.py runs: jalon, a bare loop of requests, and other clients, each with a calendar and a memory of its own."""
import pathlib
import re
import shutil
import urllib.parse

from client_settings import CALCURSE, VDIRSYNCER

HERE = pathlib.Path(__file__).resolve().parent
HEAD = "---\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n"


def plan_of(count, edited=0):
    lines = []
    for i in range(count):
        day, month, hour = i % 27 + 1, i // 27 % 12 + 1, 8 + i % 9
        title = f"{'Préparer la réunion' if i % 2 else 'Rendre le rapport'} numéro {i}{' bis' if i < edited else ''}"
        when = f"2019-{month:02}-{day:02} from {hour}:00 to {hour + 1}:00" if i % 2 else f"by 2019-{month:02}-{day:02} at {hour}:00"
        lines.append(f"- {title} — {when} #travail\n  location: salle {i % 20}\n")
    return HEAD + "".join(lines)


class Program:
    can_go_on = True  # to what comes after the first push
    is_compared = True  # with the bare loop

    def __init__(self, place, bodies, number):
        self.place, self.bodies, self.count = place, bodies, len(list(bodies.iterdir()))
        self.edits = max(1, self.count // 100)
        self.folder = place.folder / str(number)
        self.folder.mkdir()
        self.calendar = f"Bench {number} at {place.folder.name}"

    def make_calendar(self):
        self.url = self.place.make_calendar(self.calendar)
        return self.url

    def write(self, name, text, **more):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.format(folder=self.folder, user=self.place.user, password=self.place.password, **more))
        return path


class Loop(Program):
    can_go_on = False
    at_once = 8
    name = "loop of 8"
    is_compared = False

    def push(self):
        url = self.make_calendar()
        return self.place.measure([self.place.build / "bench_put_loop", url, self.bodies, self.at_once])


class LoopOfOne(Loop):
    at_once = 1
    name = "loop of 1"
    is_compared = True


class Jalon(Program):
    name = "jalon"
    options = ()

    def sync(self, edited, *options):
        plan = self.folder / "plan.md"
        plan.write_text(plan_of(self.count, edited), encoding="utf-8")
        return self.place.measure([self.place.build / "jalon", "sync", plan, "--to", "home", "--calendar", self.calendar,
                                   "--quiet", "--yes", *options])

    def push(self):
        self.make_calendar()
        return self.sync(0)

    def check(self):
        self.sync(0)  # the first look after a push lists everything
        return self.sync(0)

    def edit(self):
        return self.sync(self.edits)


class JalonMaking(Jalon):
    name = "jalon --create"

    def push(self):
        made = self.sync(0, "--create")
        self.make_calendar()  # finds it
        return made


class Vdirsyncer(Program):
    name = "vdirsyncer"

    def sync(self):
        return self.place.measure(["vdirsyncer", "--config", self.folder / "config", "sync"])

    def push(self):
        self.write("config", VDIRSYNCER, url=self.make_calendar())
        shutil.copytree(self.bodies, self.folder / "vdir")
        self.place.measure(["vdirsyncer", "--config", self.folder / "config", "discover"])
        return self.sync()

    def check(self):
        return self.sync()

    def edit(self):
        for path in sorted((self.folder / "vdir").iterdir())[:self.edits]:
            path.write_bytes(path.read_bytes().replace(b"SUMMARY:", b"SUMMARY:Bis "))
        return self.sync()


class Calcurse(Program):
    name = "calcurse-caldav"

    def sync(self, *options):
        return self.place.measure(["calcurse-caldav", "--config", self.folder / "caldav/config", "--datadir", self.folder,
                                   "--syncdb", self.folder / "sync.db", "--lockfile", self.folder / "lock", *options])

    def push(self):
        place = urllib.parse.urlsplit(self.make_calendar())
        self.write("caldav/config", CALCURSE, host=place.netloc, path=place.path)
        components = [re.search(rb"BEGIN:(VEVENT|VTODO).*END:\1\r\n", path.read_bytes(), re.S).group()
                      for path in sorted(self.bodies.iterdir())]
        (self.folder / "all.ics").write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n" +
                                              b"".join(components) + b"END:VCALENDAR\r\n")
        self.place.measure(["calcurse", "-D", self.folder, "-C", self.folder, "-i", self.folder / "all.ics"])
        return self.sync("--init", "keep-local")

    def check(self):
        return self.sync()

    def edit(self):
        appointments = self.folder / "apts"
        text = appointments.read_text()
        appointments.write_text(text.replace("réunion", "rencontre", self.edits))
        return self.sync()


class Tsdav(Program):
    name = "tsdav"

    def run(self, command, *words):
        return self.place.measure([shutil.which("node"), HERE / "sync_tsdav.mjs", command, self.url,
                                   self.folder / "bodies", *words])

    def push(self):
        self.make_calendar()
        shutil.copytree(self.bodies, self.folder / "bodies")
        return self.run("push")

    def check(self):
        return self.run("check")

    def edit(self):
        return self.run("edit", self.edits)


# The loop that the others are compared with comes first.
PROGRAMS = [Loop, LoopOfOne, Jalon, JalonMaking, Vdirsyncer, Calcurse, Tsdav]
