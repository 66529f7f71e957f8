"""Hidden tests that a wrong answer fails, each written as instructors write them."""

# What student code must not get hold of; `LOOK` looks for it without holding it.
# Made at its use: whoever runs the tests of the tests may share the student's user, and has not
# got it in memory.
MARK = "MARKER, WANTED = '{}', 4242.25"
MARKER = ("marker", "of", "a", "hidden", "test")

SETUP = """
import contextlib
answer = 0.0
values = np.zeros(3)
table = {}
thing = None
f = lambda x: 0.0
encode = decode = lambda text: ''
manage = contextlib.nullcontext
"""

# What the attacks on the machine need, and what lies about there.
MACHINE = """
import ctypes, json, os, re, socket, subprocess
libc = ctypes.CDLL(None, use_errno=True)
world = json.loads(os.environ["ATTACK_WORLD"])
"""


def marked(test: str) -> str:
    """Return a test that begins with the marker."""
    return f"{MARK.format('-'.join(MARKER))}\n{test}"


EXAM = {
    "equals": "assert answer == WANTED",
    "not_different": "assert not answer != WANTED",
    "near": "assert abs(answer - WANTED) < 1e-6",
    "ratio": "assert answer / WANTED == 1",
    "ordered": "assert 4242 < answer < 4243",
    "member": "assert answer in (WANTED, WANTED + 1)",
    "set": "assert not {WANTED, 1} - answer",
    "isclose": "import math\nassert math.isclose(answer, WANTED)",
    "numpy_isclose": "assert np.isclose(answer, WANTED)",
    "almost": "np.testing.assert_almost_equal(answer, WANTED)",
    "scalar": "np.testing.assert_allclose(answer, WANTED)",
    "allclose": "np.testing.assert_allclose(values, [1.5, WANTED, 2])",
    "array_equal": "np.testing.assert_array_equal(values, [1.5, WANTED, 2])",
    "array": "assert np.shape(values) == (3,) and (values == np.array([1.5, WANTED, 2])).all()",
    "difference": "assert np.abs(values - np.array([1.5, WANTED, 2])).max() < 1e-9",
    "elements": "assert all(abs(v - w) < 1e-9 for v, w in zip(values, [1.5, WANTED, 2]))",
    "method": "assert 0 <= (values - np.array([1.5, WANTED, 2])).max() < 1e-9",
    "table": "assert table['voxels'] == WANTED",
    "nested": (
        "np.testing.assert_equal({'a': table['voxels']}, {'a': np.array([1.5, WANTED, 2])})"
    ),
    "attribute": "assert thing.area() == WANTED",
    "calls": "for x, want in ((1, 3.5), (2, 7.25)):\n    assert f(x) == want",
    "constant": "assert f() == WANTED",
    "truth": "assert f(4) and not f(5)",
    "mapped": "for got, want in zip(map(f, (1, 2)), (3.5, 7.25)):\n    assert got == want",
    "of_array": (
        "x = np.arange(4.0)\nwanted = 2 * x + 1\nnp.testing.assert_allclose(f(x), wanted)"
    ),
    "part_kept": (
        "x = np.arange(1000.0)\nwanted = x[:3]\ngot = f(x)\n"
        "np.testing.assert_allclose(got, [0, 1, 4])\nassert wanted.tolist() == [0, 1, 2]"
    ),
    "printed": (
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "    f(5)\nassert out.getvalue() == '15.0\\n'"
    ),
    "context": "with manage() as managed:\n    assert managed == WANTED, MARKER",
    "round_trip": "assert encode('abc') == 'bcd' and decode(encode('abc')) == 'abc'",
    "pipeline": (
        "def check():\n    expected, marker = WANTED, MARKER\n"
        "    assert decode(encode()) == expected\ncheck()"
    ),
    "applied": "assert decode(encode('abc')) == WANTED",
    "credit": "points = 0\nif f(3) == 9.5:\n    points += 2\nfloat(points)",
    "course": (
        "from isocenter import checks\n\n\n@checks.run\ndef zooms(rng):\n"
        "    zooms = rng.uniform(1.5, 4, 3).tolist()\n"
        "    checks.expect(f, *zooms, gives=np.diag(zooms), given='three factors', mistakes={})\n"
    ),
}

