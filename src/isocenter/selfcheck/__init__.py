"""A student's own check of a released notebook: `isocenter check`.

It needs the stack that the notebook itself needs, and works wherever Jupyter does: no course
folder, no gradebook, no engine. Not to be confused with `isocenter.checks`, which hidden tests
import.

`reading` reads the file, `questions` finds what is asked in it, `running` runs it, `judging` puts
the two together, `telling` says it, `submitting` is the same before ``nbgrader submit``.
"""

from isocenter.selfcheck.judging import Checked, check
from isocenter.selfcheck.reading import CannotCheck

__all__ = ["CannotCheck", "Checked", "check"]
