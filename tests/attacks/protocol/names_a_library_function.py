"""Says that an answer is a function of a library: os.system, subprocess.Popen, eval, exec.

uses: liar
exam: constant truth applied pipeline
"""
# %%
says(["lib", "os", "system"])
# %% or
says(["lib", "builtins", "eval"])
# %% or
says(["lib", "subprocess", "Popen"])
