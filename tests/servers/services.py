"""What several of the servers stand on: PostgreSQL, PHP and nginx, each private to one server (of servers.py)."""
import os
import pathlib
import signal
import subprocess


class Database:
    """A cluster of its own, on a socket in its folder (`host`) and, where asked, on a port of the loopback."""

    def __init__(self, server, tcp=False):
        self.server, self.port = server, str(server.free_port())
        self.programs = newest("/usr/lib/postgresql/*/bin")
        self.host = server.make_folder("sql", "postgres")
        data = str(self.host / "data")
        server.run(f"{self.programs}/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync",
                   "--locale=C.UTF-8", account="postgres")
        address = "127.0.0.1" if tcp else ""
        server.spawn(f"{self.programs}/postgres", "-D", data, "-p", self.port, "-c", f"listen_addresses={address}",
                     "-c", f"unix_socket_directories={self.host}", "-c", "fsync=off", account="postgres",
                     ending=signal.SIGINT)
        server.wait(self.host, lambda _: self.is_ready())
        self.variables = {"PGHOST": str(self.host), "PGPORT": self.port, "PGUSER": "postgres"}

    def is_ready(self):
        return subprocess.run([f"{self.programs}/pg_isready", "-q", "-h", str(self.host), "-p", self.port],
                              check=False).returncode == 0

    def run(self, *command, text=None):
        self.server.run(*command, account="postgres", text=text, **self.variables)

    def tell(self, database, statements):
        self.run("psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", database, text=statements)


def newest(pattern):
    found = sorted(pathlib.Path("/").glob(pattern.lstrip("/")))
    if not found:
        raise RuntimeError(f"{pattern} is not installed: see [servers] in samples/packages.txt")
    return found[-1]


def start_php(server):
    """Gives the socket. What lies in /etc is hidden from it: programs there look for their settings in /etc first."""
    socket = server.folder / "php.sock"
    owner = "user = www-data\ngroup = www-data\nlisten.owner = www-data\n" if os.geteuid() == 0 else ""
    settings = server.write("php.conf", f"""[global]
error_log = {server.folder}/php-log
daemonize = no
[www]
{owner}listen = {socket}
pm = static
pm.max_children = 4
php_admin_value[open_basedir] = {server.folder}:/usr/share:/tmp:/dev/urandom
""")
    server.spawn(str(newest("/usr/sbin/php-fpm*")), "-y", settings)
    server.wait(socket, lambda path: path.exists())
    return socket


def start_nginx(server, site):
    """`site`: the server blocks."""
    places = " ".join(f"{kind}_temp_path {server.folder}/nginx/{kind};"
                      for kind in ("client_body", "fastcgi", "proxy", "uwsgi", "scgi"))
    server.make_folder("nginx", "www-data")
    settings = server.write("nginx.conf", f"""daemon off;
worker_processes 1;
pid {server.folder}/nginx.pid;
error_log {server.folder}/nginx-log;
{"user www-data;" if os.geteuid() == 0 else ""}
events {{ worker_connections 512; }}
http {{
log_format told '$request_method $status $server_protocol $request_uri';
access_log {server.folder}/nginx/requests told;
client_max_body_size 64m;
keepalive_requests 100000;
{places}
{site}
}}
""")
    server.spawn("/usr/sbin/nginx", "-e", f"{server.folder}/nginx-log", "-c", settings)
