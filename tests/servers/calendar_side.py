"""A plan and its calendar, on a real server: the tool's runs go through a proxy, what others do there does not."""
import json
import re
import urllib.parse
import xml.etree.ElementTree

import calendar_client

HEAD = "---\nid: faults\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n"
QUERY = ('<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/><C:calendar-data/></prop>'
         '<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>'
         "</C:calendar-query>")


def broken(what):
    raise AssertionError(what)


class Home:
    """An account of the tool, in a folder; its server is reached through `proxy`."""

    def __init__(self, folder, proxy, runner, server):
        self.folder, self.proxy, self.runner = folder, proxy, runner
        self.password = server.password
        self.client = calendar_client.Client(server.url, server.user, server.password)
        runner.environment |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LANG": "en_US.UTF-8",
                               "TZ": "America/Toronto", "ITS_PASSWORD": server.password}
        run = runner.run(folder, "account", "add", "home", proxy.url, "--user", server.user, "--password-env", "ITS_PASSWORD")
        if run.code != 0:
            broken(run.out + run.err)
        url = re.search(r"^url = '(.*)'", (folder / "jalon" / "accounts.toml").read_text(), re.M)[1]
        self.path = urllib.parse.urlsplit(url).path


class CalendarSide:
    """`actions`: what the plan says, title → day and hour. `story`: what happened, for who reads a failure."""

    def __init__(self, home, folder, name):
        self.home, self.folder, self.name, self.story = home, folder, name, []
        self.path = f"{home.path}{name}/"
        self.foreign = self.path + "another.ics"
        self.actions, self.foreign_body = {}, None
        folder.mkdir()

    def make(self):
        """The calendar, with an object of another application in it."""
        client = self.home.client
        client.ask("MKCALENDAR", self.path)
        client.put(self.foreign, calendar_client.EVENT.format(uid=f"{self.name}@example.org", title="Dentist"))
        self.foreign_body = client.ask("GET", self.foreign)

    def remove(self):
        self.home.client.ask("DELETE", self.path)

    def write_plan(self):
        lines = [f"- {title} — December {day} at {hour}:00\n" for title, (day, hour) in self.actions.items()]
        (self.folder / "plan.md").write_text(HEAD + "".join(lines))

    def tool(self, *words):
        run = self.home.runner.run(self.folder, *words, XDG_STATE_HOME=str(self.folder / "state"))
        self.story.append(f"{' '.join(words)}: {run.code}\n{run.out}{run.err}")
        if self.home.password in run.out + run.err:
            broken("the password was told")
        return run

    def sync(self, faults, *words):
        """A run in which things go wrong as the proxy is told."""
        proxy = self.home.proxy
        proxy.begin(faults)
        run = self.tool("sync", "plan.md", "--to", "home", "--calendar", self.path, "--yes", "--allow-deletions",
                        "--format", "json", *words)
        self.story.append(f"faults: {proxy.hit}")
        if run.code not in (0, 1, 2) and not (run.code == -9 and any("kill" in hit for hit in proxy.hit)):
            broken(f"ended with {run.code}")
        proxy.begin({})
        return run

    def summary(self):
        """What a run says in which nothing goes wrong."""
        run = self.sync({})
        told = [line for line in map(json.loads, run.out.splitlines()) if line["type"] == "summary"]
        if run.code != 0 or len(told) != 1:
            broken(f"exit code {run.code} without a fault")
        return {key: value for key, value in told[0].items() if isinstance(value, int) and value}

    def objects(self):
        """Path → body, of events, as XML lets them be told."""
        answer = self.home.client.ask("REPORT", self.path, QUERY, Depth="1", Content_Type="application/xml")
        found = {}
        for response in xml.etree.ElementTree.fromstring(answer).iter("{DAV:}response"):
            body = response.findtext(".//{urn:ietf:params:xml:ns:caldav}calendar-data")
            if body:
                found[urllib.parse.urlsplit(response.findtext("{DAV:}href")).path] = body
        return found

    def judge(self):
        """After one more run: all that the plan says is there, once, and nothing else but what is another's."""
        before = self.summary()
        again = self.summary()
        if again != {"unchanged": len(self.actions)}:
            broken(f"the run after {before} still finds something to do: {again}")
        objects = self.objects()
        if self.foreign_body is not None:
            objects.pop(self.foreign, None)
            if self.home.client.ask("GET", self.foreign) != self.foreign_body:
                broken("another program's object was touched")
        there = sorted((calendar_client.summary(body), re.search(r"DTSTART;TZID=[^:]*:(\w+)", body)[1])
                       for body in objects.values())
        wanted = sorted((title, f"201812{day:02}T{hour:02}0000") for title, (day, hour) in self.actions.items())
        if there != wanted:
            broken(f"there is {there}, not {wanted}")
        return objects
