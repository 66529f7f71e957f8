"""Give a student more time."""

from datetime import timedelta
from pathlib import Path

from isocenter.errors import CourseError
from isocenter.grading import settings as settings_


def extend(root: Path, assignment: str, student: str, more: timedelta) -> None:
    """Give one student more time, in nbgrader's gradebook.

    Parameters
    ----------
    root : Path
        The folder of an nbgrader course.
    assignment, student : str
    more : timedelta
        From the due date; it takes the place of an earlier extension.

    Raises
    ------
    CourseError
        The gradebook does not know the assignment or the student.
    """
    from nbgrader.api import Gradebook

    from isocenter import nbgrader_steps

    settings = settings_.load(root)
    with nbgrader_steps.quiet(), Gradebook(settings.db_url, settings.course_id) as gradebook:
        if assignment not in {known.name for known in gradebook.assignments}:
            raise CourseError(
                f"{assignment} was never built in this folder: run `isocenter build {assignment}`"
            )
        known = {person.id for person in gradebook.students}
        if student not in known and student not in settings.students(assignment):
            raise CourseError(
                f"the gradebook has no student {student!r}, and nobody of that name handed in; "
                f"if the name is right: nbgrader db student add {student}"
            )
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(assignment, student, extension=more)
