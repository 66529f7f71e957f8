"""Workers on other machines: a Dask scheduler knows them, and each runs worker processes of ours.

What is sent to them are files as bytes; no folder has to be shared. Which hand-in runs where is
decided here, not by the scheduler: so it is known which of them ran where a worker died.
"""

import contextlib
import ipaddress
import pickle
import queue
import secrets
import sys
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import dask
from distributed import Client, Future, Security
from distributed.versions import VersionMismatchWarning

from isocenter.errors import IsocenterError
from isocenter.grading.household import Hello, Household, hello, run
from isocenter.grading.pool import TRIES, Came
from isocenter.grading.work import Machine, Task, Work

ANSWERS = 30  # seconds that the scheduler may take to answer
LOOK = 1.0  # seconds between two looks at which workers there are
LOST = (
    "the machine that ran it went away, twice: look for code that uses all memory, and at the "
    "cluster's own log"
)


class ClusterError(IsocenterError):
    """A cluster cannot be used as it is."""


@dataclass
class _Errand:
    """A hand-in on its way."""

    task: Task
    work: Callable[[], Work]
    lost: int = 0
    began: float = field(default_factory=time.monotonic)


@dataclass
class _Host:
    """A Dask worker, as it is seen from here."""

    greeting: Future
    hello: Hello | None = None
    knows: set[str] = field(default_factory=set)
    running: dict[Future, _Errand] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether a hand-in would run at once."""
        hello = self.hello
        return hello is not None and not hello.problem and len(self.running) < hello.slots


class ClusterPool:
    """Runs hand-ins on a cluster; `Pool` is the same on one machine.

    Parameters
    ----------
    machine : Machine
    address : str
        Of a Dask scheduler: ``tls://``, or on this machine.
    course : str
        Which run this is: one that is left of an earlier run of the same course is ended.

    Raises
    ------
    ClusterError
        It does not answer, others could listen, or a worker has not what this machine has.
    """

    def __init__(self, machine: Machine, address: str, course: str) -> None:
        self._address, self._name = address, f"isocenter-{course}"
        security = _security(address)
        household = Household(machine)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", VersionMismatchWarning)  # we compare more
                self._client = Client(
                    address, security=security, timeout=ANSWERS, set_as_default=False
                )
        except (OSError, TypeError, ValueError) as error:
            raise ClusterError(f"--cluster {address}: no Dask scheduler answers: {error}") from None
        self._hosts: dict[str, _Host] = {}
        self._todo: deque[_Errand] = deque()
        self._events: queue.SimpleQueue[_Errand | Future | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Came | ClusterError] = queue.SimpleQueue()
        self._dealer = threading.Thread(target=self._deal, daemon=True)
        self._refused: set[str] = set()
        try:
            self._addresses()
            self._client.register_plugin(household, name=self._name)
            self._wait_for_workers()
        except BaseException:
            self.__exit__()
            raise
        self._dealer.start()

    def __enter__(self) -> "ClusterPool":
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what runs for this run on the cluster, which itself goes on."""
        self._events.put(None)
        if self._dealer.is_alive():
            self._dealer.join()
        with contextlib.suppress(Exception):  # such as a scheduler that is gone
            self._client.unregister_worker_plugin(self._name)
        self._client.close(timeout=5)

    @property
    def size(self) -> int:
        """How many hand-ins run at the same time; workers may come and go."""
        hosts = list(self._hosts.values())
        return max(1, sum(h.hello.slots for h in hosts if h.hello and not h.hello.problem))

    def put(self, task: Task, work: Callable[[], Work]) -> None:
        """Have a hand-in run; `work` gives what its assignment's have in common."""
        self._events.put(_Errand(task, work))

    def get(self, patience: float) -> Came | None:
        """Wait for the next that is done; None where none is within some seconds."""
        with contextlib.suppress(queue.Empty):
            came = self._done.get(timeout=patience)
            if isinstance(came, ClusterError):
                raise came
            return came
        return None

    def _wait_for_workers(self) -> None:
        """Wait for the first worker, then for what all that there are say of themselves."""
        said = False
        while not self._hosts or not all(host.hello for host in self._hosts.values()):
            self._look()
            if not self._hosts and not said:
                print(f"waiting for the first worker of {self._address}", file=sys.stderr)
                said = True
            time.sleep(0.1)
        if self._refused:
            raise ClusterError("\n".join(sorted(self._refused)))

    def _deal(self) -> None:
        """Hand out what there is to run; a thread of its own, so that no worker waits for us."""
        looked = 0.0
        try:
            while True:
                with contextlib.suppress(queue.Empty):
                    event = self._events.get(timeout=LOOK)
                    if event is None:
                        return
                    if isinstance(event, Future):
                        self._came(event)
                    else:
                        self._todo.append(event)
                if time.monotonic() - looked > LOOK:
                    self._look()
                    looked = time.monotonic()
                self._hand_out()
        except ClusterError as error:
            self._done.put(error)
        except Exception as error:
            self._done.put(
                ClusterError(
                    f"the cluster at {self._address} cannot be used any more "
                    f"({type(error).__name__}: {error}); what was graded stays: grade again"
                )
            )

    def _addresses(self) -> list[str]:
        """Return the workers' addresses; none of them, nor the scheduler's, may be open to all."""
        about = self._client.scheduler_info()
        for address in (about["address"], *about["workers"]):
            if not _is_private(address):
                raise ClusterError(
                    f"--cluster {self._address}: {address} takes connections without TLS from "
                    "other machines, who could read hand-ins and tests: docs/cluster.md says how "
                    "to set up TLS"
                )
        return list(about["workers"])

    def _look(self) -> None:
        """Look which workers there are: greet new ones, try again elsewhere what lost ones had."""
        addresses = self._addresses()
        for address in set(self._hosts) - set(addresses):
            for future, errand in self._hosts.pop(address).running.items():
                future.cancel()
                self._lost(errand)
        for address in addresses:
            host = self._hosts.get(address)
            if host is None:
                self._hosts[address] = _Host(self._submit(address, hello, self._name))
            elif host.hello is None and host.greeting.done():
                self._greeted(address, host)

    def _greeted(self, address: str, host: _Host) -> None:
        if host.greeting.status == "finished":
            host.hello = host.greeting.result()
        else:  # it has not come to it yet, or was lost
            host.greeting = self._submit(address, hello, self._name)
            return
        if host.hello.problem:
            words = f"the cluster's worker {address} is not used: {host.hello.problem}"
            if self._dealer.is_alive() and words not in self._refused:
                print(words, file=sys.stderr)
            self._refused.add(words)

    def _hand_out(self) -> None:
        for errand, (address, host) in zip(list(self._todo), self._free(), strict=False):
            self._todo.popleft()
            work = None if errand.task.work in host.knows else errand.work()
            packed = pickle.dumps((errand.task, work))
            future = self._submit(address, run, self._name, host.hello.token, packed)
            host.running[future] = errand
            future.add_done_callback(self._events.put)

    def _free(self) -> Iterator[tuple[str, _Host]]:
        for address, host in self._hosts.items():
            while host.is_free:
                yield address, host

    def _submit(self, address: str, function: Callable, *arguments: object) -> Future:
        return self._client.submit(
            function,
            *arguments,
            key=f"{self._name}-{secrets.token_hex(8)}",
            workers=[address],
            allow_other_workers=False,
            pure=False,
        )

    def _came(self, future: Future) -> None:
        """Take what came of a hand-in, from the worker that had it."""
        address, host = next(
            ((a, host) for a, host in self._hosts.items() if future in host.running), ("", None)
        )
        if host is None:  # a lost worker's, after all: it runs elsewhere by now
            return
        errand = host.running.pop(future)
        try:
            came = future.result(timeout=ANSWERS)
        except Exception:
            came = None
        if came is None:
            self._hosts.pop(address)  # it is greeted anew, if it is there
            for other, another in host.running.items():
                other.cancel()
                self._lost(another)
            self._lost(errand)
            return
        host.knows.add(errand.task.work)
        self._done.put(came)

    def _lost(self, errand: _Errand) -> None:
        """Try a hand-in again whose worker died; not a third time."""
        errand.lost += 1
        if errand.lost < TRIES:
            self._todo.appendleft(errand)
        else:
            seconds = time.monotonic() - errand.began
            self._done.put(Came(errand.task.key, None, LOST, seconds))


def _security(address: str) -> Security:
    """Return how connections are made; only such as nobody else can read."""
    if not _is_private(address):
        raise ClusterError(
            f"--cluster {address}: use tls://HOST:PORT, or a scheduler on this machine such as "
            "tcp://127.0.0.1:8786: anybody could listen to another connection"
        )
    security = Security()
    if address.startswith("tls://") and not security.get_connection_args("client")["ssl_context"]:
        raise ClusterError(
            f"--cluster {address}: Dask has no certificate: set distributed.comm.tls.ca-file, and "
            f"client.cert and client.key below it, in {dask.config.PATH}: docs/cluster.md"
        )
    return security


def _is_private(address: str) -> bool:
    """Tell whether nobody but the two ends, or this machine, reads what is sent to an address."""
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme == "tls":
        return True
    try:
        host = parts.hostname or ""
        return parts.scheme == "tcp" and (
            host == "localhost" or ipaddress.ip_address(host).is_loopback
        )
    except ValueError:
        return False
