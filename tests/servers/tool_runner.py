"""Runs the tool's commands that reach a server, each as a process of its own: see runner.cpp, which $JALON_RUNNER is."""
import collections
import json
import os
import subprocess
import threading

Run = collections.namedtuple("Run", "code out err peak")  # a signal's number is a negative code; peak in KiB
PATIENCE = 120  # seconds, after which a run is said to hang


class Runner:
    """`environment`: of the runs. `kill` ends the one that is under way."""

    def __init__(self, environment):
        self.environment, self.pid = environment, None
        self.process = subprocess.Popen([os.environ["JALON_RUNNER"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, folder, *words, **environment):
        order = {"folder": str(folder), "environment": self.environment | environment, "words": words}
        print(json.dumps(order), file=self.process.stdin, flush=True)
        self.pid = int(self.process.stdout.readline())
        guard = threading.Timer(PATIENCE, self.kill)
        guard.start()
        ended = json.loads(self.process.stdout.readline())
        guard.cancel()
        self.pid = None
        out, err = ((folder / name).read_text(errors="replace") for name in ("out", "err"))
        return Run(ended["code"] if ended["signal"] == 0 else -ended["signal"], out, err, ended["peak"])

    def kill(self):
        pid = self.pid
        if pid is not None:
            os.kill(pid, 9)

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()
