"""A worker: a process that runs hand-ins, one after another, with an engine of its own.

``python -m isocenter.grading.worker DESCRIPTOR STUDENTS EXAMINERS``: sockets to the process that
started it, and to two servers that a warm process forks for its engine. It takes `Machine` first,
then `Work` and `Task`; a task is answered with what `Runner.run` gives. It knows no gradebook, no
names and no dates.
"""

import os
import signal
import socket
import sys
import threading
from multiprocessing.connection import Connection

from isocenter import starting
from isocenter.engine import rights
from isocenter.grading.work import Machine, Task, Work


def main() -> None:
    """Serve until the other side is gone."""
    starting.leave_out()
    rights.die_with(os.getppid())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    descriptor, *servers = map(int, sys.argv[1:])
    connection = Connection(descriptor)
    machine: Machine = connection.recv()
    with machine.engine(tuple(socket.socket(fileno=one) for one in servers)) as engine:
        warming = threading.Thread(target=engine.start)
        warming.start()  # it waits for a process that imports, as this one does meanwhile
        from isocenter.grading.task import Runner

        runners: dict[str, Runner] = {}
        while True:
            try:
                said = connection.recv()
            except (EOFError, OSError):
                return
            if isinstance(said, Work):
                runners[said.key] = Runner(said, engine)
                continue
            assert isinstance(said, Task)
            warming.join()
            try:
                answer = runners[said.work].run(said)
            except Exception as error:
                answer = error
            try:
                connection.send(answer)
            except OSError:
                return


if __name__ == "__main__":
    main()
