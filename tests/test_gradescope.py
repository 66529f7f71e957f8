"""Gradescope's two scripts, run in folders laid out as there, and the results that they write."""

import json
import os
import shutil
import subprocess
import zipfile

import jsonschema
import nbformat
import pytest
from ci_machine import environment, make_python, program
from conftest import ROOT, copy_course

from isocenter import build, course
from isocenter.bundles import gradescope, gradescope_results

SCHEMA = json.loads((ROOT / "docs" / "gradescope-results.schema.json").read_text())
STUDENT = 'Zoë "Z" O\'Neil'


@pytest.fixture(scope="session")
def image(tmp_path_factory):
    """Build the image: unpack the archive, run setup.sh; returns its root and its variables."""
    place = tmp_path_factory.mktemp("gradescope")
    root = copy_course(place / "course", ["affines"])
    shutil.copy(ROOT / "requirements.txt", root)
    here = course.read(root / "course.toml")
    build.build(here, [], solutions=False)
    gradescope.bundle(here, "affines", place / "autograder.zip")
    machine = place / "autograder"
    (machine / "source").mkdir(parents=True)
    with zipfile.ZipFile(place / "autograder.zip") as archive:
        for entry in archive.infolist():
            path = archive.extract(entry, machine / "source")
            os.chmod(path, entry.external_attr >> 16)
    # A Python that makes environments without a network.
    maker = f'exec "{make_python(place / "maker")}/python" "{place / "venv.py"}" "$3"'
    program(place / "bin" / "python3.13", f'[ "$1" = -c ] && exit 0\n{maker}')
    (place / "venv.py").write_text(
        f"import sys, pathlib\nsys.path[:0] = [{str(ROOT / 'tests')!r}]\n"
        "import ci_machine\nci_machine.make_python(pathlib.Path(sys.argv[1]))\n"
    )
    variables = environment(place / "bin", place / "home", AUTOGRADER_ROOT=str(machine))
    done = run(["bash", machine / "source" / "setup.sh"], machine, variables)
    assert done.returncode == 0, done.stdout
    assert "affines: built" in done.stdout
    shutil.copy(machine / "source" / "run_autograder", machine)
    return machine, variables


def run(command, folder, variables):
    return subprocess.run(
        command,
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def submit(image, files):
    """Let a student hand in; returns the results, and what the autograder printed."""
    root, variables = image
    shutil.rmtree(root / "submission", ignore_errors=True)
    (root / "submission").mkdir()
    (root / "results" / "results.json").unlink(missing_ok=True)
    for name, text in files.items():
        (root / "submission" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "submission" / name).write_text(text)
    users = [{"email": "z@example.org", "id": 1234, "name": STUDENT}]
    (root / "submission_metadata.json").write_text(json.dumps({"id": 1, "users": users}))
    done = run([root / "run_autograder"], root, variables)
    text = (root / "results" / "results.json").read_text()
    jsonschema.validate(json.loads(text), SCHEMA)
    assert STUDENT not in text + done.stdout
    assert done.returncode == 0
    return json.loads(text), done.stdout


def scores(results):
    return [test.get("score") for test in results["tests"]]


def solved():
    return nbformat.read(ROOT / "solutions" / "affines" / "affines.ipynb", as_version=4)


def test_the_right_answers_get_all_points_under_whatever_name(image):
    results, printed = submit(image, {"my work/affines (1).ipynb": nbformat.writes(solved())})
    tests = results["tests"]
    points = sum(test["score"] for test in tests if "Optional" not in test["name"])
    assert points == 90, printed
    assert sum(scores(results)) == 95
    assert {test["status"] for test in tests} == {"passed"}
    assert "score" not in results
    assert "for 10 points" in results["output"]
    assert results["extra_data"]["isocenter"]["status"] == "graded"


def test_hidden_tests_show_when_the_grades_are_published(image):
    notebook = solved()
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "is_rotation":
            cell.source = "def is_rotation(m):\n    return bool(np.linalg.det(m) > 0)\n"
    results, printed = submit(image, {"affines.ipynb": nbformat.writes(notebook)})
    visible = [test for test in results["tests"] if test["visibility"] == "visible"]
    hidden = [test for test in results["tests"] if test["visibility"] == "after_published"]
    assert len(visible) + len(hidden) == len(results["tests"])
    assert {test["max_score"] for test in visible} == {0}
    assert results["visibility"] == "after_published"
    assert results["stdout_visibility"] == "hidden"
    failed = [test for test in hidden if test["status"] == "failed"]
    assert {test["score"] for test in failed} == {0}
    assert all(test["output"] for test in failed)
    assert all(test["name"].startswith("Exercise: is it a rotation?: Looks at") for test in failed)
    (example,) = [test for test in visible if test["status"] == "failed"]
    assert "wanted False" in example["output"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"affines.ipynb": "this is no notebook"}, "not JSON"),
        ({"notes.txt": "hello"}, "affines.ipynb was not handed in"),
    ],
    ids=["not JSON", "no notebook"],
)
def test_what_cannot_be_graded_has_no_score_and_says_why(image, files, words):
    results, _ = submit(image, files)
    assert "score" not in results
    assert set(scores(results)) == {None}
    told, why = results["tests"]
    assert told["visibility"] == "visible"
    assert "not a score of 0" in told["output"]
    assert words in told["output"]
    assert why["visibility"] == "hidden"
    assert words in why["output"]
    assert results["extra_data"]["isocenter"]["status"] == "ungraded"


