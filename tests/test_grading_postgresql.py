"""A gradebook in PostgreSQL: the same rows as in SQLite, from the first run to the last."""

import contextlib
import datetime
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import in_process
import nbformat
import pytest
import small_course
import sqlalchemy
from damaged import answered, find
from test_grading_a_class import DUE, TABLES, change, hand_in_all

from isocenter import grading
from isocenter.errors import IsocenterError

COURSE = "neuroimaging"  # PostgreSQL wants the course of an assignment to be there: "" is none
EPOCH = datetime.datetime(1970, 1, 1)  # to which SQLite's intervals are added


def programs():
    """Return the folder of PostgreSQL's programs; Debian keeps them out of the path."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found = shutil.which("initdb")
    return Path(found).parent if found else max(folders, default=None)


@pytest.fixture(scope="module")
def address():
    """Start a server on loopback; yields its address, without the name of a database."""
    folder = programs()
    if folder is None:
        if "CI" in os.environ:
            pytest.fail("CI tests with PostgreSQL: install the package postgresql")
        pytest.skip("PostgreSQL is not installed")
    as_user = {}
    place = Path(tempfile.mkdtemp(prefix="isocenter-postgresql-"))
    if os.getuid() == 0:  # it refuses root, and this user came with it
        user = pwd.getpwnam("postgres")
        as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        os.chown(place, user.pw_uid, user.pw_gid)

    def run(program, *arguments):
        command = [folder / program, "-D", place / "data", *arguments]
        subprocess.run(command, check=True, cwd=place, stdout=subprocess.DEVNULL, **as_user)

    try:
        password = secrets.token_hex(16)
        (place / "password").write_text(password)
        (place / "password").chmod(0o644)  # the folder is the user's alone
        checks = ["--auth=scram-sha-256", f"--pwfile={place / 'password'}"]
        run("initdb", "--username=isocenter", "--no-sync", "--encoding=UTF8", "--locale=C", *checks)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {place} -c fsync=off"
        run("pg_ctl", "--wait", "--log", place / "log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://isocenter:{password}@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "--wait", "--mode=fast", "stop")
    finally:
        shutil.rmtree(place)


@contextlib.contextmanager
def connected(url):
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def rows(url):
    """Return the gradebook's tables, with names for ids, and values as SQLite would write them."""
    with connected(url) as connection:
        return {
            name: sorted(
                repr([plain(value) for value in row])
                for row in connection.execute(sqlalchemy.text(ask))
            )
            for name, ask in TABLES.items()
        }


def plain(value):
    if isinstance(value, datetime.timedelta):
        value = EPOCH + value
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M:%S.%f}"
    return int(value) if isinstance(value, bool) else value


def generate(root, url):
    """Tell a gradebook of the assignment as it is in source/ now."""
    course = small_course.coursedir(root, assignment_id="squares", db_url=url, course_id=COURSE)
    assert small_course.run(small_course.GenerateAssignment(coursedir=course, force=True))


@pytest.fixture
def courses(tmp_path, address):
    """Return two courses that are the same but for the gradebook, each with its address."""
    with connected(f"{address}/postgres") as connection:
        connection.execute(sqlalchemy.text("DROP DATABASE IF EXISTS gradebook"))
        connection.execute(sqlalchemy.text("CREATE DATABASE gradebook"))
    made = {}
    for kind in ("sqlite", "postgresql"):
        root = tmp_path / kind
        url = f"sqlite:///{root}/gradebook.db" if kind == "sqlite" else f"{address}/gradebook"
        path = root / "source" / "squares" / "squares.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(small_course.source()))
        config = f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n"
        config += f"c.CourseDirectory.course_id = {COURSE!r}\n"
        (root / "nbgrader_config.py").write_text(config)
        generate(root, url)
        with small_course.Gradebook(url, COURSE) as gradebook:
            gradebook.update_or_create_assignment("squares", duedate=DUE)
            gradebook.add_student("nobody", lms_user_id="7")
        hand_in_all(root)
        made[root] = url
    return made


def grade(root):
    names = [(student, "squares") for student in grading.students(root, "squares")]
    return {result.student: result for result in grading.grade(root, names)}


def test_a_gradebook_in_postgresql_has_the_rows_of_one_in_sqlite(courses, monkeypatch):
    ran = in_process.use(monkeypatch)

    def both(step):
        found = [step(root, url) for root, url in courses.items()]
        first, second = (rows(url) for url in courses.values())
        assert second == first
        return found, first

    (ours, theirs), first = both(lambda root, url: grade(root))
    assert [ours[name].score for name in sorted(ours)] == [4, 8, 8, 8, 8, 6]
    assert theirs.keys() == ours.keys()
    assert len(first["submitted_assignment"]) == 6

    ran.clear()
    again, same = both(lambda root, url: grade(root))
    assert {result.why for one in again for result in one.values()} == {"unchanged"}
    assert same == first
    assert ran == []

    def by_hand(root, url):
        with small_course.Gradebook(url, COURSE) as gradebook:
            given = gradebook.find_grade("why", "squares", "squares", "wrong")
            given.manual_score, given.needs_manual_grade = 0.5, False
            gradebook.db.commit()
        grading.extend(root, "squares", "late", datetime.timedelta(days=2))
        small_course.write(root, "wrong", change(answered(), "three", "three = 4"))
        return grade(root)

    changed, after = both(by_hand)
    assert {one["late"].penalty for one in changed} == {0}
    assert {one["wrong"].why for one in changed} == {"what was handed in changed"}
    assert after != first

    def worth(root, url):
        path = root / "source" / "squares" / "squares.ipynb"
        source = nbformat.read(path, as_version=4)
        source.cells[find(source, "square_hidden")].metadata.nbgrader.points = 5
        path.write_text(nbformat.writes(source))
        generate(root, url)
        return grade(root)

    ran.clear()
    changed, _ = both(worth)
    assert ran == []
    assert {one["right"].why for one in changed} == {"the points changed"}
    assert {one["right"].score for one in changed} == {11}


def test_a_server_that_does_not_answer_is_said_in_a_sentence(courses, address):
    root = next(path for path in courses if path.name == "postgresql")
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text().replace("/gradebook'", "/another'"))
    with pytest.raises(IsocenterError, match='cannot be read.*"another" does not exist'):
        grade(root)
