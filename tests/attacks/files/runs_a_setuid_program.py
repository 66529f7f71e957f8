"""Runs programs that make others of themselves, such as su and mount.

open, own: none
open, shared: none
"""
# %%
for program in ("/usr/bin/su", "/bin/su", "/usr/bin/sudo", "/bin/mount", "/usr/bin/newgrp"):
    if os.path.exists(program):
        done = subprocess.run([program, "-c", "id -u"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.stdout.strip() == "0":
            print("REACHED")
