"""Runs notebooks in children of a warm process, as the engine does: JSON in, JSON out."""

import json
import os
import sys
import traceback
from pathlib import Path


def run(shell, sources):
    """Return the outputs of each cell, updates applied, as whoever holds the notebook would."""
    notebook = []

    async def cells():
        for source in sources:
            cell = await shell.run_cell(source)
            notebook.append({"outputs": cell.outputs, "execution_count": cell.execution_count})
            for update in cell.updates:
                new = {"data": update.data, "metadata": update.metadata}
                notebook[update.cell]["outputs"][update.output] |= new

    shell.loop.run_until_complete(cells())
    return notebook


def in_child(folder, result, work):
    """Fork; the child works in `folder` and writes what `work` returns, or raises, to `result`."""
    pid = os.fork()
    if not pid:
        os.chdir(folder)
        try:
            came = work()
        except BaseException:
            came = traceback.format_exc()
        Path(result).write_text(json.dumps(came))
        os._exit(0)
    os.waitpid(pid, 0)


def main():
    """Draw, as a warm process may have; run the cells that come in; write to the named file."""
    import matplotlib.pyplot as plt

    from isocenter.engine.shell import Shell

    plt.switch_backend("Agg")
    plt.figure(figsize=(1, 1))
    plt.close()
    sources, folder, result = json.loads(sys.stdin.read()), *sys.argv[1:]
    shell = Shell()

    def work():
        shell.begin()
        return run(shell, sources)

    in_child(folder, result, work)


if __name__ == "__main__":
    main()
