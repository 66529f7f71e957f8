"""Text to source to release and solutions: repeatable, and nothing slips through."""

import nbformat
import pytest
from conftest import ASSIGNMENTS, ROOT, copy_course

from isocenter import build, course, lessons
from isocenter.errors import CourseError, LessonError


def notebook(root, place, assignment):
    return nbformat.read(root / place / assignment / f"{assignment}.ipynb", as_version=4)


def region(cell, mark):
    """Return the lines that stand between a cell's marks, and those that stand outside."""
    inside, outside = [], []
    target = outside
    for line in cell.source.splitlines():
        if f"BEGIN {mark}" in line:
            target = inside
        elif f"END {mark}" in line:
            target = outside
        elif line.strip():
            target.append(line.strip())
    return set(inside) - set(outside)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
@pytest.mark.parametrize("place", ["source", "release"])
def test_what_is_in_git_is_what_the_lessons_give(built, place, assignment):
    name = f"{place}/{assignment}/{assignment}.ipynb"
    is_same = (ROOT / name).read_bytes() == (built / name).read_bytes()
    assert is_same, f"{name}: run `make build`"


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solutions_in_git_have_the_cells_that_the_lessons_give(built, assignment):
    """Pictures may differ in a pixel from machine to machine: outputs are not compared."""
    kept, made = (notebook(root, "solutions", assignment) for root in (ROOT, built))
    assert [(c.id, c.cell_type, c.source, c.metadata) for c in kept.cells] == [
        (c.id, c.cell_type, c.source, c.metadata) for c in made.cells
    ]


