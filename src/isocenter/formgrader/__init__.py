"""nbgrader's formgrader, whose buttons run isocenter's commands.

It is nbgrader's own extension with a few handlers before nbgrader's, and takes its place:
`make lab` switches nbgrader's off and this one on. Addresses, pages and gradebook are the same.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "isocenter.formgrader"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Begin to serve; Jupyter calls it."""
    from isocenter.formgrader.extension import Formgrader

    Formgrader.serve(server)
