"""What `isocenter bundle` packs for a grader elsewhere, and that it grades there."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import zipfile

import nbformat
import pytest
from ci_machine import environment, make_python
from conftest import ROOT, copy_course, hand_in

from isocenter import build, cli, course
from isocenter.bundles import archive, contents, gradescope, wheel
from isocenter.errors import CourseError


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """Return a course of one assignment, with a class in it."""
    root = copy_course(tmp_path_factory.mktemp("bundle"), ["affines"])
    shutil.copy(ROOT / "requirements.txt", root)
    found = course.read(root / "course.toml")
    build.build(found, [], solutions=False)
    released = nbformat.read(root / "release" / "affines" / "affines.ipynb", as_version=4)
    hand_in(root, "amy-the-student", released, "affines")
    (root / "source" / "affines" / ".ipynb_checkpoints").mkdir()
    (root / "source" / "affines" / ".ipynb_checkpoints" / "old.ipynb").write_text("amy-the-student")
    return found


def read(path):
    with zipfile.ZipFile(path) as packed:
        return {entry.filename: packed.read(entry) for entry in packed.infolist()}


def test_it_holds_what_grades_and_nothing_of_students(here, tmp_path):
    secret = contents.bundle(here, "affines", tmp_path / "a.zip")
    files = read(tmp_path / "a.zip")
    assert sorted(name.removeprefix("affines/") for name in files) == [
        "README.md",
        "course.toml",
        "data/FSL_BAmyg_thr0.nii.gz",
        "data/normalized_T1_anat_defaced.nii.gz",
        wheel.name(),
        "lessons/affines/affines.py",
        "manifest.json",
        "nbgrader_config.py",
        "requirements.txt",
        "source/affines/affines.ipynb",
    ]
    assert not [name for name, data in files.items() if b"amy-the-student" in data]
    assert [line.partition(":")[0] for line in secret] == ["lessons/", "source/", "course.toml"]
    readme = files["affines/README.md"].decode()
    assert all(f"- {line}\n" in readme for line in secret)
    assert not re.search(r"ASSIGNMENT|WHEEL|SECRET", readme)


def test_the_manifest_is_true(here, tmp_path):
    for write, at in ((contents.bundle, "affines/"), (gradescope.bundle, "")):
        write(here, "affines", tmp_path / "a.zip")
        files = read(tmp_path / "a.zip")
        listed = json.loads(files.pop(f"{at}manifest.json"))
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        assert {f"{at}{name}": digest for name, digest in listed["sha256"].items()} == digests
        assert listed["version"] == 1
        assert len(listed["secret"]) == 3
        marked = {name for name, data in files.items() if b"### BEGIN HIDDEN TESTS" in data}
        named = {f"{at}{name}" for name in listed["secret"]}
        assert {name for name in marked if not name.endswith(".whl")} <= named


@pytest.mark.parametrize("write", [contents.bundle, gradescope.bundle])
def test_the_bytes_are_the_same_each_time(here, tmp_path, monkeypatch, write):
    write(here, "affines", tmp_path / "a.zip")
    for path in (here.root / "source").rglob("*.ipynb"):
        os.utime(path, (1e9, 1e9))
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    os.umask(os.umask(0o077))
    write(here, "affines", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_gradescope_finds_its_scripts_at_the_root(here, tmp_path):
    gradescope.bundle(here, "affines", tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        modes = {entry.filename: entry.external_attr >> 16 for entry in packed.infolist()}
        for name in ("setup.sh", "run_autograder"):
            assert modes[name] & 0o111 == 0o111
            text = packed.read(name).decode()
            assert text.startswith("#!/usr/bin/env bash\n")
            assert not re.search(r"ASSIGNMENT|WHEEL", text)
            subprocess.run(["bash", "-n"], input=text, text=True, check=True)
    assert modes["course/course.toml"] & 0o111 == 0


def test_a_grader_elsewhere_grades(here, tmp_path):
    """The lines of its README are run, in a Python that has no isocenter."""
    contents.bundle(here, "affines", tmp_path / "a.zip")
    shutil.unpack_archive(tmp_path / "a.zip", tmp_path)
    place = tmp_path / "affines"
    solved = nbformat.read(ROOT / "solutions" / "affines" / "affines.ipynb", as_version=4)
    hand_in(place, "amy", solved, "affines")
    make_python(place / ".venv")
    first, second = re.findall(r"^```sh\n(.*?)^```", (place / "README.md").read_text(), re.M | re.S)
    first = first.replace("python3 -m venv .venv\n. .venv/bin/activate\n", "")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", first + second],
        cwd=place,
        env=environment(place / ".venv" / "bin", tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "90/90" in done.stdout
    assert "+5 extra" in done.stdout


def test_what_is_not_as_it_should_be_is_named(here, tmp_path, monkeypatch, capsys):
    root = copy_course(tmp_path, ["affines"])
    there = course.read(root / "course.toml")
    with pytest.raises(CourseError, match="requirements.txt is missing"):
        contents.gather(there, "affines")
    shutil.copy(ROOT / "requirements.txt", root)
    monkeypatch.setenv("ISOCENTER_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(CourseError, match=r"needs the image .*isocenter data"):
        contents.gather(there, "affines")
    lesson = root / "lessons" / "affines" / "affines.py"
    lesson.write_text(lesson.read_text().replace("# # Affines", "# # Affines, again"))
    with pytest.raises(CourseError, match="changed since it was built"):
        contents.gather(there, "affines")
    shutil.rmtree(root / "source" / "affines")
    monkeypatch.chdir(root)
    for more in ([], ["--gradescope"]):
        assert cli.main(["bundle", "affines", *more]) == 2
        assert "never built: run `isocenter build affines`" in capsys.readouterr().err
    assert cli.main(["bundle", "smoothing"]) == 2
    assert "no assignment 'smoothing'" in capsys.readouterr().err
    assert not list(root.glob("*.zip*"))


def test_the_command_says_what_is_secret(here, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(here.root)
    assert cli.main(["bundle", "affines", "--gradescope", "--out", f"{tmp_path}/g.zip"]) == 0
    said = capsys.readouterr().out
    assert "without any student's data" in said
    assert "cohort_seed" in said


def test_an_archive_is_whole_or_not_there(tmp_path):
    archive.write(tmp_path / "a.zip", {"b": b"1", "a": b"2"})
    assert list(read(tmp_path / "a.zip")) == ["a", "b"]
    before = (tmp_path / "a.zip").read_bytes()
    with pytest.raises(TypeError):
        archive.write(tmp_path / "a.zip", {"a": None})
    assert (tmp_path / "a.zip").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
