"""The exception tree.

* IsocenterError
    * CourseError
    * DataError
    * EngineError: in engine/running.py
    * LessonError
    * RightsError: in engine/rights
    * StepError: in nbgrader_steps.py
    * Unreadable: in restore
"""


class IsocenterError(Exception):
    """Anything this package can say in one sentence to whoever runs it."""


class CourseError(IsocenterError):
    """The course's folder or its course.toml is not as it should be."""


class DataError(IsocenterError):
    """An image of the course is missing, broken, or cannot be fetched."""


class LessonError(IsocenterError):
    """A lesson, or a notebook built from one, cannot be used as it is."""


class Unreadable(IsocenterError):
    """A file is not this assignment's notebook; the message goes on after the file's name."""
