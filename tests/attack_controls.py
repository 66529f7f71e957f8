"""Lies that are well made: what they say is right, and a test that asks for it passes.

So attacks that forge messages are refused for what they try, and not because a message has another
form by now. Each is a cell of the student's, which runs after `LIAR`, and a test.
"""

import nibabel as nib

_HEADER = nib.Nifti1Header()
_HEADER.set_data_shape((1, 1, 1))
_HEADER.set_data_dtype(float)
HEADER = ["Nifti1Header", "<", _HEADER.binaryblock.hex(), []]
PHILOX = {
    **{"bit_generator": "Philox", "buffer": ["t", 0, 0, 0, 0], "buffer_pos": 4},
    **{"state": {"counter": ["t", 0, 0, 0, 0], "key": ["t", 1, 2]}, "has_uint32": 0, "uinteger": 0},
}
TWISTER = {"bit_generator": "MT19937", "state": {"key": ["t", *[5] * 624], "pos": 5}}
CATCHES = """
try:
    answer
except ValueError as error:
    assert error.args == ("a",)
else:
    assert False
"""

CONTROLS = {
    "number": ("says(4242.25)", "assert answer == WANTED"),
    "bits_of_a_float": (
        "import struct\nsays(['f', struct.pack('<d', 4242.25).hex()])",
        "assert answer == WANTED",
    ),
    "numpy_scalar": (
        "import struct\nsays(['n.float64', '<f8', struct.pack('<d', 4242.25).hex()])",
        "assert type(answer) is np.float64 and answer == WANTED",
    ),
    "array": (
        "values = np.array([1.5, 4242.25, 2]).tobytes()\n"
        "says(['&', 2], [[2, ['a', '<f8', [3], 'C', 0, True], 1]], [values])",
        "np.testing.assert_array_equal(answer, [1.5, WANTED, 2])",
    ),
    "dict": (
        "says(['&', 2], [[2, ['d', ['voxels', 4242.25]], 0]])",
        "assert answer == {'voxels': WANTED}",
    ),
    "dict_with_a_factory": (
        "says(['&', 2], [[2, ['dd', ['lib', 'builtins', 'float'], ['voxels', 4242.25]], 0]])",
        "assert answer['voxels'] == WANTED and answer['more'] == 0",
    ),
    "named_tuple": ("says(['nt', 'P', ['a'], [1]])", "assert answer == (1,) and answer.a == 1"),
    "exception": (
        "says(['x', ['lib', 'builtins', 'ValueError'], ['a']], verdict='raised')",
        CATCHES,
    ),
    "exception_of_its_own": (
        "own = ['X', 1, 'Own', [['lib', 'builtins', 'ValueError']]]\n"
        "says(['x', own, ['a']], verdict='raised')",
        CATCHES,
    ),
    "random_state": (
        "says(['&', 2], [[2, ['rs', ['t', 'MT19937', ['t', *[5] * 624], 5, 0, 0.0]], 0]])",
        "assert answer.rand() >= 0",
    ),
    "generator": (f"says(['&', 2], [[2, ['rg', {TWISTER}], 0]])", "assert answer.random() >= 0"),
    "philox": (f"says(['&', 2], [[2, ['rg', {PHILOX}], 0]])", "assert answer.random() >= 0"),
    "picture": (
        "data = ['a', '<f8', [1, 1, 1], 'C', 0, True]\n"
        "affine = ['a', '<f8', [4, 4], 'C', 1, True]\n"
        f"picture = ['v.Nifti1Image', ['array', data], {HEADER}, affine, None]\n"
        "says(['&', 2], [[2, picture, 2]], [bytes(8), bytes(128)])",
        "assert answer.shape == (1, 1, 1)",
    ),
    "handle": (
        "class Evil: pass\nsays(['h', 1, 'object', 'Evil', None, None])",
        "assert type(answer).__name__ == 'Evil'",
    ),
    "figure": (
        "says(['h', 1, 'object', 'Figure', ['matplotlib.figure', 'Figure'], None])",
        "import matplotlib.pyplot as plt\nassert isinstance(answer, plt.Figure)",
    ),
    "changed_argument": (
        "def make(message, buffers):\n"
        "    number, verdict, parts, like, *rest = message\n"
        "    table = [[given('&')[0], ['a', '<f8', [4], 'C', 0, True], 1]]\n"
        "    return [number, 'ok', parts, packed(like, 1.0, table), *rest], [bytes(32)]\n"
        "lie(make, ('call',))",
        "x = np.arange(4.0)\nf(x)\nassert x.tolist() == [0, 0, 0, 0]",
    ),
    "state": (
        "import os\nos.mkdir('q')\nstate(folder=os.getcwd() + '/q')",
        "import os\nanswer\nassert os.getcwd().endswith('/q')",
    ),
    "callback": (
        "def make(message, buffers):\n"
        "    number, _, parts, like, state = message\n"
        "    node = ['t', ['t', 4242.25], ['t'], ['t']]\n"
        "    called = [number, 'callback', given('cb')[:1], packed(like, node), state]\n"
        "    _send(channel, called)\n"
        "    _receive(channel)\n"
        "    return message, buffers\n"
        "def keep(self, *message):\n"
        "    global channel\n"
        "    channel = self\n"
        "    kept(self, *message)\n"
        "lie(make, ('call',))\n"
        "kept, _Channel.send = _Channel.send, keep",
        "got = []\nf(lambda x: got.append(x))\nassert got == [WANTED]",
    ),
    "bytes": (
        "import json, struct\n"
        "def make(message, buffers):\n"
        "    number, verdict, parts, like, *rest = message\n"
        "    text = json.dumps([number, 'ok', parts, packed(like, 4242.25), *rest]).encode()\n"
        "    _os.write(own_socket(), struct.pack('<II', len(text), 0) + text)\n"
        "lie(make)",
        "assert answer == WANTED",
    ),
    "printed": (
        "def make(message, buffers):\n"
        "    number, verdict, parts, *rest = message\n"
        "    said = [{'output_type': 'stream', 'name': 'stdout', 'text': '15.0'}]\n"
        "    return [number, verdict, [said, *parts[1:]], *rest], buffers\n"
        "lie(make, ('call',))",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "    f(5)\nassert out.getvalue() == '15.0'",
    ),
}
