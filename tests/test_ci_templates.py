"""The two workflows, their steps run as GitHub's runner would, and what collects submissions."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import nbformat
import pytest
import yaml
from ci_machine import Runner, clean_clone, commit, environment, git, make_python, program
from conftest import ROOT, copy_course

from isocenter import cli, collecting, course
from isocenter.bundles import workflows
from isocenter.collecting import Repository
from isocenter.errors import CourseError

TEMPLATES = ROOT / "src" / "isocenter" / "templates"
SOLVED = ROOT / "solutions" / "affines" / "affines.ipynb"
NAME = "Zoë O'Neil"


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    return make_python(tmp_path_factory.mktemp("python") / "venv")


def students_repository(folder, data=None):
    """Make a student's repository, from what is released."""
    written = workflows.student(course.read(ROOT / "course.toml"), ["affines"], folder)
    if data is not None:
        shutil.copytree(data, folder / "data")  # as the cache restores them
    commit(folder)
    return written


@pytest.mark.parametrize("name", ["student-check.yml", "instructor-grade.yml"])
def test_a_workflow_asks_for_little(name):
    text = (TEMPLATES / name).read_text()
    tree = yaml.safe_load(text)
    assert tree["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    (job,) = tree["jobs"].values()
    assert "permissions" not in job
    assert job["timeout-minutes"] <= 300
    for step in job["steps"]:
        assert set(step) <= {"name", "uses", "with", "run", "env", "if"}
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
        else:
            assert step["name"]
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] is False
    holders = [step["name"] for step in job["steps"] if "secrets." in str(step.get("env"))]
    assert holders == (["Collect the submissions"] if "instructor" in name else [])
    assert "secrets." not in str(job.get("env")) + str(tree.get("env"))


def test_a_student_repository_holds_no_hidden_test_and_no_solution(tmp_path):
    students_repository(tmp_path / "amy")
    held = b""
    for path in sorted((tmp_path / "amy").rglob("*")):
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                held += b"\n".join(wheel.read(name) for name in wheel.namelist())
        elif path.is_file() and ".git" not in path.parts:
            held += path.read_bytes()
    source = nbformat.read(ROOT / "source" / "affines" / "affines.ipynb", as_version=4)
    found = 0
    for cell in source.cells:
        for part in re.findall(
            r"### BEGIN (?:HIDDEN TESTS|SOLUTION)\n(.*?)\n *### END", cell.source, re.S
        ):
            for line in part.splitlines():
                if len(line.strip()) > 40 and "checks." in line:
                    found += 1
                    assert line.strip().encode() not in held
    assert found > 20


def test_a_push_of_a_student_is_checked(tmp_path, python, data):
    """First as it was handed out, then with one wrong answer, then complete."""
    home = tmp_path / "it's amy's"
    students_repository(home, data)
    (home / "my own notes.ipynb").write_text("{}")
    runner = Runner(
        home / ".github" / "workflows" / "check.yml", home, environment(python, tmp_path / "home")
    )
    assert not runner.run()
    assert runner.codes == {
        "Install what notebooks need": 0,
        "Make the images": 0,
        "Check the notebooks": 1,
    }, runner.printed
    assert "::warning file=affines/affines.ipynb,line=" in runner.printed["Check the notebooks"]
    assert "⚠️ missing | Exercise: compose" in runner.summary.read_text()

    notebook = nbformat.read(SOLVED, as_version=4)
    (answer,) = (cell for cell in notebook.cells if "def is_rotation(m)" in cell.source)
    right, answer.source = answer.source, "def is_rotation(m):\n    return True"
    (home / "affines" / "affines.ipynb").write_text(nbformat.writes(notebook))
    commit(home)
    assert not runner.run()
    (mark,) = re.findall("^::error.*$", runner.printed["Check the notebooks"], re.M)
    line = int(
        re.search(r"file=affines/affines\.ipynb,line=(\d+),title=Exercise%3A is it", mark)[1]
    )
    shown = (home / "affines" / "affines.ipynb").read_text().splitlines()[line - 1]
    assert "assert not got" in shown

    answer.source = right
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "order_matters":
            cell.source = "Because the one stretches what the other has turned."
    (home / "affines" / "affines.ipynb").write_text(nbformat.writes(notebook))
    commit(home)
    assert runner.run(), runner.printed
    assert "Nothing is missing." in runner.summary.read_text()
    assert git(home, "status", "--porcelain") == ""