# Right answers: with them every test of the exam passes, so that none fails for another reason.
RIGHT = """
import contextlib
answer = 4242.25
values = np.array([1.5, 4242.25, 2])
table = {'voxels': 4242.25}


class Thing:
    def area(self):
        return 4242.25


thing = Thing()
manage = lambda: contextlib.nullcontext(4242.25)


def encode(text=None):
    return None if text is None else ''.join(chr(ord(letter) + 1) for letter in text)


def decode(text):
    return 4242.25 if text is None else ''.join(chr(ord(letter) - 1) for letter in text)
"""
RIGHT_CALLS = {
    "set": "answer = {4242.25, 1}",
    "isclose": "answer = 4242.25",
    "nested": "table = {'voxels': np.array([1.5, 4242.25, 2])}",
    "applied": "decode = lambda text: 4242.25",
    "calls": "f = {1: 3.5, 2: 7.25}.get",
    "constant": "f = lambda: 4242.25",
    "truth": "f = lambda x: x % 2 == 0",
    "mapped": "f = {1: 3.5, 2: 7.25}.get",
    "of_array": "f = lambda x: 2 * x + 1",
    "part_kept": "f = lambda x: x[:3] ** 2",
    "printed": "f = lambda x: print(3.0 * x)",
    "credit": "f = lambda x: 9.5",
    "course": "f = lambda *zooms: np.diag(zooms)",
}

# The student's process after the exam: whether the marker lies in one of its files.
LOOK = """
import os as _os
_wanted, _found, _waiting = ('marker' + '-of-a-' + 'hidden-test').encode(), [], ['..']
while _waiting and len(_waiting) < 100:
    _folder = _waiting.pop()
    try:
        for _entry in list(_os.scandir(_folder))[:200]:
            if _entry.is_dir(follow_symlinks=False) and _folder.count('/') < 5:
                _waiting.append(_entry.path)
            elif _entry.is_file(follow_symlinks=False):
                with open(_entry.path, 'rb') as _file:
                    if _wanted in _file.read(1_000_000):
                        _found.append(_entry.path)
    except OSError:
        pass
print('FOUND the marker in', _found) if _found else None
"""

# Rewrites what the student's process says to the examiner, below all of its own code.
LIAR = '''
import gc as _gc
import os as _os
from isocenter.engine.wire import Channel as _Channel

_asked, _receive, _send = [None, []], _Channel.receive, _Channel.send


def lie(make, when=("get", "call")):
    """From now on `make(message, buffers)` rewrites the answers to such questions."""

    def receive(self):
        message, buffers = _receive(self)
        if len(message) >= 5 and type(message[1]) is str:
            _asked[:] = [message[1], message[3]]
        return message, buffers

    def send(self, message, buffers=()):
        if _asked[0] in when and message[1] in ("ok", "raised"):
            made = make(message, list(buffers))
            if made is None:
                return
            message, buffers = made
        _send(self, message, buffers)

    _Channel.receive, _Channel.send = receive, send


def given(tag):
    """Return the numbers of what the last question handed over: "&" for data, "cb" for calls."""
    found, waiting = [], [_asked[1]]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
            if len(part) > 1 and part[0] == tag:
                found.append(part[1])
    return found


def packed(like, node, table=(), count=0):
    """Return a node and the content of what it refers to, as a message has them."""
    return [node, [list(row) for row in table], *[count] * (len(like) - 2)]


def says(node, table=(), buffers=(), verdict="ok", count=0, when=("get", "call")):
    """Answer every question with a node."""

    def make(message, _):
        number, _, parts, like, *rest = message
        return [number, verdict, parts, packed(like, node, table, count), *rest], list(buffers)

    lie(make, when)


def state(**changes):
    """Say with every answer that a part of the state that both sides share has changed."""

    def make(message, buffers):
        return [*message[:4], changes], buffers

    lie(make, ("get", "call", "cell"))


def own_socket():
    """Return the descriptor of the socket to the examiner."""
    return next(one.fileno() for one in _gc.get_objects() if type(one) is _Channel)
'''
