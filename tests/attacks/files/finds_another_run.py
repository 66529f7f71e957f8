"""Looks for the folders of other submissions that are graded at the same time.

open, own: basic
open, shared: basic
"""
# %%
here = os.path.dirname(os.getcwd())
if [name for name in os.listdir(os.path.dirname(here)) if name != os.path.basename(here)]:
    print("REACHED")
