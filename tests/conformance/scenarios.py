"""What the shell does that no notebook shows; each function runs in a child of a warm process."""

import asyncio
import json
import os
import resource
import signal
import sys
import threading
from functools import partial
from pathlib import Path

from conformance.warm import in_child


def run(shell, *sources, **options):
    """Run cells; return what came of the last."""

    async def cells():
        for source in sources:
            last = await shell.run_cell(source, **options)
        return last

    return shell.loop.run_until_complete(cells())


def facts(cell):
    """Return a cell's run as JSON has it."""
    value = cell.value if isinstance(cell.value, int | str) else repr(cell.value)
    updates = [[each.cell, each.output, each.data, each.metadata] for each in cell.updates]
    return {
        "outputs": cell.outputs,
        "execution_count": cell.execution_count,
        "error": cell.error,
        "value": value,
        "updates": updates,
    }


def what_a_cell_returns(shell):
    sources = "6 * 7", "x = 1", "None", "x;", "1 / 0", "1 +", "", "x"
    return [facts(run(shell, source)) for source in sources]


def order_of_writing(shell):
    return run(
        shell,
        "import os, subprocess, sys\nprint(1)\nos.write(1, b'2\\n')\nprint(3, file=sys.stderr)\n"
        "os.write(2, b'4\\n')\nprint(5)\ndisplay(6)\n"
        "subprocess.run(['echo', '7'])\nprint('8')",
    ).outputs


def cut(shell):
    sources = {
        "print": "print('x' * 2000)",
        "many prints": "for i in range(1000): print('é')",
        "descriptor": "import os\nn = os.write(1, b'y' * 5000)",
        "display": "display('small')\ndisplay('x' * 2000)\nprint('more')\ndisplay('small')",
        "result": "'x' * 2000",
        "error": "print('x' * 2000)\n1 / 0",
        "cleared": "from IPython.display import clear_output\nprint('x' * 2000)\nclear_output()\n1",
        "updates": "h = [display(0, display_id=True) for i in range(3)]\n"
        "for each in h: each.update('x' * 300)",
        "one update": "h = display(0, display_id=True)\nfor i in range(9): h.update('x' * 200)",
        "exact": "print('x' * 999)",
        "next cell": "print('fine')",
    }
    return {name: run(shell, source, largest=1000).outputs for name, source in sources.items()}


def large_error(shell):
    error = run(shell, "raise ValueError('x' * 30_000_000)")
    return len(error.error[1]), len(json.dumps(error.outputs))


def not_for_a_notebook(shell):
    return [
        run(shell, "display({'text/plain': {1, 2}, 'text/html': 'x'}, raw=True)").outputs,
        run(shell, "print('\\ud800')").outputs,
    ]


def updates(shell):
    """Updates of earlier cells come with the cell that makes them, the last of each only."""
    sources = (
        "h = display('a', display_id='h')",
        "print('first')\ndisplay('b', display_id='h')",
        "h.update('c')\nh.update({'text/html': 'd'}, raw=True, metadata={'k': 1})\n",
        "h.update('e'); display('f', display_id='other')",
        "from IPython.display import clear_output\ndisplay('g', display_id='h'); clear_output()",
        "h.update('i')",
    )
    return [facts(run(shell, source)) for source in sources]


def collected(shell):
    run(shell, "h = display('a', display_id='h')")
    run(
        shell,
        "import os, sys\ndef f():\n    print('out')\n    os.write(1, b'fd\\n')\n"
        "    display('shown')\n    print('err', file=sys.stderr)\n"
        "    h.update('b')\n    display('c', display_id='mine')\n"
        "def ask():\n    print('before')\n    return input()",
    )
    with shell.collect() as shown:
        shell.user_ns["f"]()
    refused = None
    try:
        with shell.collect() as asked:
            shell.user_ns["ask"]()
    except Exception as error:
        refused = type(error).__name__
    print("between cells")
    os.write(1, b"between cells")
    with shell.collect(largest=10) as short:
        print("x" * 100)
    return shown, refused, asked, short, facts(run(shell, "print('cell')"))


def background_task(shell):
    async def notebook():
        await shell.run_cell("import asyncio\nseen = []")
        await shell.run_cell(
            "async def task():\n    while True:\n        seen.append(1)\n        print('lost')\n"
            "        await asyncio.sleep(0.01)\nrunning = asyncio.create_task(task())"
        )
        before = len(shell.user_ns["seen"])
        await asyncio.sleep(0.1)
        between = len(shell.user_ns["seen"])
        last = await shell.run_cell("await asyncio.sleep(0.05)\nprint('own')")
        return between > before, len(shell.user_ns["seen"]) > between, last.outputs

    return shell.loop.run_until_complete(notebook())


