"""nbgrader's own tests of `nbgrader autograde`, run with our steps in the place of its own."""

import os
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from conftest import ROOT

LIST = ROOT / "docs" / "differences-from-nbgrader.md"
TESTS = "nbgrader.tests.apps.test_nbgrader_autograde"

# Those that end otherwise with our steps, and the line of the list for it.
ANOTHER = "another notebook"  # an empty one is handed in
PASTED = "a cell of another lesson pasted in, with its metadata"  # test.ipynb for an empty source
MENDS = {
    "test_force_single_notebook": ANOTHER,
    "test_handle_failure": PASTED,
    "test_handle_failure_single_notebook": PASTED,
    "test_missing_source_kernelspec": "another kernel named",
    "test_side_effects": "a file that student code writes",
    "test_update_newer": ANOTHER,
    "test_update_newer_single_notebook": ANOTHER,
}
SKIPPED = {"test_many_students", "test_infinite_loop_with_output"}  # by nbgrader itself
PLUGIN = '''
import functools

import pytest
from nbgrader import api

# Each new gradebook asks it of a process of its own.
api.get_alembic_version = functools.cache(api.get_alembic_version)
STEPS = """
{steps}
"""


@pytest.fixture(autouse=True)
def steps_of_ours(temp_cwd):
    with open("nbgrader_config.py", "a") as file:
        file.write(STEPS)
'''


def steps():
    """Return what the page of differences says to write into nbgrader_config.py."""
    text = LIST.read_text(encoding="utf-8")
    return text.partition("```python\n")[2].partition("```")[0]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Return {test: whether it passed, None for skipped}."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "pytest.ini").touch()
    (folder / "steps_of_ours.py").write_text(PLUGIN.format(steps=steps()))
    options = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "steps_of_ours", "-W", "ignore"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--junitxml=own.xml", "--pyargs", TESTS],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = {}
    for case in ElementTree.parse(folder / "own.xml").iter("testcase"):
        skipped = case.find("skipped") is not None
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        found[case.get("name")] = None if skipped else failure is None
    return found


def test_they_end_as_with_nbgraders_steps_but_for_the_mends(outcomes):
    failed = {name for name, passed in outcomes.items() if passed is False}
    assert failed == MENDS.keys()


def test_they_are_all_there(outcomes):
    skipped = {name for name, passed in outcomes.items() if passed is None}
    assert skipped == SKIPPED
    assert len(outcomes) == 42


@pytest.mark.parametrize("line", sorted(set(MENDS.values())))
def test_each_difference_is_a_listed_mend(line):
    assert f"\n| {line}" in LIST.read_text(encoding="utf-8")
