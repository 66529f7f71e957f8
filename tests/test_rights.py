"""What student code can and cannot do at each level of rights, tried for real."""

import os
import re
import sys

import pytest
from rights_launcher import launch

from isocenter.engine.rights import Level, landlock

if sys.platform != "linux":
    pytest.skip("hand-ins are graded on Linux alone", allow_module_level=True)

BASIC, LANDLOCK, SECCOMP, STRICT = Level
ABI = landlock.version()
SCOPED = LANDLOCK if ABI >= 6 else SECCOMP

# From which level on: where student code shares the grader's uid, and where it has its own.
REFUSED = {
    "reads_a_solution": (LANDLOCK, LANDLOCK),
    "lists_the_course": (LANDLOCK, LANDLOCK),
    "reads_the_machines_settings": (LANDLOCK, LANDLOCK),
    "writes_to_a_solution": (LANDLOCK, BASIC),
    "makes_a_file_in_the_course": (LANDLOCK, BASIC),
    "removes_a_file": (LANDLOCK, BASIC),
    "empties_a_file_by_name": (LANDLOCK if ABI >= 3 else SECCOMP, BASIC),
    "empties_a_file_that_may_be_read": (LANDLOCK if ABI >= 3 else SECCOMP, BASIC),
    "changes_a_files_mode": (SECCOMP, BASIC),
    "changes_a_files_time": (STRICT, BASIC),
    "writes_through_a_symbolic_link": (LANDLOCK, BASIC),
    "writes_through_a_hard_link": (LANDLOCK, BASIC),
    "leaves_a_file_in_tmp": (LANDLOCK, LANDLOCK),
    "leaves_a_file_in_shared_memory": (LANDLOCK, LANDLOCK),
    "reads_an_inherited_descriptor": (BASIC, BASIC),
    "gets_root_from_a_setuid_program": (BASIC, BASIC),
    "makes_a_device": (BASIC, BASIC),
    "reads_the_parents_environment": (BASIC, BASIC),
    "lists_processes": (LANDLOCK, LANDLOCK),
    "reads_a_command_line": (LANDLOCK, LANDLOCK),
    "signals_the_parent": (LANDLOCK if ABI >= 6 else STRICT, BASIC),
    "signals_another": (LANDLOCK if ABI >= 6 else STRICT, BASIC),
    "signals_everybody": (SECCOMP, SECCOMP),
    "lowers_anothers_limits": (SECCOMP, BASIC),
    "raises_its_limits": (BASIC, BASIC),
    "outlives_the_parent": (SECCOMP, SECCOMP),
    "traces": (SECCOMP, SECCOMP),
    "makes_a_user_namespace": (SECCOMP, SECCOMP),
    "mounts": (BASIC, BASIC),
    "connects_to_a_port": (LANDLOCK if ABI >= 4 else SECCOMP,) * 2,
    "sends_a_datagram": (SECCOMP, SECCOMP),
    "opens_a_netlink_socket": (SECCOMP, SECCOMP),
    "connects_to_a_socket_by_path": (SECCOMP, SECCOMP),
    "connects_to_an_abstract_socket": (SCOPED, SCOPED),
    "sends_from_a_pair_to_a_path": (SECCOMP, SECCOMP),
    "makes_system_v_memory": (SECCOMP, SECCOMP),
    "makes_memory_without_a_name": (SECCOMP, SECCOMP),
    "asks_for_keys": (SECCOMP, SECCOMP),
    "sets_up_io_uring": (SECCOMP, SECCOMP),
    "types_into_a_terminal": (SECCOMP, SECCOMP),
    "calls_as_a_32_bit_program": (SECCOMP, SECCOMP),
}
# Many machines refuse these on their own account.
REFUSED_ANYWAY = {
    *("makes_a_user_namespace", "asks_for_keys", "sets_up_io_uring", "calls_as_a_32_bit_program"),
    *("types_into_a_terminal", "traces", "reads_the_machines_settings"),
}
ERRORS = ("PermissionError", "FileNotFoundError", "ProcessLookupError", "OSError", "ValueError")
LEFT = {"leaves_a_file_in_tmp": "in_tmp", "leaves_a_file_in_shared_memory": "in_memory"}

