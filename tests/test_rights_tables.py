"""The seccomp filter on both machines, and what needs no lowered process to be seen."""

import errno
import os
import sys
from pathlib import Path

import pytest

from isocenter.engine import rights
from isocenter.engine.rights import kernel, namespaces, process, seccomp

ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOWED, KILLED = "allowed", "killed"
SOCKET, PAIR = 1, 5


def answer(program, arch, number, *arguments):
    """Run a filter as the kernel does; returns the errno, or that the call is allowed or kills."""
    words = {0: number, 4: arch}
    for position, argument in enumerate((*arguments, *[0] * 6)[:6]):
        words[16 + 8 * position] = argument & 0xFFFFFFFF
    at, value = 0, None
    while True:
        code, jump_true, jump_false, operand = program[at]
        at += 1
        if code == 0x20:
            value = words[operand]
        elif code == 0x54:
            value &= operand
        elif code == 0x06:
            return {0x7FFF0000: ALLOWED, 0x80000000: KILLED}.get(operand, operand - 0x00050000)
        else:
            truth = {0x15: value == operand, 0x35: value >= operand, 0x45: value & operand}[code]
            at += jump_true if truth else jump_false


@pytest.fixture(params=ARCHES)
def machine(request, monkeypatch):
    monkeypatch.setattr(kernel, "machine", lambda: request.param)
    return request.param


ARGUMENTS = {
    "a fork": ("clone", (0x01200011,), ALLOWED),
    "a fork into a user namespace": ("clone", (0x10000011,), errno.EPERM),
    "a fork into a network namespace": ("clone", (0x40000011,), errno.EPERM),
    "a stream pair": ("socketpair", (1, 0x80001), ALLOWED),
    "a packet pair": ("socketpair", (1, 5), ALLOWED),
    "a datagram pair": ("socketpair", (1, 2), errno.EACCES),
    "a pair of another family": ("socketpair", (30, 1), errno.EACCES),
    "a signal to one": ("kill", (4242, 9), ALLOWED),
    "a signal to all": ("kill", (-1, 9), errno.EPERM),
    "its own limits": ("prlimit64", (0, 7), ALLOWED),
    "another's limits": ("prlimit64", (4242, 7), errno.EPERM),
    "its own name": ("prctl", (15,), ALLOWED),
    "to outlive the parent": ("prctl", (1, 0), errno.EPERM),
    "a terminal's size": ("ioctl", (0, 0x5413), ALLOWED),
    "typing for others": ("ioctl", (0, 0x5412), errno.EPERM),
    "typing for others, with high bits": ("ioctl", (0, 0x1_0000_5412), errno.EPERM),
    "io_uring": ("io_uring_setup", (), errno.ENOSYS),
    "clone3": ("clone3", (), errno.ENOSYS),
    "a process's descriptor": ("pidfd_open", (), ALLOWED),
    "a mode": ("fchmod", (), ALLOWED),
    "a file with O_TRUNC": ("openat", (0, 0, os.O_TRUNC), ALLOWED),
}


@pytest.mark.parametrize("what", ARGUMENTS)
def test_filter_looks_at_arguments(machine, what):
    name, arguments, wanted = ARGUMENTS[what]
    if (number := kernel.number(name)) is None:
        pytest.skip(f"{machine} has no {name}")
    program = seccomp.assemble(own_uid=True, truncation_covered=True)
    assert answer(program, ARCHES[machine], number, *arguments) == wanted


@pytest.mark.parametrize("name", seccomp.REFUSED)
def test_filter_refuses(machine, name):
    if (number := kernel.number(name)) is not None:
        program = seccomp.assemble(own_uid=True, truncation_covered=True)
        assert answer(program, ARCHES[machine], number) == errno.EPERM