def test_a_grader_that_fails_leaves_no_score(image, tmp_path):
    root, variables = image
    broken = tmp_path / "autograder"
    shutil.copytree(root, broken, symlinks=True)
    (broken / "source" / "course" / "gradebook.db").write_bytes(b"no database")
    changed = {**variables, "AUTOGRADER_ROOT": str(broken)}
    results, printed = submit((broken, changed), {"affines.ipynb": nbformat.writes(solved())})
    assert set(scores(results)) == {None}
    assert "not a score of 0" in results["output"]
    assert results["tests"][1]["visibility"] == "hidden"
    assert results["tests"][1]["output"]


def test_a_grader_that_cannot_start_leaves_no_score(image, tmp_path):
    root, variables = image
    broken = tmp_path / "autograder"
    shutil.copytree(root / "source", broken / "source", ignore=shutil.ignore_patterns("data"))
    shutil.copy(root / "run_autograder", broken)
    done = run([broken / "run_autograder"], broken, {**variables, "AUTOGRADER_ROOT": str(broken)})
    results = json.loads((broken / "results" / "results.json").read_text())
    jsonschema.validate(results, SCHEMA)
    assert done.returncode != 0
    assert set(scores(results)) == {None}
    assert "setup.sh" in results["tests"][1]["output"]


def one(score, name="a", most=2.0, feedback=""):
    return gradescope_results.Test("1.1", name, score, most, True, feedback)


def test_a_test_without_a_score_takes_the_score_of_all():
    """Gradescope adds up what it finds: the others alone would be a lower grade than earned."""
    results = gradescope_results.graded([one(2.0), one(None)], seconds=1.4)
    jsonschema.validate(results, SCHEMA)
    assert scores(results) == [None, None]
    assert results["tests"][0]["output"] == "2 of 2 points"
    assert results["tests"][1]["output"] == "no score yet"
    assert results["output"].startswith("Some tests could not be run")
    assert results["extra_data"]["isocenter"]["status"] == "partly"


def test_partial_credit_and_the_words_stay():
    results = gradescope_results.graded([one(1.5, feedback="half")], seconds=2)
    jsonschema.validate(results, SCHEMA)
    (test,) = results["tests"]
    assert (test["score"], test["max_score"], test["output"]) == (1.5, 2.0, "half")
    assert test["status"] == "failed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"tests": [{"name": "a", "score": 1}, {"name": "b"}]},
        {"tests": [{"name": "b", "status": "passed"}], "output": "fine"},
        {"tests": []},
        {"score": "2"},
        {"score": 2, "visibility": "published"},
        {"score": 2, "grade": 3},
        {"tests": [{"score": 1, "status": "error"}]},
    ],
)
def test_the_schema_refuses(wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, SCHEMA)


def test_setup_installs_a_python_where_there_is_none_new_enough(tmp_path):
    """Ubuntu 22.04 has Python 3.10: apt is asked for a newer one, before anything else."""
    text = (ROOT / "src/isocenter/templates/gradescope/setup.sh").read_text()
    for name in ("apt-get", "add-apt-repository"):
        program(tmp_path / "bin" / name, f'echo {name} "$@" >> "{tmp_path}/asked"')
    program(tmp_path / "bin" / "python3.12", f'echo python3.12 "$@" >> "{tmp_path}/asked"; exit 1')
    for name in ("python3.13", "python3.11", "python3"):
        program(tmp_path / "bin" / name, "exit 1")
    (tmp_path / "setup.sh").write_text(text)
    variables = environment(tmp_path / "bin", tmp_path / "home", AUTOGRADER_ROOT=str(tmp_path))
    done = run(["bash", tmp_path / "setup.sh"], tmp_path, variables)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert done.returncode == 1
    assert asked[0].startswith("python3.12 -c")
    assert "add-apt-repository -y ppa:deadsnakes/ppa" in asked
    assert "apt-get install -y python3.12 python3.12-venv" in asked
    assert asked[-1] == f"python3.12 -m venv {tmp_path}/venv"