# What ends it: words of the supervision's sentence, or the error that student code sees.
HELD = {
    "takes_memory": "300 MB of memory|MemoryError",
    "takes_memory_in_children": "300 MB of memory",
    "writes_into_inherited_memory": "300 MB of memory",
    "takes_shared_memory": "300 MB of memory",
    "forks_without_end": "40 processes|BlockingIOError",
    "starts_threads_without_end": "40 processes|can't start new thread",
    "fills_the_disk": "25 MB of files",
    "fills_the_disk_without_names": "25 MB of files",
    "fills_the_disk_while_folders_move": "25 MB of files",
    "writes_many_files": "200 files",
    "writes_one_large_file": "File too large",
    "opens_many_files": "Too many open files",
    "computes_without_end": "1 seconds of processor time",
    "waits_without_end": "ran for more than 1.5 seconds",
}
GOES_ON = {
    "shares_memory_with_children": "shared 150",
    "is_interrupted": "interrupted",
    "starts_a_daemon": "started",
}
# Only root can give a submission a uid of its own.
USERS = ("shared", "own") if os.getuid() == 0 else ("shared",)


@pytest.fixture(scope="module")
def found():
    return launch("probes")


def outcomes(found, user, name):
    """Return what came of a probe, by level, where the machine has it."""
    levels = {level: found[user][level.name] for level in Level if level.name in found[user]}
    return {level: by_name[name] for level, by_name in levels.items() if name in by_name}


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("name", REFUSED)
def test_refused_from_its_level_on(found, user, name):
    for level, outcome in outcomes(found, user, name).items():
        if name in LEFT:
            is_open = LEFT[name] in outcome["left"]
        else:
            is_open = bool(outcome.get("got"))
            assert "got" in outcome or outcome["error"].startswith(ERRORS), (level, outcome)
        if level >= REFUSED[name][USERS.index(user)]:
            assert not is_open, (level, outcome)
        elif name not in REFUSED_ANYWAY:
            assert is_open, (level, outcome)


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("name", HELD)
def test_held_to_its_limits(found, user, name):
    for level, outcome in outcomes(found, user, name).items():
        said = outcome["breach"] + outcome.get("error", "")
        assert re.search(HELD[name], said), (level, outcome)


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("name", GOES_ON)
def test_goes_on(found, user, name):
    for level, outcome in outcomes(found, user, name).items():
        assert outcome.get("got") == GOES_ON[name], (level, outcome)


@pytest.mark.parametrize("user", USERS)
def test_a_folder_that_only_root_can_look_into(found, user):
    sentence = "made a folder that cannot be looked into"
    for level, outcome in outcomes(found, user, "hides_files_in_a_closed_folder").items():
        assert (sentence in outcome["breach"]) == (user == "shared"), (level, outcome)


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("name", ["starts_a_daemon", "parent_killed"])
def test_nothing_is_left_alive(found, user, name):
    for level, outcome in outcomes(found, user, name).items():
        assert not outcome["alive"], level


@pytest.mark.parametrize("user", USERS)
def test_the_exit_status_comes_through(found, user):
    for level, outcome in outcomes(found, user, "reads_a_solution").items():
        assert outcome["status"] == 7, level
    for level, outcome in outcomes(found, user, "waits_without_end").items():
        assert outcome["status"] == -9, level


def test_every_probe_has_a_row(found):
    tried = found["shared"]["SECCOMP"].keys()
    others = {"hides_files_in_a_closed_folder", "parent_killed"}
    assert tried == REFUSED.keys() | HELD.keys() | GOES_ON.keys() | others
