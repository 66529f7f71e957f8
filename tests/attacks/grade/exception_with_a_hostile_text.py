"""Raises an exception whose text, arguments and class do things when they are looked at.

exam: calls constant attribute
"""
# %%
class Hostile(AssertionError):
    def __init__(self, *_): pass
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__
    @property
    def args(self): raise KeyboardInterrupt
    @property
    def __traceback__(self): return None
    def _render_traceback_(self): return []


def f(*_):
    raise Hostile
