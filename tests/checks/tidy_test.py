"""Runs clang-tidy over the sources. A source that passed is not read again until it, one of our headers that it
includes, the configuration or its compile command changes: the second run costs nothing. Most of the time goes into the
standard library's headers, so some sources of one folder are read as one; each by itself where they do not go together
(two names of unnamed namespaces)."""
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import unittest

ROOT = pathlib.Path(os.environ["JALON_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["JALON_BUILD_DIR"])
PASSED = BUILD / "tidy"
TOGETHER = 6
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


def mark_of(source, flags):
    """A file that exists where this very content passed."""
    content = hashlib.sha256(" ".join(flags).encode())
    for path in [ROOT / ".clang-tidy", *with_our_headers(source)]:
        content.update(path.read_bytes())
    return PASSED / content.hexdigest()


def flags_of(entry):
    """What the compiler is told, but for the files and what clang does not know."""
    words = shlex.split(entry["command"])
    flags, skipped = [], {"-o", "-c", "-MF", "-MT", "-MQ"}
    for before, word in zip(words, words[1:]):
        if before not in skipped and word.startswith(("-D", "-I", "-isystem", "-std", "-W")) or before == "-isystem":
            flags.append(word)
    return tuple(flags)


def run_tidy(source, flags, checks):
    run = subprocess.run(
        ["clang-tidy", "--quiet", f"--checks={checks}", "--header-filter=/(src|include)/.*", str(source), "--", *flags,
         "-Wno-unknown-warning-option"],
        cwd=BUILD, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def check(batch):
    """What is wrong in these sources of one folder, which share their flags."""
    flags, sources = batch
    together = PASSED / f"{hashlib.sha256(repr(batch).encode()).hexdigest()}.cpp"
    together.write_text("".join(f'#include "{source}"\n' for source in sources), encoding="utf-8")
    found = run_tidy(together, flags, "-bugprone-suspicious-include") if len(sources) > 1 else "alone"
    together.unlink()
    faults = ""
    for source in sources:
        alone = run_tidy(source, flags, "") if found else ""
        if not alone:
            mark_of(source, flags).touch()
        faults += alone
    return faults


def batches():
    """The sources that did not pass yet."""
    together = collections.defaultdict(list)
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        source = pathlib.Path(entry["file"])
        if source.is_relative_to(ROOT / "src") and not mark_of(source, flags_of(entry)).exists():
            together[(source.parent, flags_of(entry))].append(source)
    for (_, flags), sources in sorted(together.items()):
        for first in range(0, len(sources), TOGETHER):
            yield flags, tuple(sources[first:first + TOGETHER])


class Tidy(unittest.TestCase):
    def test_clang_tidy_finds_nothing(self):
        PASSED.mkdir(exist_ok=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            faults = "".join(workers.map(check, batches()))
        if faults:
            self.fail("\n" + faults)


if __name__ == "__main__":
    unittest.main()
