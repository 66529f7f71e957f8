"""Grades a class: each hand-in by itself, side by side, and none twice.

`cohort` says what has to be done about each hand-in: nothing, writing, or running it. Workers
(`pool`, `worker`, `task`) run it, the `writer` puts what came of it into nbgrader's gradebook and
folders, the `store` keeps it.
"""

from isocenter.grading.extend import extend
from isocenter.grading.grader import Grading, grade, missing, students

__all__ = ["Grading", "extend", "grade", "missing", "students"]
