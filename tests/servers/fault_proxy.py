"""Stands between a client and a server, and does to some requests what networks and servers do."""
import contextlib
import http.client
import http.server
import socket
import threading
import urllib.parse

# Told instead of the server's own answer, with what the standards let a server say.
PRECONDITION = '<?xml version="1.0"?><error xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><C:{}/></error>'
REFUSALS = {
    "401": (401, {"WWW-Authenticate": 'Basic realm="x"'}, ""),
    "403": (403, {}, ""),
    "403 data": (403, {}, PRECONDITION.format("valid-calendar-data")),
    "403 uid": (403, {}, PRECONDITION.format("no-uid-conflict")),
    "404": (404, {}, ""),
    "409": (409, {}, ""),
    "412": (412, {}, ""),
    "413": (413, {}, ""),
    "423": (423, {}, ""),
    "429": (429, {"Retry-After": "0"}, ""),
    "500": (500, {}, ""),
    "503": (503, {"Retry-After": "0"}, ""),
    "507": (507, {}, ""),
}
# dropped: it does not reach the server; lost: its answer does not come back; cut: half of it does; doubled: it arrives
# twice; no etag, weak etag: of the answer; kill, killed: the client's end, before or after the server has done it.
FAULTS = ["dropped", "lost", "cut", "doubled", "no etag", "weak etag", "kill", "killed", *REFUSALS]


class Proxy(http.server.ThreadingHTTPServer):
    """`faults`: what happens to the next requests, by their number from 1. `kill` ends the client."""

    daemon_threads = True

    def __init__(self, upstream):
        super().__init__(("127.0.0.1", 0), Handler)
        place = urllib.parse.urlsplit(upstream)
        self.upstream = (place.hostname, place.port)
        self.url = f"http://127.0.0.1:{self.server_port}/"
        self.lock = threading.Lock()
        self.begin({})

    def begin(self, faults, kill=None):
        with self.lock:
            self.faults, self.kill, self.count = faults, kill, 0

    def next_fault(self):
        with self.lock:
            self.count += 1
            return self.faults.get(self.count)

    def handle_error(self, request, client_address):
        """A client that went away is no news here."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def forward(self, body):
        connection = http.client.HTTPConnection(*self.server.upstream, timeout=30)
        with contextlib.closing(connection):
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders()
                    if name.lower() not in ("connection", "transfer-encoding", "content-length")]
            return answer.status, kept, answer.read()

    def answer(self, status, headers, body, sent=None):
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if sent is None else body[:sent])

    def hang_up(self):
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def relay(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = self.server.next_fault()
        if fault in REFUSALS:
            status, headers, text = REFUSALS[fault]
            return self.answer(status, headers.items(), text.encode())
        if fault == "kill":
            self.server.kill()
        if fault in ("dropped", "kill"):
            return self.hang_up()
        status, headers, text = self.forward(body)
        if fault == "doubled":
            status, headers, text = self.forward(body)
        if fault == "killed":
            self.server.kill()
        if fault in ("lost", "killed"):
            return self.hang_up()
        if fault == "no etag":
            headers = [(name, value) for name, value in headers if name.lower() != "etag"]
        if fault == "weak etag":
            headers = [(name, "W/" + value if name.lower() == "etag" else value) for name, value in headers]
        if fault == "cut":
            self.answer(status, headers, text or b"-", len(text) // 2)
            return self.hang_up()
        return self.answer(status, headers, text)

    do_GET = do_PUT = do_DELETE = do_OPTIONS = do_PROPFIND = do_PROPPATCH = do_REPORT = do_MKCALENDAR = relay


@contextlib.contextmanager
def between(upstream):
    proxy = Proxy(upstream)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        thread.join()
        proxy.server_close()