def test_a_second_build_changes_no_byte(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    here = course.read(root / "course.toml")
    files = [f"{place}/affines/affines.ipynb" for place in ("source", "release", "solutions")]
    build.build(here, [])
    first = {name: ((root / name).read_bytes(), (root / name).stat().st_mtime_ns) for name in files}
    build.build(here, [])
    assert first == {
        name: ((root / name).read_bytes(), (root / name).stat().st_mtime_ns) for name in files
    }


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_release_holds_no_line_of_a_solution_or_hidden_test(built, assignment):
    released = {lessons.grade_id(c): c.source for c in notebook(built, "release", assignment).cells}
    lesson = lessons.read(ROOT / "lessons" / assignment / f"{assignment}.py")
    solutions = hidden = 0
    for cell in lesson.cells:
        for mark in ("SOLUTION", "HIDDEN TESTS"):
            lines = region(cell, mark)
            left = {line.strip() for line in released.get(lessons.grade_id(cell), "").splitlines()}
            assert not lines & left, lessons.grade_id(cell)
            solutions += mark == "SOLUTION" and bool(lines)
            hidden += mark == "HIDDEN TESTS" and bool(lines)
    assert solutions >= 6
    assert hidden >= 12
    for cell in notebook(built, "release", assignment).cells:
        assert "HIDDEN" not in cell.source
        assert cell.cell_type == "markdown" or "isocenter" not in cell.source


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solutions_hold_the_answers_but_no_hidden_test(built, assignment):
    solved = {lessons.grade_id(c): c.source for c in notebook(built, "solutions", assignment).cells}
    lesson = lessons.read(ROOT / "lessons" / assignment / f"{assignment}.py")
    for cell in lesson.cells:
        left = {line.strip() for line in solved.get(lessons.grade_id(cell), "").splitlines()}
        assert not region(cell, "HIDDEN TESTS") & left, lessons.grade_id(cell)
        assert region(cell, "SOLUTION") <= left, lessons.grade_id(cell)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_release_is_small_and_holds_no_image(built, assignment):
    files = [path for path in (built / "release" / assignment).rglob("*") if path.is_file()]
    assert [path.name for path in files] == [f"{assignment}.ipynb"]
    assert files[0].stat().st_size < 5_000_000


def lesson_with(tmp_path, old, new):
    root = copy_course(tmp_path, ["affines"])
    text = root / "lessons" / "affines" / "affines.py"
    assert old in text.read_text(encoding="utf-8")
    text.write_text(text.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return course.read(root / "course.toml")


def test_a_broken_mark_stops_the_build_before_anything_is_written(tmp_path):
    here = lesson_with(tmp_path, "    ### END SOLUTION\n", "")
    before = here.source("affines").read_bytes()
    with pytest.raises(LessonError, match=r"lessons/affines/affines.py, cell \d+ \(\w+\): BEGIN"):
        build.build(here, [])
    assert here.source("affines").read_bytes() == before


def test_a_solution_that_fails_its_example_stops_the_build(tmp_path):
    from nbgrader.api import Gradebook

    here = lesson_with(tmp_path, "    ### BEGIN SOLUTION\n", "    ### BEGIN SOLUTION\n    1 / 0\n")
    released = (here.root / "release" / "affines" / "affines.ipynb").read_bytes()
    with pytest.raises(LessonError, match="it stops with ZeroDivisionError"):
        build.build(here, [])
    assert (here.root / "release" / "affines" / "affines.ipynb").read_bytes() == released
    with Gradebook(f"sqlite:///{here.root}/gradebook.db") as gradebook:
        assert gradebook.find_assignment("affines").notebooks == []


def test_a_missing_image_stops_the_build_and_is_named(tmp_path, monkeypatch):
    here = lesson_with(tmp_path, 'image_file("', 'image_file("lost_')
    monkeypatch.setenv("ISOCENTER_DATA", str(tmp_path))
    with pytest.raises(LessonError, match=r"FileNotFoundError: \w[\w.]* was not found. Unpack"):
        build.build(here, [])


def test_a_missing_lesson_is_named(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    (root / "lessons" / "affines" / "affines.py").unlink()
    with pytest.raises(LessonError, match="lessons/affines/affines.py is missing"):
        build.build(course.read(root / "course.toml"), [])


def test_an_unknown_assignment_is_named(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    with pytest.raises(CourseError, match="no assignment 'afines'; it has affines"):
        build.build(course.read(root / "course.toml"), ["afines"])


def test_an_edit_in_jupyterlab_is_not_overwritten_and_goes_back_to_the_text(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    build.build(here, [], solutions=False)
    assert build.state(here, "affines") == "built"
    path = here.source("affines")
    edited = nbformat.read(path, as_version=4)
    edited.cells[0].source += "\n\nOne more sentence."
    path.write_text(nbformat.writes(edited), encoding="utf-8")
    assert build.state(here, "affines") == "notebook"
    with pytest.raises(LessonError, match="`isocenter text affines` takes the edit"):
        build.build(here, [])
    assert "One more sentence." in path.read_text(encoding="utf-8")
    assert build.to_text(here, []) == [here.text("affines")]
    assert "# One more sentence." in here.text("affines").read_text(encoding="utf-8")
    build.build(here, [], solutions=False)
    assert build.state(here, "affines") == "built"
    assert "One more sentence." in (here.root / "release/affines/affines.ipynb").read_text()


def test_a_text_ahead_of_its_notebook_is_told(tmp_path):
    here = lesson_with(tmp_path, "# # ", "# # New: ")
    assert build.state(here, "affines") == "text"


def test_without_written_answers_the_total_stays(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    toml = root / "course.toml"
    toml.write_text(toml.read_text().replace("manual = true", "manual = false"))
    here = course.read(toml)
    build.build(here, [], solutions=False)
    for place in ("source", "release"):
        cells = notebook(root, place, "affines").cells
        assert not any(map(lessons.is_written, cells))
        assert not any((lessons.grade_id(cell) or "").endswith("_question") for cell in cells)
        points = sum(lessons.grading(cell).get("points", 0) for cell in cells)
        assert round(points, 6) == here.assignments["affines"].points
    with pytest.raises(CourseError, match="manual = false"):
        build.to_text(here, [])


def test_due_dates_reach_the_gradebook_in_utc(tmp_path):
    from nbgrader.api import Gradebook

    root = copy_course(tmp_path, ["affines"])
    toml = root / "course.toml"
    points = course.read(toml).assignments["affines"].points
    toml.write_text(
        f'timezone = "Europe/Amsterdam"\n[assignments.affines]\npoints = {points}\n'
        "due = 2027-07-01T23:59:00\n"
    )
    build.build(course.read(toml), [], solutions=False)
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        assert f"{gradebook.find_assignment('affines').duedate}" == "2027-07-01 21:59:00"


def test_a_text_that_changed_too_is_not_overwritten_by_its_notebook(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    path, text = here.source("affines"), here.text("affines")
    newer = text.read_text(encoding="utf-8").replace("# # ", "# # New: ", 1)
    text.write_text(newer, encoding="utf-8")
    assert build.to_text(here, []) == []  # nobody edited the notebook
    edited = nbformat.read(path, as_version=4)
    edited.cells[-1].source += "\n\nOne more sentence."
    path.write_text(nbformat.writes(edited), encoding="utf-8")
    with pytest.raises(LessonError, match="was changed as well since the notebook was built"):
        build.to_text(here, [])
    assert text.read_text(encoding="utf-8") == newer
    assert build.to_text(here, [], force=True) == [text]
    assert "One more sentence." in text.read_text(encoding="utf-8")


def test_files_beside_a_source_notebook_are_handed_out_with_it(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    (here.root / "source" / "affines" / "notes.txt").write_text("read me")
    build.build(here, [], solutions=False)
    assert (here.root / "release" / "affines" / "notes.txt").read_text() == "read me"
    assert (here.root / "source" / "affines" / "notes.txt").is_file()


def test_a_second_notebook_in_source_is_left_alone(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    draft = here.source("affines").with_name("draft.ipynb")
    draft.write_text("mine")
    build.build(here, [], solutions=False)
    assert draft.read_text() == "mine"
    assert not (here.root / "release" / "affines" / "draft.ipynb").exists()


def test_a_source_with_the_marks_of_a_merge_is_named(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    source = here.source("affines")
    before = source.read_bytes()
    source.write_bytes(b"<<<<<<< HEAD\n" + before)
    with pytest.raises(LessonError, match="`isocenter build --force affines` makes it anew"):
        build.build(here, [])
    build.build(here, [], force=True, solutions=False)
    assert source.read_bytes() == before


def test_points_that_are_no_number_are_named(tmp_path):
    here = lesson_with(tmp_path, '"points": 0,', '"points": "0",')
    with pytest.raises(LessonError, match="its nbgrader metadata have no points"):
        build.build(here, [])
