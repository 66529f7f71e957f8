"""Sets filters of warnings whose category is a module, whose text is a slow expression.

uses: liar
"""
# %%
state(warnings=[["ignore", "(a|a|aa)*$", ["os", ""], None, 0]])
# %% test
import warnings
warnings.warn("a" * 60)
assert answer == 4242.25
# %% test
warnings.warn("a" * 60)
assert f(1) == 3.5
