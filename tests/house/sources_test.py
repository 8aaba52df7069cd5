"""Holds the layout of the sources: includes go down only, outside libraries stay in their rooms, and files and
functions stay small enough to be read."""
import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ["JALON_SOURCE_DIR"])

# An include may only go down; rooms (floor 2) have no doors between them.
FLOORS = {"base": 0, "model": 1, "app": 3, "cli": 4}
ROOMS = {"text", "ical", "sheet", "identity", "dav", "sync", "account", "config", "view"}
ROOM_FLOOR = 2

# The floor or room that each public header is the door of.
DOORS = {
    "language": "base", "result": "base", "diagnostic": "base",
    "when": "model", "plan": "model", "sheet": "model", "store": "model", "fields": "model",
    "phrase": "text", "list": "text",
    "calendar": "ical", "zone": "ical", "object": "ical", "workbook": "sheet",
    "identity": "identity",
}

# The one place of each outside library: a folder, or a single file of it.
LIBRARIES = {
    r"^libical/": ("src/ical/", None),
    r"^CLI/": ("src/cli/", 1),
    r"^simdjson": ("src/text/formats/", 1),
    r"^curl/": ("src/dav/http/", 2),  # its transport, and its reading of addresses
    r"^expat": (("src/dav/", "src/sheet/"), 2),
    r"^minizip/": ("src/sheet/", 1),
    r"^ares": ("src/dav/", 1),
    r"^libsecret/": ("src/account/", 1),
    r"^toml\+\+/": ("src/", 2),
    r"^sqlite3": ("src/sync/", 1),
}
PUBLIC = re.compile(r"^(jalon/[\w]+\.h|[a-z_]+)$")  # what a public header may include: its like, and the standard library

MOST_LINES_OF_A_FILE = 500
MOST_LINES_OF_A_FUNCTION = 60


def sources(*folders):
    for folder in folders:
        yield from sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in (".h", ".cpp"))


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1)


def types_in(path):
    """The types that a file defines for all to see: namespace and name."""
    within = []
    for line in path.read_text(encoding="utf-8").splitlines():
        begun = re.match(r"(?:inline )?namespace ([\w:]*) ?\{", line)
        if begun:
            within.append(begun.group(1) or "(nameless)")
        elif line.startswith("}  // namespace"):
            within.pop()
        found = re.match(r"(?:class|struct|union|enum class) (\w+)(?!\w|::)[^;]*$", line)
        if found and "(nameless)" not in within:
            yield "::".join([*within, found.group(1)])


def floor_of(room):
    return FLOORS.get(room, ROOM_FLOOR)


def room_of(target):
    """The floor or room that an include leads to; its first folder where it leads out of the house."""
    folder, _, rest = target.partition("/")
    return DOORS[rest.removesuffix(".h")] if folder == "jalon" else folder


def fault_of_include(room, target):
    """Why a file of ROOM may not include TARGET, or None."""
    other = room_of(target)
    if other not in FLOORS and other not in ROOMS:
        return None
    if other == room or floor_of(other) < floor_of(room):
        return None
    return "upward" if floor_of(other) > floor_of(room) else "sideways"


