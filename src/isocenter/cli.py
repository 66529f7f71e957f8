"""The `isocenter` command: parses, calls, sets the exit code."""

import argparse
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from isocenter import course as courses
from isocenter.errors import CourseError, IsocenterError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 where some of the work could not be done, 2 for wrong use."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (IsocenterError, OSError) as error:  # such as a full disk, or a folder of someone else
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; what was done before stays", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="isocenter", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="lessons/ to source/, release/ and solutions/")
    build.add_argument("assignment", nargs="*", help="all, unless some are named")
    build.add_argument("--force", action="store_true", help="overwrite an edited source notebook")
    build.set_defaults(run=_build)

    text = commands.add_parser("text", help="take edited source notebooks back to lessons/")
    text.add_argument("assignment", nargs="*", help="all, unless some are named")
    text.add_argument("--force", action="store_true", help="even where the lesson changed too")
    text.set_defaults(run=_text)

    data = commands.add_parser("data", help="build the course's images in data/")
    data.add_argument("--force", action="store_true", help="replace files that are not ours")
    data.add_argument("--zip", metavar="FILE", type=Path, help="also pack them, to hand out")
    data.add_argument("--sheets", metavar="FOLDER", type=Path, help="also draw contact sheets")
    data.add_argument("--real", action="store_true", help="fetch the real images instead (online)")
    data.set_defaults(run=_data)

    grade = commands.add_parser("grade", help="autograde what was handed in, and write feedback")
    grade.add_argument("assignment")
    grade.add_argument("--student", action="append", metavar="ID", help="only these")
    grade.add_argument(
        "--rights",
        choices=("available", "strict"),
        default="available",
        help="how far the rights of student code are lowered: as far as this machine can, or "
        "nothing is graded unless it can all that there is",
    )
    grade.add_argument(
        "--workers", type=int, metavar="N", help="hand-ins run side by side; one a core by default"
    )
    grade.add_argument(
        "--force", action="store_true", help="run everything again, whatever is known of it"
    )
    grade.set_defaults(run=_grade)

    replay = commands.add_parser("replay", help="run one graded test again, and show what it asks")
    replay.add_argument("student")
    replay.add_argument("cell", help="the test's grade_id, or ASSIGNMENT/GRADE_ID")
    replay.set_defaults(run=_replay)

    extend = commands.add_parser("extend", help="give one student more time")
    extend.add_argument("assignment")
    extend.add_argument("student")
    extend.add_argument(
        "--days", type=float, required=True, help="from the due date; 0 takes it back"
    )
    extend.set_defaults(run=_extend)

    status = commands.add_parser("status", help="show where each assignment stands")
    status.set_defaults(run=_status)

    doctor = commands.add_parser("doctor", help="show what this machine can do")
    doctor.add_argument(
        "assignment", nargs="?", help="name the tests that see that answers run elsewhere, instead"
    )
    doctor.set_defaults(run=_doctor)

    demo = commands.add_parser("demo", help="let a made-up class hand in, and grade it")
    demo.add_argument("--remove", action="store_true", help="take the demo class out again")
    demo.set_defaults(run=_demo)
    return parser


def _build(options: argparse.Namespace) -> int:
    from isocenter.build import build

    build(courses.find(), options.assignment, force=options.force, say=print)
    return 0


def _text(options: argparse.Namespace) -> int:
    from isocenter.build import to_text

    course = courses.find()
    for path in to_text(course, options.assignment, force=options.force):
        print(f"{path.relative_to(course.root)}: changed")
    return 0


def _data(options: argparse.Namespace) -> int:
    from isocenter import images

    folder = courses.find().root / "data"
    if options.real:
        images.fetch_real(folder)
    else:
        images.build(folder, force=options.force, progress=print)
        faults = images.verify(folder)
        print("\n".join(faults) or f"all images are in {folder.name}/, as they should be")
    if options.zip:
        images.archive(folder, options.zip)
    if options.sheets:
        images.contact_sheets(folder, options.sheets)
    return 0


def _grade(options: argparse.Namespace) -> int:
    from isocenter import grading, screen
    from isocenter.grading import settings

    root = settings.find()
    handed_in = grading.students(root, options.assignment)
    for student in options.student or []:
        if student not in handed_in:
            raise CourseError(f"submitted/{student}/{options.assignment} does not exist")
    submissions = [(student, options.assignment) for student in options.student or handed_in]
    if not submissions:
        raise CourseError(
            f"nobody handed in {options.assignment}: submissions are expected in "
            f"submitted/<student>/{options.assignment}/"
        )
    console = screen.console()
    how = grading.Grading(
        workers=options.workers, strict=options.rights == "strict", force=options.force
    )
    graded = grading.grade(root, submissions, how)
    results = screen.watch(console, graded, len(set(submissions)))
    console.print(screen.table(results, [options.assignment], {}))
    for level in sorted({result.rights for result in results} - {""}):
        console.print(f"student code ran with rights lowered to: {level.lower()}")
    screen.details(console, results)
    return 0 if all(result.is_whole for result in results) else 1


def _replay(options: argparse.Namespace) -> int:
    from isocenter import screen
    from isocenter.replay import replay

    asked: list[str] = []
    source, outcome = replay(courses.find(), options.student, options.cell, asked.append)
    screen.transcript(screen.console(), source, asked, outcome)
    return 0


def _status(options: argparse.Namespace) -> int:
    from isocenter import screen, status

    screen.console().print(screen.overview(status.read(courses.find())))
    return 0


def _extend(options: argparse.Namespace) -> int:
    from isocenter.grading import extend, settings

    if not 0 <= options.days <= 3650:
        raise CourseError(f"--days {options.days:g}: write a number from 0 to 3650")
    extend(settings.find(), options.assignment, options.student, timedelta(days=options.days))
    print(f"{options.student} has {options.days:g} more days for {options.assignment}")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from isocenter import doctor, screen

    console = screen.console()
    if options.assignment is None:
        return 0 if doctor.show_machine(console) else 1
    course = courses.find()
    course.select([options.assignment])
    tests = doctor.compare(course, options.assignment)
    doctor.show(console, options.assignment, tests)
    return 1 if any(test.sees_the_boundary for test in tests) else 0


def _demo(options: argparse.Namespace) -> int:
    from isocenter import demo, images, screen

    course = courses.find()
    if options.remove:
        demo.remove(course)
        return 0
    class_ = demo.read_class(course)
    console = screen.console()
    images.build(course.root / "data", progress=console.print)
    total = sum(len(student.assignments) for student in class_)
    results = screen.watch(console, demo.run(course, console.print), total)
    screen.details(console, results)
    about = {student.name: student.about for student in class_}
    console.print()
    console.print(screen.table(results, list(course.assignments), about))
    console.print("Open next:")
    for path in demo.pages(course):
        console.print(f"  {path.relative_to(course.root)}", soft_wrap=True)
    return 0