def test_a_repository_without_a_notebook_says_so(tmp_path, python):
    home = tmp_path / "amy"
    students_repository(home)
    shutil.rmtree(home / "affines")
    commit(home)
    program(tmp_path / "bin" / "pip", "true")
    program(tmp_path / "bin" / "python", "true")
    variables = environment(f"{tmp_path / 'bin'}:{python}", tmp_path / "home")
    runner = Runner(home / ".github" / "workflows" / "check.yml", home, variables)
    assert not runner.run()
    assert "::error::no notebook here has the name" in runner.printed["Check the notebooks"]


def bare(folder, name, files):
    """Make a student's repository as a host keeps it; returns its address."""
    work = folder / f"{name}-work"
    for path, text in files.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text)
    commit(work)
    git(folder, "clone", "--quiet", "--bare", work, folder / f"{name}.git")
    return (folder / f"{name}.git").as_uri()


def test_the_instructor_grades_what_lies_in_students_repositories(tmp_path, python, data):
    """A clean clone of this repository, and a class: right, lacking, not a notebook, gone."""
    here = clean_clone(tmp_path / "course")
    released = (ROOT / "release" / "affines" / "affines.ipynb").read_text()
    (tmp_path / "hosts").mkdir()
    urls = {
        NAME: bare(tmp_path / "hosts", "zoe", {"affines/affines.ipynb": SOLVED.read_text()}),
        "bob": bare(tmp_path / "hosts", "bob", {"affines/affines.ipynb": released}),
        "cleo": bare(tmp_path / "hosts", "cleo", {"affines/affines.ipynb": "::error::no"}),
        "dan": bare(tmp_path / "hosts", "dan", {"README.md": "later"}),
        "eve": (tmp_path / "hosts" / "gone.git").as_uri(),
    }
    workflows.instructor([], here)
    rows = "".join(f'"{name}",{url},\n' for name, url in urls.items())
    (here / "students.csv").write_text(f"student,url,branch\n{rows}")
    commit(here)
    shutil.copytree(data, here / "data")
    variables = environment(python, tmp_path / "home", GITHUB_SERVER_URL="https://git.example")
    values = {"inputs.assignment || vars.ASSIGNMENT": "affines", "secrets.STUDENTS_TOKEN": "t0ken"}
    runner = Runner(here / ".github" / "workflows" / "grade.yml", here, variables, values)
    assert not runner.run()
    assert runner.codes == {
        "Install the grader": 0,
        "Make the images": 0,
        "Enter the assignment into an empty gradebook": 0,
        "Collect the submissions": 0,
        "Grade": 1,  # one hand-in is no notebook
        "Report": 0,
    }, "\n".join(runner.printed.values())
    collected = runner.printed["Collect the submissions"]
    assert f"{NAME}: new" in collected
    assert "dan: missing: the repository has no notebook in affines/" in collected
    assert re.search("^eve: failed: .+", collected, re.M)
    assert "::warning::some repositories could not be read" in collected
    graded = runner.printed["Grade"]
    assert "90/90" in graded
    stop = re.search("::stop-commands::([0-9a-f]{32})\n", graded)[1]
    assert graded.rstrip().endswith(f"::{stop}::")
    assert sorted(path.parent.name for path in here.glob("submitted/*/affines")) == [
        NAME,
        "bob",
        "cleo",
    ]
    for name in ("report.html", "report.json", "junit.xml", "affines.txt"):
        assert (here / "results" / name).stat().st_size
    assert (here / "feedback" / NAME / "affines" / "affines.html").is_file()
    summary = runner.summary.read_text()
    assert summary
    assert NAME not in summary
    kept = [path for path in here.rglob("*") if path.is_file() and "data" not in path.parts]
    assert not [path for path in kept if b"t0ken" in path.read_bytes()]


def test_the_instructors_run_needs_an_assignment(tmp_path, python):
    here = tmp_path / "course"
    here.mkdir()
    for name in ("pip", "isocenter"):
        program(tmp_path / "bin" / name, "true")
    variables = environment(f"{tmp_path / 'bin'}:{python}", tmp_path / "home")
    runner = Runner(TEMPLATES / "instructor-grade.yml", here, variables)
    assert not runner.run()
    said = runner.printed["Enter the assignment into an empty gradebook"]
    assert "::error::set the repository's variable ASSIGNMENT" in said


@pytest.fixture
def small(tmp_path):
    root = tmp_path / "course"
    root.mkdir()
    (root / "course.toml").write_text("[assignments.affines]\npoints = 1\n")
    return course.read(root / "course.toml")


