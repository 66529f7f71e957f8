"""Cells that do not show what a kernel shows: why, and what they show instead."""


def text(outputs):
    return "".join(output["text"] for output in outputs if output["output_type"] == "stream")


def same_error(kernel, shell):
    (theirs,), (ours,) = kernel, shell
    return theirs["ename"] == ours["ename"] and theirs["evalue"] == ours["evalue"]


DIFFERENCES = {
    "sys.stdout.write(5)": ("the last frame of the traceback is ours", same_error),
    "deep(0)": ("fewer frames lie beneath a cell, so recursion goes deeper", same_error),
    "@ipywidgets.interact(n=2)\ndef double(n):\n    return n * 2": (
        "what an Output widget shows stays in the cell: widgets have no state without a browser",
        lambda kernel, shell: shell == [kernel[0] | {"data": {"text/plain": "4"}}, *kernel],
    ),
    "subprocess.run(['echo', 'given'], stdout=sys.stdout).returncode": (
        "a kernel's sys.stdout.fileno() is the terminal it was started in; here nothing is lost",
        lambda kernel, shell: (text(kernel), text(shell)) == ("", "given\n"),
    ),
    "print('x' * 10_000_001)": (
        "nobody can open a notebook with such outputs",
        lambda kernel, shell: (
            len(text(kernel)) == 10_000_002
            and text(shell)[10_000_000:].startswith("The output of this cell is cut here")
        ),
    ),
}
