"""The `isocenter` command: parses, calls, sets the exit code."""

import argparse
import json
import os
import shlex
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from isocenter import client, starting
from isocenter import course as courses
from isocenter.errors import CourseError, IsocenterError


def main(arguments: Sequence[str] | None = None, warm: Any = None) -> int:
    """Run one command; returns 0, 1 where some of the work could not be done, 2 for wrong use.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of this process, unless given.
    warm : isocenter.grading.warm.Borrowed, optional
        A worker that `isocenter serve` lends to the command.
    """
    starting.leave_out()
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(arguments)
    options.arguments, options.warm = arguments, warm
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

    grade = commands.add_parser("grade", help="grade what was handed in")
    grade.add_argument("assignment")
    grade.add_argument("--student", action="append", metavar="ID", help="only these")
    grade.add_argument(
        "--rights",
        choices=("available", "strict"),
        default="available",
        help="how far the rights of student code are lowered: as far as this machine can, or "
        "nothing is graded unless it can all that there is",
    )
    where = grade.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=int, metavar="N", help="hand-ins run side by side; one a core by default"
    )
    where.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="run them on the workers of this Dask scheduler: tls://HOST:PORT, or on this machine",
    )
    grade.add_argument(
        "--force", action="store_true", help="run everything again, whatever is known of it"
    )
    grade.add_argument("--json", metavar="FILE", type=Path, help="also write each status there")
    grade.add_argument(
        "--no-serve",
        dest="serve",
        action="store_false",
        help="do not use `isocenter serve`, even if it runs in this course",
    )
    grade.set_defaults(run=_grade)

    serve = commands.add_parser("serve", help="keep a worker warm for `isocenter grade`")
    serve.add_argument(
        "--idle",
        type=float,
        default=60,
        metavar="MINUTES",
        help="end when nothing was graded for so long; 60 by default",
    )
    serve.set_defaults(run=_serve)

    check = commands.add_parser("check", help="before handing in: what a notebook lacks")
    check.add_argument("notebook", nargs="+", type=Path)
    check.add_argument(
        "--release", metavar="PATH", type=Path, help="the notebook as handed out, or its folder"
    )
    check.add_argument("--timeout", metavar="SECONDS", type=int, default=60, help="for each cell")
    check.add_argument(
        "--annotations", choices=("github",), help="also mark the places for this CI service"
    )
    check.add_argument("--summary", metavar="FILE", type=Path, help="also append it as Markdown")
    check.set_defaults(run=_check)

    collect = commands.add_parser("collect", help="bring in submissions from git repositories")
    collect.add_argument("assignment")
    collect.add_argument(
        "--from", dest="table", metavar="FILE", type=Path, required=True, help="CSV: student,url"
    )
    collect.add_argument("--student", action="append", metavar="ID", help="only these")
    collect.set_defaults(run=_collect)

    bundle = commands.add_parser("bundle", help="pack what a grader elsewhere needs")
    bundle.add_argument("assignment")
    bundle.add_argument("--out", metavar="FILE", type=Path, help="the archive to write")
    bundle.add_argument("--gradescope", action="store_true", help="as an autograder of Gradescope")
    bundle.set_defaults(run=_bundle)

    ci = commands.add_parser("ci", help="write the files of GitHub Actions")
    ci.add_argument("assignment", nargs="*", help="for students: all, unless some are named")
    whose = ci.add_mutually_exclusive_group(required=True)
    whose.add_argument("--student", metavar="DIR", type=Path, help="a repository to hand out")
    whose.add_argument("--instructor", metavar="DIR", type=Path, help="the course's repository")
    ci.set_defaults(run=_ci)

    feedback = commands.add_parser("feedback", help="write the pages that students get back")
    feedback.add_argument("assignment")
    feedback.add_argument("--student", action="append", metavar="ID", help="only these")
    feedback.set_defaults(run=_feedback)

    report = commands.add_parser("report", help="write what a class did, for people and programs")
    report.add_argument("assignment")
    report.add_argument("--html", metavar="FILE", type=Path, help="the page; where nothing else is")
    for kind, what in (
        ("junit", "JUnit XML"),
        ("summary", "a few lines of Markdown"),
        ("json", "all of it, after a schema"),
    ):
        report.add_argument(f"--{kind}", metavar="FILE", type=Path, help=f"{what}; - to print it")
    report.add_argument(
        "--csv",
        nargs=2,
        action="append",
        default=[],
        metavar=("canvas|moodle", "FILE"),
        help="grades for a learning platform, always with ids",
    )
    report.add_argument("--names", action="store_true", help="names in place of pseudonyms")
    report.set_defaults(run=_report)

    forget = commands.add_parser("forget", help="remove all that the course holds of a student")
    forget.add_argument("student")
    forget.add_argument("--yes", action="store_true", help="do it; otherwise it is only listed")
    forget.set_defaults(run=_forget)

    publish = commands.add_parser("publish", help="take down the grades that students are told")
    publish.add_argument("assignment")
    publish.add_argument(
        "--solutions", action="store_true", help="feedback may show what would have been right"
    )
    publish.set_defaults(run=_publish)

    changes = commands.add_parser("changes", help="list grades that are not the published ones")
    changes.add_argument("assignment", nargs="?", help="all that were published, unless named")
    changes.set_defaults(run=_changes)

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


def _serve(options: argparse.Namespace) -> int:
    if not 0 < options.idle <= 10080:
        raise CourseError(f"--idle {options.idle:g}: write a number of minutes, at most a week's")
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")  # it forks, which threads forbid
    from isocenter.grading import serving, settings

    return serving.serve(settings.find(), options.idle)


