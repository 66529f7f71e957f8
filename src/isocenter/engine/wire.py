"""Messages between two processes: a tree of plain data and the buffers it refers to.

A message is a head of 8 bytes (length of the tree's JSON text, number of buffers, both as unsigned
32-bit little-endian), 8 bytes for the length of each buffer, the text, and the buffers. Whoever
reads may not trust whoever wrote: lengths are checked before anything is allocated.
"""

import contextlib
import json
import select
import socket
import struct
from typing import Any

LARGEST = 500_000_000
SLACK = 50_000_000  # bytes that a message may have besides its largest value
DEEPEST = 200
AT_ONCE = 32_000_000
TOGETHER = 50_000  # bytes of buffers that are sent in one go: the other side wakes once
AT_A_GLANCE = 65_536  # bytes
_HEAD = struct.Struct("<II")
_encode = json.JSONEncoder(separators=(",", ":")).encode  # `json.dumps` makes one for each message


class ProtocolError(Exception):
    """What came is not a message, or not the one that was asked for."""


class Closed(ProtocolError):
    """The other side is gone."""


class Channel:
    """One end of a socket pair, for whole messages.

    Reading can be interrupted by an exception (an alarm, Ctrl-C) and taken up again: what has
    arrived is kept.

    Parameters
    ----------
    sock : socket.socket
        A connected stream socket, in blocking mode.
    largest : int, bytes
        A message above this size is refused.
    """

    def __init__(self, sock: socket.socket, largest: int = LARGEST + SLACK) -> None:
        self._socket = sock
        self._largest = largest
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN)
        self._part, self._arrived = bytearray(), 0  # of the piece that is being read
        self._pieces: list[bytearray] = []  # the pieces of this message that are complete
        self._sizes: list[int] = [_HEAD.size]

    def fileno(self) -> int:
        """Return the socket's descriptor, for select."""
        return self._socket.fileno()

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def settimeout(self, seconds: float | None) -> None:
        """Give up reading and writing after so many seconds; None is never."""
        self._socket.settimeout(seconds)

    def send(self, tree: Any, buffers: list[Any] = ()) -> None:
        """Send one message.

        Parameters
        ----------
        tree : None, bool, int, float, str, list or dict of such
        buffers : list of bytes-like

        Raises
        ------
        Closed
        """
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        text = _encode(tree).encode()
        head = _HEAD.pack(len(text), len(views))
        sizes = struct.pack(f"<{len(views)}Q", *(view.nbytes for view in views))
        try:
            if sum(view.nbytes for view in views) <= TOGETHER:
                self._socket.sendall(b"".join((head, sizes, text, *views)))
                return
            self._socket.sendall(head + sizes + text)
            for view in views:
                self._socket.sendall(view)
        except OSError as error:
            raise self._closed(error) from None

    def receive(self) -> tuple[Any, list[bytearray]]:
        """Wait for one message.

        Returns
        -------
        tree : plain data
        buffers : list of bytearray

        Raises
        ------
        Closed
            The other side ended, in the middle of a message perhaps.
        ProtocolError
            What came is too large, too deep, or no message.
        """
        if not (self._pieces or self._arrived) and (message := self._small()) is not None:
            return message
        while len(self._pieces) < len(self._sizes):
            self._read_piece(self._sizes[len(self._pieces)])
            if len(self._pieces) == 1:
                text, count = _HEAD.unpack(self._pieces[0])
                if text + 8 * count > self._largest:
                    raise ProtocolError("the message is too large")
                self._sizes += [8 * count, text]
            elif len(self._pieces) == 2:
                sizes = struct.unpack(f"<{len(self._pieces[1]) // 8}Q", self._pieces[1])
                if sum(sizes) > self._largest:
                    raise ProtocolError("the message is too large")
                self._sizes += sizes
        _, _, text, *buffers = self._pieces
        self._pieces, self._sizes = [], [_HEAD.size]
        return _tree(text), buffers

    def _small(self) -> tuple[Any, list[bytearray]] | None:
        """Read a message that is there, whole, at one go; None if it is longer or still coming."""
        try:
            seen = self._socket.recv(AT_A_GLANCE, socket.MSG_PEEK)
        except OSError as error:
            raise self._closed(error) from None
        if len(seen) < _HEAD.size:
            return None
        text, count = _HEAD.unpack_from(seen)
        start = _HEAD.size + 8 * count
        if start > len(seen):
            return None
        sizes = struct.unpack_from(f"<{count}Q", seen, _HEAD.size)
        end = start + text + sum(sizes)
        if end > len(seen):
            return None
        self._socket.recv(end)  # nothing can interrupt this: it is there
        place = start + text
        buffers = []
        for size in sizes:
            buffers.append(bytearray(seen[place : place + size]))
            place += size
        return _tree(seen[start : start + text]), buffers

    def is_quiet(self) -> bool:
        """Whether nothing has arrived that was not read."""
        # Most often nothing has: to ask the poll is quicker than to catch what `recv` raises.
        with contextlib.suppress(OSError):
            if self._poll.poll(0):
                return not self._socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        return True

    def _closed(self, error: OSError) -> Exception:
        """Return what to raise; a TimeoutError may be that of an alarm of the test's own."""
        own = isinstance(error, TimeoutError) and self._socket.gettimeout() is None
        return error if own else Closed(str(error))

    def _read_piece(self, size: int) -> None:
        """Read one piece; an exception on the way leaves what has arrived in place."""
        while self._arrived < size:
            if self._arrived == len(self._part):
                # Not all at once: what was announced need not come.
                self._part += bytes(min(size - self._arrived, AT_ONCE))
            try:
                with memoryview(self._part) as view:
                    got = self._socket.recv_into(view[self._arrived :])
            except OSError as error:
                raise self._closed(error) from None
            if not got:
                raise Closed("the other side ended")
            self._arrived += got
        self._pieces.append(self._part)
        self._part, self._arrived = bytearray(), 0


def _tree(text: bytes) -> Any:
    try:
        return json.loads(text.decode())
    except (ValueError, RecursionError, MemoryError):
        raise ProtocolError("the message is not readable") from None
