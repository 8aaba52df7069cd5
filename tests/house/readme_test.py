"""The README shows what the tool does: its table of phrases is that of the tests, its examples are real runs.

With --write the blocks between the markers are made again.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("JALON_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
README = ROOT / "README.md"


def phrases():
    rows = [line.split("\t") for line in (ROOT / "tests/text/phrases.tsv").read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    out = ["| said on | phrase | is read as |", "| --- | --- | --- |"]
    out += [f"| {row[1]} | {row[2]} | `{row[3]}` |" for row in rows]
    return "\n".join(out)


def run(*arguments):
    environment = dict(os.environ, TZ="America/Toronto", LC_ALL="fr_CA.UTF-8", NO_COLOR="1", COLUMNS="100")
    tool = os.environ.get("JALON", str(ROOT / "build/jalon"))
    done = subprocess.run([tool, *arguments], capture_output=True, cwd=ROOT / "samples", env=environment, timeout=30)
    return done.stdout.decode("utf-8")


def mail():
    return "```text\n" + (ROOT / "samples/courriel.txt").read_text("utf-8").rstrip() + "\n```"


def mail_check():
    shown = run("check", "courriel.txt", "--as-of", "2018-11-26")
    return "```console\n$ jalon check courriel.txt --as-of 2018-11-26\n" + shown.rstrip() + "\n```"


def mail_calendar():
    with tempfile.TemporaryDirectory() as folder:
        calendar = run("convert", "courriel.txt", "--as-of", "2018-11-26", "--quiet", "-o", "-")
    first = re.search(r"BEGIN:VEVENT.*?END:VEVENT", calendar.replace("\r\n", "\n"), re.S)
    return "```text\n" + (first.group(0) if first else "") + "\n```"


def keys():
    shown = run("help", "config", "--lang", "en")
    table = re.search(r"The keys of jalon.toml.*?(?=\n\n)", shown, re.S)
    return "```text\n" + table.group(0) + "\n```"


def toml():
    return "```toml\n" + (ROOT / "samples/team/jalon.toml").read_text("utf-8").rstrip() + "\n```"


BLOCKS = {"keys": keys, "toml": toml, "phrases": phrases, "mail": mail, "check": mail_check, "calendar": mail_calendar}


def rebuilt(text):
    def block(match):
        return f"<!-- {match.group(1)} -->\n{BLOCKS[match.group(1)]()}\n<!-- /{match.group(1)} -->"
    return re.sub(r"<!-- (\w+) -->\n.*?<!-- /\1 -->", block, text, flags=re.S)


def main():
    text = README.read_text("utf-8")
    missing = [name for name in BLOCKS if f"<!-- {name} -->" not in text]
    assert not missing, f"README.md has no block for {missing}"
    made = rebuilt(text)
    if "--write" in sys.argv:
        README.write_text(made, "utf-8")
    elif made != text:
        old, new = text.splitlines(), made.splitlines()
        for i, (was, now) in enumerate(zip(old + [""] * len(new), new)):
            if was != now:
                sys.exit(f"README.md:{i + 1}: is\n  {was}\nbut should be\n  {now}\n"
                         "(python3 tests/house/readme_test.py --write makes it again)")
        sys.exit("README.md has more lines than it should")


main()
