"""What is handed to workers, as plain data: how cells are run, an assignment, a hand-in."""

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isocenter.engine.rights import Level, Limits
from isocenter.engine.running import Engine


@dataclass(frozen=True)
class Machine:
    """How student code is run, whatever the assignment.

    Attributes
    ----------
    level : str
        The rights of student code; empty for the highest level that the machine has.
    cell_seconds : int or None
        None or less than 0 for no limit but the notebook's, as in nbclient.
    readable : tuple of str
    environment, secrets : dict of str to str
        As in `Settings`.
    """

    level: str
    cell_seconds: int | None
    readable: tuple[str, ...]
    environment: dict[str, str]
    secrets: dict[str, str]

    def engine(self, servers: tuple[socket.socket, ...] = ()) -> Engine:
        """Return an engine that runs so; it starts with its first hand-in, or with `start`.

        `servers` is as in `Engine`.
        """
        return Engine(
            Level[self.level] if self.level else None,
            self.limits(),
            tuple(map(Path, self.readable)),
            dict(self.environment),
            dict(self.secrets),
            servers=servers,
        )

    def limits(self) -> Limits:
        """Return what one hand-in may use."""
        unlimited = self.cell_seconds is None or self.cell_seconds < 0
        return Limits(cell_seconds=Limits.notebook_seconds if unlimited else self.cell_seconds)


@dataclass(frozen=True)
class Work:
    """What all hand-ins of an assignment have in common, as plain data.

    Attributes
    ----------
    key : str
        Of all the rest.
    plans : dict of str to dict
        By the notebook's name, as `Plan.to_json` gives it.
    files : dict of str to bytes
        The instructor's, which take the place of the student's.
    output_steps : tuple of (str, dict)
        nbgrader's steps that shorten outputs, and their settings.
    points : str
        A digest of what the cells are worth: graded notebooks show it.
    """

    key: str
    plans: dict[str, dict[str, Any]]
    files: dict[str, bytes]
    output_steps: tuple[tuple[str, dict[str, Any]], ...]
    points: str


@dataclass(frozen=True)
class Task:
    """One hand-in to be run.

    Attributes
    ----------
    key : str
        Of what comes of it.
    work : str
        The key of its assignment's `Work`.
    content : dict of str to bytes
        Its files.
    refused : dict of str to str
        What was left out of it, and why.
    """

    key: str
    work: str
    content: dict[str, bytes]
    refused: dict[str, str]
