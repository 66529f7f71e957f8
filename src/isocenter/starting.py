"""What makes isocenter's own processes start faster."""

import sys

UNUSED = "rfc3987_syntax"


def leave_out() -> None:
    """Leave out a grammar of web addresses that importing nbgrader or nbformat would compile.

    jsonschema compiles it for checks of addresses in JSON, if the package is there. No schema of a
    notebook asks for one, and it takes half of the time that nbgrader's import does: 1.4 s of 2.5
    (``python bench/starting.py``). jsonschema goes on without it, as where it is not installed.
    """
    sys.modules.setdefault(UNUSED, None)  # type: ignore[arg-type]
