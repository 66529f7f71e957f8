"""Leaves programs that run on: by nohup and setsid, with all descriptors closed.

open, own: none
open, shared: none
"""
# %%
subprocess.Popen(["setsid", "nohup", "sleep", "60"], close_fds=True, start_new_session=True)
subprocess.Popen(["bash", "-c", "sleep 60 & disown; sleep 60 & disown"])
