"""The page of one submission, on which a person grades."""

import html
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from isocenter.feedback import clean

TEMPLATES = Path(__file__).parent / "templates" / "submission"


def _as_it_is(text: str) -> str:
    return text


class SubmissionExporter(HTMLExporter):
    """nbconvert's exporter with nbgrader's template, which neither escapes nor cleans by itself.

    Parameters
    ----------
    config : Config
        The course's settings.
    """

    def __init__(self, config: Config) -> None:
        settings = Config(config)
        settings.HTMLExporter.sanitize_html = True
        super().__init__(config=settings)
        self.extra_loaders = [FileSystemLoader(TEMPLATES)]
        # The filter that templates put text cells through last; these are clean by then.
        self.filters = {**self.filters, "strip_files_prefix": _as_it_is}

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **more: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook; the names that stand around it are text, not HTML."""
        safe = {
            key: html.escape(value) if isinstance(value, str) else value
            for key, value in (resources or {}).items()
        }
        return super().from_filename(filename, resources=safe, **more)

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Return a text cell as feedback shows it: clean, with formulas that need no script."""
        return clean.markdown(source, context.get("cell", {}).get("attachments"))
