"""Honest notebooks go on where rights are lowered."""

import os
import sys

import pytest
from rights_launcher import launch

if sys.platform != "linux":
    pytest.skip("hand-ins are graded on Linux alone", allow_module_level=True)

# What does not work, by user and level, and what student code is told.
TOO_MUCH = {
    "runs_shell_commands_as_ipython_does": {
        ("shared", "SECCOMP"): "out of pty devices",
        ("own", "SECCOMP"): "out of pty devices",
    },
    "computes_in_processes": {
        ("shared", "SECCOMP"): "Permission denied",
        ("own", "SECCOMP"): "Permission denied",
    },
    "changes_its_own_files": {("shared", "SECCOMP"): "Permission denied: './run.sh'"},
}
# Only root can give a submission a uid of its own.
USERS = ("shared", "own") if os.getuid() == 0 else ("shared",)
WORK = (
    *("lists_files", "starts_python", "runs_threads", "runs_an_event_loop"),
    *("keeps_temporary_files", "asks_a_database", "calls_c", "knows_places_and_times"),
    *("maps_a_file", "draws", "computes_with_joblib", *TOO_MUCH),
)


@pytest.fixture(scope="module")
def found():
    return launch("work")


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("name", WORK)
def test_goes_on(found, name, user):
    for level in ("SECCOMP", "STRICT"):
        if level not in found[user]:  # the survey says why
            assert found[user]["survey"][level]
            continue
        outcome = found[user][level][name]
        refused = TOO_MUCH.get(name, {}).get((user, level), "")
        assert refused in outcome.get("error", ""), outcome
        assert ("error" in outcome) == bool(refused), outcome
        assert not outcome["breach"]


def test_every_piece_of_work_has_a_row(found):
    assert found["shared"]["SECCOMP"].keys() == set(WORK)
