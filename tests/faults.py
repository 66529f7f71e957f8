"""The kinds of fault that a mutant may hold: those that students make.

Each function takes a node and the text that it is from (a `mutation.Text`), and yields pairs: the
kind of fault, and the source that stands in the node's place.
"""

import ast

ARITHMETIC = {"Add": "-", "Sub": "+", "Mult": "/", "Div": "*", "MatMult": "*", "Pow": "*"}
SYMBOLS = {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "MatMult": "@"}
COMPARISONS = {"Lt": ("<=", ">"), "LtE": ("<", ">="), "Gt": (">=", "<"), "GtE": (">", "<=")}
OPPOSITES = {
    "Eq": "!=",
    "NotEq": "==",
    "In": "not in",
    "NotIn": "in",
    "Is": "is not",
    "IsNot": "is",
}
PAIRS = (
    "sin cos, min max, argmin argmax, nanargmin nanargmax, zeros ones, zeros_like ones_like, "
    "std var, mean sum, set_sform set_qform, "
    "get_sform get_qform, slope inter, set_xlabel set_ylabel, xlabel ylabel, index count"
)
TWINS = [tuple(pair.split()) for pair in PAIRS.split(", ")]
TWINS += [(other, one) for one, other in TWINS]
TWINS += [("nanmean", "mean"), ("rint", "floor"), ("rint", "ceil")]
# A call of one of these changes the type of its argument at most; contracts leave that free.
CONVERSIONS = {"array", "asarray", "asanyarray", "bool", "float", "int", "list", "str", "tuple"}
# How a figure looks is free in every contract; the others guard against other faults, or quiet a
# warning, and change no value.
FREE_KEYWORDS = {"color", "colorbar", "copy_header", "figsize", "force_resample", "strict"}
CONFUSIONS = {
    "get_fdata()": "{0}.dataobj.get_unscaled()",
    "get_data_dtype()": "{0}.get_fdata().dtype",
    "voxel_sizes(": "abs(np.diag({0}))[:3]",
    "asanyarray(": "np.asarray({0}.get_unscaled())",
}


def arithmetic(node, text):
    """Another operator, the operands exchanged, or one of them alone."""
    kind = type(node.op).__name__
    left, right = text.operand(node.left), text.operand(node.right)
    if kind in ARITHMETIC:
        yield "arithmetic", f"{left} {ARITHMETIC[kind]} {right}"
    if kind in ("Div", "MatMult") or (kind == "Sub" and not _sign_is_lost(node, text)):
        yield "order", f"{right} {SYMBOLS[kind]} {left}"
    if kind in (*SYMBOLS, "Pow"):
        yield "dropped term", left
        yield "dropped term", right
    if kind == "MatMult":
        for one, other, is_left in (node.left, right, True), (node.right, left, False):
            if not (isinstance(one, ast.Attribute) and one.attr == "T") and "[*" not in text(one):
                turned = f"{text.operand(one)}.T"
                yield "transpose", f"{turned} @ {other}" if is_left else f"{other} @ {turned}"


def _sign_is_lost(node, text):
    """Tell whether a difference is squared at once, or its absolute value taken."""
    parent = text.parents[node]
    is_squared = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow)
    return is_squared or (isinstance(parent, ast.Call) and text(parent.func).endswith("abs"))


def unary(node, text):
    """A sign or a negation that is missing."""
    kind = {"USub": "sign", "Not": "condition", "Invert": "condition"}.get(type(node.op).__name__)
    if kind:
        yield kind, text.operand(node.operand)


def comparison(node, text):
    """Another comparison."""
    if len(node.ops) == 1:
        left, right = text.operand(node.left), text.operand(node.comparators[0])
        kind = type(node.ops[0]).__name__
        symbols = COMPARISONS.get(kind) or ("", OPPOSITES[kind])
        if "" in symbols or any(_is_small(one) for one in ast.walk(node)):
            symbols = symbols[1:]  # at a tolerance itself no contract asks anything
        yield from (("comparison", f"{left} {symbol} {right}") for symbol in symbols)


