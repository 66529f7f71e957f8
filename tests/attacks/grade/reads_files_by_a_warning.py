"""Warns from a file of the examiner's, so that its line is shown beside the warning.
"""
# %%
import warnings


def f():
    warnings.warn_explicit("look", UserWarning, "/proc/self/environ", 1)
    warnings.warn_explicit("look", UserWarning, "/proc/self/status", 1)
    return "seen"
# %% test
assert f() == "unseen"
# %% test
import io, contextlib, warnings
with contextlib.redirect_stderr(io.StringIO()) as said:
    warnings.simplefilter("always")
    f()
assert "Name:" in said.getvalue() or "PATH" in said.getvalue()
