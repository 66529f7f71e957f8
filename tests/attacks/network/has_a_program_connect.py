"""Has a program of the machine's, a shell, open the connection.

open, own: basic
open, shared: basic
needs: 4
"""
# %%
done = subprocess.run(["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{world['tcp']} && echo open"], capture_output=True, text=True)
if "open" in done.stdout:
    print("REACHED")
