"""Every hidden test is needed: without its asserts the bank names a wrong answer that slips in."""

import ast
import copy

import pytest
from bank import judge, read, run_exercise, submissions
from conftest import ASSIGNMENTS

from isocenter import lessons

CELLS = [
    pytest.param(assignment, exercise, cell, id=f"{assignment}-{cell}")
    for assignment in ASSIGNMENTS
    for exercise in lessons.exercises(read(assignment))
    for cell in exercise.hidden
]


def hollowed(source):
    """Return a hidden test without its body: the function that `checks.run` calls does nothing."""
    tree = ast.parse(source)
    (test,) = (
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and [ast.unparse(decorator) for decorator in node.decorator_list] == ["checks.run"]
    )
    test.body = [ast.Pass()]
    return ast.unparse(tree)


@pytest.mark.parametrize(("assignment", "exercise", "cell"), CELLS)
def test_a_hollow_test_lets_a_wrong_answer_through(assignment, exercise, cell):
    notebook = copy.deepcopy(read(assignment))
    for one in notebook.cells:
        if lessons.grade_id(one) == cell:
            one.source = hollowed(one.source)
    wrong = [
        one
        for one in submissions(assignment, exercise.grade_id)
        if cell in one.fails and one.kind == "wrong_answer"
    ]
    assert wrong, f"no wrong answer of the bank is said to fail {cell}"
    # The one that fails the fewest cells: best of all, this one alone.
    submission = min(wrong, key=lambda one: len(one.fails))
    problems = run_exercise(notebook, exercise, submission.code)
    assert judge(submission, problems) == [f"{cell} passes, and should fail"]
