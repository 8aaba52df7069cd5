"""Stands between a client and a server on one machine, adds to the round trip, and counts requests and bytes.

    with relay.start("http://127.0.0.1:5232/", 0.040) as relay: …   relay.url; relay.take() gives and resets the counts
    with relay.start(url, 0, record=folder)                         keeps the bodies of PUT requests, by their names

It runs in a process of its own. An answer is held back by the round trip, and so is the first byte of a connection, as
by its handshake.
"""
import asyncio
import contextlib
import multiprocessing
import pathlib
import re
import urllib.parse
from dataclasses import dataclass, field


@dataclass
class Counts:
    requests: int = 0
    sent: int = 0  # bytes from the client, with headers
    received: int = 0  # likewise, to it
    connections: int = 0
    methods: dict = field(default_factory=dict)


class Requests:
    """Takes what a client sends apart, as it comes (RFC 9112): what each request is, and what body it has."""

    def __init__(self, each):
        self.each, self.rest = each, b""

    def feed(self, data):
        self.rest += data
        while (head_end := self.rest.find(b"\r\n\r\n")) >= 0:
            head = self.rest[:head_end].decode("latin-1")
            length = re.search(r"^content-length:\s*(\d+)", head, re.I | re.M)
            end = head_end + 4 + (int(length.group(1)) if length else 0)
            if re.search(r"^transfer-encoding:.*chunked", head, re.I | re.M):
                last = self.rest.find(b"0\r\n\r\n", head_end + 4)
                end = last + 5 if last >= 0 else len(self.rest) + 1
            if end > len(self.rest):
                return
            method, target = head.split(" ", 2)[:2]
            self.each(method, target, self.rest[head_end + 4:end])
            self.rest = self.rest[end:]


class Relay:
    def __init__(self, upstream, round_trip, record):
        place = urllib.parse.urlsplit(upstream)
        self.host, self.port = place.hostname, place.port
        self.round_trip, self.record, self.counts = round_trip, record, Counts()
        self.serving = set()

    def note(self, method, target, body):
        self.counts.requests += 1
        self.counts.methods[method] = self.counts.methods.get(method, 0) + 1
        if self.record and method == "PUT":
            (pathlib.Path(self.record) / target.rsplit("/", 1)[-1]).write_bytes(body)

    async def serve(self, reader, writer):
        self.serving.add(asyncio.current_task())  # the loop alone would not keep it
        self.counts.connections += 1
        await asyncio.sleep(self.round_trip)
        with contextlib.suppress(OSError):
            upstream_reader, upstream_writer = await asyncio.open_connection(self.host, self.port)
            requests = asyncio.ensure_future(self.carry_requests(reader, upstream_writer))
            with contextlib.suppress(OSError):
                await self.carry_answers(upstream_reader, writer)
            requests.cancel()
            upstream_writer.close()
        writer.close()
        self.serving.discard(asyncio.current_task())

    async def carry_requests(self, reader, writer):
        requests = Requests(self.note)
        while data := await reader.read(1 << 16):
            self.counts.sent += len(data)
            requests.feed(data)
            writer.write(data)
            await writer.drain()
        writer.write_eof()

    async def carry_answers(self, reader, writer):
        """Everything is as late as everything else: what is under way goes on meanwhile."""
        loop, late = asyncio.get_running_loop(), asyncio.Queue()

        async def take():
            data = b"-"
            while data:
                try:
                    data = await reader.read(1 << 16)
                except OSError:
                    data = b""
                late.put_nowait((loop.time() + self.round_trip, data))

        taking = asyncio.ensure_future(take())
        while True:
            due, data = await late.get()
            await asyncio.sleep(max(0, due - loop.time()))
            if not data:
                break
            self.counts.received += len(data)
            writer.write(data)
            await writer.drain()
        await taking


async def serve_until_told(relay, pipe):
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0, backlog=256)
    pipe.send(server.sockets[0].getsockname()[1])
    asked = asyncio.Event()
    asyncio.get_running_loop().add_reader(pipe.fileno(), asked.set)
    while True:
        await asked.wait()
        asked.clear()
        while pipe.poll():
            if pipe.recv() == "end":
                return
            pipe.send(relay.counts)
            relay.counts = Counts()


def main_of_process(pipe, *arguments):
    asyncio.run(serve_until_told(Relay(*arguments), pipe))


class Running:
    def __init__(self, pipe, port):
        self.pipe, self.url = pipe, f"http://127.0.0.1:{port}/"

    def take(self):
        self.pipe.send("take")
        return self.pipe.recv()


@contextlib.contextmanager
def start(upstream, round_trip, record=None):
    ours, its = multiprocessing.Pipe()
    process = multiprocessing.Process(target=main_of_process, args=(its, upstream, round_trip, record), daemon=True)
    process.start()
    try:
        yield Running(ours, ours.recv())
    finally:
        with contextlib.suppress(OSError):
            ours.send("end")
        process.join(5)
        process.terminate()
        process.join()
