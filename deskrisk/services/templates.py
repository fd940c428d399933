"""Begin a workshop with a template, and keep what was prepared as a template of one's own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from deskrisk import settings
from deskrisk.domain.changes import Changes
from deskrisk.domain.codec import to_plain
from deskrisk.domain.content import ContentError, Mistake
from deskrisk.domain.copying import begun_like
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.templates import NotATemplateError, Template, begun, template_of
from deskrisk.i18n import _, language
from deskrisk.services.atomic import named_errors, write_whole
from deskrisk.services.declared import Form, content_from_text, read_content, usable_content
from deskrisk.services.meeting import Meeting

FORM = Form("deskrisk-template", 1)
_LONGEST_NAME, _LONGEST_NOTE = 60, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateShelf:
    """The templates that can be used, and what is wrong with those that cannot."""

    templates: tuple[Template, ...]
    faults: tuple[ContentError, ...]


def templates() -> tuple[Template, ...]:
    """The program's own templates, in the order in which they are offered."""
    return find_templates(None).templates


def find_templates(own: Path | None) -> TemplateShelf:
    """All templates: the program's, then those in a folder of the user, each by name of file.

    Args:
        own: the user's folder; it does not have to exist.
    """
    found, faults = usable_content("templates", own, read_template)
    return TemplateShelf(templates=found, faults=faults)


def known_templates() -> TemplateShelf:
    """All templates there are here: the program's, and the user's own."""
    return find_templates(settings.templates_folder())


def save_template(workshop: Workshop, name: str, folder: Path | None = None) -> Path:
    """Keep what was prepared for a workshop as a template of the user's own.

    No person, no day and nothing that was said in the room goes into it.

    Args:
        workshop: whose preparation it is.
        name: what the template is called.
        folder: where to; the user's own folder unless something else is said.

    Returns:
        the file that was written.

    Raises:
        NotATemplateError: what was prepared is not enough for a template; every reason is there.
        PathError: it cannot be written there.
    """
    id_ = uuid4().hex
    note = _("Saved from “{title}”").format(title=workshop.brief.title)[:_LONGEST_NOTE]
    made = template_of(workshop, id_, name.strip()[:_LONGEST_NAME], note, language())
    plain = {"format": FORM.name, "format_version": FORM.version, **to_plain(made)}
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    value, mistakes = template_from_text(text)
    if value is None:
        raise NotATemplateError(mistakes)
    path = (folder or settings.templates_folder()) / f"{id_}.json"
    with named_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    return path


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
