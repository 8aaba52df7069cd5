"""Servers end with what started them, whole: nothing of theirs runs or listens afterwards."""
import concurrent.futures
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import unittest

import servers

HERE = pathlib.Path(__file__).resolve().parent
TOLD = "import os, sys; print(os.environ['JALON_SERVER_FOLDER'], flush=True); sys.stdin.read()"


class Ends(unittest.TestCase):
    def killed(self, name, by):
        """Starts it, kills its starter, and gives what is left of it at last."""
        starter = subprocess.Popen([sys.executable, str(HERE / "servers.py"), name, sys.executable, "-c", TOLD],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        with starter.stdin, starter.stdout:
            folder = pathlib.Path(starter.stdout.readline().strip())
            running = servers.processes_within(folder)
            starter.send_signal(by)
            starter.wait(60)
        until = time.monotonic() + 60
        while (left := servers.processes_within(folder)) and time.monotonic() < until:
            time.sleep(0.02)
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        told = [pathlib.Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in left]
        return running, told, folder

    def judge(self, name, by):
        running, left, folder = self.killed(name, by)
        self.assertNotEqual(running, [], f"{name} was not there at all")
        self.assertEqual(left, [], name)
        if by == signal.SIGTERM:
            self.assertFalse(folder.exists(), "what was asked to end also cleans up")

    def test_when_it_is_killed(self):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(lambda name: self.judge(name, signal.SIGKILL), servers.STARTERS):
                pass

    def test_when_it_is_asked_to(self):
        self.judge("cyrus", signal.SIGTERM)


if __name__ == "__main__":
    unittest.main()
