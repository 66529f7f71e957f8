"""The mutants: that each kind of fault is made, that tests kill them, that the rest is listed."""

import equivalence
import mutation
import pytest
from bank import disagreements, equivalents, namespace, read, reference, run_mutant
from conftest import ASSIGNMENTS

from isocenter import lessons

NOTEBOOKS = {assignment: read(assignment) for assignment in ASSIGNMENTS}
EXERCISES = [
    pytest.param(assignment, exercise, id=f"{assignment}-{exercise.grade_id}")
    for assignment, notebook in NOTEBOOKS.items()
    for exercise in lessons.exercises(notebook)
]
LISTED = equivalents()


def solved(*lines):
    body = "\n".join(f"    {line}" for line in ("### BEGIN SOLUTION", *lines, "### END SOLUTION"))
    return f'def f(a, b, x):\n    """π + 1."""\n{body}\n'


def of(assignment, exercise):
    return mutation.mutants(reference(NOTEBOOKS[assignment], exercise))


@pytest.mark.parametrize(
    ("operator", "line", "mutant"),
    [
        ("arithmetic", "return a + b", "return a - b"),
        ("arithmetic", "return a - b", "return a + b"),
        ("arithmetic", "return a * b", "return a / b"),
        ("arithmetic", "return a @ b", "return a * b"),
        ("order", "return a - b", "return b - a"),
        ("order", "return a @ (a + b)", "return (a + b) @ a"),
        ("order", "return a, b", "return (b, a)"),
        ("order", "c, d = np.cos(x), np.sin(x)", "(d, c) = np.cos(x), np.sin(x)"),
        ("order", "return g(a, b)", "return g(b, a)"),
        ("order", "return x[:, :, a]", "return x[:, a, :]"),
        ("order", "return g(x.shape)", "return g(x.shape[::-1])"),
        ("sign", "return -a", "return a"),
        ("sign", "return [a, b]", "return [-a, b]"),
        ("sign", "return x * [1, 0]", "return x * [-1, 0]"),
        ("comparison", "return a < b", "return a <= b"),
        ("comparison", "return a < b", "return a > b"),
        ("comparison", "return a == b", "return a != b"),
        ("comparison", "return a in b", "return a not in b"),
        ("constant", "return x[0]", "return x[1]"),
        ("constant", "return x ** 2", "return x ** 3"),
        ("constant", "return 1.5 * x", "return 3.0 * x"),
        ("constant", "return x < 1e-5", "return x < 0.1"),
        ("constant", "return True", "return False"),
        ("word", "if a == 'x': return 'y'", "if a == 'y': return 'y'"),
        ("axis", "return x.mean(axis=0)", "return x.mean(axis=1)"),
        ("axis", "return x.mean(axis=(0, 1, 2))", "return x.mean(axis=(0, 1))"),
        ("transpose", "return a.T @ b", "return a @ b"),
        ("transpose", "return a @ b", "return a @ b.T"),
        ("off by one", "return range(len(a))", "return range((len(a) - 1))"),
        ("off by one", "return x[a]", "return x[a + 1]"),
        ("off by one", "for c in a: g(c)", "for c in list(a)[1:]: g(c)"),
        ("dropped term", "return a + b", "return a"),
        ("dropped term", "return a and b", "return (b)"),
        ("dropped term", "return a, b", "return (a)"),
        ("dropped statement", "x[0] = a", "pass"),
        ("dropped statement", "raise ValueError('no')", "pass"),
        ("exception", "raise ValueError('no')", "raise TypeError('no')"),
        ("name", "return np.cos(x)", "return np.sin(x)"),
        ("name", "return max(a)", "return min(a)"),
        ("name", "return g(a)", "return g(b)"),
        ("argument", "return g(a, order=0)", "return g(a)"),
        ("argument", "return g(a, b)", "return g(a)"),
        ("argument", "return g(a, like=b)", "return g(a, like=None)"),
        ("condition", "if a: return b", "if not (a): return b"),
        ("condition", "return a and b", "return (a or b)"),
        ("condition", "return x[~a]", "return x[a]"),
        ("call left out", "return np.linalg.inv(a) @ b", "return a @ b"),
        ("call left out", "return x.copy()", "return x"),
        ("confusion", "return x.get_fdata()", "return x.dataobj.get_unscaled()"),
    ],
)  # fmt: skip
def test_a_fault_of_each_kind(operator, line, mutant):
    found = {
        (one.operator, " ".join(one.becomes.split())) for one in mutation.all_mutants(solved(line))
    }
    # Of a compound statement the head alone is shown, up to its body.
    head = mutant.partition(": ")[0] + ":" if mutant.startswith(("if", "for")) else mutant
    assert (operator, head) in found


