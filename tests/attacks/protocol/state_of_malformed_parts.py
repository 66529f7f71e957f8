"""Sends parts of the shared state that are no state: expressions, numbers, unknown names.

uses: liar
exam: equals calls
"""
# %%
state(warnings=[["error", "(", ["builtins", "UserWarning"], None, 0]])
# %% or
state(nothing=1, folder=["x"], **{"numpy.errors": {"all": "call"}, "random": [3, [1], None]})
# %% or
state(matplotlib={"axes.prop_cycle": "cycler('color', (i for i in [1]).gi_frame.f_back)"})
