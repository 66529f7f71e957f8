"""Builds the notebook that is graded: the assignment's own cells, with the student's answers in.

* `reading` makes cells of a file, whatever wrote it; of their metadata it takes the grade_id alone.
* `template` is what the assignment gave out, and what is graded where nothing was answered.
* `matching` finds the student's cell for each cell of the template.
* `building` puts them together.

Nothing here runs code, asks a database or changes a file.
"""

from isocenter.errors import Unreadable
from isocenter.restore.building import Restored, restore
from isocenter.restore.template import Template

__all__ = ["Restored", "Template", "Unreadable", "restore"]
