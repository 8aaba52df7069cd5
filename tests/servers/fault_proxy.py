"""Stands between a client and a server, and does to some requests what networks and servers do (see fault_list.py)."""
import contextlib
import http.client
import socket
import threading
import urllib.parse

import fault_list

REASON = http.client.responses


class Answer:
    """`headers`: a list of pairs, without those of the connection."""

    def __init__(self, status, headers=(), body=b""):
        self.status, self.headers, self.body = status, list(headers), body

    def head(self, length):
        lines = [f"HTTP/1.1 {self.status} {REASON.get(self.status, 'Odd')}", *(f"{n}: {v}" for n, v in self.headers)]
        return ("\r\n".join([*lines, f"Content-Length: {length}"]) + "\r\n\r\n").encode("latin-1")


class Exchange:
    """A request that came in, and what may be done about it."""

    def __init__(self, proxy, connection, method, path, headers, body):
        self.proxy, self.connection = proxy, connection
        self.method, self.path, self.headers, self.body = method, path, headers, body
        self.open = True

    def forward(self):
        upstream = http.client.HTTPConnection(*self.proxy.upstream, timeout=60)
        with contextlib.closing(upstream):
            upstream.putrequest(self.method, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers:
                if name.lower() not in ("connection", "content-length", "host", "accept-encoding"):
                    upstream.putheader(name, value)
            upstream.putheader("Host", f"{self.proxy.upstream[0]}:{self.proxy.upstream[1]}")
            upstream.putheader("Connection", "close")
            if self.body or self.method == "PUT":
                upstream.putheader("Content-Length", str(len(self.body)))
            upstream.endheaders(self.body or None)
            answer = upstream.getresponse()
            dropped = ("connection", "transfer-encoding", "content-length", "keep-alive")
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in dropped]
            return Answer(answer.status, kept, answer.read())

    def answer(self, answer):
        self.send(answer.head(len(answer.body)) + (b"" if self.method == "HEAD" else answer.body))

    @staticmethod
    def no_answer():
        return Answer(200)

    def send(self, data):
        self.connection.sendall(data)

    def hang_up(self):
        self.open = False

    def kill(self):
        self.proxy.kill()


def read_head(stream):
    """The request's line and its headers; nothing where the client has gone."""
    line = stream.readline(65536).decode("latin-1").split()
    headers = []
    while line:
        header = stream.readline(65536).decode("latin-1").rstrip("\r\n")
        if not header:
            break
        name, _, value = header.partition(":")
        headers.append((name, value.strip()))
    return line, headers


class Proxy:
    """`url`: where the client begins. `kill` ends the client. `elsewhere`: the address of another host, that counts who
    comes in `strangers`."""

    def __init__(self, upstream):
        place = urllib.parse.urlsplit(upstream)
        self.upstream = (place.hostname, place.port)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.trap = socket.create_server(("127.0.0.1", 0))
        self.trap.setblocking(False)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"
        self.elsewhere = f"http://localhost:{self.trap.getsockname()[1]}"
        self.lock = threading.Condition()
        self.kill, self.busy = lambda: None, 0
        self.begin({})
        threading.Thread(target=self.accept, daemon=True).start()

    def begin(self, faults):
        """`faults`: what happens to the next requests, by their number from 1; or a function of number and
        exchange. `hit`: what
        did happen. What a client that is gone has asked for is done before."""
        with self.lock:
            if not self.lock.wait_for(lambda: self.busy == 0, timeout=60):
                raise AssertionError("a request is never answered")
            self.faults, self.count, self.hit = faults, 0, []

    def next_fault(self, exchange):
        with self.lock:
            self.count += 1
            fault = self.faults(self.count, exchange) if callable(self.faults) else self.faults.get(self.count)
            if fault:
                self.hit.append(f"{self.count} {exchange.method} {exchange.path}: {fault}")
            return fault

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection, connection.makefile("rb") as stream, contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                line, headers = read_head(stream)
                if len(line) != 3:
                    return
                length = int(next((value for name, value in headers if name.lower() == "content-length"), 0))
                exchange = Exchange(self, connection, line[0], line[1], headers, stream.read(length))
                if len(exchange.body) == length:
                    self.treat(exchange)
                if not exchange.open:
                    connection.shutdown(socket.SHUT_RDWR)
                    return

    def treat(self, exchange):
        with self.lock:
            self.busy += 1
        try:
            fault_list.FAULTS[self.next_fault(exchange)](exchange)
        finally:
            with self.lock:
                self.busy -= 1
                self.lock.notify_all()

    @property
    def strangers(self):
        with contextlib.suppress(BlockingIOError):
            self.trap.accept()[0].close()
            return 1
        return 0

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.trap.close()


@contextlib.contextmanager
def between(upstream):
    with contextlib.closing(Proxy(upstream)) as proxy:
        yield proxy
