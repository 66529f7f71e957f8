"""A pool for `isocenter.grading` that runs hand-ins in the test's own process, and counts them."""

import queue

import small_course

from isocenter.grading import grader
from isocenter.grading.pool import Came
from isocenter.grading.task import Runner


class Pool:
    """In place of `isocenter.grading.pool.Pool`; its engine is `small_course.Engine`."""

    size = 1
    ran: list = []
    engine = small_course.Engine()

    def __init__(self, machine, workers, place, warm=None):
        self._done = queue.SimpleQueue()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def put(self, task, work):
        Pool.ran.append(task.key)
        packed = Runner(work(), Pool.engine).run(task)
        self._done.put(Came(task.key, packed, seconds=0.1))

    def get(self, patience):
        return self._done.get_nowait() if not self._done.empty() else None


def use(monkeypatch):
    """Grade in this process; returns the list of keys of what ran."""
    Pool.ran, Pool.engine = [], small_course.Engine()
    Pool.engine.close = lambda: None
    monkeypatch.setattr(grader, "Pool", Pool)
    return Pool.ran