def without_comments_and_literals(text):
    """The same number of lines, with nothing in comments, strings and characters left."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"([^(\n]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'(?!\w)'
    return re.sub(pattern, lambda found: '""' + "\n" * found.group().count("\n"), text, flags=re.DOTALL)


def long_functions(text, limit):
    """(first line, lines) of every outermost function body that is longer than the limit."""
    code = without_comments_and_literals(text)
    opened = []  # (is it a function's body, where it begins)
    for place in re.finditer(r"[{}]", code):
        if place.group() == "{":
            before = code[:place.start()][-200:].rstrip()
            body = re.search(r"(\)|\bconst|\bnoexcept|\boverride|\)\s*->\s*[\w:<>,&*\s]+)$", before) is not None
            opened.append((body, place.start()))
        elif opened:
            body, start = opened.pop()
            lines = code.count("\n", start, place.start()) + 1
            if body and lines > limit and not any(outer for outer, _ in opened):
                yield code.count("\n", 0, start) + 1, lines


class Includes(unittest.TestCase):
    def test_an_include_goes_down_or_stays_in_its_room(self):
        faults = []
        for path in sources("src", "include"):
            room = room_of(name_of(path).split("/", 1)[1])
            for line, target in includes(path):
                fault = fault_of_include(room, target)
                if fault:
                    faults.append(f"{name_of(path)}:{line}: {fault}: {target}")
        self.assertEqual(faults, [])

    def test_every_folder_of_src_stands_on_a_floor(self):
        folders = {p.name for p in (ROOT / "src").iterdir() if p.is_dir()}
        self.assertEqual(folders - set(FLOORS) - ROOMS, set())

    def test_every_public_header_is_the_door_of_a_room(self):
        self.assertEqual({path.stem for path in sources("include")}, set(DOORS))

    def test_a_public_header_includes_only_its_like_and_the_standard_library(self):
        faults = [
            f"{name_of(path)}:{line}: {target}"
            for path in sources("include")
            for line, target in includes(path)
            if not PUBLIC.match(target)
        ]
        self.assertEqual(faults, [])

    def test_an_outside_library_stays_in_its_place(self):
        for library, (folder, most) in LIBRARIES.items():
            users = {
                name_of(path)
                for path in sources("src", "include")
                for _, target in includes(path)
                if re.match(library, target)
            }
            self.assertEqual({user for user in users if not user.startswith(folder)}, set(), library)
            if most is not None:
                self.assertLessEqual(len(users), most, f"{library}: {users}")

    def test_upward_and_sideways_are_told_apart(self):
        self.assertEqual(fault_of_include("base", "model/x.h"), "upward")
        self.assertEqual(fault_of_include("text", "ical/x.h"), "sideways")
        self.assertEqual(fault_of_include("text", "app/x.h"), "upward")
        self.assertIsNone(fault_of_include("app", "text/x.h"))
        self.assertIsNone(fault_of_include("text", "text/x.h"))
        self.assertIsNone(fault_of_include("text", "jalon/plan.h"))
        self.assertEqual(fault_of_include("text", "jalon/calendar.h"), "sideways")


class Names(unittest.TestCase):
    def test_a_type_has_its_name_alone(self):
        """Two types of one name in one program are mixed up by the linker, without a word."""
        places = {}
        for path in sources("src", "include"):
            for name in types_in(path):
                places.setdefault(name, []).append(name_of(path))
        self.assertGreater(len(places), 100)
        self.assertEqual({name: where for name, where in places.items() if len(where) > 1}, {})


class Sizes(unittest.TestCase):
    def test_no_file_is_too_long_to_read(self):
        faults = [
            f"{name_of(path)}: {lines} lines"
            for path in sources("src", "include", "tests")
            if "node_modules" not in path.parts
            and (lines := path.read_text(encoding="utf-8").count("\n")) > MOST_LINES_OF_A_FILE
        ]
        self.assertEqual(faults, [])

    def test_no_function_is_too_long_to_read(self):
        faults = [
            f"{name_of(path)}:{line}: {lines} lines"
            for path in sources("src", "include")
            for line, lines in long_functions(path.read_text(encoding="utf-8"), MOST_LINES_OF_A_FUNCTION)
        ]
        self.assertEqual(faults, [])

    def test_a_long_function_is_seen(self):
        text = "namespace a {\nint f(int x) {\n" + "  if (x) { g('{', \"}\"); }\n" * 9 + "}\nint g() { return 1; }\n}\n"
        self.assertEqual(list(long_functions(text, 10)), [(2, 11)])
        self.assertEqual(list(long_functions(text, 11)), [])


if __name__ == "__main__":
    unittest.main()
