"""What the formgrader's buttons do: each runs a command of isocenter, beside the server."""

import json

from nbgrader.server_extensions.formgrader.base import (
    BaseApiHandler,
    BaseHandler,
    check_notebook_dir,
    check_xsrf,
)
from tornado import web

from isocenter.formgrader import commands


class _Command(BaseApiHandler):
    """Runs a command in the course that the formgrader shows."""

    async def run(self, *arguments: str) -> commands.Done:
        return await commands.run(
            self.coursedir.root, arguments, self.settings["isocenter_environment"]
        )

    async def change(self, *arguments: str) -> commands.Done:
        """Run a command that writes; such wait for each other."""
        async with self.settings["isocenter_turn"]:
            done = await self.run(*arguments)
        # The server keeps a session of its own: let it read what was written.
        self.gradebook.db.expire_all()
        return done


class Autograde(_Command):
    """The button *Autograde*: `isocenter grade`."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    async def post(self, assignment: str, student: str) -> None:
        """Grade one submission; answers as nbgrader's handler does."""
        with commands.report() as report:
            done = await self.change(
                "grade", f"--student={student}", f"--json={report}", "--", assignment
            )
            self.finish(json.dumps(commands.graded(done, report)))


class Feedback(_Command):
    """The button *Generate feedback*, of one student or of all: `isocenter feedback`."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    async def post(self, assignment: str, student: str | None = None) -> None:
        """Write feedback pages; answers as nbgrader's handler does."""
        only = [] if student is None else [f"--student={student}"]
        done = await self.change("feedback", *only, "--", assignment)
        self.finish(json.dumps(commands.answer(done)))


class ClassReport(BaseHandler):
    """The link *Class report*: a page of the formgrader around the report."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def get(self, assignment: str) -> None:
        """Show the page."""
        self.finish(
            self.render("class_report.tpl", assignment_id=assignment, base_url=self.base_url)
        )


class ClassReportItself(_Command):
    """The report: `isocenter report`, made anew each time, with pseudonyms."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    async def get(self, assignment: str) -> None:
        """Show the report, or say why there is none."""
        done = await self.run("report", "--html=-", "--", assignment)
        if not done.is_success:
            self.set_header("Content-Type", "text/plain; charset=UTF-8")
        self.finish(done.said if done.is_success else done.problem)


HANDLERS = [
    (r"/formgrader/api/submission/([^/]+)/([^/]+)/autograde", Autograde),
    (r"/formgrader/api/assignment/([^/]+)/generate_feedback", Feedback),
    (r"/formgrader/api/assignment/([^/]+)/([^/]+)/generate_feedback", Feedback),
    (r"/formgrader/class_report/([^/]+)/?", ClassReport),
    (r"/formgrader/class_report/([^/]+)/itself", ClassReportItself),
]
