"""Lists the processes of the machine and what they were started with.

open, own: basic
open, shared: basic
"""
# %%
if str(world["victim"]) in os.listdir("/proc") and open(f"/proc/{world['victim']}/cmdline").read():
    print("REACHED")
