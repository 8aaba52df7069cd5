"""What several of the servers stand on: PostgreSQL, PHP and nginx, each private to one server (of servers.py)."""
import contextlib
import os
import pathlib
import signal
import socket
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
    door = server.folder / "php.sock"
    owner = "user = www-data\ngroup = www-data\nlisten.owner = www-data\n" if os.geteuid() == 0 else ""
    settings = server.write("php.conf", f"""[global]
error_log = {server.folder}/php-log
daemonize = no
[www]
{owner}listen = {door}
pm = static
pm.max_children = 4
php_admin_value[open_basedir] = {server.folder}:/usr/share:/tmp:/dev/urandom
""")
    server.spawn(str(newest("/usr/sbin/php-fpm*")), "-y", settings)
    server.wait(door, lambda path: path.exists())
    return door


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
log_format told '$http_user_agent $server_protocol $connection $request_method $status $request_uri';
access_log {server.folder}/nginx/requests told;
client_max_body_size 64m;
keepalive_requests 100000;
{places}
{site}
}}
""")
    server.spawn("/usr/sbin/nginx", "-e", f"{server.folder}/nginx-log", "-c", settings)


def start_tls(server):
    """TLS and HTTP/2 before what is at the server's address, which becomes this one. It is `localhost`, of authority.pem
    alone; the port after it shows a certificate that has expired."""
    make_certificates(server)
    port, old_port = server.free_port(), server.free_port()
    place = server.url.rstrip("/")
    blocks = [f"""server {{
listen 127.0.0.1:{at} ssl http2;
server_name localhost;
ssl_certificate {server.folder}/tls/{certificate}.pem;
ssl_certificate_key {server.folder}/tls/key.pem;
location / {{
proxy_pass {place};
proxy_set_header Host $http_host;
}}
}}""" for at, certificate in ((port, "valid"), (old_port, "expired"))]
    start_nginx(server, "\n".join(blocks))
    server.url = f"https://localhost:{port}/"
    server.variables = {"JALON_SERVER_CA": f"{server.folder}/tls/authority.pem",
                        "JALON_SERVER_EXPIRED": f"https://localhost:{old_port}/"}
    server.wait(port, listens)


def make_certificates(server):
    at = server.make_folder("tls")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    server.run("openssl", "req", "-x509", *key, "-keyout", f"{at}/authority.key", "-out", f"{at}/authority.pem", "-days",
               "2", "-subj", "/CN=Tests")
    server.run("openssl", "req", *key, "-keyout", f"{at}/key.pem", "-out", f"{at}/request", "-subj", "/CN=localhost",
               "-addext", "subjectAltName=DNS:localhost")
    for name, days in (("valid", "2"), ("expired", "-1")):
        server.run("openssl", "x509", "-req", "-in", f"{at}/request", "-CA", f"{at}/authority.pem", "-CAkey",
                   f"{at}/authority.key", "-copy_extensions", "copy", "-days", days, "-out", f"{at}/{name}.pem")


def listens(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
        return True
    return False
