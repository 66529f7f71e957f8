"""Bring in submissions from students' git repositories, running nothing of theirs.

Nothing is checked out: git is asked for the bytes of plain files. So hooks, filters, submodules,
large-file storage, symbolic links and attributes of a repository have no say.
"""

import base64
import csv
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from isocenter.course import Course
from isocenter.errors import CourseError

TOKEN = "ISOCENTER_GIT_TOKEN"
LARGEST = 50_000_000  # bytes of all files of one submission
MOST_FILES = 200
SECONDS = 120  # for one repository
NOT_THEIRS = {"timestamp.txt", "submission_secret.txt"}  # the collector's to write


@dataclass(frozen=True)
class Repository:
    """Where a student's work is.

    Attributes
    ----------
    student : str
        The nbgrader id.
    url : str
    branch : str
        Empty for the repository's own choice.
    """

    student: str
    url: str
    branch: str = ""


@dataclass(frozen=True)
class Collected:
    """What came of one repository.

    Attributes
    ----------
    student : str
    state : str
        "new", "changed", "unchanged", "missing" where nothing is handed in there, or "failed".
    words : str
    """

    student: str
    state: str
    words: str = ""


class _Failed(Exception):
    """Why a repository could not be read."""


def read_list(path: Path, students: Sequence[str] = ()) -> list[Repository]:
    """Read the table of repositories: CSV with the columns student and url, and perhaps branch.

    Parameters
    ----------
    path : Path
    students : sequence of str
        Those to keep; all, where none is named.

    Raises
    ------
    CourseError
        Naming the line.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path} is no table in UTF-8: {error}") from None
    found: dict[str, Repository] = {}
    for line, row in enumerate(rows, start=2):
        values = {key: (row.get(key) or "").strip() for key in ("student", "url", "branch")}
        where = f"{path}, line {line}"
        if not (values["student"] and values["url"]):
            raise CourseError(
                f"{where}: the first line of the file must name the columns `student` and `url`, "
                "and each other line must fill both"
            )
        one = Repository(**values)
        _require_sound(one, where)
        if one.student in found:
            raise CourseError(f"{where}: {one.student} was listed before")
        found[one.student] = one
    if not found:
        raise CourseError(f"{path} lists no student: each line after `student,url` is one")
    for student in students:
        if student not in found:
            raise CourseError(f"{path} has no student {student!r}")
    return [one for one in found.values() if one.student in students or not students]


def _require_sound(one: Repository, where: str) -> None:
    name = one.student
    if (
        name.startswith((".", "-"))
        or not name.isprintable()
        or re.search(r'[/\\*?\[\]<>:"|]', name)
    ):
        raise CourseError(
            f"{where}: the student {name!r} becomes a folder, and a folder cannot be called that"
        )
    is_local = os.path.isabs(one.url)
    if not is_local and not re.match(r"(https|ssh|file)://|[\w.-]+@[\w.-]+:", one.url):
        raise CourseError(f"{where}: {one.url!r} is no address of a repository: write https://…")
    if "@" in urlsplit(one.url).netloc and one.url.startswith("https"):
        raise CourseError(f"{where}: no name or password in the address: set {TOKEN} instead")
    if one.branch and not re.fullmatch(r"\w[\w./-]*", one.branch):
        raise CourseError(f"{where}: {one.branch!r} is no name of a branch")


def collect(course: Course, assignment: str, repositories: list[Repository]) -> Iterator[Collected]:
    """Bring the newest commit of each repository to submitted/<student>/<assignment>/.

    Parameters
    ----------
    course : Course
    assignment : str
        In each repository, the folder of this name.
    repositories : list of Repository

    Yields
    ------
    Collected
        One a repository. What was there before stays where nothing new can be had.
    """
    course.select([assignment])
    if not shutil.which("git"):
        raise CourseError("git is not installed on this machine")
    for one in repositories:
        target = course.root / "submitted" / one.student / assignment
        try:
            files = _fetch(one, assignment)
        except _Failed as error:
            yield _without(one, str(error))
            continue
        if not any(name.endswith(".ipynb") for name in files):
            words = f"the repository has no notebook in {assignment}/"
            yield Collected(one.student, "missing", words)
            continue
        yield Collected(one.student, _put(files, target))


def _without(one: Repository, words: str) -> Collected:
    """Say why nothing came of a repository; one that nobody pushed to yet is no failure."""
    if "couldn't find remote ref" not in words:
        return Collected(one.student, "failed", words)
    if one.branch:
        return Collected(one.student, "failed", f"the repository has no branch {one.branch!r}")
    return Collected(one.student, "missing", "the repository is empty")


def _put(files: dict[str, bytes], target: Path) -> str:
    before = {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    if before == files:
        return "unchanged"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".collect-", dir=target.parent) as place:
        made = Path(place) / "new"
        for name, data in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        if target.exists():
            target.rename(Path(place) / "old")
        made.rename(target)
    return "changed" if before else "new"


def _fetch(one: Repository, assignment: str) -> dict[str, bytes]:
    """Return the plain files of a folder of a repository, by their names in it."""
    with tempfile.TemporaryDirectory() as place:
        _git(place, "init", "--quiet", "--bare", ".")
        fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--")
        _git(place, *fetch, one.url, one.branch or "HEAD", url=one.url)
        listing = _git(place, "ls-tree", "-r", "-z", "-l", "FETCH_HEAD", "--", f"{assignment}/")
        files: dict[str, bytes] = {}
        size = 0
        for entry in filter(None, listing.split(b"\0")):
            about, _, raw = entry.partition(b"\t")
            mode, kind, name, length = about.decode().split()
            path = _inside(raw, assignment)
            if mode not in ("100644", "100755") or kind != "blob" or path is None:
                continue
            size += int(length)
            if size > LARGEST or len(files) >= MOST_FILES:
                raise _Failed(
                    f"{assignment}/ holds more than {MOST_FILES} files or {LARGEST / 1e6:.0f} MB: "
                    "the images of the course do not belong there"
                )
            files[path] = _git(place, "cat-file", "blob", name)
        return files


def _inside(raw: bytes, assignment: str) -> str | None:
    """Return a file's name inside the assignment's folder; None for one that is not taken."""
    try:
        name = raw.decode().removeprefix(f"{assignment}/")
    except UnicodeDecodeError:
        return None
    parts = name.split("/")
    is_sound = name.isprintable() and "\\" not in name and not {"", ".", ".."} & set(parts)
    left_out = name in NOT_THEIRS or any(part.startswith(".") for part in parts)
    return name if is_sound and not left_out else None


def _git(folder: str, *arguments: str, url: str = "") -> bytes:
    """Run git without the settings of this machine, of its user, or of any repository."""
    process = subprocess.Popen(
        ["git", *arguments],
        cwd=folder,
        env=_environment(url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        output, said = process.communicate(timeout=SECONDS)
    except BaseException as error:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # and the helpers that it started
        process.communicate()
        if isinstance(error, subprocess.TimeoutExpired):
            raise _Failed(f"the repository did not come within {SECONDS} seconds") from None
        raise
    if process.returncode:
        words = said.decode(errors="replace").strip().splitlines()
        raise _Failed(_plain(words[0] if words else f"git ended with {process.returncode}"))
    return output


def _environment(url: str) -> dict[str, str]:
    settings = {
        "http.followRedirects": "false",  # the token is for one host
        "transfer.fsckObjects": "true",
        "credential.helper": "",
    }
    kept = (
        "PATH",
        "HOME",
        "SSH_AUTH_SOCK",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "SYSTEMROOT",
        "TMPDIR",
    )
    proxies = ("http_proxy", "https_proxy", "no_proxy", "HTTPS_PROXY", "NO_PROXY")
    environment = {key: os.environ[key] for key in (*kept, *proxies) if key in os.environ}
    token = os.environ.get(TOKEN, "")
    host = os.environ.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
    if token and url.startswith(f"{host}/"):
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        settings[f"http.{host}/.extraHeader"] = f"Authorization: Basic {secret}"
    for number, (key, value) in enumerate(settings.items()):
        environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return environment | {
        "GIT_CONFIG_COUNT": str(len(settings)),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "https:ssh:file",
        "GIT_SSH_COMMAND": "ssh -o BatchMode=yes",
        "LC_ALL": "C",
    }


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:300]
