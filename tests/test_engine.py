"""The engine: answers in one process, tests in another, and the same scores as in one."""

import os
from pathlib import Path

import pytest

from isocenter.engine import rights
from isocenter.engine.running import Cell, Engine, Side
from isocenter.grading import plan
from isocenter.results import Outcome

LEVELS = [level for level in rights.Level if level <= (rights.reachable() or 0)]
LIMITS = rights.Limits(cell_seconds=5)


@pytest.fixture(scope="module")
def engine():
    with Engine(limits=LIMITS, secrets={"SECRET": "4242"}) as running:
        yield running


@pytest.fixture
def run(engine, tmp_path):
    """Return a function that runs cells, marked S, E or B, and returns what came of each."""

    def run(*cells, imports=""):
        sides = {"S": Side.STUDENT, "E": Side.EXAMINER, "H": Side.EXAMINER, "B": Side.BOTH}
        todo = [Cell(text, sides[mark], hidden=mark == "H") for mark, text in cells]
        return engine.run(todo, tmp_path, imports)

    return run


def names(outcomes):
    return [outcome.outcome.name for outcome in outcomes]


def said(outcome):
    """Return all text of a cell's outputs."""
    return "".join(
        str(output.get("text", "")) + output.get("evalue", "") + str(output.get("data", ""))
        for output in outcome.outputs
    )


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_a_notebook_at_each_level(level, tmp_path):
    cells = [
        Cell("import numpy as np", Side.BOTH),
        Cell("def double(x):\n    print('called')\n    return x * 2", Side.STUDENT),
        Cell("np.testing.assert_allclose(double(np.arange(3.0)), [0, 2, 4])", Side.EXAMINER),
        Cell("assert double(2) == 5", Side.EXAMINER),
    ]
    with Engine(level, LIMITS) as engine:
        outcomes = engine.run(cells, tmp_path)
    assert names(outcomes) == ["PASSED", "PASSED", "PASSED", "FAILED"]
    assert said(outcomes[2]) == "called\n"
    assert [outcome.execution_count for outcome in outcomes] == [1, 2, 3, 4]


DOUBLE = ("S", "def double(x):\n    return x * 2\nnumbers = [1, 2]")
TESTS = {
    "a value by name": "assert numbers == [1, 2]\nassert numbers is numbers",
    "a missing name": "try:\n    nothing\nexcept NameError as e:\n    assert e.name == 'nothing'",
    "an argument changed in place": "a = []\nadd = numbers.append\nadd(3)\nassert numbers[-1] == 3",
    "a name given back": "f = double\ndel double\ntry:\n    double\nexcept NameError:\n    pass\n"
    "else:\n    assert False\ndouble = f\nassert double(1) == 2",
    "a function of the test's": "assert list(map(double, [1, 2])) == [2, 4]",
    "a test in a function": "def check():\n    assert double(4) == 8\ncheck()",
    "isinstance and callable": "assert callable(double)\nassert double.__name__ == 'double'",
    "partial credit beside it": "assert double(1) == 2",
}


