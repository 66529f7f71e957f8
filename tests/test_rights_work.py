"""Honest notebooks go on where rights are lowered."""

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
WORK = (
    *("lists_files", "starts_python", "runs_threads", "runs_an_event_loop"),
    *("keeps_temporary_files", "asks_a_database", "calls_c", "knows_places_and_times"),
    *("maps_a_file", "draws", "computes_with_joblib", *TOO_MUCH),
)


@pytest.fixture(scope="module")
def found():
    return launch("work")


@pytest.mark.parametrize("level", ["SECCOMP", "STRICT"])
@pytest.mark.parametrize("user", ["shared", "own"])
@pytest.mark.parametrize("name", WORK)
def test_goes_on(found, name, user, level):
    if level not in found.get(user, {}):
        pytest.skip(f"this machine has no {user} uid at {level}")
    outcome = found[user][level][name]
    refused = TOO_MUCH.get(name, {}).get((user, level), "")
    assert refused in outcome.get("error", ""), outcome
    assert ("error" in outcome) == bool(refused), outcome
    assert not outcome["breach"]


def test_every_piece_of_work_has_a_row(found):
    assert found["shared"]["SECCOMP"].keys() == set(WORK)
