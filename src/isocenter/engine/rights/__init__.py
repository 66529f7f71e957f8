"""Lowers a process's rights before student code runs in it, and holds it to its limits.

`fork` makes the student's process, and `enter` is what it calls first; `Supervision` is how its
parent watches and ends it, and `remove` deletes what it wrote. `shield` keeps the trusted processes
from being read. `survey` says which levels a machine has.
What each level promises: docs/decisions/0010-lowered-rights.md.
"""

from .entry import Level, enter, fork
from .kernel import RightsError
from .limits import Limits
from .places import Places
from .process import die_with, remove, shield
from .supervision import Supervision
from .surveying import reachable, survey

__all__ = [
    "Level",
    "Limits",
    "Places",
    "RightsError",
    "Supervision",
    "die_with",
    "enter",
    "fork",
    "reachable",
    "remove",
    "shield",
    "survey",
]
