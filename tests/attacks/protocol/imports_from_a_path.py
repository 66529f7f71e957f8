"""Names a module by a path into the folder that student code writes.

uses: liar
exam: equals constant
"""
# %%
import os

with open("evil.py", "w") as file:
    file.write("import os; os._exit(0)")
says(["lib", "numpy." + os.getcwd() + "/evil", ""])
# %% or
says(["lib", "numpy...work.evil", "f"])
