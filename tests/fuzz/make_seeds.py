"""Writes the seeds and the dictionary of a fuzzer.  Usage: make_seeds.py SOURCE_DIR OUT_DIR FUZZER

Seeds: every sample, every golden plan and calendar, every phrase of the tables. Dictionaries: the words of the
tables of languages and of the readers, that is every text literal of their sources, and iCalendar's own names."""
import hashlib
import pathlib
import re
import sys

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.){2,24})"')


def write_seed(folder, content):
    (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)


def phrases(source):
    for table in sorted((source / "tests").rglob("*phrases*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 3 and not line.startswith("#"):
                yield (b"\1" if fields[0] == "en" else b"\0") + fields[2].encode()


def files(source, *endings):
    for folder in ("samples", "tests"):
        for path in sorted((source / folder).rglob("*")):
            if path.suffix in endings and "node_modules" not in path.parts and path.stat().st_size < 100_000:
                yield path.read_bytes()


def front_matters(source):
    for content in files(source, ".md", ".txt"):
        fenced = re.match(rb"---\r?\n(.*?)\r?\n---", content, re.DOTALL)
        if fenced:
            yield fenced.group(1)


def words(source, folder):
    for path in sorted((source / "src" / folder).rglob("*.cpp")):
        yield from (found.group(1) for found in LITERAL.finditer(path.read_text(encoding="utf-8")))


def write_dictionary(path, entries):
    """libFuzzer's form: one quoted string a line, bytes that are not plain as \\xHH."""
    lines = set()
    for entry in entries:
        if "\\" not in entry:
            lines.add('"' + "".join(chr(b) if 32 <= b < 127 and b != 34 else f"\\x{b:02x}" for b in entry.encode()) + '"')
    path.write_text("\n".join(sorted(lines)) + "\n", encoding="ascii")


def plans(source):
    return files(source, ".md", ".txt")


def tables(source):
    return (b"\0" + content for content in files(source, ".csv", ".tsv"))


def answers(source):
    """What the tests have a server say, for each of the readers."""
    begin = b'<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    for path in sorted((source / "tests/dav").glob("*_test.cpp")):
        for said in re.findall(rb'R"\((<.*?)\)"', path.read_bytes(), re.DOTALL):
            whole = said if said.startswith(b"<d:multistatus") else begin + said + b"</d:multistatus>"
            yield from (reader + text for reader in (b"\0", b"\1", b"\2") for text in (said, whole))
    yield b'\3machine cal.example.org login alice password "p w"\nmacdef m\nx\n\ndefault login b password c\n'


# Those of a fuzzer that is not named here: plans.
SEEDS = {
    "table_fuzz": tables,
    "ics_fuzz": lambda source: files(source, ".ics"),
    "org_fuzz": lambda source: files(source, ".org"),
    "todo_txt_fuzz": lambda source: files(source, ".txt"),
    "taskwarrior_fuzz": lambda source: files(source, ".json"),
    "workbook_fuzz": lambda source: files(source, ".xlsx", ".ods"),
    "json_fuzz": lambda source: files(source, ".json", ".jsonl"),
    "phrase_fuzz": phrases,
    "front_matter_fuzz": front_matters,
    "previous_fuzz": lambda source: files(source, ".ics"),
    "config_fuzz": lambda source: files(source, ".toml"),
    "object_fuzz": lambda source: files(source, ".ics"),
    "dav_fuzz": answers,
}
# The room whose words a fuzzer is given, if not text.
WORDS = {"previous_fuzz": "ical", "ics_fuzz": "ical", "calendar_fuzz": "ical", "object_fuzz": "ical",
         "config_fuzz": "config", "dav_fuzz": "dav"}


def main(source, out, name):
    (out / name).mkdir(parents=True, exist_ok=True)
    for content in SEEDS.get(name, plans)(source):
        write_seed(out / name, content)
    write_dictionary(out / f"{name}.dict", words(source, WORDS.get(name, "text")))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])
