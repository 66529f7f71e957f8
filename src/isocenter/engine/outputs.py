"""What a cell shows, gathered as nbformat output dicts in the way nbclient gathers messages."""

import codecs
import fcntl
import io
import os
import tempfile
from collections.abc import Iterator
from typing import Any

Output = dict[str, Any]
LARGEST_ERROR = 1_000_000


class Outputs:
    """The outputs of one cell, or of one call.

    Parameters
    ----------
    largest : int, bytes
        What goes beyond is left out, and a sentence on stderr says so. An error is always kept,
        its text shortened.
    """

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self._empty()

    @property
    def room(self) -> int:
        """How many bytes are left."""
        return 0 if self._cut else max(0, self.largest - self._size)

    def text(self, name: str, text: str) -> None:
        """Append what was written to the stream `name`; joins what the same stream wrote last."""
        if not text:
            return
        self._clear_if_asked()
        if self._cut:
            return
        size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
        if size > self.room:
            kept = text[: self.room].encode("utf-8", "replace")[: self.room]
            self._stream(name, kept.decode("utf-8", "ignore"))
            self._leave_out_the_rest()
        else:
            self._stream(name, text)
            self._size += size

    def add(self, output: Output, size: int, display_id: str | None = None) -> None:
        """Append a display, a result or an error that is `size` bytes long."""
        self._clear_if_asked()
        if output["output_type"] == "error":
            self._items.append(_shortened(output))
        elif self.fits(len(self._items), size):
            if display_id is not None:
                self.displayed.setdefault(display_id, []).append(len(self._items))
            self._items.append(output)

    def replace(self, display_id: str, data: Output, metadata: Output, size: int) -> None:
        """Give every display of that id new data."""
        for position in self.displayed.get(display_id, []):
            if self.fits(position, size):
                self._items[position] |= {"data": data, "metadata": metadata}

    def fits(self, place: object, size: int) -> bool:
        """Tell whether there is room at a place for `size` bytes instead of what was there."""
        more = size - self._sizes.get(place, 0)
        if more > self.room:
            self._leave_out_the_rest()
            return False
        self._sizes[place] = size
        self._size += more
        return True

    def clear(self, wait: bool) -> None:
        """Take everything away, now or as soon as something else is shown."""
        if wait:
            self._clear_before_next = True
        else:
            self._empty()

    def errors(self) -> list[str]:
        """Return the names of the errors that are shown."""
        return [item["ename"] for item in self._items if item["output_type"] == "error"]

    def finished(self) -> list[Output]:
        """Return the outputs as nbformat has them."""
        return [
            # A lone surrogate could not be written to a notebook.
            item | {"text": item["text"].getvalue().encode("utf-8", "replace").decode()}
            if item["output_type"] == "stream"
            else item
            for item in self._items
        ]

    def _empty(self) -> None:
        self.displayed: dict[str, list[int]] = {}
        self._items: list[Output] = []
        self._size = 0
        self._sizes: dict[object, int] = {}
        self._cut = False
        self._clear_before_next = False

    def _clear_if_asked(self) -> None:
        if self._clear_before_next:
            self._empty()

    def _stream(self, name: str, text: str) -> None:
        if not self._items or self._items[-1].get("name") != name:
            self._items.append({"output_type": "stream", "name": name, "text": io.StringIO()})
        self._items[-1]["text"].write(text)

    def _leave_out_the_rest(self) -> None:
        if not self._cut:
            self._cut = True
            said = f"The output of this cell is cut here: it is longer than {_bytes(self.largest)}."
            self._stream("stderr", said + "\n")


class Captured:
    """Descriptors 1 and 2 as files without a name, so that C code and subprocesses are heard too.

    Files need no thread that reads them, as pipes do, and nobody who writes ever waits. They are
    opened to append: who opens `/dev/stdout` anew, or was started long ago, overwrites nothing.
    """

    def __init__(self) -> None:
        self._files = [_Captured("stdout", 1), _Captured("stderr", 2)]

    def read(self, most: int) -> Iterator[tuple[str, str]]:
        """Yield (stream, text) for what is new: `most` bytes of each; what is beyond is skipped."""
        for file in self._files:
            if text := file.read(most):
                yield file.name, text

    def forget(self) -> None:
        """Drop what was written, and free its memory."""
        for file in self._files:
            file.forget()


class _Captured:
    def __init__(self, name: str, target: int) -> None:
        self.name = name
        self._whole = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the process lives)
        self._file = self._whole.fileno()
        fcntl.fcntl(self._file, fcntl.F_SETFL, os.O_APPEND)
        os.dup2(self._file, target)
        self._at = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read(self, most: int) -> str:
        try:
            size = os.fstat(self._file).st_size
            if size < self._at:  # somebody truncated it
                self._at = 0
            if size == self._at:
                return ""
            data = os.pread(self._file, min(size - self._at, most), self._at)
        except OSError:  # a cell may close every descriptor that it finds
            return ""
        self._at = size
        return self._decoder.decode(data)

    def forget(self) -> None:
        self._decoder.reset()
        self._at = 0
        try:
            if os.fstat(self._file).st_size:
                os.ftruncate(self._file, 0)
        except OSError:
            pass


def _shortened(error: Output) -> Output:
    traceback = error["traceback"]
    if sum(map(len, traceback)) > LARGEST_ERROR:
        traceback = ["…" + "\n".join(traceback)[-LARGEST_ERROR:]]
    return error | {"evalue": error["evalue"][:LARGEST_ERROR], "traceback": traceback}


def _bytes(size: int) -> str:
    return f"{size / 1e6:g} MB" if size >= 1e6 else f"{size:,} bytes"


def checked_output(output: Any) -> Output:
    """Return an output that another process says it has, rebuilt from its parts.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError
        It is no output of a notebook's.
    """
    kind = output["output_type"]
    if kind == "stream":
        name = {"stdout": "stdout", "stderr": "stderr"}[output["name"]]
        return {"output_type": kind, "name": name, "text": _text(output["text"])}
    if kind == "error":
        return {
            "output_type": kind,
            "ename": _text(output["ename"]),
            "evalue": _text(output["evalue"]),
            "traceback": [_text(line) for line in output["traceback"]],
        }
    if kind not in ("display_data", "execute_result"):
        raise ValueError(f"no output is called {kind!r}")
    data, metadata = checked_data(output["data"], output["metadata"])
    shown = {"output_type": kind, "data": data, "metadata": metadata}
    return shown | ({"execution_count": int(output["execution_count"])} if kind[0] == "e" else {})


def checked_data(data: Any, metadata: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is displayed, by type, and its metadata, where they are that."""
    for mime, item in data.items():
        if mime.endswith("json"):
            continue
        for part in item if isinstance(item, list) else [item]:
            _text(part)
    if not isinstance(metadata, dict):
        raise TypeError("metadata are no dict")
    return data, metadata


def _text(text: Any) -> str:
    """Return text that can be written into a file."""
    return text.encode("utf-8", "replace").decode()
