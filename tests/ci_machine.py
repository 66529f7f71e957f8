"""A machine as a CI service gives one: a Python of its own, workflow steps run one by one."""

import os
import re
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from conftest import ROOT

SITE = Path(yaml.__file__).parent.parent


def make_python(folder):
    """Make an environment that has the packages of this one, and no isocenter.

    pip finds the locked packages installed, and so needs no network; what it installs stays here.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (place,) = folder.glob("lib/python*/site-packages")
    (place / "packages.pth").write_text(f"{SITE}\n")
    (folder / "share").symlink_to(Path(sys.prefix) / "share")  # templates of nbconvert
    program(folder / "bin" / "pip", f'exec "{folder}/bin/python" -m pip "$@"')
    for name in ("nbgrader", "jupyter", "alembic"):
        program(folder / "bin" / name, f'exec "{folder}/bin/python" -m {name}.{MAIN[name]} "$@"')
    return folder / "bin"


MAIN = {"nbgrader": "__main__", "jupyter": "__main__", "alembic": "__main__"}


def program(path, body):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/bash\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def environment(path, home, **more):
    """Return the variables of a machine that knows nothing of this one."""
    home.mkdir(exist_ok=True)
    return {
        "PATH": f"{path}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        **more,
    }


def git(folder, *arguments):
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(folder):
    """Make a repository of a folder, or a commit of what changed in it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=work")


def clean_clone(target):
    """Copy what git has, or would have, of this repository: nothing that a machine wrote."""
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "bench/")):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())
    commit(target)
    return target


@dataclass
class Runner:
    """Runs a workflow's `run:` steps as GitHub's runner does; `uses:` steps are the test's."""

    workflow: Path
    folder: Path
    variables: dict
    values: dict = field(default_factory=dict)
    codes: dict = field(default_factory=dict)
    printed: dict = field(default_factory=dict)

    def run(self):
        """Run all steps; returns whether the job succeeds."""
        tree = yaml.safe_load(self.workflow.read_text())
        (job,) = tree["jobs"].values()
        assert tree["defaults"]["run"]["shell"] == "bash"
        self.summary = self.folder.parent / f"{self.folder.name}-summary.md"
        self.summary.touch()
        failed = False
        for number, step in enumerate(job["steps"]):
            if "uses" in step or (failed and "cancelled()" not in step.get("if", "")):
                continue
            env = {**job.get("env", {}), **step.get("env", {})}
            env = {name: self._value(text) for name, text in env.items()}
            assert "${{" not in step["run"], "an expression inside a script can be injected into"
            script = self.folder.parent / f"step{number}.sh"
            script.write_text(step["run"])
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                cwd=self.folder,
                env={**self.variables, "GITHUB_STEP_SUMMARY": str(self.summary), "CI": "true"}
                | env,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            self.codes[step["name"]], self.printed[step["name"]] = done.returncode, done.stdout
            failed |= bool(done.returncode)
        return not failed

    def _value(self, text):
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: self.values.get(found[1], ""), text)
