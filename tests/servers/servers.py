"""Real CalDAV servers from Debian's packages, each on a free loopback port, with everything of it in a private folder,
stopped at the end.

    with servers.start("radicale") as server: …   server.url, server.user, server.password
    python3 servers.py NAME COMMAND…               runs COMMAND with JALON_SERVER_URL, _USER, _PASSWORD and _NAME

A server ends with the program that started it, however that one ends.
"""
import contextlib
import ctypes
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

USER, PASSWORD = "alice", "wanderlust-7"
PYTHON = "/usr/bin/python3"
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Server:
    """A running server. `url` is where a person would begin."""

    def __init__(self, name, folder):
        self.name, self.folder, self.port = name, folder, free_port()
        self.user, self.password, self.url = USER, PASSWORD, f"http://127.0.0.1:{self.port}/"
        self.process = None

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def spawn(self, *command):
        """Runs it until `end`, and waits until it answers."""
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                                            env=dict(os.environ, HOME=str(self.folder)), preexec_fn=end_with_parent)
        until = time.monotonic() + 30
        while not answers(self.url):
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{self.name} does not answer at {self.url}:\n{self.log()}")
            time.sleep(0.03)

    def end(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def log(self):
        path = self.folder / "log"
        return path.read_text(errors="replace")[-4000:] if path.exists() else ""


def answers(url):
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except urllib.error.HTTPError:
        pass
    except OSError:
        return False
    return True


def radicale(server):
    subprocess.run(["htpasswd", "-icm", str(server.folder / "users"), server.user], input=server.password.encode(),
                   check=True, stderr=subprocess.DEVNULL, timeout=60)
    config = server.write("config", f"""[server]
hosts = 127.0.0.1:{server.port}
max_connections = 64
[auth]
type = htpasswd
htpasswd_filename = {server.folder}/users
htpasswd_encryption = md5
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = {server.folder}/data
""")
    server.spawn(PYTHON, "/usr/bin/radicale", "-C", config)


def xandikos(server):
    """It asks no one who they are."""
    (server.folder / "data").mkdir()
    server.spawn(PYTHON, "/usr/bin/xandikos", "-d", str(server.folder / "data"), "--defaults",
                 "--current-user-principal", f"/{server.user}/", "-l", "127.0.0.1", "-p", str(server.port))


STARTERS = {"radicale": radicale, "xandikos": xandikos}


@contextlib.contextmanager
def start(name):
    with tempfile.TemporaryDirectory(prefix=f"jalon-{name}-", ignore_cleanup_errors=True) as folder:
        server = Server(name, pathlib.Path(folder))
        try:
            STARTERS[name](server)
            yield server
        finally:
            server.end()


def main():
    with start(sys.argv[1]) as server:
        environment = dict(os.environ, JALON_SERVER_URL=server.url, JALON_SERVER_USER=server.user,
                           JALON_SERVER_PASSWORD=server.password, JALON_SERVER_NAME=server.name)
        done = subprocess.run(sys.argv[2:], env=environment, timeout=300)
        if done.returncode != 0:
            print(server.log(), file=sys.stderr)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
