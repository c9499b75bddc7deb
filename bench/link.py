"""A slow line in front of a server on this machine: shared bandwidth, delay, and a count of what came through."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

PIECE = 5840  # bytes: four full packets
# The queue of a modem: as many seconds' worth of data may wait for the line.
QUEUE = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is like; `slowdown` is how many times slower the processor is made."""

    name: str
    bits_per_second: float = 0  # 0: as fast as it goes
    round_trip: float = 0  # seconds
    slowdown: int = 1


LINES = (
    Line("unshaped"),
    Line("10 Mbit/s, 40 ms", 10e6, 0.040),
    Line("1.6 Mbit/s, 150 ms, processor ÷ 4", 1.6e6, 0.150, 4),
)


class Link:
    """One line to one server; `received` counts the bytes that the browser got."""

    def __init__(self, line: Line, port: int) -> None:
        self.line, self.target = line, port
        self.received = 0
        self.port = 0
        self._free_at = 0.0
        self._loop = asyncio.new_event_loop()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_connection("127.0.0.1", self.target)
        # Opening a connection takes a round trip; accepting one here took none.
        up = self._pass_on(reader, to_server, first=self.line.round_trip, down=False)
        down = self._pass_on(from_server, writer, first=0, down=True)
        await asyncio.gather(up, down)

    async def _pass_on(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, first: float, down: bool
    ) -> None:
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sender = asyncio.create_task(self._deliver(due, target, down=down))
        opened = self._loop.time() + first
        with suppress(ConnectionError):
            while piece := await source.read(PIECE if down and self.line.bits_per_second else 1 << 18):
                arrives = max(await self._through(len(piece)) if down else self._loop.time(), opened)
                due.put_nowait((arrives + self.line.round_trip / 2, piece))
        due.put_nowait((0, b""))
        await sender

    async def _through(self, size: int) -> float:
        """When this many bytes have left the line, which all connections share."""
        now = self._loop.time()
        if not self.line.bits_per_second:
            return now
        self._free_at = max(self._free_at, now) + size * 8 / self.line.bits_per_second
        if self._free_at > now + QUEUE:
            await asyncio.sleep(self._free_at - now - QUEUE)
        return self._free_at

    async def _deliver(
        self, due: "asyncio.Queue[tuple[float, bytes]]", target: asyncio.StreamWriter, *, down: bool
    ) -> None:
        with suppress(ConnectionError):
            while (entry := await due.get())[1]:
                await asyncio.sleep(max(0, entry[0] - self._loop.time()))
                target.write(entry[1])
                await target.drain()
                self.received += len(entry[1]) if down else 0
        target.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    @contextmanager
    def open(self) -> Iterator["Link"]:
        """The line while the block runs."""
        thread = Thread(target=self._run, name=self.line.name, daemon=True)
        thread.start()
        asyncio.run_coroutine_threadsafe(self._serve(), self._loop).result()
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()
