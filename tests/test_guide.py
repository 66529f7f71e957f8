"""The guides, followed to the letter in a copy of the course."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in

from isocenter import course, grading, lessons

GUIDE = ROOT / "docs" / "instructor-guide.md"


def section(path, title):
    """Return a section of a Markdown file, from its heading to the next of the same level."""
    text = path.read_text(encoding="utf-8")
    match = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^\1 |\Z)", text, re.M | re.S)
    assert match, f"{path.name} has no section {title!r}"
    return match[2]


def blocks(text):
    """Return the shell blocks of a Markdown text, those in lists too."""
    found = re.findall(r"^( *)```sh\n(.*?)^\1```", text, re.M | re.S)
    return [textwrap.dedent(body) for _, body in found]


def follow(root, block):
    """Run a block as somebody would paste it; returns what it printed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block],
        cwd=root,
        env={**os.environ, "PATH": path},
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path):
    root = copy_course(tmp_path, None)
    for name in ("submissions", "strangers"):
        (root / "tests" / name).unlink()
        subprocess.run(["cp", "-r", ROOT / "tests" / name, root / "tests" / name], check=True)
    for name in ("bank.py", "bank_report.py", "mutation.py", "mutants_equivalent.toml"):
        if (ROOT / "tests" / name).exists():
            (root / "tests" / name).symlink_to(ROOT / "tests" / name)
    subprocess.run(["cp", "-r", ROOT / "docs", root / "docs"], check=True)
    return root


def test_a_sixth_assignment(copy):
    """Its steps are run, and its solution gets all its points from nbgrader."""
    for block in blocks(section(GUIDE, "Add a sixth assignment")):
        if "bank.py" not in block:  # that one runs the lessons of this checkout
            follow(copy, block)
    here = course.read(copy / "course.toml")
    assert list(here.assignments)[-1] == "smoothing"
    notebook = nbformat.read(copy / "solutions/smoothing/smoothing.ipynb", as_version=4)
    hand_in(copy, "amy", notebook, "smoothing")
    (result,) = grading.grade(here.root, [("amy", "smoothing")])
    assert (result.score, result.points, result.reason) == (10, 10, "")
    released = (copy / "release/smoothing/smoothing.ipynb").read_text()
    assert "YOUR CODE HERE" in released
    assert "8 * np.log(2)" not in released


def test_an_exercise_removed(copy):
    """The message names the new total; with it the rest builds, and the five still add up."""
    steps = blocks(section(GUIDE, "Drop an exercise"))
    told = ""
    for block in steps[:-1]:
        told += follow(copy, block)
    total = float(re.search(r"the cells add up to ([\d.]+) points", told)[1])
    toml = (copy / "course.toml").read_text()
    before = course.read(copy / "course.toml").assignments["affines"].points
    table = r"(?<=\[assignments\.affines\]\npoints = )[\d.]+"
    (copy / "course.toml").write_text(re.sub(table, f"{total:g}", toml))
    follow(copy, steps[-1])
    source = nbformat.read(copy / "source/affines/affines.ipynb", as_version=4)
    assert sum(lessons.points(source)) == total < before
    assert not any((lessons.grade_id(cell) or "").startswith("compose") for cell in source.cells)
    assert not (copy / "tests/submissions/affines/compose").exists()


def test_every_command_and_check_stands_in_the_reference():
    from isocenter import checks, cli

    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    (commands,) = (a for a in cli._parser()._actions if hasattr(a, "choices") and a.choices)
    for name, command in commands.choices.items():
        assert f"isocenter {name}" in text, name
        for action in command._actions:
            for option in action.option_strings:
                if option not in ("-h", "--help"):
                    assert option in text, f"{name} {option}"
    for name in checks.__all__:
        assert f"`{name}" in text, name
    for name in (*course.TOP_KEYS, *course.ASSIGNMENT_KEYS, *course.Late.__dataclass_fields__):
        assert name in text, name


def test_links_lead_somewhere():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_readme_names_what_is_there():
    """Each folder of README's map exists, or is one that a run writes."""
    made_by_runs = {"submitted/", "feedback/", "reports/", ".isocenter/", "gradebook.db", "data/"}
    (listing,) = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    for line in listing.splitlines():
        for name in re.match(r"((?:\S+ )*?\S+)(?:  |$)", line)[1].split():
            assert name in made_by_runs or (ROOT / name).exists(), name


def test_readme_says_the_commands_that_make_has():
    makefile = (ROOT / "Makefile").read_text()
    for block in blocks((ROOT / "README.md").read_text(encoding="utf-8")):
        for command in block.split("\n"):
            target = command.removeprefix("make ").strip()
            assert not command or re.search(rf"^{target}:", makefile, re.M), command
