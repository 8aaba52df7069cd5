"""What shells complete behind jalon, in the shells themselves; and the manual page as man reads it."""
import os
import pathlib
import pty
import re
import select
import sqlite3
import subprocess
import tempfile
import unittest

SHARE = pathlib.Path(os.environ["JALON_BUILD_DIR"]) / "share"
BASH = SHARE / "bash-completion/completions/jalon"
ZSH = SHARE / "zsh/vendor-completions"
FISH = SHARE / "fish/vendor_completions.d/jalon.fish"
ENVIRONMENT = {"PATH": f"{pathlib.Path(os.environ['JALON']).parent}:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb", "HISTFILE": "/dev/null"}

# Keys typed (a tab completes), and what then stands on the line.
TYPED = [
    ("jalon conv\t", "jalon convert"),
    ("jalon convert --kee\t", "jalon convert --keep-going"),
    ("jalon convert --deadlines t\t", "jalon convert --deadlines todo"),
    ("jalon check --lang f\t", "jalon check --lang fr"),
    ("jalon convert my-p\t", "jalon convert my-plan.md"),
    ("jalon show my-plan.md --html o\t", "jalon show my-plan.md --html out.html"),
    ("jalon explain date.weekd\t", "jalon explain date.weekday"),
    ("jalon help dat\t", "jalon help dates"),
    ("jalon convert --to jsonl\t", "jalon convert --to jsonl"),
    ("jalon convert my-plan.md --merge o\t", "jalon convert my-plan.md --merge out.html"),
    ("jalon account te\t", "jalon account test"),
    ("jalon account test ho\t", "jalon account test home"),
    ("jalon calendars off\t", "jalon calendars office"),
    ("jalon sync my-plan.md --to ho\t", "jalon sync my-plan.md --to home"),
    ("jalon watch my-plan.md --to home --calendar Wo\t", "jalon watch my-plan.md --to home --calendar Work"),
    ("jalon sync my-plan.md --tasks-calendar Fi\t", r"jalon sync my-plan.md --tasks-calendar Fin\ d\'année"),
]
ACCOUNTS = "".join(f"""[{name}]
url = "https://example.org/{name}/"
user = "alice"
secret = "none"
auth = "none"
""" for name in ("home", "office", "old"))
CALENDARS = [("home", "Work"), ("home", "Fin d'année"), ("office", "Woods")]


class Terminal:
    """A shell that is typed to; what it prints is read until a mark."""

    def __init__(self, arguments, folder, environment):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execve(arguments[0], arguments, environment)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def read_until(self, mark):
        text = ""
        while not re.search(mark, text):
            ready, _, _ = select.select([self.terminal], [], [], 30)
            if not ready:
                raise AssertionError(f"nothing like {mark!r} in {text!r}")
            text += os.read(self.terminal, 4096).decode(errors="replace")
        return text

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


class Completion(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        for name in ("my-plan.md", "out.html"):
            (self.folder / name).write_text("")
        self.environment = dict(ENVIRONMENT, HOME=self.scratch.name, ZDOTDIR=self.scratch.name)
        self.put_accounts()

    def put_accounts(self):
        """Two accounts, and what their servers told of their calendars some day."""
        settings = self.folder / ".config/jalon"
        settings.mkdir(parents=True)
        (settings / "accounts.toml").write_text(ACCOUNTS)
        subprocess.run([os.environ["JALON"], "account", "remove", "old", "--quiet"], env=self.environment, check=True,
                       timeout=60)  # makes the memory of synchronisations
        memory = sqlite3.connect(self.folder / ".local/state/jalon/sync.db")
        with memory:
            memory.executemany("INSERT INTO calendar VALUES (?, ?)", CALENDARS)
        memory.close()

    def tearDown(self):
        self.scratch.cleanup()

    def completed_in(self, terminal, keys):
        """The line after the keys: Ctrl-A puts before it a command that prints it."""
        terminal.type(keys + "\x01printf '<%s>\\n' \"\x05\"\n")
        found = re.search(r"\n<([^>]*)>", terminal.read_until(r"\n<[^>]*>\r?\n"))
        return found.group(1).replace("\r", "").strip()

    def check(self, arguments, start, keys=TYPED):
        for typed, expected in keys:
            terminal = Terminal(arguments, self.folder, self.environment)
            try:
                terminal.type(start + "\n")
                terminal.read_until("\nready")
                self.assertEqual(self.completed_in(terminal, typed), expected)
            finally:
                terminal.end()

    def test_bash_completes(self):
        self.check(["/bin/bash", "--norc", "--noprofile", "-i"], f"source {BASH}; PS1='$ '; echo; echo ready")

    def test_zsh_completes(self):
        start = f"fpath=({ZSH} $fpath); autoload -U compinit; compinit -u -D; PS1='$ '; echo; echo ready"
        self.check(["/usr/bin/zsh", "-f", "-i"], start)

    def test_fish_completes(self):
        for typed, expected in TYPED:
            script = f"source {FISH}; complete -C {typed.rstrip()!r}"
            done = subprocess.run(["/usr/bin/fish", "--no-config", "-c", script], cwd=self.folder, capture_output=True,
                                  text=True, env=self.environment, timeout=60)
            words = [line.split("\t")[0] for line in done.stdout.splitlines()]
            self.assertIn(re.split(r"(?<!\\) ", expected)[-1].replace("\\", ""), words, done.stderr)
            self.assertFalse("--to home" in typed and "Woods" in words, "a calendar of another account")


class Manual(unittest.TestCase):
    def test_man_reads_the_page_without_a_warning(self):
        for page, words in (("man/man1/jalon.1", "EXIT STATUS"), ("man/fr/man1/jalon.1", "CODE DE SORTIE")):
            done = subprocess.run(["man", "--warnings=all", "--encoding=UTF-8", "--local-file", str(SHARE / page)],
                                  capture_output=True, text=True, timeout=60,
                                  env=dict(ENVIRONMENT, MANWIDTH="100", MANROFFSEQ="", HOME="/nonexistent"))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stderr, "")
            self.assertIn(words, done.stdout)
            for option in ("--keep-going", "--html", "--as-of"):
                self.assertIn(option, done.stdout)


if __name__ == "__main__":
    unittest.main()