def collect(here, **urls):
    found = collecting.collect(
        here, "affines", [Repository(name, url) for name, url in urls.items()]
    )
    return {one.student: (one.state, one.words) for one in found}


def test_nothing_of_a_repository_is_run_or_followed(small, tmp_path):
    """A folder of links, filters, hooks and odd names gives its plain files, byte by byte."""
    work = tmp_path / "evil"
    (work / "affines" / "sub" / ".git-hooks").mkdir(parents=True)
    (work / "affines" / "affines.ipynb").write_bytes(b"one\r\ntwo\r\n$Id$")
    (work / "affines" / "sub" / "mine.py").write_text("print()")
    (work / "affines" / "timestamp.txt").write_text("2020-01-01 00:00:00 UTC")
    (work / "affines" / "passwd").symlink_to("/etc/passwd")
    (work / "affines" / "sub" / ".git-hooks" / "post-checkout").write_text(f"touch {tmp_path}/ran")
    (work / ".gitattributes").write_text("* text=auto eol=lf ident filter=evil\n")
    (work / ".gitmodules").write_text(
        '[submodule "x"]\n\tpath = affines/x\n\turl = ext::touch%20x\n'
    )
    commit(work)
    git(work, "config", "filter.evil.smudge", f"touch {tmp_path}/ran")
    (work / ".git" / "hooks" / "post-checkout").write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    (work / ".git" / "hooks" / "post-checkout").chmod(0o755)
    committed = git(work, "show", "HEAD:affines/affines.ipynb").encode()
    assert collect(small, eve=str(work)) == {"eve": ("new", "")}
    target = small.root / "submitted" / "eve" / "affines"
    files = {p.relative_to(target).as_posix(): p for p in target.rglob("*") if p.is_file()}
    assert set(files) == {"affines.ipynb", "sub/mine.py"}
    assert files["affines.ipynb"].read_bytes() == committed.replace(b"\r\n", b"\n")
    assert not any(path.is_symlink() for path in target.rglob("*"))
    assert not (tmp_path / "ran").exists()
    assert not list((small.root / "submitted" / "eve").glob(".collect-*"))


def test_collecting_again_takes_what_changed_and_keeps_what_was_there(small, tmp_path):
    work = tmp_path / "amy"
    (work / "affines").mkdir(parents=True)
    (work / "affines" / "affines.ipynb").write_text("1")
    (work / "affines" / "old.txt").write_text("1")
    commit(work)
    assert collect(small, amy=str(work))["amy"][0] == "new"
    assert collect(small, amy=str(work))["amy"][0] == "unchanged"
    (work / "affines" / "affines.ipynb").write_text("2")
    (work / "affines" / "old.txt").unlink()
    commit(work)
    assert collect(small, amy=str(work))["amy"][0] == "changed"
    target = small.root / "submitted" / "amy" / "affines"
    assert {path.name: path.read_text() for path in target.iterdir()} == {"affines.ipynb": "2"}
    shutil.move(work, tmp_path / "moved")
    assert collect(small, amy=str(work))["amy"][0] == "failed"
    assert (target / "affines.ipynb").read_text() == "2"


def test_an_empty_repository_is_no_failure_and_a_missing_branch_is(small, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "empty.git")
    state, words = collect(small, amy=str(tmp_path / "empty.git"))["amy"]
    assert (state, words) == ("missing", "the repository is empty")
    (one,) = collecting.collect(
        small, "affines", [Repository("amy", str(tmp_path / "empty.git"), "x")]
    )
    assert (one.state, one.words) == ("failed", "the repository has no branch 'x'")


def test_a_repository_that_never_comes_is_given_up(small, tmp_path, monkeypatch):
    """Also where what git started holds on to its pipes."""
    monkeypatch.setattr(collecting, "SECONDS", 1)
    program(tmp_path / "bin" / "git", 'sleep 300 & echo $! >> "$HOME/pids"; wait')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    state, words = collect(small, amy="https://git.example/amy")["amy"]
    assert state == "failed"
    assert "did not come within 1 seconds" in words
    left = (tmp_path / "pids").read_text().split()
    assert left
    assert not [pid for pid in left if Path("/proc", pid, "cmdline").exists() and is_alive(pid)]


def is_alive(pid):
    """Tell whether a process runs; one that nobody has reaped yet does not."""
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_too_much_is_refused(small, tmp_path, monkeypatch):
    monkeypatch.setattr(collecting, "LARGEST", 1000)
    work = tmp_path / "amy"
    (work / "affines").mkdir(parents=True)
    (work / "affines" / "affines.ipynb").write_text("x" * 2000)
    commit(work)
    state, words = collect(small, amy=str(work))["amy"]
    assert state == "failed"
    assert "images of the course do not belong there" in words


