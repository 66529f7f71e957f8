"""The server extension: nbgrader's formgrader, with handlers and templates of ours."""

import asyncio
import os
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, PrefixLoader
from jinja2.loaders import ChoiceLoader
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.server_extensions.formgrader.handlers import template_path

from isocenter.formgrader import handlers
from isocenter.formgrader.submission import SubmissionExporter

OURS = Path(__file__).parent / "templates"


class Formgrader(FormgradeExtension):
    """nbgrader's formgrader; its buttons for grading and feedback run `isocenter`."""

    @classmethod
    def serve(cls, server: Any) -> None:
        """Add the formgrader to a Jupyter server, as nbgrader's own extension does.

        Parameters
        ----------
        server : jupyter_server.serverapp.ServerApp
        """
        # A course's settings change the environment as soon as they are read.
        environment = dict(os.environ)
        formgrader = cls(parent=server)
        formgrader.root_dir = server.root_dir
        formgrader.log = server.log
        formgrader.initialize([])
        formgrader.init_tornado_settings(server.web_app)
        formgrader.init_handlers(server.web_app)
        server.web_app.settings.update(
            isocenter_environment=environment, isocenter_turn=asyncio.Lock()
        )

    def init_tornado_settings(self, webapp: Any) -> None:
        """Let our templates take the place of nbgrader's, and escape what they are given."""
        super().init_tornado_settings(webapp)
        theirs = FileSystemLoader(template_path)
        loaders = [FileSystemLoader(OURS), theirs, PrefixLoader({"nbgrader": theirs})]
        webapp.settings.update(
            nbgrader_jinja2_env=Environment(loader=ChoiceLoader(loaders), autoescape=True),
            nbgrader_exporter=SubmissionExporter(config=self.config),
        )

    def init_handlers(self, webapp: Any) -> None:
        """Put our handlers before nbgrader's: of two for an address, the first one answers."""
        base = webapp.settings["base_url"]
        ours = [(url_path_join(base, pattern), handler) for pattern, handler in handlers.HANDLERS]
        webapp.add_handlers(".*$", ours)
        super().init_handlers(webapp)
