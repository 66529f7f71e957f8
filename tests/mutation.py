"""Mutants of a solution: its source with one small fault in it.

The faults are put into the text itself, so that a mutant's line reads as somebody would write it.
"""

import ast
from bisect import bisect
from dataclasses import dataclass

import faults

MOST = 60
COMPOUND = (ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Lambda, ast.Tuple, ast.UnaryOp)


@dataclass(frozen=True)
class Mutant:
    """One fault: what kind, on which line of the cell, what the line was and what it is."""

    operator: str
    line: int
    was: str
    becomes: str
    source: str

    @property
    def description(self):
        return f"{self.operator}, line {self.line}: {self.was!r} -> {self.becomes!r}"


class Text:
    """A cell's source, its tree, and the pieces of source that belong to the nodes."""

    def __init__(self, source):
        self.bytes = source.encode()
        self.tree = ast.parse(source)
        self.starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }
        lines = source.split("\n")
        begins = [n for n, line in enumerate(lines, 1) if "BEGIN SOLUTION" in line]
        ends = [n for n, line in enumerate(lines, 1) if "END SOLUTION" in line]
        self.marked = list(zip(begins, ends, strict=True))

    def span(self, node):
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def __call__(self, node):
        start, end = self.span(node)
        return self.bytes[start:end].decode()

    def operand(self, node):
        """Return a node's source, in parentheses where it could not stand beside an operator."""
        return f"({self(node)})" if isinstance(node, COMPOUND) else self(node)

    def above(self, node):
        while node := self.parents.get(node):
            yield node

    def function(self, node):
        return next((up for up in self.above(node) if isinstance(up, ast.FunctionDef)), None)

    def is_open(self, node):
        """Tell whether a node lies in a solution, and is not free in every contract.

        Free are how a figure looks, and what an exception says.
        """
        around = (node, *self.above(node))
        if any(isinstance(one, ast.Raise) for one in around[1:]):
            return False
        if any(isinstance(one, ast.keyword) and one.arg in faults.FREE_KEYWORDS for one in around):
            return False
        return any(begin < node.lineno <= node.end_lineno < end for begin, end in self.marked)

    def mutant(self, operator, node, replacement):
        start, end = self.span(node)
        around = (node, *self.above(node))
        statement = next(one for one in around if isinstance(one, ast.stmt | ast.ExceptHandler))
        first, last = self.span(statement)
        if node is not statement and hasattr(statement, "body"):
            last = self.span(statement.body[0])[0]
        new = replacement.encode()
        was = self.bytes[first:last]
        becomes = self.bytes[first:start] + new + self.bytes[end:last]
        source = self.bytes[:start] + new + self.bytes[end:]
        line = bisect(self.starts, start)
        flat = (" ".join(text.decode().split()) for text in (was, becomes))
        return Mutant(operator, line, *flat, source.decode())


def all_mutants(source):
    """Return every mutant of a solution cell, in the order of its text; no two are the same."""
    text, found = Text(source), {source: None}
    nodes = [one for one in ast.walk(text.tree) if hasattr(one, "lineno") and text.is_open(one)]
    for node in sorted(nodes, key=lambda one: (text.span(one)[0], -text.span(one)[1])):
        for operator, replacement in faults.faults(node, text):
            mutant = text.mutant(operator, node, replacement)
            if mutant.source not in found and _compiles(mutant.source):
                found[mutant.source] = mutant
    return list(found.values())[1:]


def _compiles(source):
    try:
        compile(source, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True


def mutants(source, most=MOST):
    """Return at most so many mutants of a solution cell, spread over operators and lines."""
    every = all_mutants(source)
    ranked = []
    for operator in sorted({mutant.operator for mutant in every}):
        same = [n for n, mutant in enumerate(every) if mutant.operator == operator]
        # The multiples of the golden ratio, modulo 1, spread evenly however many are taken.
        spread = sorted(range(len(same)), key=lambda n: n * 0.6180339887498949 % 1)
        ranked += [(rank, operator, same[n]) for rank, n in enumerate(spread)]
    return [every[n] for n in sorted(n for *_, n in sorted(ranked)[:most])]
