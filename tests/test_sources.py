"""Cells that need no transformation: told apart from those that IPython changes."""

import warnings

import nbformat
import pytest
from conftest import ASSIGNMENTS, ROOT
from IPython.core.inputtransformer2 import TransformerManager

from isocenter.engine.sources import is_plain, with_newline

CHANGED = {
    "a magic": "%matplotlib inline",
    "a magic's value": "now = %time 1",
    "a cell magic": "%%capture\n1",
    "a shell's line": "!ls",
    "a shell's output": "files = !ls",
    "help": "len?",
    "more help": "len??",
    "help in a line": "x = 1\nlen?",
    "a prompt": ">>> 1 + 1",
    "a prompt of IPython's": "In [1]: 1 + 1",
    "a prompt in a text": 'x = """\n>>> 1\n"""',
    "a prompt that goes on": 'x = """a\n... b\n"""',
    "an indented cell": "  x = 1\n  y = 2",
    "empty lines at its beginning": "\n\nx = 1",
    "a call without brackets": "/print 1",
    "a call with quotes": ",print a b",
}
PLAIN = [
    "x = 1",
    "x = 1\n",
    "",
    "await f()",
    "async for x in y:\n    pass",
    "x = (3\n% 4)",
    "x = 'a %s' % 3",
    "def f():\n    '''Return a.\n\n    >> b\n    '''\n    return 1  # what?",
    "y = lambda: ...",
    "'a\\n\\'b\\''",
]


@pytest.mark.parametrize("kind", CHANGED)
def test_what_ipython_may_change_is_left_to_it(kind):
    assert not is_plain(CHANGED[kind])


@pytest.mark.parametrize("source", ["x = ", "x = 1\x00", "x = (" * 1000, "return 1 +", r"'\d'"])
def test_what_the_parser_complains_of_is_left_to_ipython(source):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not is_plain(source)


@pytest.mark.parametrize("source", PLAIN)
def test_plain_python_is_told(source):
    assert is_plain(source)
    assert with_newline(source) == (TransformerManager().transform_cell(source) or "\n")


def test_cells_and_answers_of_the_course_are_as_ipython_leaves_them():
    sources = [path.read_text() for path in (ROOT / "tests" / "submissions").rglob("*.py")]
    for name in ASSIGNMENTS:
        notebook = nbformat.read(ROOT / "source" / name / f"{name}.ipynb", as_version=4)
        sources += [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    plain = [source for source in sources if is_plain(source)]
    assert len(plain) > 0.9 * len(sources)
    for source in plain:
        assert with_newline(source) == TransformerManager().transform_cell(source)
