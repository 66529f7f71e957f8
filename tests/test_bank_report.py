"""The report on the bank: its table, its exit code, its JUnit XML."""

from xml.etree import ElementTree

import bank
import bank_report
import pytest
from bank import Verdict

VERDICTS = [
    Verdict("solution", "the solution", (), failed=False),
    Verdict("accepted", "f/accepted/loops", (), failed=False),
    Verdict("accepted", "f/accepted/lists", ("f_plain fails, and should pass",), failed=True),
    Verdict("lazy", "None", (), failed=True),
    Verdict("wrong_answer", "f/wrong_answer/caught", (), failed=True),
    Verdict("wrong_answer", "f/wrong_answer/slips", ("f_plain passes",), False, False, False),
    Verdict("time_limit", "f/time_limit/loop", ("nothing says",), True, True, False),
    Verdict("mutant", "order, line 3", (), failed=True),
    Verdict("mutant", "sign, line 3", ("sign, line 3: survives",), failed=False),
    Verdict("equivalent", "sign, line 4", (), failed=False),
    Verdict("stranger", "f/w_loose", (), failed=True),
    Verdict("stranger", "f/w_strict", ("no graded cell rejects it",), failed=False),
]


def test_tally():
    assert bank_report.tally(VERDICTS) == {
        "accepted": (1, 2),
        "no work": (1, 1),
        "wrong": (2, 3),
        "exact": (2, 3),
        "hint": (1, 3),
        "mutants": (1, 2),
        "equivalent": (1, 1),
        "strangers": (1, 2),
    }
    shares = bank_report.row("  f", VERDICTS).split()
    assert shares == ["f", "1/2", "1/1", "2/3", "2/3", "1/3", "1/2", "1/1", "1/2"]


def test_junit_has_a_case_for_each_answer():
    (suite,) = bank_report.junit({"lesson.f": VERDICTS}).getroot()
    assert suite.attrib == {"name": "lesson.f", "tests": "12", "failures": "5", "errors": "0"}
    assert [case.get("name") for case in suite] == [verdict.name for verdict in VERDICTS]
    assert suite[2].get("classname") == "lesson.f.accepted"
    assert suite[2].find("failure").text == "f_plain fails, and should pass"
    assert suite[3].find("failure") is None


@pytest.mark.parametrize("faults", [(), ("it slips through",)], ids=["all well", "a shortfall"])
def test_the_report_on_one_exercise(monkeypatch, tmp_path, capfd, faults):
    def check_answers(*_):
        yield Verdict("wrong_answer", "compose/wrong_answer/x", faults, failed=not faults)

    monkeypatch.setattr(bank, "check_answers", check_answers)
    path = tmp_path / "bank.xml"
    code = bank_report.main(["affines", "compose", "--no-mutants", "--junit", str(path)])
    assert code == len(faults)
    printed = capfd.readouterr().out
    assert ("it slips through" in printed) == bool(faults)
    assert f"total{'0/0':>31}" in printed
    assert len(ElementTree.parse(path).getroot().findall(".//failure")) == len(faults)


@pytest.mark.parametrize("names", [["afines"], ["affines", "composed"]])
def test_a_misspelt_name_ends_the_report(names):
    with pytest.raises(SystemExit, match=f"no .*{names[-1]}"):
        bank_report.main(names)
