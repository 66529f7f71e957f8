"""Sends a signal to the process that runs its tests, its brothers and its parents.

open, own: basic
open, shared: basic
needs: 6
"""
# %%
def tries(number):
    try:
        os.kill(number, 0)
        return number != os.getpid()
    except OSError:
        return False

if any(tries(number) for number in range(max(2, os.getpid() - 20), os.getpid() + 20)) or (os.getppid() > 1 and tries(os.getppid())):
    print("REACHED")
