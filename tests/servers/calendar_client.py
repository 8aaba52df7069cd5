"""The least of a CalDAV client, which owes nothing to jalon: what is in a calendar, and how another one changes it."""
import base64
import http.client
import os
import re
import ssl
import urllib.parse
import xml.etree.ElementTree

DAV = "{DAV:}"
EVENT = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Another program//EN\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20181101T000000Z\r
DTSTART:20181203T150000Z\r
DTEND:20181203T160000Z\r
SUMMARY:{title}\r
X-ITS-OWN;HOW=yes:as it is\r
END:VEVENT\r
END:VCALENDAR\r
"""


class Client:
    """`server`: of servers.py. A calendar is named by its path."""

    def __init__(self, url, user, password):
        self.place = urllib.parse.urlsplit(url)
        secret = base64.b64encode(f"{user}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {secret}"}

    def connect(self):
        if self.place.scheme == "http":
            return http.client.HTTPConnection(self.place.hostname, self.place.port, timeout=30)
        trust = ssl.create_default_context(cafile=os.environ["JALON_SERVER_CA"])
        return http.client.HTTPSConnection(self.place.hostname, self.place.port, timeout=30, context=trust)

    def ask(self, method, path, body=None, **headers):
        connection = self.connect()
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body and body.encode(), self.headers | named)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status // 100 != 2:
            raise RuntimeError(f"{method} {path}: {answer.status} {text}")
        return text

    def objects(self, calendar):
        """What the calendar holds: path → body."""
        listed = self.ask("PROPFIND", calendar, '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>', Depth="1",
                          Content_Type="application/xml")
        hrefs = [element.text for element in xml.etree.ElementTree.fromstring(listed).iter(DAV + "href")]
        paths = sorted({urllib.parse.urlsplit(href).path for href in hrefs} - {calendar})
        return {path: self.ask("GET", path) for path in paths}

    def titles(self, calendar):
        return sorted(summary(body) for body in self.objects(calendar).values())

    def find(self, calendar, title):
        """The path and the body of the object with this title."""
        (found,) = [item for item in self.objects(calendar).items() if summary(item[1]) == title]
        return found

    def put(self, path, body):
        self.ask("PUT", path, body, Content_Type="text/calendar; charset=utf-8")

    def edit(self, calendar, title, old, new):
        """Someone changes a word of an object in another program."""
        path, body = self.find(calendar, title)
        if not re.search(old, body):
            raise AssertionError(f"{old} is not in {body}")
        self.put(path, re.sub(old, new, body))


def summary(body):
    return re.search(r"^SUMMARY(?:;[^:]*)?:(.*?)\r?$", body, re.M).group(1)
