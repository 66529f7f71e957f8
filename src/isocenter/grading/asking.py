"""What is said to a worker, and what it answers."""

from multiprocessing.connection import Connection

from isocenter.grading.work import Task, Work


def ask(
    connection: Connection, knows: set[str], task: Task, work: Work, patience: float
) -> bytes | Exception:
    """Let a worker run a hand-in.

    Parameters
    ----------
    connection : Connection
        To the worker.
    knows : set of str
        The keys of the work that it has been told; added to.
    task : Task
    work : Work
        Of the task's assignment.
    patience : float
        Seconds.

    Returns
    -------
    bytes or Exception
        What `Runner.run` gives, or raises: a full disk of the worker's is not its death.

    Raises
    ------
    TimeoutError
        It has not answered.
    EOFError or OSError
        It is gone.
    """
    if work.key not in knows:
        connection.send(work)
        knows.add(work.key)
    connection.send(task)
    if not connection.poll(patience):
        raise TimeoutError
    return connection.recv()