def test_a_token_goes_to_its_host_and_nowhere_else(monkeypatch):
    monkeypatch.setenv(collecting.TOKEN, "t0ken")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://git.example")
    monkeypatch.setenv("AWS_SECRET", "other")

    def knows(url):
        return any("Authorization" in value for value in collecting._environment(url).values())

    assert knows("https://git.example/amy/work.git")
    assert not knows("https://git.example.evil.example/amy")
    assert not knows("https://evil.example/https://git.example/")
    assert not knows("http://git.example/amy")
    assert not knows("")
    assert "t0ken" not in str(collecting._environment("https://git.example/amy"))
    assert "AWS_SECRET" not in collecting._environment("")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "lists no student"),
        ("student,url\n", "lists no student"),
        ("name,address\namy,https://x\n", "must name the columns `student` and `url`"),
        ("student,url\namy,\n", "line 2"),
        ("student,url\n../amy,https://x/y\n", "a folder cannot be called that"),
        ("student,url\n.git,https://x/y\n", "a folder cannot be called that"),
        ("student,url\na*,https://x/y\n", "a folder cannot be called that"),
        ("student,url\namy,--upload-pack=touch x\n", "is no address"),
        ("student,url\namy,ext::sh -c date\n", "is no address"),
        ("student,url\namy,https://me:secret@x/y\n", "no name or password"),
        ("student,url,branch\namy,https://x/y,--all\n", "is no name of a branch"),
        ("student,url\namy,https://x/y\namy,https://x/z\n", "was listed before"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path, text, words):
    (tmp_path / "students.csv").write_text(text)
    with pytest.raises(CourseError, match=re.escape(words)):
        collecting.read_list(tmp_path / "students.csv")


def test_a_table_as_spreadsheets_write_it(tmp_path):
    path = tmp_path / "students.csv"
    path.write_bytes(
        'student,url,mail\r\n"O\'Neil, Zoë", git@host:zoe/work.git ,z@x\r\n'.encode("utf-8-sig")
    )
    assert collecting.read_list(path) == [Repository("O'Neil, Zoë", "git@host:zoe/work.git")]
    with pytest.raises(CourseError, match="has no student 'bob'"):
        collecting.read_list(path, ["bob"])
    with pytest.raises(CourseError, match="No such file"):
        collecting.read_list(tmp_path / "none.csv")


def test_ci_refuses_the_wrong_folder(tmp_path, monkeypatch, capsys):
    root = copy_course(tmp_path, ["affines"])
    monkeypatch.chdir(root)
    assert cli.main(["ci", "--student", "."]) == 2
    assert "with the hidden tests" in capsys.readouterr().err
    shutil.copy(ROOT / "requirements.txt", root)
    assert cli.main(["ci", "--student", "."]) == 2
    assert "with the hidden tests" in capsys.readouterr().err
    assert cli.main(["ci", "--student", str(tmp_path / "s"), "smoothing"]) == 2
    assert cli.main(["ci", "--instructor", str(tmp_path / "s")]) == 2
    assert "is no course" in capsys.readouterr().err
    shutil.rmtree(root / "release" / "affines")
    assert cli.main(["ci", "--student", str(tmp_path / "s")]) == 2
    assert "run `isocenter build affines`" in capsys.readouterr().err
    assert not (tmp_path / "s").exists()


def test_writing_again_keeps_what_a_student_did(tmp_path):
    here = course.read(ROOT / "course.toml")
    workflows.student(here, ["affines"], tmp_path)
    (tmp_path / "affines" / "affines.ipynb").write_text("mine")
    (tmp_path / ".github" / "isocenter" / "isocenter-0.0.1-py3-none-any.whl").write_text("old")
    workflows.student(here, ["affines"], tmp_path)
    assert (tmp_path / "affines" / "affines.ipynb").read_text() == "mine"
    assert len(list((tmp_path / ".github" / "isocenter").glob("*.whl"))) == 1
    (tmp_path / "course.toml").write_text("[assignments.affines]\npoints = 1\n")
    workflows.instructor([], tmp_path)
    (tmp_path / "students.csv").write_text("student,url\namy,https://x/y\n")
    workflows.instructor([], tmp_path)
    assert "amy" in (tmp_path / "students.csv").read_text()
