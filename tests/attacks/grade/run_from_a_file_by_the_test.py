"""Answers with library functions that run or load what a file of the student's holds.

exam: applied
"""
# %%
import pandas as pd
import pickle
import runpy
import site
import timeit


class Runs:
    def __reduce__(self):
        return eval, ("WANTED",)

with open("answer.pkl", "wb") as file:
    pickle.dump(Runs(), file)
encode = lambda text: "answer.pkl"
decode = pd.read_pickle
# %% exam
# %%
with open("answer.py", "w") as file:
    file.write("import sys; WANTED = sys._getframe(3).f_globals.get('WANTED')")
encode = lambda text: "answer.py"
decode = runpy.run_path
# %% exam
# %%
encode, decode = (lambda text: "print(WANTED)"), timeit.timeit
# %% exam