def _grade(options: argparse.Namespace) -> int:
    if options.serve and not options.cluster:
        code = client.ask(options.arguments)
        if code is not None:
            return code
    from isocenter import grading, screen
    from isocenter.grading import settings

    root = settings.find()
    if (root / "course.toml").is_file():
        courses.read(root / "course.toml").select([options.assignment])
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
        workers=options.workers,
        strict=options.rights == "strict",
        force=options.force,
        cluster=options.cluster,
        warm=options.warm,
    )
    graded = grading.grade(root, submissions, how)
    results = screen.watch(console, graded, len(set(submissions)))
    absent = grading.missing(root, options.assignment)
    if options.json:
        said = [result.to_json() for result in results]
        gone = {"assignment": options.assignment, "status": "missing"}
        said += [{"student": student, **gone} for student in absent]
        said = {"version": 1, "submissions": said}
        options.json.write_text(json.dumps(said, indent=1), encoding="utf-8")
    screen.show_class(console, results, [options.assignment], {})
    screen.reasons(console, results, [] if options.student else absent)
    for level in sorted({result.rights for result in results} - {""}):
        console.print(f"student code ran with rights lowered to: {level.lower()}")
    screen.details(console, results)
    return 0 if all(result.is_whole for result in results) else 1


def _feedback(options: argparse.Namespace) -> int:
    from isocenter.feedback import writing
    from isocenter.grading import settings

    problems = pages = 0
    for one in writing.write(settings.find(), options.assignment, options.student):
        pages += len(one.pages)
        problems += bool(one.problem)
        if one.problem:
            print(f"{one.student}: no page: {one.problem}")
    folder = f"feedback/<student>/{options.assignment}/"
    print(f"{pages} page{'' if pages == 1 else 's'} written to {folder}")
    return 1 if problems else 0


def _report(options: argparse.Namespace) -> int:
    from isocenter.grading import settings
    from isocenter.reports import lms, writing

    csv = [(platform, Path(file)) for platform, file in options.csv]
    wanted = writing.Wanted(
        options.html, options.junit, options.summary, options.json, csv, options.names
    )
    results, written = writing.write(settings.find(), options.assignment, wanted)
    for path in written:
        print(f"written: {path}", file=sys.stderr)
    for line in lms.remarks(results) if csv else []:
        print(line, file=sys.stderr)
    return 0


def _forget(options: argparse.Namespace) -> int:
    from isocenter import forgetting
    from isocenter.grading import settings

    root = settings.find()
    traces = forgetting.find(root, options.student)
    print("removed:" if options.yes else "would be removed:")
    if options.yes:
        forgetting.forget(root, traces)
    for path in traces.places:
        print(f"  {path.relative_to(root)}")
    for path in traces.entries:
        print(f"  entries in {path.relative_to(root)}")
    if traces.in_gradebook:
        print("  the gradebook's rows: grades, comments, name and address")
    if not options.yes:
        print(f"do it with: isocenter forget {shlex.quote(options.student)} --yes")
    print("not looked at: docs/privacy.md lists what lies elsewhere")
    return 0


def _check(options: argparse.Namespace) -> int:
    from isocenter.selfcheck import command

    return command.run(
        options.notebook,
        release=options.release,
        seconds=options.timeout,
        annotate=options.annotations == "github",
        summary=options.summary,
    )


def _collect(options: argparse.Namespace) -> int:
    from isocenter import collecting

    listed = collecting.read_list(options.table, options.student or [])
    failed = False
    for one in collecting.collect(courses.find(), options.assignment, listed):
        print(f"{one.student}: {one.state}" + (f": {one.words}" if one.words else ""), flush=True)
        failed |= one.state == "failed"
    return 1 if failed else 0


def _bundle(options: argparse.Namespace) -> int:
    from isocenter.bundles import contents, gradescope

    kind = "gradescope" if options.gradescope else "bundle"
    path = options.out or Path(f"{options.assignment}-{kind}.zip")
    write = gradescope.bundle if options.gradescope else contents.bundle
    secret = write(courses.find(), options.assignment, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, without any student's data")
    print("Keep it from students. Secret in it are", *secret, sep="\n  ")
    return 0


def _ci(options: argparse.Namespace) -> int:
    from isocenter.bundles import workflows

    if options.student:
        written = workflows.student(courses.find(), options.assignment, options.student)
    else:
        written = workflows.instructor(options.assignment, options.instructor)
    print(*written, sep="\n")
    return 0


def _publish(options: argparse.Namespace) -> int:
    from isocenter import publishing
    from isocenter.grading import settings

    count = publishing.publish(settings.find(), options.assignment, solutions=options.solutions)
    print(
        f"{options.assignment}: the grades of {count} students are taken down as published; "
        f"`isocenter feedback {options.assignment}` writes their pages"
    )
    return 0


def _changes(options: argparse.Namespace) -> int:
    from isocenter import publishing, screen
    from isocenter.grading import settings

    root = settings.find()
    names = [options.assignment] if options.assignment else publishing.published(root)
    if not names:
        raise CourseError("no grades were published: `isocenter publish ASSIGNMENT` does that")
    found = [change for name in names for change in publishing.changes(root, name)]
    console = screen.console()
    if found:
        console.print(screen.changed(found))
    else:
        console.print(f"every grade is as it was published: {', '.join(names)}")
    return 0


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
    screen.show_class(console, results, list(course.assignments), about)
    pages = demo.write_reports(course, console.print)
    console.print("Open next:")
    for path in pages:
        console.print(f"  {path.relative_to(course.root)}", soft_wrap=True)
    return 0
