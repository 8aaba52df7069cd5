"""The README and the French guide show what the tool does: their tables are those of the sources, their examples real
runs, their pictures made of what the tool shows; and every command in them is one that the tool has.

With --write the blocks between the markers, and the pictures, are made again.
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import terminal_picture

ROOT = pathlib.Path(os.environ.get("JALON_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
TOOL = os.environ.get("JALON", str(ROOT / "build/jalon"))
LOCALES = {"en": "en_US.UTF-8", "fr": "fr_CA.UTF-8"}


def phrases():
    rows = [line.split("\t") for line in (ROOT / "tests/text/phrases.tsv").read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    out = ["| said on | phrase | is read as |", "| --- | --- | --- |"]
    out += [f"| {row[1]} | {row[2]} | `{row[3]}` |" for row in rows]
    return "\n".join(out)


def world(language, **more):
    return dict(os.environ, TZ="America/Toronto", LC_ALL=LOCALES[language], NO_COLOR="1", COLUMNS="100",
                XDG_CONFIG_HOME="/nonexistent", EMAIL="", PATH=f"{pathlib.Path(TOOL).parent}:{os.environ['PATH']}", **more)


def run(*arguments, language="fr"):
    done = subprocess.run([TOOL, *arguments], capture_output=True, cwd=ROOT / "samples", env=world(language), timeout=30)
    return done.stdout.decode("utf-8")


def mail():
    return "```text\n" + (ROOT / "samples/courriel.txt").read_text("utf-8").rstrip() + "\n```"


def mail_check():
    shown = run("check", "courriel.txt", "--as-of", "2018-11-26")
    return "```console\n$ jalon check courriel.txt --as-of 2018-11-26\n" + shown.rstrip() + "\n```"


def mail_calendar():
    calendar = run("convert", "courriel.txt", "--as-of", "2018-11-26", "--quiet", "-o", "-")
    first = re.search(r"BEGIN:VEVENT.*?END:VEVENT", calendar.replace("\r\n", "\n"), re.S)
    return "```text\n" + (first.group(0) if first else "") + "\n```"


def keys():
    shown = run("help", "config", "--lang", "en")
    table = re.search(r"The keys of jalon.toml.*?(?=\n\n)", shown, re.S)
    return "```text\n" + table.group(0) + "\n```"


def toml():
    return "```toml\n" + (ROOT / "samples/team/jalon.toml").read_text("utf-8").rstrip() + "\n```"


def formats(language):
    table = run("help", "formats", language=language).split("\n\n")[1] + "\n"
    rows = re.findall(r"^  (\S+)(  .+)?\n((?:      .*\n)+)", table, re.M)
    titles = {"en": "| format (`--from`) | files | what is read |",
              "fr": "| format (`--from`) | fichiers | ce qui est lu |"}
    out = [titles[language], "| --- | --- | --- |"]
    for name, endings, about in rows:
        files = " ".join(f"`{ending}`" for ending in endings.split())
        words = " ".join(about.split()).replace("|", "\\|")
        out.append(f"| `{name}` | {files} | {words} |")
    return "\n".join(out)


BLOCKS = {"keys": keys, "toml": toml, "phrases": phrases, "mail": mail, "check": mail_check, "calendar": mail_calendar}


class Document:
    """One of the texts: its `run` blocks share a copy of the samples, so that one may use what another wrote."""

    def __init__(self, name, language, blocks):
        self.path, self.language = ROOT / name, language
        self.blocks = dict(blocks, run=self.run, formats=lambda body: formats(language))
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name, "plans")
        shutil.copytree(ROOT / "samples", self.work)

    def run(self, body):
        out = []
        for command in re.findall(r"^\$ (.*)$", body, re.M):
            done = subprocess.run(["sh", "-c", command], cwd=self.work, env=world(self.language, HOME=self.folder.name),
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30)
            assert done.returncode == 0, f"{command}: {done.stdout.decode('utf-8')}"
            out += [f"$ {command}", *done.stdout.decode("utf-8").rstrip("\n").split("\n")]
        return "\n".join(["```console", *[line for line in out if line or len(out) > 1], "```"])

    def made(self):
        def block(match):
            name, body = match.groups()
            return f"<!-- {name} -->\n{self.blocks[name](body)}\n<!-- /{name} -->"
        return re.sub(r"<!-- (\w+) -->\n(.*?)<!-- /\1 -->", block, self.path.read_text("utf-8"), flags=re.S)

    def check_commands(self):
        """Commands that reach a server are not run: their help must know every option that they have."""
        blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", self.path.read_text("utf-8"), re.S | re.M)
        for line in re.findall(r"^(?:\$ )?(jalon .*)$", "".join(blocks), re.M):
            words = shlex.split(line, comments=True)[1:]
            help_text = run("help", words[0], language=self.language)
            assert help_text, f"{self.path.name}: there is no command {words[0]}: {line}"
            for option in re.findall(r" (--?[a-z][a-z-]*)", line):
                assert re.search(rf"(^|[ ,]){option}\b", help_text, re.M), f"{self.path.name}: no {option}: {line}"


DOCUMENTS = [Document("README.md", "en", {name: lambda body, made=made: made() for name, made in BLOCKS.items()}),
             Document("samples/GUIDE.fr.md", "fr", {})]
PICTURES = {"year-end": ("en", "2018-12-16", "A year-end plan as an agenda: what is late, then week by week"),
            "plan-fin-annee": ("fr", "2018-12-16", "Un plan de fin d'année en agenda: les retards, puis chaque semaine")}


def picture(name, language, until, about):
    shown = subprocess.run([TOOL, "show", f"{name}.md", "--today", "2018-12-03", "--until", until, "--color", "always"],
                           capture_output=True, cwd=ROOT / "samples", env=world(language) | {"COLUMNS": "92"}, timeout=30)
    return terminal_picture.picture(shown.stdout.decode("utf-8"), about)


def hold(path, made):
    there = path.read_text("utf-8") if path.exists() else ""
    if "--write" in sys.argv:
        path.write_text(made, "utf-8")
    elif made != there:
        name = path.relative_to(ROOT)
        old, new = there.splitlines(), made.splitlines()
        for i, (was, now) in enumerate(zip(old + [""] * len(new), new)):
            if was != now:
                sys.exit(f"{name}:{i + 1}: is\n  {was}\nbut should be\n  {now}\n"
                         "(python3 tests/house/readme_test.py --write makes it again)")
        sys.exit(f"{name} has more lines than it should")


def main():
    missing = [name for name in BLOCKS if f"<!-- {name} -->" not in (ROOT / "README.md").read_text("utf-8")]
    assert not missing, f"README.md has no block for {missing}"
    for document in DOCUMENTS:
        hold(document.path, document.made())
        document.check_commands()
    for name, about in PICTURES.items():
        hold(ROOT / f"samples/pictures/{name}.svg", picture(name, *about))


main()
