"""Cells about what is written: by Python, by descriptors, by others.

A kernel reads descriptors in a thread of its own; the pauses give it time.
"""

CELLS = {
    "print": [
        "print('a', end='')\nprint('b')\nprint()",
        "import sys\nsys.stderr.write('error\\n')\nsys.stdout.write('five!')",
        "print('out'); print('err', file=sys.stderr); 'result'",
        "print('before')\ndisplay('shown')\nprint('after')",
        "for i in range(3):\n    print(f'\\r{i}/3', end='', flush=True)",
        "for i in range(3):\n    print(i, '\\b', end='', file=sys.stderr)",
        "print('ünï ✓ \\x1b[31mred\\x1b[0m \\t tab')",
        "print(b'bytes', None, [1])",
        "sys.stdout.writelines(['x\\n', 'y\\n'])",
        "sys.stdout.write(5)",
        "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.name, sys.stdout.closed",
        "sys.stdout.writable(), sys.stdout.errors, hasattr(sys.stdout, 'buffer')",
        "sys.stdout.flush(); sys.stderr.flush(); sys.stdout.line_buffering",
        "isinstance(sys.stdout.fileno(), int)",
        "sys.stdout.buffer.write(b'x')",
        "sys.stdout.read()",
        "print('x' * 100_000)",
        "print('x' * 10_000_001)",
        "for i in range(500):\n    print(i)",
        "import time\nprint('as it is', file=sys.__stdout__)\ntime.sleep(0.2)",
        "print('flushed', file=sys.__stdout__, flush=True)\ntime.sleep(0.2)",
        "print('seen', file=sys.__stderr__)\ntime.sleep(0.2)",
    ],
    "redirection": [
        "import io, contextlib\nwith contextlib.redirect_stdout(io.StringIO()) as f:\n"
        "    print('held')\nf.getvalue()",
        "old = sys.stdout\nsys.stdout = io.StringIO()\nprint('gone')",
        "print('gone too')",
        "sys.stdout = old\nprint('back')",
        "print('again')",
        "from IPython.utils.capture import capture_output\n"
        "with capture_output() as c:\n    print('held'); display(1)\nlen(c.outputs), c.stdout",
        "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n"
        "        self.assertEqual(1, 1)\n"
        "suite = unittest.defaultTestLoader.loadTestsFromTestCase(T)\n"
        "unittest.TextTestRunner().run(suite).wasSuccessful()",
    ],
    "descriptors": [
        "import os\nn = os.write(1, b'written\\n')\ntime.sleep(0.2)",
        "n = os.write(2, b'error\\n')\ntime.sleep(0.2)",
        "n = os.write(1, 'é'.encode())\ntime.sleep(0.2)",
        "n = os.write(1, b'\\xff\\n')\ntime.sleep(0.2)",
        "import ctypes\nlibc = ctypes.CDLL(None)\nn = libc.printf(b'from C %d\\n', 3)\n"
        "n = libc.fflush(None)\ntime.sleep(0.2)",
        "import subprocess\nn = subprocess.run(['echo', 'child'])\ntime.sleep(0.2)",
        "n = os.system('echo one; echo two >&2; echo three')\ntime.sleep(0.2)",
        "subprocess.run(['echo', 'given'], stdout=sys.stdout).returncode",
        "subprocess.run('echo piped; exit 3', shell=True, capture_output=True)",
        "subprocess.check_output(['false'])",
        "child = subprocess.Popen('sleep 0.3; echo late', shell=True)",
        "time.sleep(0.6)",
        "child.wait()",
        "n = os.system('head -c 300000 /dev/zero | tr \\\\0 y')\ntime.sleep(0.3)",
        "os.isatty(0), os.isatty(1), os.isatty(2)",
        "print('python')\nsys.stdout.flush()\nn = os.write(1, b'descriptor\\n')\ntime.sleep(0.2)\n"
        "print('python')",
    ],
    "threads and children": [
        "import threading\nthread = threading.Thread(target=print, args=('thread',))\n"
        "thread.start(); thread.join()",
        "def fail():\n    raise ValueError('in a thread')\n"
        "thread = threading.Thread(target=fail, name='T')\nthread.start(); thread.join()",
        "def wait_and_print():\n    time.sleep(0.3)\n    print('from an earlier cell')\n"
        "thread = threading.Thread(target=wait_and_print)\nthread.start()",
        "thread.join()",
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(1) as pool:\n    print(list(pool.map(abs, [-1])))",
        "import multiprocessing\ncontext = multiprocessing.get_context('fork')\n"
        "process = context.Process(target=print, args=('forked',))\n"
        "process.start(); process.join()\ntime.sleep(0.2)",
        "with context.Pool(1) as pool:\n    print(pool.map(abs, [-1, 2]))",
        "pid = os.fork()\nif not pid:\n    print('child', flush=True)\n    os._exit(0)\n"
        "n = os.waitpid(pid, 0)\ntime.sleep(0.2)",
    ],
    "warnings and logging": [
        "import warnings\nwarnings.warn('first')",
        "warnings.warn('old', DeprecationWarning)",
        "def old():\n    warnings.warn('from a function', FutureWarning, stacklevel=2)\nold()",
        "for i in range(2):\n    warnings.warn('once')",
        "with warnings.catch_warnings(record=True) as w:\n    warnings.warn('x')\nlen(w)",
        "warnings.simplefilter('error')\nwarnings.warn('now an error')",
        "warnings.resetwarnings()",
        "import logging\nlogging.warning('root')\nlogging.getLogger('a.b').error('named')",
        "logging.info('silent')",
        "logging.basicConfig(level='INFO', force=True)\nlogging.info('heard')",
        "1 / 0",
        "logging.getLogger('a.b').exception('no exception')",
        "'\\d'",
        "1 is 1",
        "import asyncio\nasync def bad():\n    raise ValueError('lost')\n"
        "task = asyncio.ensure_future(bad())\nawait asyncio.sleep(0.01)\ndel task",
        "import numpy as np\nnp.array([1]) / 0",
        "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()",
        "import faulthandler\nfaulthandler.enable()\nfaulthandler.disable()",
    ],
}
