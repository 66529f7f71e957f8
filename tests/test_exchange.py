"""The way through nbgrader's exchange: release, fetch, submit, collect."""

import pytest
from conftest import copy_course
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeFetchAssignment, ExchangeSubmit
from traitlets.config import Config


@pytest.fixture
def course_and_student(tmp_path, monkeypatch):
    (tmp_path / "course").mkdir()
    root = copy_course(tmp_path / "course")
    exchange, home = tmp_path / "exchange", tmp_path / "home"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    home.mkdir()
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    config = Config()
    config.Exchange.root = str(exchange)
    config.Exchange.cache = str(tmp_path / "cache")
    config.Exchange.assignment_dir = str(home)
    config.CourseDirectory.course_id = "isocenter"
    config.CourseDirectory.root = str(root)
    return root, home, config


def test_a_notebook_handed_in_through_the_exchange_is_small_and_holds_no_image(course_and_student):
    root, home, config = course_and_student
    coursedir = CourseDirectory(config=config, assignment_id="affines")
    api = NbGraderAPI(coursedir, config=config)
    assert api.release_assignment("affines")["success"]
    for step in (ExchangeFetchAssignment, ExchangeSubmit):
        step(coursedir=coursedir, authenticator=api.authenticator, config=config).start()
    collected = api.collect("affines")
    assert collected["success"], collected
    files = [path for path in (root / "submitted").rglob("*") if path.is_file()]
    assert sum(path.suffix == ".ipynb" for path in files) == 1
    assert sum(path.stat().st_size for path in files) < 5_000_000
    assert not [path for path in files if ".nii" in path.name]
    assert {path.suffix for path in files} == {".ipynb", ".txt"}
