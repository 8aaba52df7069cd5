"""kill -9 at every request of a long run: whatever it was doing, the next run finishes it."""
import contextlib
import os
import pathlib
import tempfile
import types
import unittest

import calendar_side
import fault_proxy
import tool_runner

SERVER = types.SimpleNamespace(**{name: os.environ[f"JALON_SERVER_{name.upper()}"] for name in ("url", "user", "password")})
REQUESTS = 50
ACTIONS = 48  # each is one request, when all of them move; others go before


class Kills(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        proxy = self.enterContext(fault_proxy.between(SERVER.url))
        runner = self.enterContext(contextlib.closing(tool_runner.Runner({"PATH": os.environ["PATH"]})))
        proxy.kill = runner.kill
        self.side = calendar_side.CalendarSide(calendar_side.Home(folder, proxy, runner, SERVER), folder / "plan", "kills")

    def test_a_run_is_finished_by_the_next_wherever_it_was(self):
        side = self.side
        side.make()
        for request in range(1, REQUESTS + 1):
            with self.subTest(killed_at=request):
                # One in six is another than before; the others move.
                side.actions = {f"Call {i if i % 6 else i + 100 * request}": (1 + i % 28, 8 + request % 12)
                                for i in range(ACTIONS)}
                side.write_plan()
                run = side.sync({request: "kill"})
                self.assertEqual(run.code, -9, f"the run had not {request} requests")
                side.judge()


if __name__ == "__main__":
    unittest.main()
