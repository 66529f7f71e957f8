"""Leaves start-up files, settings and modules in the home folder that both sides have.

exam: equals course
"""
# %%
import os
import site
from pathlib import Path

home = Path.home()
for name in (".ipython/profile_default/startup/00.py", ".ipython/profile_default/ipython_config.py",
             ".pdbrc", ".pythonrc.py", ".config/matplotlib/matplotlibrc", ".local/lib/evil.pth",
             "matplotlibrc", "turtle.cfg", "setup.cfg", "pytest.ini", "conftest.py"):
    for place in (home, Path.cwd()):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("import os; os._exit(0)\n")
