"""Where the password stands while jalon runs: in no process's arguments, in no environment but the one that it was given
in, in no file but the one that it was given in, in no output, and in no core file, for none is written.

$JALON is the tool; a proxy before a real server looks around at each request, when the tool waits for the answer.
"""
import contextlib
import os
import pathlib
import subprocess
import tempfile
import unittest
import urllib.parse

import fault_proxy

URL, USER, PASSWORD = (os.environ[f"JALON_SERVER_{name}"] for name in ("URL", "USER", "PASSWORD"))
SECRET = "tr0ub4dor-et-3-jalons"  # the password of those ways that only refusals are answered to
PLAN = "---\nid: credentials\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n- Call Lea — December 4 at 12\n"


def read(path):
    with contextlib.suppress(OSError):  # the process has ended, or is another's
        return path.read_bytes()
    return b""


class Credentials(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.proxy = self.enterContext(fault_proxy.between(URL))
        self.environment = {"PATH": os.environ["PATH"], "HOME": scratch.name, "LANG": "en_US.UTF-8"}
        self.tool, self.looks = None, []
        (self.folder / "plan.md").write_text(PLAN)

    def look_around(self, secret, in_environment):
        process = pathlib.Path("/proc") / str(self.tool.pid)
        self.looks.append(read(process / "limits"))
        for other in pathlib.Path("/proc").glob("[0-9]*"):
            if secret in read(other / "cmdline"):
                self.looks.append(f"in the arguments of {other.name}")
        if not in_environment and secret in read(process / "environ"):
            self.looks.append("in the environment")

    def run_tool(self, secret, in_environment, *words):
        """Its exit code."""
        self.proxy.begin(lambda number, exchange: self.look_around(secret, in_environment))
        self.tool = subprocess.Popen([os.environ["JALON"], *words], cwd=self.folder, env=self.environment,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said, _ = self.tool.communicate(timeout=60)
        self.assertNotIn(secret, said)
        return self.tool.returncode, said

    def judge(self, secret, given_in=None):
        self.assertGreater(len(self.looks), 0, "no request was seen")
        for look in self.looks:
            self.assertIsInstance(look, bytes, look)
            (core,) = [line.split() for line in look.splitlines() if line.startswith(b"Max core file size")]
            self.assertEqual(core[4:6], [b"0", b"0"])
        for file in filter(pathlib.Path.is_file, self.folder.rglob("*")):
            if file != given_in:
                self.assertNotIn(secret, file.read_bytes(), file)

    def sync(self, way, given_in=None, in_environment=False):
        secret = PASSWORD.encode()
        code, said = self.run_tool(secret, in_environment, "account", "add", "home", self.proxy.url, "--user", USER, *way)
        self.assertEqual(code, 0, said)
        for words in (["sync", "plan.md", "--to", "home", "--calendar", "Credentials", "--create", "-v"],
                      ["account", "test", "home", "-v"], ["remove", "plan.md", "--to", "home", "--calendar", "Credentials", "--yes"]):
            code, said = self.run_tool(secret, in_environment, *words)
            self.assertEqual(code, 0, said)
        self.judge(secret, given_in)

    def write_secret(self, text):
        file = self.folder / "secret"
        file.write_text(text)
        file.chmod(0o600)
        return file

    def test_given_by_a_command(self):
        file = self.write_secret(PASSWORD + "\n")
        self.sync(["--password-command", f"cat {file}"], file)

    def test_given_in_the_environment(self):
        self.environment["ITS_PASSWORD"] = PASSWORD
        self.sync(["--password-env", "ITS_PASSWORD"], in_environment=True)

    def test_given_in_netrc(self):
        host = urllib.parse.urlsplit(self.proxy.url).hostname
        file = self.folder / ".netrc"
        file.write_text(f"machine {host} login {USER} password {PASSWORD}\n")
        file.chmod(0o600)
        self.sync(["--netrc"], file)

    def test_a_token_that_is_refused(self):
        file = self.write_secret(SECRET + "\n")
        code, said = self.run_tool(SECRET.encode(), False, "account", "add", "home", self.proxy.url,
                                   "--bearer-command", f"cat {file}", "-v")
        self.assertEqual(code, 2, said)
        self.judge(SECRET.encode(), file)


if __name__ == "__main__":
    unittest.main()
