"""Holds what is true of every file of the repository: none names a folder of one machine or a package registry's
host, nothing is left open, and the list of packages is whole."""
import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ["JALON_SOURCE_DIR"])
NOT_OURS = re.compile(r"^(build[^/]*|\.git|\.cache|\.vscode|\.idea)$|^node_modules$")
MACHINE = re.compile(r"(?<![A-Za-z0-9_.~-])/(home|root|work|Users|farm)/|\.\./shared")
REGISTRY = re.compile(r"https?://[\w.-]*(registry|deb\.debian|pypi|proxy\.golang)[\w.-]*", re.IGNORECASE)
LEFT_OPEN = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|DISABLED" r"_\w+|GTEST" r"_SKIP|not imple" r"mented)\b")
# Files of Org, and what reads them: there the word is a keyword of the format.
ORG = re.compile(r"^[\w/-]*/(org(_test)?\.(cpp|h)|[\w-]+\.org|emacs\.el):")


def files(folder=ROOT):
    for path in sorted(folder.iterdir()):
        if NOT_OURS.match(path.name) or path.is_symlink():
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def lines_matching(pattern, *folders):
    for path in files():
        name = path.relative_to(ROOT).as_posix()
        if folders and not name.startswith(folders):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a sample in another encoding, or a fuzzer's seed
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line) and path != pathlib.Path(__file__):
                yield f"{name}:{number}: {line.strip()[:120]}"


class Repository(unittest.TestCase):
    def test_no_file_names_a_folder_of_one_machine(self):
        self.assertEqual(list(lines_matching(MACHINE)), [])

    def test_no_file_names_the_host_of_a_package_registry(self):
        self.assertEqual(list(lines_matching(REGISTRY)), [])

    def test_nothing_is_left_open(self):
        left = lines_matching(LEFT_OPEN, "src/", "include/", "tests/", "CMakeLists.txt")
        self.assertEqual([line for line in left if not ORG.match(line)], [])

    def test_the_top_level_holds_only_what_it_should(self):
        allowed = {"CMakeLists.txt", "src", "include", "samples", "tests", "README.md"}
        others = {p.name for p in ROOT.iterdir() if not p.name.startswith(".") and not NOT_OURS.match(p.name)}
        self.assertEqual(others - allowed, set())


class Packages(unittest.TestCase):
    def test_each_line_names_a_package_once_and_says_why(self):
        seen, section = set(), None
        for line in (ROOT / "samples/packages.txt").read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            heading = re.fullmatch(r"\[(build|test|servers|bench)\]", line)
            if heading:
                section = heading.group(1)
                continue
            entry = re.fullmatch(r"([a-z0-9][a-z0-9+.-]+)(?: command:[\w.-]+)? +# \S.*", line)
            self.assertTrue(entry and section, line)
            self.assertNotIn((section, entry.group(1)), seen)
            seen.add((section, entry.group(1)))


if __name__ == "__main__":
    unittest.main()
