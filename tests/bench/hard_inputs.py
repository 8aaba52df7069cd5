"""Inputs that would show a reader whose time grows faster than its input: each is a piece said again and again."""
from datetime import date, timedelta

FIRST = date(2018, 11, 26)

REPEATED = {
    "open brackets": "(",
    "open square brackets": "[",
    "empty items": "- ",
    "empty item lines": "- \n",
    "the word chaque": "chaque ",
    "the word tous": "tous les ",
    "the word every": "every ",
    "numbers": "1 ",
    "digits": "1",
    "days": "le 3 décembre ",
    "weekdays": "lundi ",
    "ranges": "du 3 au ",
    "conditions": "avant après ",
    "until": "jusqu'au ",
    "exceptions": "sauf le 24 décembre, ",
    "hyphens": "-",
    "dashes": "— ",
    "commas": ", ",
    "colons": "a: ",
    "due keys": "due: ",
    "tags": "#a ",
    "owners": "@a ",
    "open quotes": '@"',
    "identities": "^a ",
    "comments that do not end": "<!-- ",
    "fences": "---\n",
    "headings": "# a\n",
    "empty lines": "\n",
    "carriage returns": "\r",
    "spaces": " ",
    "combining accents": "e\u0301",
    "accents on one letter": "\u0301",
    "emoji": "\U0001f389",
    "bytes that are not UTF-8": "\udcff",
    "one item": "a",
    "items with the same text": "- le 3 décembre appeler\n",
    "items with a faulty date": "- appeler — lundi 4 décembre 2018\n",
    "faulty dates on one line": "— lundi 4 décembre 2018 ",
    "unknown keys": "- a titel: b\n",
}
ITEM = {"days", "weekdays", "ranges", "conditions", "until", "exceptions", "one item", "commas", "dashes", "numbers",
        "open brackets", "the word chaque", "the word tous", "the word every", "combining accents", "tags", "owners",
        "due keys", "faulty dates on one line", "colons", "identities"}


def nested_items(size):
    """Each item under the one before, as deep as the size allows: the indents alone grow with the square."""
    text, depth = [], 0
    length = 0
    while length < size:
        line = " " * (2 * depth) + "- a\n"
        text.append(line)
        length += len(line)
        depth += 1
    return "".join(text).encode()


def calendar(properties, size):
    """A series of events, then others as `properties` say, {n} of them counted and each on a {day} of its own."""
    text = ["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20181126T100000Z\r\nRRULE:FREQ=DAILY\r\n"
            "SUMMARY:a\r\nEND:VEVENT\r\n"]
    length, count = 0, 0
    while length < size:
        text.append("BEGIN:VEVENT\r\n" + properties.format(n=count, day=FIRST + timedelta(count)) + "SUMMARY:a\r\nEND:VEVENT\r\n")
        length += len(text[-1])
        count += 1
    return ("".join(text) + "END:VCALENDAR\r\n").encode()


CALENDARS = {
    "calendar, unknown zones": "UID:{n}\r\nDTSTART;TZID=Amerika/Nowhere{n}:20181126T100000\r\n",
    "calendar, broken events": "UID:{n}\r\nDTSTART:tomorrow\r\n",
    "calendar, replaced instances": "UID:a\r\nRECURRENCE-ID:{day:%Y%m%d}T100000Z\r\nDTSTART:20181126T100000Z\r\n",
    "calendar, events under the last": "UID:{n}\r\nDTSTART:20181126T100000Z\r\nRELATED-TO:{n}\r\n",
}


def repeated(piece, size, head=""):
    unit = piece.encode("utf-8", "surrogateescape")
    return head.encode() + (unit * (size // len(unit) + 1))[:size]


def hard_inputs(size):
    """(name, bytes) of each input, about `size` bytes long."""
    for name, piece in REPEATED.items():
        yield name, repeated(piece, size)
        if name in ITEM:
            yield f"{name}, in one item", repeated(piece, size, "- a ")
    yield "deep nesting", nested_items(size)
    for name, properties in CALENDARS.items():
        yield name, calendar(properties, size)