def _is_small(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value < 1e-2


def boolean(node, text):
    """`and` for `or`, and operands left out."""
    word = " or " if isinstance(node.op, ast.And) else " and "
    values = [text.operand(value) for value in node.values]
    yield "condition", f"({word.join(values)})"
    back = {" or ": " and ", " and ": " or "}[word]
    for n in range(len(values)):
        yield "dropped term", f"({back.join(values[:n] + values[n + 1 :])})"


def constant(node, text):
    """Another number, another truth value, or another word of the same solution."""
    value, parent = node.value, text.parents[node]
    above = list(text.above(node))
    compared = any(isinstance(one, ast.Compare) for one in above)
    tolerance = compared or (isinstance(parent, ast.keyword) and parent.arg in ("atol", "rtol"))
    if isinstance(value, bool):
        yield "constant", str(not value)
    elif isinstance(value, int):
        in_index = any(isinstance(one, ast.Subscript) for one in above)
        found = {0: (1, -1), 1: (0, 2)}.get(value, (value + 1, value - 1, 2 * value))
        yield from (("constant", str(other)) for other in found[: 2 if in_index else 3])
        if value and isinstance(parent, ast.List) and not isinstance(parent, ast.UnaryOp):
            yield "sign", f"-{value}"
    elif isinstance(value, float):
        # Within a few decades of a tolerance a contract asks nothing; far from it, it does.
        factors = (1e4, 1e-4) if tolerance and _is_small(node) else (2, 10)
        yield from (("constant", repr(value * factor)) for factor in factors)
    elif isinstance(value, str) and not any(isinstance(one, ast.Raise | ast.Call) for one in above):
        yield from (("word", repr(other)) for other in _other_words(node, text))


def _other_words(node, text):
    """Return the word that comes after this one in its function, the first after the last."""
    words = [
        (text.span(other), other.value)
        for other in ast.walk(text.function(node))
        if isinstance(other, ast.Constant) and isinstance(other.value, str)
        and not any(isinstance(up, ast.Expr | ast.Raise | ast.Call) for up in text.above(other))
    ]  # fmt: skip
    words = list(dict.fromkeys(word for _, word in sorted(words)))
    return [words[(words.index(node.value) + 1) % len(words)]] if len(words) > 1 else []


def name(node, text):
    """Another parameter of the function, a twin of the name, a sign or a step too many."""
    if not isinstance(node.ctx, ast.Load):
        return
    parent, function = text.parents[node], text.function(node)
    if isinstance(parent, ast.Call) and node is parent.func:
        yield from twin(node, text, node.id)
    parameters = [one.arg for one in function.args.args] if function else []
    if node.id in parameters and not isinstance(parent, ast.Attribute):
        yield from (("name", other) for other in parameters if other != node.id)
    is_item = isinstance(parent, ast.Tuple) and isinstance(text.parents[parent], ast.Return)
    if is_item or isinstance(parent, ast.List):
        yield "sign", f"-{node.id}"
    around = [node, *text.above(node)]
    inner = next(n for n, up in enumerate(around[1:]) if not isinstance(up, ast.Slice | ast.Tuple))
    if isinstance(around[inner + 1], ast.Subscript) and around[inner + 1].slice is around[inner]:
        yield from (("off by one", f"{node.id} {change}") for change in ("- 1", "+ 1"))


def twin(node, text, word):
    """The other name of a pair that is easily confused."""
    for one, other in TWINS:
        if word == one:
            yield "name", text(node).removesuffix(word) + other


def attribute(node, text):
    """A twin, a transpose left out, a shape read backwards."""
    if not isinstance(node.ctx, ast.Load):
        return
    yield from twin(node, text, node.attr)
    if node.attr == "T":
        yield "transpose", text(node.value)
    parent = text.parents[node]
    is_counted = isinstance(parent, ast.Call) and text(parent.func) == "len"
    if node.attr == "shape" and not is_counted and not isinstance(parent, ast.Subscript):
        yield "order", f"{text(node)}[::-1]"


def call(node, text):
    """Arguments exchanged, left out or changed; a call left out, or confused with another."""
    function, source = text(node.func), text(node)
    arguments = [text(argument) for argument in node.args]
    keywords = [text(keyword) for keyword in node.keywords]
    word = function.rpartition(".")[2]
    for n in range(len(arguments) - 1 if word not in ("min", "max") else 0):
        swapped = [*arguments[:n], arguments[n + 1], arguments[n], *arguments[n + 2 :], *keywords]
        yield "order", f"{function}({', '.join(swapped)})"
    if len(arguments) > 1:
        yield "argument", f"{function}({', '.join(arguments[:-1] + keywords)})"
    for n, keyword in enumerate(node.keywords):
        if keyword.arg not in FREE_KEYWORDS:
            kept = arguments + keywords[:n] + keywords[n + 1 :]
            yield "argument", f"{function}({', '.join(kept)})"
            yield from _changed_keyword(keyword, function, arguments, keywords, n)
    is_error = isinstance(text.parents[node], ast.Raise)
    if word in ("len", "arange") and not is_error:
        yield from (("off by one", f"({source} {change})") for change in ("- 1", "+ 1"))
    elif len(arguments) == 1 and not keywords and word not in CONVERSIONS and not is_error:
        yield "call left out", text.operand(node.args[0])
    elif not arguments and not keywords and isinstance(node.func, ast.Attribute):
        yield "call left out", text.operand(node.func.value)
    for key, form in CONFUSIONS.items():
        if source.endswith(f".{key}"):
            yield "confusion", form.format(text(node.func.value))
        elif word == key[:-1] and arguments:
            yield "confusion", form.format(text.operand(node.args[0]))


def _changed_keyword(keyword, function, arguments, keywords, n):
    """Yield calls with another axis, or with nothing where something was."""
    values = []
    if keyword.arg == "axis":
        values = ["-1", "0", "1", "None"]
        if isinstance(keyword.value, ast.Tuple):
            axes = [ast.unparse(axis) for axis in keyword.value.elts]
            values += [f"({', '.join(axes[1:])})", f"({', '.join(axes[:-1])})"]
    elif isinstance(keyword.value, ast.Name):
        values = ["None"]
    for value in values:
        changed = [*keywords[:n], f"{keyword.arg}={value}", *keywords[n + 1 :]]
        if value != ast.unparse(keyword.value):
            yield (
                "axis" if keyword.arg == "axis" else "argument",
                (f"{function}({', '.join(arguments + changed)})"),
            )


def subscript(node, text):
    """Indices in another order, and a shape that is off by one."""
    if isinstance(node.slice, ast.Tuple):
        parts = [text(part) for part in node.slice.elts]
        for n in range(len(parts) - 1):
            swapped = [*parts[:n], parts[n + 1], parts[n], *parts[n + 2 :]]
            yield "order", f"{text(node.value)}[{', '.join(swapped)}]"
    if text(node.value).endswith(".shape") and not isinstance(node.slice, ast.Slice):
        yield from (("off by one", f"({text(node)} {change})") for change in ("- 1", "+ 1"))
    if isinstance(text.parents[node], ast.Return):
        yield "transpose", f"{text(node)}.T"


def items(node, text):
    """A returned or an assigned tuple in another order, or without one of its items."""
    parent, parts = text.parents[node], [text(part) for part in node.elts]
    is_target = isinstance(parent, ast.For) and node is parent.target
    if is_target or isinstance(parent, ast.Return | ast.Assign):
        for n in range(len(parts) - 1):
            swapped = [*parts[:n], parts[n + 1], parts[n], *parts[n + 2 :]]
            yield "order", f"({', '.join(swapped)})"
    if isinstance(parent, ast.Return):
        for n in range(len(parts)):
            yield "dropped term", f"({', '.join(parts[:n] + parts[n + 1 :])})"


def condition(node, text):
    """A condition turned round, or taken for granted."""
    test = f"not ({text(node)})"
    yield from (("condition", changed) for changed in (test, "True", "False"))


def sequence(node, text):
    """A loop that misses the first or the last."""
    yield from (("off by one", f"list({text(node)}){cut}") for cut in ("[1:]", "[:-1]"))


def statement(node, text):
    """A statement left out, or an exception of another type."""
    yield "dropped statement", "pass"
    if isinstance(node, ast.Raise):
        yield "exception", text(node).replace("ValueError", "TypeError", 1)


def _can_be_left_out(node, text):
    """Tell whether a function could run to its end without this statement."""
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        if isinstance(target, ast.Name):
            names = [one for one in ast.walk(text.function(node)) if isinstance(one, ast.Name)]
            stored = [one for one in names if isinstance(one.ctx, ast.Store)]
            return any(one.id == target.id and one.lineno < node.lineno for one in stored)
        return not isinstance(target, ast.Tuple)
    return isinstance(node, ast.Expr | ast.AugAssign | ast.Raise)


OPERATORS = {
    ast.Attribute: attribute,
    ast.BinOp: arithmetic,
    ast.BoolOp: boolean,
    ast.Call: call,
    ast.Compare: comparison,
    ast.Constant: constant,
    ast.Name: name,
    ast.Subscript: subscript,
    ast.Tuple: items,
    ast.UnaryOp: unary,
}


def faults(node, text):
    """Yield (kind, replacement) for all faults of one node."""
    yield from OPERATORS.get(type(node), lambda *_: ())(node, text)
    if _can_be_left_out(node, text):
        yield from statement(node, text)
    parent = text.parents[node]
    if isinstance(parent, ast.If | ast.IfExp | ast.While) and node is parent.test:
        yield from condition(node, text)
    if isinstance(parent, ast.For | ast.comprehension) and node is parent.iter:
        yield from sequence(node, text)
