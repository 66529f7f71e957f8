"""Pseudonyms: under what names students stand in reports."""

import base64
import hashlib
import hmac
import os
import re
import secrets
from dataclasses import replace
from pathlib import Path

from isocenter.errors import CourseError
from isocenter.reports.classroom import ClassResults, Person, Submission


def secret(root: Path) -> bytes:
    """Return the number from which a course's pseudonyms are made; the first call makes it.

    Raises
    ------
    CourseError
        The file that holds it was damaged.
    """
    path = root / ".isocenter" / "pseudonyms.key"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
        try:
            os.link(draft, path)  # whole or not at all, and never over another's
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError:
        key = b""
    if len(key) < 16:
        raise CourseError(
            f"{path} is damaged: bring it back from a copy, or delete it, and all students get new "
            "pseudonyms"
        )
    return key


def pseudonym(key: bytes, student: str) -> str:
    """Return the name under which a student stands in reports.

    Parameters
    ----------
    key : bytes
        The course's secret: without it nobody can tell who it is, not even by trying all names.
    student : str

    Returns
    -------
    str

    Examples
    --------
    >>> pseudonym(b"key", "ada") == pseudonym(b"key", "ada") != pseudonym(b"other", "ada")
    True
    """
    digest = hmac.new(key, student.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    return f"student-{base64.b32encode(digest)[:8].decode().lower()}"


def without_names(results: ClassResults, root: Path) -> ClassResults:
    """Return results in which students have pseudonyms, also inside of texts.

    Parameters
    ----------
    results : ClassResults
    root : Path
        The course's folder.

    Returns
    -------
    ClassResults
        By pseudonym, so that the order says nothing. Comments and times are left out.
    """
    key = secret(root)
    hidden = [_hidden(one, pseudonym(key, one.person.id)) for one in results.submissions]
    return replace(results, submissions=tuple(sorted(hidden, key=lambda one: one.person.id)))


def _hidden(submission: Submission, name: str) -> Submission:
    pattern = _names(submission.person)

    def scrub(text: str) -> str:
        return pattern.sub(name, text) if text else text

    marks = {
        key: replace(mark, feedback=scrub(mark.feedback), reason=scrub(mark.reason))
        if mark.feedback or mark.reason
        else mark
        for key, mark in submission.marks.items()
    }
    return replace(
        submission,
        person=Person(name),
        reason=scrub(submission.reason),
        notes=tuple(map(scrub, submission.notes)),
        marks=marks,
        comments={},
        graded_at="",
    )


def _names(person: Person) -> re.Pattern[str]:
    """Return what finds a student's names in a text; a short id only where it is a folder."""
    whole = {person.id, person.email, person.lms_user_id}
    whole |= {f"{person.first_name} {person.last_name}".strip()}
    free = sorted((name for name in whole if len(name) > 2), key=len, reverse=True)
    parts = [rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in free]
    parts.append(rf"(?<=/){re.escape(person.id)}(?=/)")
    return re.compile("|".join(parts), re.IGNORECASE)