def test_filter_kills_foreign_calls(machine):
    program = seccomp.assemble(own_uid=True, truncation_covered=True)
    assert answer(program, 0x40000003, 20) == KILLED  # i386
    assert answer(program, ARCHES[machine], 0x40000000 | 39) == KILLED  # x32


def test_filter_does_not_know_what_is_newer(machine):
    program = seccomp.assemble(own_uid=True, truncation_covered=True)
    assert answer(program, ARCHES[machine], 470) == errno.ENOSYS
    assert answer(program, ARCHES[machine], 424) == ALLOWED
    assert answer(program, ARCHES[machine], 0) != errno.ENOSYS


def test_filter_guards_files_of_the_same_user(machine):
    program = seccomp.assemble(own_uid=False, truncation_covered=False)
    asked = {name: kernel.number(name) for name in ("fchmod", "fchown", "truncate", "openat")}
    assert answer(program, ARCHES[machine], asked["fchmod"]) == 0
    assert answer(program, ARCHES[machine], asked["fchown"]) == errno.EPERM
    assert answer(program, ARCHES[machine], asked["truncate"]) == errno.EPERM
    emptying = (0, 0, os.O_RDONLY | os.O_TRUNC)
    assert answer(program, ARCHES[machine], asked["openat"], *emptying) == errno.EPERM
    rewriting = (0, 0, os.O_WRONLY | os.O_TRUNC | os.O_CREAT)
    assert answer(program, ARCHES[machine], asked["openat"], *rewriting) == ALLOWED


def test_another_machine_is_named(monkeypatch):
    monkeypatch.setattr(os, "uname", lambda: type("uname", (), {"machine": "riscv64"}))
    with pytest.raises(rights.RightsError, match="riscv64 is not among x86_64, aarch64"):
        seccomp.assemble(own_uid=True, truncation_covered=True)


def test_a_refused_call_names_step_and_reason():
    with pytest.raises(rights.RightsError, match=r"^a try: close_range: Invalid argument$"):
        kernel.call("a try", "close_range", 9, 3, 0)


def test_survey_gives_the_first_reason_to_all_after_it(monkeypatch):
    said = '["", "Landlock: none", "", ""]'
    code = f"print({said!r})"
    monkeypatch.setattr("isocenter.engine.rights.surveying._PROBE", code)
    reasons = ["", "Landlock: none", "Landlock: none", "Landlock: none"]
    assert list(rights.survey().values()) == reasons
    assert rights.reachable() == rights.Level.BASIC


def test_survey_says_why_it_failed(monkeypatch):
    monkeypatch.setattr("isocenter.engine.rights.surveying._PROBE", "raise OSError('no pipes')")
    assert set(rights.survey().values()) == {"the survey failed: OSError: no pipes"}
    assert rights.reachable() is None


def test_closed_folders(tmp_path):
    (tmp_path / "shut" / "inside").mkdir(parents=True)
    (tmp_path / "shut").chmod(0o700)
    closed = process.closed_folders([tmp_path / "shut" / "inside"])
    assert tmp_path / "shut" in closed
    assert Path("/") not in closed


def test_outermost_folders_only():
    paths = [Path("/a/b"), Path("/a"), Path("/ab"), Path("/a/b/c")]
    assert set(namespaces._outermost(paths)) == {Path("/a"), Path("/ab")}


def test_remove_opens_what_was_shut(tmp_path):
    scratch = tmp_path / "scratch"
    (scratch / "work" / "shut").mkdir(parents=True)
    (scratch / "work" / "shut" / "file").touch()
    (scratch / "work" / "link").symlink_to(tmp_path)
    (scratch / "work" / "shut").chmod(0)
    rights.remove(scratch)
    assert not scratch.exists()
    assert tmp_path.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_sizes_as_people_say_them():
    from isocenter.engine.rights.supervision import _size

    assert [_size(n) for n in (2_000_000_000, 1_500_000_000, 25_000_000)] == [
        "2 GB",
        "1.5 GB",
        "25 MB",
    ]
