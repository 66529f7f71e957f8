"""A worker that was started beforehand, and lent to one run after another."""

import contextlib
import os
import signal
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from isocenter.engine.rights import Level
from isocenter.engine.warm import WarmProcess
from isocenter.grading.asking import ask
from isocenter.grading.work import Machine, Task, Work


@dataclass
class Borrowed:
    """A worker of the process that this one is a fork of; `pool` treats it as one of its own.

    Attributes
    ----------
    pid : int
    connection : Connection
    machine : Machine
        What it was told at its start: it is of use for no other.
    levels : dict of Level to str
        What `rights.survey` said then.
    warm_process : WarmProcess
        For more workers of that machine.
    """

    pid: int
    connection: Connection
    machine: Machine
    levels: dict[Level, str]
    warm_process: WarmProcess
    is_busy: bool = False
    knows: set[str] = field(default_factory=set)

    @property
    def process(self) -> "Borrowed":
        """The process: what there is to do with it is done here."""
        return self

    def ask(self, task: Task, work: Work, patience: float) -> bytes | Exception:
        """Let it run a hand-in."""
        self.is_busy = True
        answer = ask(self.connection, self.knows, task, work, patience)
        self.is_busy = False
        return answer

    def kill(self) -> None:
        """Stop what it is at; one that is at nothing is given back."""
        if self.is_busy:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Give it back; its owner sees whether it lives."""
        self.kill()
        self.connection.close()
