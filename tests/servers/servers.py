"""Real CalDAV servers from Debian's packages, each on free loopback ports, with everything of it in a private folder,
stopped at the end.

    with servers.start("radicale") as server: …   server.url, server.user, server.password
    python3 servers.py NAME COMMAND…               runs COMMAND with JALON_SERVER_URL, _USER, _PASSWORD and _NAME

NAME+tls puts nginx before it, which speaks TLS and HTTP/2; JALON_SERVER_CA is then the certificate to trust.

A server ends with the program that started it, however that one ends: each of its processes is told when its parent
dies. It may be started by root, whose servers then run as the accounts that their packages made, or by anyone.
"""
import contextlib
import ctypes
import os
import pathlib
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import cyrus
import davical
import services
import sogo

USER, PASSWORD = "alice", "wanderlust-7"
PYTHON = "/usr/bin/python3"
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)
PORTS = range(15000, 32000)  # below those that the system gives to connections
TAKEN = []  # the ports of this program, as names that no other can have at the same time


def free_port():
    for port in PORTS:
        name = socket.socket(socket.AF_UNIX)
        with socket.socket() as probe:
            try:
                name.bind(f"\0jalon-port-{port}")
                probe.bind(("127.0.0.1", port))
            except OSError:
                name.close()
                continue
        TAKEN.append(name)
        return port
    raise RuntimeError("there is no free port")


class Server:
    """A running server. `url` is where a person would begin."""

    def __init__(self, name, folder):
        self.name, self.folder, self.port = name, folder, free_port()
        self.user, self.password, self.url = USER, PASSWORD, f"http://127.0.0.1:{self.port}/"
        self.variables = {}  # more that is to be known of it
        self.processes = []  # with the signal that ends each, and all of its own

    @staticmethod
    def free_port():
        return free_port()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def make_folder(self, name, account=None):
        path = self.folder / name
        path.mkdir(parents=True)
        if account and os.geteuid() == 0:
            shown = pwd.getpwnam(account)
            os.chown(path, shown.pw_uid, shown.pw_gid)
        return path

    def run(self, *command, account=None, text=None, **variables):
        """Runs a program of the server's to its end; `text` is its input."""
        done = subprocess.run(command, input=text, stdin=None if text else subprocess.DEVNULL, text=True, timeout=120,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.folder,
                              env=self.environment(variables), **identity(account))
        if done.returncode != 0:
            raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stdout}\n{self.log()}")

    def spawn(self, *command, account=None, ending=signal.SIGTERM, **variables):
        """Runs a program until `end`, which sends it the signal `ending`."""
        with open(self.folder / "log", "ab") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                                       env=self.environment(variables), preexec_fn=lambda: end_with_parent(ending),
                                       **identity(account))
        self.processes.append((process, ending))

    def wait(self, url, is_there=None):
        """Until it answers."""
        until = time.monotonic() + 60
        while not (is_there or answers)(url):
            ended = [process.args for process, _ in self.processes if process.poll() is not None]
            if ended or time.monotonic() > until:
                raise RuntimeError(f"{self.name} does not answer at {url}; ended: {ended}\n{self.log()}")
            time.sleep(0.03)

    def environment(self, variables):
        return dict(os.environ, HOME=str(self.folder), LC_ALL="C.UTF-8") | variables

    def end(self):
        for process, ending in reversed(self.processes):
            process.send_signal(ending)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
        for pid in processes_within(self.folder):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for process, _ in self.processes:
            process.wait()

    def log(self):
        logs = [path for path in sorted(self.folder.glob("*log")) if path.is_file()]
        return "\n".join(f"{path.name}:\n{path.read_text(errors='replace')[-4000:]}" for path in logs)


def end_with_parent(ending):
    LIBC.prctl(PR_SET_PDEATHSIG, ending)


def identity(account):
    """What a process needs to be this account's. Only root can be someone else."""
    if account is None or os.geteuid() != 0:
        return {}
    shown = pwd.getpwnam(account)
    return {"user": shown.pw_uid, "group": shown.pw_gid, "extra_groups": os.getgrouplist(account, shown.pw_gid)}


def processes_within(folder):
    """Those that stand in a folder: what servers start stays in theirs."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and (entry / "cwd").resolve().is_relative_to(folder):
                found.append(int(entry.name))
    return found


def answers(url):
    try:
        urllib.request.urlopen(url, timeout=2).close()
    except urllib.error.HTTPError:
        pass
    except OSError:
        return False
    return True


def radicale(server):
    server.run("htpasswd", "-icm", str(server.folder / "users"), server.user, text=server.password)
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
    server.spawn(PYTHON, "/usr/bin/radicale", "-C", config, ending=signal.SIGKILL)
    server.wait(server.url)


def xandikos(server):
    """It asks no one who they are."""
    (server.folder / "data").mkdir()
    server.spawn(PYTHON, "/usr/bin/xandikos", "-d", str(server.folder / "data"), "--defaults", "--current-user-principal",
                 f"/{server.user}/", "-l", "127.0.0.1", "-p", str(server.port), ending=signal.SIGKILL)
    server.wait(server.url)


STARTERS = {"radicale": radicale, "xandikos": xandikos, "davical": davical.start, "cyrus": cyrus.start,
            "sogo": sogo.start}


@contextlib.contextmanager
def start(name):
    with tempfile.TemporaryDirectory(prefix=f"jalon-{name}-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        plain, _, tls = name.partition("+")
        server = Server(plain, pathlib.Path(folder).resolve())
        try:
            STARTERS[plain](server)
            if tls:
                services.start_tls(server)
            yield server
        finally:
            server.end()


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with start(sys.argv[1]) as server:
        environment = dict(os.environ, JALON_SERVER_URL=server.url, JALON_SERVER_USER=server.user,
                           JALON_SERVER_PASSWORD=server.password, JALON_SERVER_NAME=server.name,
                           JALON_SERVER_FOLDER=str(server.folder)) | server.variables
        done = subprocess.run(sys.argv[2:], env=environment, timeout=300)
        if done.returncode != 0:
            print(server.log(), file=sys.stderr)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
