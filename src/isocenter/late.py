"""What a late submission costs, as course.toml has it."""

import math
from typing import Any

from nbgrader.plugins import BasePlugin
from traitlets import Float

DAY = 24 * 60 * 60


class LatePenalty(BasePlugin):
    """nbgrader's hook for late submissions: a share of the score for each day begun."""

    grace_minutes = Float(0, help="nothing is taken off within this time").tag(config=True)
    percent_per_day = Float(0, help="of the score, for each day begun").tag(config=True)
    at_most_percent = Float(100, help="no more than this is taken off").tag(config=True)

    def late_submission_penalty(
        self, student_id: Any, score: float, total_seconds_late: float
    ) -> float | None:
        """Return the points to take off.

        Parameters
        ----------
        student_id : str
        score : float
            What the notebook earned.
        total_seconds_late : float
            Past the due date, an extension already taken off by nbgrader.

        Returns
        -------
        float or None
            None within the time of grace.
        """
        if total_seconds_late <= self.grace_minutes * 60:
            return None
        percent = math.ceil(total_seconds_late / DAY) * self.percent_per_day
        return score * min(percent, self.at_most_percent) / 100