def exits(shell):
    run(shell, "exit", "quit()")
    return facts(run(shell, "exit()\nprint('after')"))["outputs"]


def broken_shell(shell):
    run(shell, "def broken(*_, **__): raise ValueError\nget_ipython().run_cell = broken")
    return run(shell, "1").error, run(shell, "await 1").error


def forks(shell):
    """A child that runs off the end of its cell ends there."""
    first = run(shell, "import os\npid = os.fork()\nprint('both') if pid else None")
    same = run(shell, "os.waitpid(pid, 0)[1]")
    failed = run(shell, "pid = os.fork()\nif not pid: 1 / 0\nos.waitpid(pid, 0)[1]")
    with shell.collect():
        pid = os.fork()
    return first.outputs, same.value, failed.value, os.waitpid(pid, 0)[1]


def interrupts(shell):
    os.kill(os.getpid(), signal.SIGINT)  # between cells
    cell = run(shell, "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nwhile True: pass")
    os.kill(os.getpid(), signal.SIGINT)
    with shell.collect() as shown:
        print("called")
        os.kill(os.getpid(), signal.SIGINT)
    return cell.error, shown, run(shell, "'alive'").value


def full(shell):
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    cell = run(shell, "import os\nos.write(1, b'x' * 1000)\nos.write(1, b'y')")
    return cell.error[0], len(cell.outputs[0]["text"]), run(shell, "print('next')").outputs


def late_writer(shell):
    run(shell, "import subprocess\np = subprocess.Popen('sleep 0.1; echo late', shell=True)")
    shell.user_ns["p"].wait()
    return run(shell, "print('next')").outputs


def reopened(shell):
    return run(
        shell,
        "import subprocess, sys\nprint('before')\n"
        "n = subprocess.run('echo one > /dev/stdout; echo two', shell=True)\nprint('after')",
    ).outputs


def began(shell):
    return {
        "threads": threading.active_count(),
        "loop": isinstance(shell.loop, asyncio.AbstractEventLoop),
        "folder": "" in sys.path,
        "main": sys.modules["__main__"].__dict__ is shell.user_ns,
    }


SCENARIOS = [
    what_a_cell_returns,
    order_of_writing,
    cut,
    large_error,
    not_for_a_notebook,
    updates,
    collected,
    background_task,
    exits,
    broken_shell,
    forks,
    interrupts,
    full,
    late_writer,
    reopened,
    began,
]


BACKENDS = {"inline": "module://matplotlib_inline.backend_inline", "agg": "Agg"}


def examiner():
    """Return what a shell finds whose names are another's."""
    from isocenter.engine.shell import Shell

    class Names(dict):
        def __missing__(self, name):
            if name.startswith("x_"):
                return f"asked for {name}"
            raise KeyError(name)

    shell = Shell(Names())
    shell.begin()
    called = run(shell, "def f():\n    return x_inner, len('ab')", "x_1, f(), [x_2 for _ in 'a']")
    unknown = run(shell, "y_1")
    return called.outputs[0]["data"]["text/plain"], unknown.error, "" in sys.path


def drawn_before(backend):
    """Return what is shown of a figure where the warm process has drawn, to no screen."""
    os.environ["MPLBACKEND"] = "Agg"
    import matplotlib.pyplot as plt

    from isocenter.engine.shell import Shell

    plt.figure(figsize=(1, 1))
    plt.close()
    shell = Shell()
    os.environ["MPLBACKEND"] = backend
    shell.begin()
    cell = run(shell, "import matplotlib.pyplot as plt\nplt.plot([1]);")
    return [list(output["data"]) for output in cell.outputs]


def begun(scenario, shell):
    """Run a scenario in a shell that has begun."""
    shell.begin()
    return scenario(shell)


def main():
    """Run all; write what they return to the file that is named."""
    from isocenter.engine.shell import Shell

    folder = Path(sys.argv[1])
    in_child(folder, folder / "examiner.json", examiner)
    for name, backend in BACKENDS.items():
        in_child(folder, folder / f"{name}.json", partial(drawn_before, backend))
    before = set(os.listdir("/proc/self/fd"))
    shell = Shell()
    warm = {
        "threads": threading.active_count(),
        "descriptors": sorted(set(os.listdir("/proc/self/fd")) - before),
        "files": sorted(path.name for path in folder.iterdir()),
    }
    (folder / "warm.json").write_text(json.dumps(warm))

    for scenario in SCENARIOS:
        in_child(folder, folder / f"{scenario.__name__}.json", partial(begun, scenario, shell))


if __name__ == "__main__":
    main()
