"""Begin a workshop with a template."""

from pathlib import Path
from typing import Any

from deskrisk.domain.changes import Changes
from deskrisk.domain.content import Mistake
from deskrisk.domain.copying import begun_like
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.templates import Template, begun
from deskrisk.services.declared import Form, content_files, content_from_text, read_content
from deskrisk.services.meeting import Meeting

FORM = Form("deskrisk-template", 1)


def templates() -> tuple[Template, ...]:
    """The program's own templates, in the order in which they are offered."""
    return tuple(read_template(path) for path in content_files("templates", None))


def read_template(path: Path) -> Template:
    """Read one file.

    Raises:
        ContentError: every mistake in it, with its line.
    """
    return read_content(path, Template, FORM)


def template_from_text(text: str) -> tuple[Template | None, tuple[Mistake, ...]]:
    """The template in a text; None and all mistakes, in the order of their lines, if any."""
    return content_from_text(text, Template, FORM)


def begin_with(meeting: Meeting, template: Template, *, origin: Any = None) -> Changes:
    """Put everything that a template brings into a new workshop, as one step.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    return meeting.step(
        "workshop.template",
        lambda workshop: begun(workshop, template, meeting.new_id),
        origin=origin,
    )


def begin_like(meeting: Meeting, past: Workshop, *, origin: Any = None) -> Changes:
    """Put everything that was prepared for a past workshop into a new one, as one step.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    return meeting.step(
        "workshop.like",
        lambda workshop: begun_like(workshop, past, meeting.new_id),
        origin=origin,
    )
