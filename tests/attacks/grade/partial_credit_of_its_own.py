"""Shows numbers as a test does for partial credit, by print, display and displayhook.

exam: credit equals
"""
# %%
import sys
from IPython.display import display


def f(x):
    print("2.0")
    display(2.0)
    sys.displayhook(2.0)
    get_ipython().displayhook(2.0)
    return 9.0
# %%
2.0