def test_all_kinds_of_fault_occur_in_the_lessons():
    kinds = {mutant.operator for param in EXERCISES for mutant in of(*param.values)}
    assert kinds == {
        "argument", "arithmetic", "axis", "call left out", "comparison", "condition", "confusion",
        "constant", "dropped statement", "dropped term", "exception", "name", "off by one", "order",
        "sign", "transpose", "word",
    }  # fmt: skip


def test_a_mutant_differs_in_its_line_alone():
    source = solved("y = a + b  # two terms", "return y * x")
    for mutant in mutation.all_mutants(source):
        pairs = list(zip(source.split("\n"), mutant.source.split("\n"), strict=True))
        changed = [number for number, (old, new) in enumerate(pairs, 1) if old != new]
        assert changed == [mutant.line]
        assert mutant.becomes == pairs[mutant.line - 1][1].partition("  #")[0].strip()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("return plot(color='r', figsize=(4, 2))", id="looks"),
        pytest.param("raise E(f'{a - b} is {a + 1}')", id="words of an error"),
        pytest.param("return np.abs(a - b) < 1e-6", id="sign and boundary that are lost"),
    ],
)
def test_what_no_contract_fixes_stays(line):
    changed = {mutant.becomes for mutant in mutation.all_mutants(solved(line))}
    assert not changed & {
        "return plot(color='r', figsize=(2, 4))", "return plot(figsize=(4, 2))",
        "raise E(f'{b - a} is {a + 1}')", "raise E(f'{a - b} is {a + 2}')",
        "return np.abs(b - a) < 1e-6", "return np.abs(a - b) <= 1e-6",
    }  # fmt: skip


def test_nothing_outside_the_marks_is_changed():
    source = "one = 1 + 1\n" + solved("pass")
    assert mutation.all_mutants(source) == []


def test_a_sample_is_spread_and_always_the_same():
    source = solved(*(f"x[{n}] = a + {n}" for n in range(40)), "return -x")
    sample = mutation.mutants(source, most=30)
    assert sample == mutation.mutants(source, most=30)
    assert len(sample) == 30
    assert {one.operator for one in sample} == {
        one.operator for one in mutation.all_mutants(source)
    }
    assert max(one.line for one in sample) - min(one.line for one in sample) > 30
    assert [one.line for one in sample] == sorted(one.line for one in sample)


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_every_exercise_has_eight_mutants(assignment, exercise):
    assert 8 <= len(of(assignment, exercise)) <= mutation.MOST


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_three_mutants_of_each_exercise_are_killed(assignment, exercise):
    """A sample; `make bank` runs them all."""
    killable = [
        one for one in of(assignment, exercise) if _key(assignment, exercise, one) not in LISTED
    ]
    step = len(killable) // 3
    for mutant in killable[step // 2 :: step][:3]:
        problem = run_mutant(NOTEBOOKS[assignment], exercise, mutant.source)
        assert problem, f"{mutant.description}: survives"


def _key(assignment, exercise, mutant):
    return assignment, exercise.grade_id, mutant.was, mutant.becomes


def test_at_most_one_mutant_in_twenty_is_listed_and_all_listed_exist():
    every = [_key(*param.values, one) for param in EXERCISES for one in of(*param.values)]
    assert set(LISTED) <= set(every)
    assert len(LISTED) <= 0.05 * len(every)
    assert all(reason.endswith(".") for reason in LISTED.values())


LISTED_EXERCISES = [
    param for param in EXERCISES
    if (param.values[0], param.values[1].grade_id) in {key[:2] for key in LISTED}
]  # fmt: skip


@pytest.mark.parametrize(("assignment", "exercise"), LISTED_EXERCISES)
def test_a_listed_mutant_agrees_with_its_solution(assignment, exercise):
    """On fifty inputs; `make bank` takes a thousand."""
    assert disagreements(assignment, NOTEBOOKS[assignment], exercise, inputs=50) == {}


def test_a_mutant_that_differs_is_found_out():
    param = next(one for one in LISTED_EXERCISES if one.values[1].grade_id == "drift")
    assignment, exercise = param.values
    solution = reference(NOTEBOOKS[assignment], exercise)
    wrong = solution.replace("100 * 60", "100 * 61")
    names = {"right": solution, "wrong": wrong}
    functions = {word: namespace(NOTEBOOKS[assignment], names[word]) for word in names}
    found = equivalence.differing(exercise.grade_id, functions["right"], functions, inputs=2)
    assert list(found) == ["wrong"]
