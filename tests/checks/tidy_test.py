"""Runs clang-tidy over the sources of the lower floors, which are all that there is time for. A source that passed is not read again until it, one
of our headers that it includes, the configuration or its compile command changes: the second run costs nothing."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(os.environ["JALON_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["JALON_BUILD_DIR"])
PASSED = BUILD / "tidy"
ROOMS = ("base", "model", "text", "ical", "identity")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def with_our_headers(source):
    """The source and every header of ours that it reaches."""
    reached, waiting = set(), [source]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            for folder in (ROOT / "src", ROOT / "include", path.parent):
                if (folder / target).is_file():
                    waiting.append(folder / target)
                    break
    return sorted(reached)


def mark_of(source, command):
    """A file that exists where this very content passed."""
    content = hashlib.sha256(command.encode())
    for path in [ROOT / ".clang-tidy", *with_our_headers(source)]:
        content.update(path.read_bytes())
    return PASSED / content.hexdigest()


def faults_of(source):
    run = subprocess.run(
        ["clang-tidy", "--quiet", "-p", str(BUILD), "--extra-arg=-Wno-unknown-warning-option", str(source)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def check(entry):
    source = pathlib.Path(entry["file"])
    mark = mark_of(source, entry["command"])
    if mark.exists():
        return ""
    faults = faults_of(source)
    if not faults:
        mark.touch()
    return faults


class Tidy(unittest.TestCase):
    def test_clang_tidy_finds_nothing(self):
        PASSED.mkdir(exist_ok=True)
        entries = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))
        ours = [entry for entry in entries if entry["file"].startswith(tuple(f"{ROOT}/src/{room}/" for room in ROOMS))]
        self.assertTrue(ours)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            faults = "".join(workers.map(check, ours))
        if faults:
            self.fail("\n" + faults)


if __name__ == "__main__":
    unittest.main()
