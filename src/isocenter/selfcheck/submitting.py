"""The same check before a notebook goes through nbgrader's exchange.

nbgrader has no hook of its own for this. Its exchange is made of classes that a configuration file
can replace; a student's ``nbgrader_config.py``, or the server's, takes this one::

    c.ExchangeFactory.submit = "isocenter.selfcheck.submitting.CheckedSubmit"
"""

from pathlib import Path

from nbgrader.exchange.default import ExchangeSubmit
from traitlets import Bool, Integer

from isocenter.selfcheck.judging import SECONDS, Checked, check
from isocenter.selfcheck.reading import CannotCheck


class CheckedSubmit(ExchangeSubmit):
    """nbgrader's submit, which first says what is missing.

    It hands the work in all the same: a deadline does not wait for a missing answer.
    """

    refuse = Bool(
        False, help="hand in nothing while something is missing, instead of only saying it"
    ).tag(config=True)
    seconds = Integer(SECONDS, help="for each cell of a notebook").tag(config=True)

    def copy_files(self) -> None:
        """Check each notebook, then copy as nbgrader does."""
        self.init_release()
        complete = [self._check(path) for path in sorted(Path(self.release_path).glob("*.ipynb"))]
        if self.refuse and not all(complete):
            self.fail("Nothing was handed in: see above what is missing")
        super().copy_files()

    def _check(self, released: Path) -> bool:
        """Say what a notebook lacks; returns whether it lacks nothing."""
        path = Path(self.src_path) / released.name
        try:
            checked = check(path, release=released, seconds=self.seconds)
        except CannotCheck as error:
            self.log.warning("%s", error)
            return False
        except Exception:  # a fault of the check is no reason to miss a deadline
            self.log.exception("%s could not be checked, and is handed in as it is", path)
            return True
        for line in lines(checked):
            self.log.warning("%s", line)
        return not checked.to_do


def lines(checked: Checked) -> list[str]:
    """Return what a notebook lacks, a line each."""
    return [f"{checked.path.name}: {one.title}: {one.words}" for one in checked.to_do]
