"""A worker: a process that runs hand-ins, one after another, with an engine of its own.

``python -m isocenter.grading.worker DESCRIPTOR``, a socket to the process that started it. It
takes `Machine` first, then `Work` and `Task`; a task is answered with what `Runner.run` gives. It
knows no gradebook, no names and no dates.
"""

import os
import signal
import sys
import threading
from multiprocessing.connection import Connection

from isocenter import starting
from isocenter.engine.rights.process import die_with_parent
from isocenter.grading.work import Machine, Task, Work


def main() -> None:
    """Serve until the other side is gone."""
    starting.leave_out()
    parent = os.getppid()
    die_with_parent()
    if os.getppid() != parent:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    connection = Connection(int(sys.argv[1]))
    machine: Machine = connection.recv()
    with machine.engine() as engine:
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
