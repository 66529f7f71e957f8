"""Makes fifteen hundred folders in each other, and shuts one.

open, own: none
open, shared: none
"""
# %%
here = os.getcwd()
for _ in range(1_500):
    os.mkdir("a")
    os.chdir("a")
open("file", "w").close()
os.chdir(here)
os.mkdir("shut")
os.mkdir("shut/inner")
os.chmod("shut", 0)
