"""Cells as Python: IPython's own transformation, which takes milliseconds, where it does anything.

It tokenizes a cell in Python, several times over for each run. Most cells are plain Python, which
the compiler's own parser tells in a tenth of the time.
"""

import ast
import re

_PARSED = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
# What IPython changes though it is Python: an indented or empty first line, prompts within a text.
# And escapes that the parser may warn about, which would be one warning too many.
_LOOKED_AT = re.compile(r"\A\s|>>>|In \[|^\s*\.\.\.|\r|\f|\\[^\n\\'\"abfnrtvxuUN0-7]", re.MULTILINE)


def is_plain(source: str) -> bool:
    """Whether IPython's transformation would leave a cell as it is, but for the newline at its end.

    False also where it is not sure.
    """
    if _LOOKED_AT.search(source):
        return False
    try:
        compile(source, "cell", "exec", _PARSED)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def with_newline(source: str) -> str:
    """Return what the transformation makes of a cell that is plain."""
    return source if source.endswith("\n") else f"{source}\n"
