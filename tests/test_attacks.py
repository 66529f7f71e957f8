"""What student code tries, and what it gains: every file of tests/attacks, run for real.

A sample is run, which goes round users and levels, without the attacks that wait for a clock; with
ISOCENTER_ALL_ATTACKS set, as CI has it, all of them.
"""

import os
import re
import sys

import pytest
from attack_controls import CONTROLS
from attack_running import launch
from attack_table import (
    GROUPS,
    LEVELS,
    ON_THE_GRADE,
    PAGE,
    USERS,
    attacks,
    choose,
    page,
)

from isocenter.engine.rights import landlock

if sys.platform != "linux":
    pytest.skip("hand-ins are graded on Linux alone", allow_module_level=True)

ALL = bool(os.environ.get("ISOCENTER_ALL_ATTACKS"))
FILES = attacks()
CHOSEN = choose([a for a in FILES if ALL or "slow" not in a.said], all_of_them=ALL)
NAMES = {name for levels in CHOSEN.values() for names in levels.values() for name in names}
ATTACKS = [attack for attack in FILES if attack.name in NAMES]
ON_GRADES = [attack for attack in ATTACKS if attack.group in ON_THE_GRADE]
ON_THE_MACHINE = [attack for attack in ATTACKS if attack.group not in ON_THE_GRADE]
SECRETS = ("the-secret-of-the-cohort", "marker-of-a-hidden")


def name_of(attack):
    return attack.name


@pytest.fixture(scope="module")
def found():
    return launch(CHOSEN)


def runs(found, attack):
    """Yield user, level and what came, for each run of an attack."""
    for user in found:
        for level in LEVELS:
            if attack.name in found[user].get(level, {}):
                came = found[user][level][attack.name]
                assert "failed" not in came, (user, level, came)
                yield user, level, came


def is_sure(attack, level):
    """Whether the page holds here: an older Landlock knows less, of signals seccomp nothing."""
    knows = landlock.version() >= int(attack.said.get("needs", 1))
    unsure = ("landlock", "seccomp") if attack.group == "processes" else ("landlock",)
    return knows or level not in unsure


def gained(came):
    return [one for one in came["tests"] if one[0] == "PASSED" and one[1] != 0]


@pytest.mark.parametrize("attack", ON_GRADES, ids=name_of)
def test_the_grade_stays_what_it_is(found, attack):
    for user, level, came in runs(found, attack):
        assert came["tests"], (user, level, "no test was run")
        if "kept" in attack.said:
            assert gained(came), (user, level, "it gains nothing any more: the page has to say so")
        else:
            assert not gained(came), (user, level, came["tests"], came["reason"])


@pytest.mark.parametrize("attack", ON_GRADES, ids=name_of)
def test_nothing_of_the_tests_comes_out(found, attack):
    for user, level, came in runs(found, attack):
        for secret in SECRETS:
            assert secret not in came["said"], (user, level, secret)
        assert "4242.25" not in came["said"], (user, level)
        assert not came["reached"], (user, level, came["said"])
        # Answers call "told" what a hidden test has given them.
        assert "told" not in came["hidden"], (user, level, came["hidden"])


@pytest.mark.parametrize("attack", ON_THE_MACHINE, ids=name_of)
def test_reaches_what_its_level_leaves_open_and_no_more(found, attack):
    for user, level, came in runs(found, attack):
        reached = came["reached"] or bool(came["harm"])
        if not is_sure(attack, level):
            continue
        may_reach = level in attack.open_at(user)
        assert reached == may_reach or (may_reach and "refused anyway" in attack.said), came
        assert not gained(came), (user, level, came["tests"])


def test_nothing_is_left_alive(found):
    left = [
        (user, level, attack.name, came["left"])
        for attack in ATTACKS
        for user, level, came in runs(found, attack)
        if came["left"]
    ]
    assert left == []


def test_each_attack_was_run(found):
    reached = {level for user in found for level in LEVELS if level in found[user]}
    missing = [a.name for a in ATTACKS if not list(runs(found, a)) and reached == set(LEVELS)]
    assert missing == []


def test_an_honest_hand_in_passes_each_test_of_the_exam(found):
    user = next(iter(found))
    came = found[user]["seccomp"]
    assert {one for one, _ in came["right"]["tests"]} == {"PASSED"}, came["right"]
    assert not gained(came["wrong"])
    assert [value for _, value in came["right"]["tests"] if value is not None] == [2.0]
    assert [value for one, value in came["wrong"]["tests"] if one == "PASSED"] == [0.0]


@pytest.mark.parametrize("name", CONTROLS)
def test_a_lie_that_is_well_made_arrives(found, name):
    """Else the forged messages would be refused for their form, and test nothing."""
    came = next(iter(found.values()))["seccomp"][f"control/{name}"]
    assert came["tests"] == [["PASSED", None]], came


@pytest.fixture(scope="module")
def without_namespaces():
    names = [a.name for a in ATTACKS if a.group == "processes" and "slow" not in a.said]
    chosen = {"seccomp": names if ALL else names[::4], "strict": names}
    return launch(chosen, "run-without-namespaces")


def test_a_level_that_is_not_reached_is_an_error(without_namespaces):
    assert "strict" not in without_namespaces
    assert "unshare" in without_namespaces["survey"]["strict"]
    assert "unshare" in without_namespaces["asked"]["strict"]


def test_without_namespaces_the_other_levels_hold(without_namespaces):
    by_name = {attack.name: attack for attack in ATTACKS}
    for name, came in without_namespaces["seccomp"].items():
        assert "failed" not in came, came
        reached = came["reached"] or bool(came["harm"])
        if is_sure(by_name[name], "seccomp"):
            assert reached == ("seccomp" in by_name[name].open_at("shared")), (name, came)
        assert came["left"] == [], name


@pytest.mark.parametrize("attack", FILES, ids=name_of)
def test_an_attack_says_what_it_tries(attack):
    assert re.fullmatch(r"[A-Z][^\n]*\.", attack.tries), "one sentence, please"
    assert attack.group in GROUPS
    if attack.group in ON_THE_GRADE:
        assert not attack.said.keys() & {"open, own", "open, shared"}
    else:
        for user in USERS:
            assert f"open, {user}" in attack.said
            assert "strict" not in attack.open_at(user)
        assert set(attack.open_at("own")) <= set(attack.open_at("shared"))


def test_there_are_enough():
    assert len(FILES) >= 60


def test_the_page_is_made_from_the_attacks():
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/attack_table.py table"