@pytest.mark.parametrize("test", TESTS.values(), ids=TESTS)
def test_what_a_test_may_do(run, test):
    outcome = run(DOUBLE, ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


STUDENTS = {
    "a callback": ("def f(g):\n    return g(2) + 1", "assert f(lambda x: x * 10) == 21"),
    "a changed argument": ("def f(a):\n    a[0] = 7", "a = [1]\nf(a)\nassert a == [7]"),
    "the argument itself": ("def f(a):\n    return a", "a = [1]\nassert f(a) is a"),
    "an exception": (
        "class Odd(ValueError):\n    pass\ndef f():\n    raise Odd('x')",
        "try:\n    f()\nexcept Odd as e:\n    assert str(e) == 'x'",
    ),
    "a class": (
        "class P:\n    def __init__(s, x):\n        s.x = x\n    def __str__(s):\n"
        "        return f'<{s.x}>'\n    def __eq__(s, o):\n        return s.x == o.x\n"
        "    def __add__(s, o):\n        return P(s.x + o.x)",
        "p = P(2)\nassert p.x == 2\nassert str(p) == '<2>'\nassert p == P(2)\n"
        "assert (p + p).x == 4\nassert isinstance(p, P)",
    ),
    "a generator": ("def f():\n    yield from (1, 2)", "assert list(f()) == [1, 2]"),
    "a keyword": ("def f(*, a=1):\n    return a", "assert f(a=3) == 3"),
    "printed text": (
        "def f():\n    print('hi')",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n    f()\n"
        "assert out.getvalue() == 'hi\\n'",
    ),
    "a warning": (
        "import warnings\ndef f():\n    warnings.warn('old', DeprecationWarning)",
        "import warnings\nwith warnings.catch_warnings(record=True) as seen:\n"
        "    warnings.simplefilter('always')\n    f()\n"
        "assert seen[0].category is DeprecationWarning",
    ),
    "a seed": (
        "import numpy as np\ndef f():\n    return np.random.rand()",
        "import numpy as np\nnp.random.seed(3)\na = f()\n"
        "np.random.seed(3)\nassert a == np.random.rand()",
    ),
    "a file of the test's": (
        "def f(path):\n    return open(path).read()",
        "import tempfile, pathlib\nwith tempfile.TemporaryDirectory() as d:\n"
        "    p = pathlib.Path(d, 'a')\n    p.write_text('x')\n    assert f(p) == 'x'",
    ),
    "a file of the student's": (
        "def f(path):\n    open(path, 'w').write('y')",
        "f('made.txt')\nassert open('made.txt').read() == 'y'",
    ),
    "axes": (
        "import matplotlib.pyplot as plt\ndef f():\n    fig, ax = plt.subplots()\n"
        "    ax.plot([1, 2], [3, 4], label='a')\n    ax.set_title('t')\n    return ax",
        "import matplotlib.pyplot as plt\nax = f()\nassert isinstance(ax, plt.Axes)\n"
        "assert ax.get_title() == 't'\nassert list(ax.lines[0].get_ydata()) == [3, 4]\n"
        "assert plt.gca().get_title() == 't'\nassert ax.figure.axes[0] is ax",
    ),
}


@pytest.mark.parametrize(("answer", "test"), STUDENTS.values(), ids=STUDENTS)
def test_what_crosses(run, answer, test):
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


FORGED = {
    "equals everything": ("class A:\n    __eq__ = lambda s, o: True\nx = A()", "assert x == 3"),
    "is no difference": (
        "class A:\n    __sub__ = lambda s, o: 0.0\nx = A()",
        "assert abs(x - 3) < 1",
    ),
    "is true": ("class A:\n    __bool__ = lambda s: True\nx = A()", "assert x"),
    "holds everything": (
        "class A:\n    __contains__ = lambda s, o: True\nx = A()",
        "assert 3 in x",
    ),
    "turns into an array": (
        "import numpy as np\nclass A:\n    __array__ = lambda s, *a, **k: np.array([3.0])\nx = A()",
        "import numpy as np\nnp.testing.assert_allclose(x, [3.0])",
    ),
    "a patched assertion": (
        "import numpy as np\nnp.testing.assert_allclose = lambda *a, **k: None\nx = 0",
        "import numpy as np\nnp.testing.assert_allclose(x, 3)",
    ),
    "a library's function": ("x = eval", "assert x('1 + 1') == 3"),
    "ends the loop": (
        "def x(i):\n    raise StopIteration",
        "for got, want in zip(map(x, [1]), [3]):\n    assert got == want",
    ),
    "masked": ("import numpy as np\nx = np.ma.masked_all(1)", "np.testing.assert_allclose(x, [3])"),
    "a number shown": ("import sys\ndef x():\n    sys.displayhook(5.0)", "x()\nassert False"),
}


@pytest.mark.parametrize(("answer", "test"), FORGED.values(), ids=FORGED)
def test_what_does_not_pass(run, answer, test):
    outcome = run(("S", answer), ("E", test), imports="import numpy as np")[1]
    assert outcome.outcome is Outcome.FAILED
    assert outcome.value is None


def test_the_tests_names_are_not_the_students(run):
    outcomes = run(
        ("S", "def f():\n    return globals().get('expected')\nexpected = None"),
        ("E", "expected = 42\nassert f() == expected"),
        ("S", "assert 'SECRET' not in __import__('os').environ"),
        ("E", "import os\nassert os.environ['SECRET'] == '4242'"),
    )
    assert names(outcomes) == ["PASSED", "FAILED", "PASSED", "PASSED"]


def test_a_hidden_test_says_nothing_that_the_answer_said(run):
    answer = "def f(x):\n    print('printed', x)\n    raise ValueError(f'told {x}')"
    visible, hidden = run(("S", answer), ("E", "f(4242)"), ("H", "f(4242)"))[1:]
    assert "told 4242" in said(visible)
    assert "4242" not in str(hidden.outputs)
    assert hidden.outputs[0]["ename"] == "ValueError"


def test_a_hidden_test_says_what_the_test_says(run):
    hidden = run(("H", "assert 1 == 2, 'the origin is missing'"))[0]
    assert hidden.outputs[0]["evalue"] == "the origin is missing"


def test_a_figure_of_a_cell_is_shown(run):
    outcome = run(("S", "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"))[0]
    assert "image/png" in outcome.outputs[-1]["data"]


def test_a_later_cell_changes_a_display_of_an_earlier_one(run):
    outcomes = run(
        ("E", "0.5"),
        ("S", "h = display('early', display_id='a')"),
        ("E", "assert True"),
        ("S", "h.update('late')"),
    )
    assert "late" in said(outcomes[1])
    assert outcomes[0].value == 0.5
    assert "late" not in said(outcomes[0])


def test_partial_credit(run):
    values = [
        "0.5",
        "np.float64(0.0)",
        "__import__('fractions').Fraction(1, 2)",
        "True",
        "'3'",
        "10**400",
    ]
    outcomes = run(*[("E", value) for value in values], imports="import numpy as np")
    assert [outcome.value for outcome in outcomes] == [0.5, 0, 0.5, None, None, float("inf")]


def test_a_loop_is_interrupted_and_the_notebook_goes_on(run):
    outcomes = run(("S", "while True:\n    pass"), ("S", "x = 1"), ("E", "assert x == 1"))
    assert names(outcomes) == ["TIMED_OUT", "PASSED", "PASSED"]


def test_a_call_in_a_test_is_interrupted(run):
    loop = "def f():\n    while True:\n        pass"
    outcomes = run(("S", loop), ("E", "f()"), ("E", "assert True"))
    assert names(outcomes) == ["PASSED", "TIMED_OUT", "PASSED"]


def test_what_passed_before_the_end_of_the_process_stays(run):
    outcomes = run(("E", "assert True"), ("S", "import os\nos._exit(3)"), ("E", "assert True"))
    assert names(outcomes) == ["PASSED", "ERROR", "ERROR"]
    assert outcomes[2].reason == "the notebook's process ended by itself, with status 3"
    assert names(run(("E", "assert True"))) == ["PASSED"]  # the next one is as if nothing was


def test_nothing_is_left_of_a_submission(run, tmp_path):
    (tmp_path / "table.csv").write_text("1")
    (tmp_path / "graded.ipynb").write_text("hidden tests")
    (tmp_path / "link").symlink_to("/etc/passwd")
    look = "import os\nprint(os.getcwd(), sorted(os.listdir()))\nopen('left', 'w').close()"
    first, second = said(run(("S", look))[0]), said(run(("S", look))[0])
    assert first.endswith("['table.csv']\n")
    assert second.endswith("['table.csv']\n")
    assert not Path(first.split()[0]).exists()
    assert sorted(os.listdir(tmp_path)) == ["graded.ipynb", "link", "table.csv"]


def test_a_function_of_the_tests_may_ask_the_student_itself(run):
    answer = "def square(x):\n    return x * x\ndef apply(f, x):\n    return f(x)\nw = 3"
    outcome = run(("S", answer), ("E", "assert apply(lambda x: square(x) + w, 2) == 7"))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


ALARM = """
import signal
class Up(BaseException): pass
def ring(*_): raise Up
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.5)
try:
    forever(CALL)
except Up:
    pass
assert good([1, 2]) == [1, 2]
"""


@pytest.mark.parametrize("call", ["[1]", "lambda: 3"], ids=["alone", "calling back"])
def test_an_alarm_of_the_tests_costs_one_call(run, call):
    answer = (
        "def forever(f):\n    while True:\n        callable(f) and f()\ndef good(x):\n    return x"
    )
    outcomes = run(("S", answer), ("E", ALARM.replace("CALL", call)), ("E", "assert good(1) == 1"))
    assert names(outcomes) == ["PASSED", "PASSED", "PASSED"], [o.reason for o in outcomes]


def test_a_name_that_a_call_binds_anew_is_read_anew(run):
    answer = (
        "count = 0\nseen = []\ndef f():\n    global count\n    count += 1\n    seen.append(count)"
    )
    test = (
        "assert count == 0\nassert seen == []\nf()\nassert count == 1\nf()\nassert seen == [1, 2]"
    )
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


def test_what_a_test_writes_into_a_result_the_answer_sees(run):
    answer = (
        "import functools, numpy as np\n@functools.cache\ndef shared():\n    return np.zeros(3)\n"
        "@functools.cache\ndef guarded():\n    a = np.zeros(3)\n    a.flags.writeable = False\n"
        "    return a"
    )
    test = (
        "first = shared()\nfirst[:] = 9\nassert shared()[0] == 9\nassert shared() is first\n"
        "assert not guarded().flags.writeable"
    )
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


def test_a_name_of_the_assignments_that_a_student_takes_is_named(engine, run):
    cells = [
        ("B", "import math\ndef helper():\n    return 1"),
        ("S", "math = None\ndef helper():\n    return 2\nown = 3"),
        ("E", "assert math.pi > 3\nassert helper() == 1\nassert own == 3"),
    ]
    outcomes = run(*cells, imports="import numpy as np")
    assert names(outcomes) == ["PASSED", "PASSED", "PASSED"], said(outcomes[2])
    assert engine.rebound == ("helper", "math")
    run(("S", "x = 1"))
    assert engine.rebound == ()


def test_an_alarm_that_raises_timeout_error_is_the_tests_own(run):
    test = (
        "import signal\ndef ring(*_):\n    raise TimeoutError\n"
        "signal.signal(signal.SIGALRM, ring)\nsignal.setitimer(signal.ITIMER_REAL, 0.3)\n"
        "try:\n    forever()\nexcept TimeoutError:\n    pass\nassert x == 1"
    )
    outcome = run(("S", "x = 1\ndef forever():\n    while True:\n        pass"), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


OWN_STATE = {
    "a seed set twice": (
        "import numpy as np\ndef f():\n    return np.random.rand()",
        "np.random.seed(3)\na = f()\nnp.random.seed(3)\nassert f() == a",
    ),
    "a value that cannot cross, twice": (
        "import pandas as pd\ndef f():\n    return pd.MultiIndex.from_tuples([(1, 2)])",
        "for _ in range(2):\n    try:\n        f()\n    except TypeError:\n        pass",
    ),
    "many small lists": (
        "def f():\n    return [[i] for i in range(3000)]",
        "assert len(f()) == 3000\nassert f()[2999] == [2999]",
    ),
}


@pytest.mark.parametrize(("answer", "test"), OWN_STATE.values(), ids=OWN_STATE)
def test_what_a_review_found(run, answer, test):
    outcome = run(("S", answer), ("E", test), imports="import numpy as np")[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome) + outcome.reason


def test_a_name_bound_after_another_test_has_read_it_stays_here(run):
    outcomes = run(
        ("S", "result = 0\ndef f():\n    return result"),
        ("E", "assert result == 0"),
        ("E", "result = 42\nassert f() == result"),
    )
    assert names(outcomes) == ["PASSED", "PASSED", "FAILED"]


def test_a_locked_cell_runs_its_own_part_once(run):
    cells = [
        ("S", "data = [1]"),
        ("B", "data = data * 2\nlimit = 3"),
        ("E", "assert data == [1, 1]"),
    ]
    assert names(run(*cells)) == ["PASSED", "PASSED", "PASSED"]


def test_what_students_are_meant_to_fill_is_theirs(engine, tmp_path):
    cells = [
        Cell("answers = {}\nTOLERANCE = 1", Side.BOTH),
        Cell("answers['a'] = 2\nTOLERANCE = 9", Side.STUDENT),
        Cell("assert answers == {'a': 2}\nassert TOLERANCE == 1", Side.EXAMINER),
    ]
    outcomes = engine.run(cells, tmp_path, theirs=frozenset({"answers"}))
    assert names(outcomes) == ["PASSED", "PASSED", "PASSED"], said(outcomes[2])


def test_an_alarm_amid_quick_calls_costs_one_cell_at_most(run):
    test = ALARM.replace("forever(CALL)", "while True:\n        good([1, 2])")
    answer = "def good(x):\n    return x"
    for _ in range(3):
        outcomes = run(("S", answer), ("E", test), ("E", "assert good(1) == 1"))
        assert names(outcomes) == ["PASSED", "PASSED", "PASSED"], [o.reason for o in outcomes]


def test_a_hidden_cell_shows_no_value_but_points(run):
    hidden, credit = run(("S", "def f(x):\n    return f'arg {x}'"), ("H", "f(17)"), ("H", "0.5"))[
        1:
    ]
    assert hidden.outputs == []
    assert credit.value == 0.5


COSTS = {
    "the student's": ("S", "{work}", "assert True"),
    "a program of the student's": (
        "S",
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', {work!r}], check=True)",
        "assert True",
    ),
    "the tests'": ("E", "pass", "{work}"),
    "a function's that a test calls": ("E", "def f():\n    {work}", "f()"),
}
BUSY = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"


@pytest.mark.parametrize(("side", "answer", "test"), COSTS.values(), ids=COSTS)
def test_each_cell_knows_what_it_cost_on_both_sides(run, side, answer, test):
    inner = BUSY.replace("\n", "\n    ") if answer.startswith("def") else BUSY
    answer, test = answer.format(work=inner), test.format(work=BUSY)
    outcomes = run(("S", answer), ("E", test), ("E", "pass"))
    costly, cheap = (0, 1) if side == "S" else (1, 0)
    assert names(outcomes) == ["PASSED"] * 3
    assert 0.28 <= outcomes[costly].cpu_seconds < 1.5
    assert outcomes[costly].wall_seconds >= 0.28
    assert outcomes[cheap].cpu_seconds + outcomes[2].cpu_seconds < 0.25


def test_waiting_costs_no_processor(run):
    (outcome,) = run(("S", "import time\ntime.sleep(0.4)"))
    assert outcome.wall_seconds >= 0.4
    assert outcome.cpu_seconds < 0.3


def test_the_cell_that_broke_off_has_the_rest_of_the_cost(run):
    outcomes = run(("S", f"import os\n{BUSY}\nos._exit(1)"), ("E", "pass"))
    assert names(outcomes) == ["ERROR", "ERROR"]
    assert 0.28 <= outcomes[0].cpu_seconds < 1.5
    assert outcomes[1].cpu_seconds == 0.0


TWINS = {
    "a dict that prints itself": (
        "class Facts(dict):\n    def __str__(self):\n        return 'facts'\n"
        "    def first(self):\n        return next(iter(self))\nf = Facts(a=1)",
        "assert isinstance(f, dict) and type(f) is not dict and isinstance(f, Facts)\n"
        "assert f == {'a': 1} and {'a'} <= set(f) and f['a'] == 1 and str(f) == 'facts'\n"
        "assert f.first() == 'a' and type(f).__name__ == 'Facts'",
    ),
    "items as attributes": (
        "class Bag(dict):\n    __getattr__ = dict.__getitem__\nb = Bag(a=1)",
        "assert b['a'] == b.a == 1",
    ),
    "a number with a unit": (
        "class mm(float):\n    unit = 'mm'\ndef f(x):\n    return mm(x)",
        "import numpy as np\nassert f(2) == 2 and f(2) + 1 == 3 and f(2).unit == 'mm'\n"
        "np.testing.assert_allclose([f(1), f(2)], [1, 2])",
    ),
    "an IntEnum": (
        "import enum\nclass Axis(enum.IntEnum):\n    X = 0\n    Y = 1\n"
        "def last():\n    return Axis.Y",
        "assert last() == 1 and last().name == 'Y' and Axis.X < Axis.Y\n"
        "assert last() is Axis.Y and [10, 20][Axis.Y] == 20",
    ),
    "a named tuple with more": (
        "from typing import NamedTuple\nclass P(NamedTuple):\n    x: float\n    y: float\n"
        "    def norm(self):\n        return (self.x ** 2 + self.y ** 2) ** 0.5\np = P(3.0, 4.0)",
        "assert p == (3, 4) and p.norm() == 5 and p.x == 3 and isinstance(p, tuple)",
    ),
    "a library's own tuple": (
        "from scipy import stats\nfit = stats.linregress([0, 1, 2], [0, 1, 3])",
        "assert fit.intercept_stderr >= 0 and len(fit) == 5",
    ),
    "changed by its own method": (
        "class Log(list):\n    def note(self, x):\n        self.append(x)\nlog = Log()",
        "assert log == []\nlog.note(3)\nassert log == [3]\nlog.append(4)\nassert log.pop() == 4",
    ),
    "given to a function": (
        "class Log(list):\n    pass\nlog = Log([1])\ndef same(x):\n    return x is log\n"
        "def add(x):\n    x.append(2)",
        "assert same(log)\nadd(log)\nassert log == [1, 2]",
    ),
}


@pytest.mark.parametrize(("answer", "test"), TWINS.values(), ids=TWINS)
def test_a_value_of_the_students_own_class_is_what_its_base_says(run, answer, test):
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


LIARS = {
    "equals all": "class L(float):\n    def __eq__(self, other):\n        return True\nv = L(1)",
    "float of it": "class L(float):\n    def __float__(self):\n        return 2.0\nv = L(1)",
    "other items": "class L(dict):\n    def __getitem__(s, x):\n        return 2\nv = L(x=1)",
    "an attribute that is the base's": "class L(int):\n    real = 2\nv = L(1)",
    "a class that says it is another": "class L(int):\n    __class__ = float\nv = L(1)",
}


@pytest.mark.parametrize("answer", LIARS.values(), ids=LIARS)
def test_a_class_cannot_answer_for_the_test(run, answer):
    tests = [
        "assert v == 2",
        "assert v['x'] == 2",
        "assert float(v) + 0 == 2",
        "assert v.real == 2",
    ]
    outcomes = run(("S", answer), *(("E", test) for test in tests[:2]))
    assert names(outcomes[1:2]) == ["FAILED"]


def test_objects_that_the_tests_hold_no_longer_are_let_go(run):
    answer = """
import weakref
made = weakref.WeakSet()
class Big:
    def __init__(self):
        made.add(self)
    def me(self):
        return self
def count():
    return len(made)
"""
    test = "for _ in range(50):\n    assert Big().me() is not None\nassert count() <= 3, count()"
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


def test_an_object_that_comes_again_is_the_same(run):
    answer = (
        "class A:\n    pass\na = A()\ndef get():\n    return a\ndef same(x):\n    return x is a"
    )
    test = "for _ in range(5):\n    b = get()\n    assert same(b)\n    del b\nassert get() is get()"
    outcome = run(("S", answer), ("E", test))[1]
    assert outcome.outcome is Outcome.PASSED, said(outcome)


FRAME = "import pandas as pd\n"
IMAGE = (
    "import nibabel as nib, numpy as np\n"
    "stored = nib.Nifti1Image(np.arange(8, dtype=np.int16).reshape(2, 2, 2), np.eye(4))\n"
    "stored.header.set_slope_inter(0.25, 3)\n"
)
IN_PLACE = {
    "a table": (
        FRAME + "def add(d):\n    d['b'] = 2\ndf = pd.DataFrame({'a': [1]})",
        FRAME + "d = pd.DataFrame({'a': [1]})\nadd(d)\nassert list(d['b']) == [2]\n"
        "df\nadd(df)\nassert 'b' in df",
    ),
    "a column": (
        FRAME + "def add(s):\n    s[1] = 7",
        FRAME + "s = pd.Series([1, 2])\nadd(s)\nassert list(s) == [1, 7]",
    ),
    "a masked array": (
        "import numpy as np\ndef f(a):\n    a[0] = np.ma.masked",
        "import numpy as np\na = np.ma.array([1, 2])\nf(a)\nassert list(a.mask) == [True, False]",
    ),
    "an array that grows": (
        "import numpy as np\nz = np.zeros(3)\ndef grow():\n    z.resize(5, refcheck=False)",
        "assert z.size == 3\ngrow()\nassert z.size == 5\ngrow()\nassert list(z) == [0] * 5",
    ),
    "an image's numbers": (
        IMAGE + "img = nib.Nifti1Image(np.zeros((2, 2, 2)), np.eye(4))\n"
        "def change():\n    img.dataobj[0] = 1",
        "assert img.dataobj[0, 0, 0] == 0\nchange()\nassert img.dataobj[0, 0, 0] == 1",
    ),
    "the numbers that an image keeps": (
        IMAGE + "img = nib.Nifti1Image.from_bytes(stored.to_bytes())\n"
        "def change():\n    img.get_fdata()[0] = 9",
        "assert img.get_fdata()[0, 0, 0] == 3\nchange()\nassert img.get_fdata()[0, 0, 0] == 9",
    ),
    "a deque": (
        "from collections import deque\nq = deque([1], maxlen=2)\ndef add():\n    q.extend([2, 3])",
        "assert q.maxlen == 2\nadd()\nassert list(q) == [2, 3] and q.maxlen == 2",
    ),
}


@pytest.mark.parametrize(("answer", "test"), IN_PLACE.values(), ids=IN_PLACE)
def test_what_a_call_changes_in_place_is_seen(run, answer, test):
    outcomes = run(("S", answer), ("E", test), ("E", "assert True"))
    assert names(outcomes) == ["PASSED"] * 3, said(outcomes[1])


HONEST = {
    "a name that is looked for": ("y = 1", "assert 'y' in globals() and 'z' not in globals()"),
    "a name that is got": ("y = 1", "assert globals().get('y') == 1 and not globals().get('z')"),
    "an image of int64": (
        IMAGE + "whole = nib.Nifti1Image(np.ones((2, 2, 2), int), np.eye(4), stored.header)",
        "assert whole.get_fdata().sum() == 8",
    ),
    "an image that was serialised": (
        "def f(img):\n    img.to_bytes()",
        IMAGE + "img = nib.Nifti1Image.from_bytes(stored.to_bytes())\n"
        "was = img.get_fdata().copy()\n"
        "img.uncache()\nf(img)\nnp.testing.assert_array_equal(img.get_fdata(), was)",
    ),
    "copies of an object": (
        "class A:\n    def __init__(self):\n        self.x = [1]\na = A()",
        "import copy\nb, c = copy.copy(a), copy.deepcopy(a)\nb.x.append(2)\n"
        "assert a.x == [1, 2] and c.x == [1]",
    ),
    "a test's stdout of bytes": (
        "def f():\n    print('x')\n    return 1",
        "import contextlib, io\ntry:\n    with contextlib.redirect_stdout(io.BytesIO()):\n"
        "        f()\nexcept TypeError:\n    pass\nassert f() == 1",
    ),
    "many signs of no letter": ("print(chr(0) * 9_000_000)", "assert True"),
    "a function that a test left": (
        "kept = []\ndef on(f):\n    kept.append(f)\ndef fire(x):\n    return [f(x) for f in kept]",
        "on(lambda x: x + 1)",
        "assert fire(1) == [2]",
    ),
    "a function that a test gave a name of the answer's": (
        "def helper(x):\n    return x\ndef main(x):\n    return helper(x)",
        "helper\nhelper = lambda x: 0\nassert main(3) == 0",
        "assert True",
    ),
}


@pytest.mark.parametrize("cells", HONEST.values(), ids=HONEST)
def test_honest_work_of_rarer_kinds_passes(run, cells):
    answer, *tests = cells
    outcomes = run(("S", answer), *(("E", test) for test in tests), ("E", "assert True"))
    assert names(outcomes) == ["PASSED"] * (len(tests) + 2), list(map(said, outcomes[1:]))


def test_an_exercise_may_be_named_like_a_builtin(engine, tmp_path):
    cells = [
        Cell("def sum(x):\n    return 0", Side.STUDENT),
        Cell("assert sum([1, 2]) == 3", Side.EXAMINER),
    ]
    assert names(engine.run(cells, tmp_path, theirs=frozenset({"sum"}))) == ["PASSED", "FAILED"]


REFUSED = {
    "no numbers for one": ("import numpy as np\nv = np.array([])", "assert np.allclose(v, 5)"),
    "objects in a matrix": (
        "import numpy as np\nv = np.matrix([[1, 'a']], dtype=object)",
        "assert v[0, 0] is None",
    ),
    "a value too large": (
        "import numpy as np\nv = np.zeros(70_000_000)",
        "assert v.size == 70_000_000",
    ),
}


@pytest.mark.parametrize(("answer", "test"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_graded_costs_its_own_test_alone(run, answer, test):
    outcomes = run(("S", answer), ("E", f"import numpy as np\n{test}"), ("E", "assert True"))
    assert names(outcomes) == ["PASSED", "FAILED", "PASSED"], [one.reason for one in outcomes]


QUICK = """
import signal
class Late(Exception):
    pass
def ring(*_):
    raise Late
signal.signal(signal.SIGALRM, ring)
for pause in range(1, 25):
    signal.setitimer(signal.ITIMER_REAL, 0.0001 + pause * 0.00002)
    try:
        f()
        signal.setitimer(signal.ITIMER_REAL, 0)
    except Late:
        pass
"""


def test_alarms_at_any_moment_of_a_call_leave_both_sides_alike(run):
    answer = "k = [[i] for i in range(20)]\ndef f():\n    k.append(k.pop(0))\n    return k[0]"
    outcomes = run(("S", answer), ("E", QUICK), ("E", "assert f() and len(k) == 20"))
    assert names(outcomes) == ["PASSED"] * 3, [one.reason for one in outcomes]


def test_what_an_interrupted_call_changed_is_seen(run):
    answer = "n = [0]\ndef slow():\n    n.append(1)\n    while True:\n        pass"
    test = ALARM_ONCE + "n\ntry:\n    slow()\nexcept Late:\n    pass\nassert n == [0, 1]"
    outcomes = run(("S", answer), ("E", test))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


ALARM_ONCE = QUICK.partition("for pause")[0] + "signal.setitimer(signal.ITIMER_REAL, 0.2)\n"


def test_a_tests_alarm_does_not_count_its_own_functions_time(run):
    answer = "def f(g):\n    return [g() for _ in range(4)]"
    test = ALARM_ONCE.replace("0.2", "0.5") + (
        "import time\nassert f(lambda: time.sleep(0.2)) == [None] * 4\n"
        "signal.setitimer(signal.ITIMER_REAL, 0)"
    )
    outcomes = run(("S", answer), ("E", test))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


OWN_CELLS = ["from __future__ import annotations\nimport helper, yaml as y", "from yaml import *"]
TAKEN = """
class Double:
    @staticmethod
    def safe_load(text):
        return 4
y, safe_load = Double, Double.safe_load
helper = 3
"""


@pytest.mark.parametrize("call", ["y.safe_load", "safe_load"])
def test_what_an_assignment_imports_is_no_students_double(run, tmp_path, call):
    (tmp_path / "helper.py").write_text("raise OSError('the module of a student')")
    imports = plan._imports(OWN_CELLS)
    outcomes = run(("S", TAKEN), ("E", f"assert {call}('3') == helper"), imports=imports)
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


# Half of what a thousand calls take, most of it between them, is too little, unless it counts as
# the time of messages; how busy the machine is may change in between, but not five times.
TOO_LITTLE_TIME = (
    ALARM_ONCE.partition("signal.setitimer")[0]
    + """
import time
for attempt in range(5):
    begun = time.monotonic()
    f(lambda: None)
    signal.setitimer(signal.ITIMER_REAL, 0.55 * (time.monotonic() - begun))
    try:
        f(lambda: None)
        break
    except Late:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
else:
    raise AssertionError
"""
)


def test_a_tests_alarm_does_not_count_the_messages_of_many_quick_calls(run):
    answer = (
        "import time\ndef f(g):\n    for _ in range(1000):\n        g()\n        time.sleep(0.0005)"
    )
    outcomes = run(("S", answer), ("E", TOO_LITTLE_TIME))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


def test_a_tests_alarm_counts_what_an_answer_does_between_its_calls(run):
    answer = "import time\ndef f(g):\n    while True:\n        g()\n        time.sleep(0.01)"
    test = ALARM_ONCE + "try:\n    f(lambda: None)\nexcept Late:\n    pass"
    outcomes = run(("S", answer), ("E", test))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


def test_a_tests_alarm_ends_quick_calls_without_end(run):
    answer = "def f(g):\n    while True:\n        g()"
    test = ALARM_ONCE + "try:\n    f(lambda: None)\nexcept Late:\n    pass\nassert callable(f)"
    outcomes = run(("S", answer), ("E", test))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


OWN_ERRORS = """
class Enough(Exception):
    pass
class MoreThanEnough(Enough, OSError):
    pass
def give(n=[0]):
    n[0] += 1
    if n[0] == 3:
        raise MoreThanEnough("three", n[0])
    return n[0]
try:
    f(give)
except Enough as error:
    assert type(error) is MoreThanEnough and error.args == ("three", 3)
else:
    raise AssertionError
assert caught(give) == [4, 5]
f2 = lambda: give(n=[2])
assert seen(f2) == "MoreThanEnough"
assert raises(Enough) is None
"""


def test_an_exception_of_a_test_s_own_goes_through_the_answer_s_code(run):
    answer = """
def f(g):
    while True:
        g()
def caught(g):
    return [g(), g()]
def seen(g):
    try:
        g()
    except OSError as error:
        return type(error).__name__
def raises(kind):
    try:
        raise kind("it")
    except kind:
        pass
"""
    outcomes = run(("S", answer), ("E", OWN_ERRORS))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


def test_an_alarm_that_rings_in_a_test_s_function_goes_through_the_answer_s_code(run):
    answer = "def f(g):\n    while True:\n        g()"
    test = ALARM_ONCE + "import time\ntry:\n    f(lambda: time.sleep(1))\nexcept Late:\n    pass"
    outcomes = run(("S", answer), ("E", test))
    assert names(outcomes) == ["PASSED"] * 2, said(outcomes[1])


def test_quick_calls_without_end_are_stopped_where_no_alarm_is(run):
    answer = "def f(g):\n    while True:\n        g()"
    outcomes = run(("S", answer), ("E", "f(lambda: None)"), ("E", "assert callable(f)"))
    assert names(outcomes) == ["PASSED", "TIMED_OUT", "PASSED"], said(outcomes[1])


STAND_INS = {
    "compared": "a == 3",
    "ordered": "a < 3",
    "searched": "3 in a",
    "asked whether it is true": "bool(a)",
    "made an array": "import numpy as np\nnp.asarray(a)",
    "subtracted from": "a - 3",
    "a view compared": "keys == {'x'}",
    "pickled": "import pickle\npickle.dumps(a)",
    "awaited": "await g()",
    "its source": "import inspect\ninspect.getsource(f)",
    "its code": "f.__code__",
    "a table of dates": "dates",
    "categories": "kinds",
}
ASKED = """
import pandas as pd
class A:
    def __eq__(self, other):
        return True
    __lt__ = __contains__ = __sub__ = __eq__
def f():
    pass
async def g():
    pass
a, keys = A(), {'x': 1}.keys()
dates = pd.DataFrame({'a': [1]}, index=pd.to_datetime(['2026-01-01']))
kinds = pd.Series(['a'], dtype='category')
"""


@pytest.mark.parametrize("test", STAND_INS.values(), ids=STAND_INS)
def test_what_the_page_of_differences_says_is_refused(run, test):
    outcomes = run(("S", ASKED), ("E", test), ("E", "assert True"))
    assert names(outcomes) == ["PASSED", "FAILED", "PASSED"], said(outcomes[1])
