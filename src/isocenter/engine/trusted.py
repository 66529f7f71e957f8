"""What the tests' side works out about cells: their own part, their credit, their places."""

import ast
import builtins
import dis
import functools
import itertools
import math
import numbers
import types
from collections.abc import Iterable
from typing import Any

import numpy as np
from IPython.core.inputtransformer2 import TransformerManager

from isocenter.engine import remote
from isocenter.engine.shell import CellRun, Shell
from isocenter.engine.sources import is_plain

_DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


_RUN_AT_ONCE = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


_TOP_LEVEL_AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


@functools.cache
def known_types() -> frozenset[str]:
    """Return the names of all classes of this process, which has run no student code."""
    found, waiting = set(), [object]
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            if kind not in found:
                found.add(kind)
                waiting.append(kind)
    return frozenset(kind.__name__ for kind in found)


def partial_credit(run: CellRun) -> float | None:
    """Return the number that a grade cell showed last, if it is a real one."""
    value = run.value
    if isinstance(value, (remote.Remote, bool, np.bool_)):
        return None
    if not isinstance(value, (numbers.Real, np.floating, np.integer)):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def placed(updates: Iterable[Any], places: list[int]) -> list[list]:
    """Return updates whose cells are counted in the notebook, not in one shell."""
    return [
        [places[cell], *rest]
        for cell, *rest in updates
        if isinstance(cell, int) and 0 <= cell < len(places)
    ]


def _top_level_names(code: types.CodeType) -> tuple[set[str], set[str]]:
    """Return the names that code binds, and those that it needs, outside of its functions."""
    bound, used = set(), set()
    for step in dis.get_instructions(code):
        if step.opname in ("STORE_NAME", "STORE_GLOBAL"):
            bound.add(step.argval)
        elif step.opname in ("LOAD_NAME", "LOAD_GLOBAL") and step.argval not in bound:
            used.add(step.argval)  # before it is bound, if it is
    for part in code.co_consts:
        if isinstance(part, types.CodeType) and part.co_name in _RUN_AT_ONCE:
            used |= _top_level_names(part)[1] - bound
    return bound, used


def literals(source: str) -> frozenset[str]:
    """Return the texts that stand in a cell in quotes."""
    nodes = ast.walk(_tree(source))
    return frozenset(
        node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str
    )


def defined(sources: list[str]) -> frozenset[str]:
    """Return the names of the functions and classes that cells define."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    nodes = itertools.chain.from_iterable(ast.walk(_tree(source)) for source in sources)
    return frozenset(node.name for node in nodes if isinstance(node, kinds))


def _tree(source: str) -> ast.AST:
    try:
        if not is_plain(source):
            source = TransformerManager().transform_cell(source)
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ast.Module([], [])


def own_part(shell: Shell, source: str, theirs: Iterable[str]) -> str:
    """Return what of a locked cell runs here too, so that its names are not the student's.

    All of it but the statements that use what the student has made, or bind a name that the
    assignment means students to bind or to fill.
    """
    text = shell.ip.transform_cell(source)
    try:
        tree = compile(text, "cell", "exec", _TOP_LEVEL_AWAIT | ast.PyCF_ONLY_AST)
    except (SyntaxError, ValueError):
        return ""
    known, kept = {*shell.user_ns, *vars(builtins)}, []
    for statement in tree.body:
        module = ast.Module([statement], [])
        bound, used = _top_level_names(compile(module, "cell", "exec", _TOP_LEVEL_AWAIT))
        own = used <= known and bound.isdisjoint(theirs)
        if isinstance(statement, _DEFINITIONS) or own:
            kept.append(statement)
            known |= bound
    if len(kept) == len(tree.body):
        return source
    return ast.unparse(ast.Module(kept, []))
