"""What a past workshop taught, as lines: put into the private notes of the one that goes on."""

from collections.abc import Callable, Mapping

from deskrisk.domain.continuing import Lesson, LessonKind, lessons
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import day

MOST_LINES = 24
"""A note that is longer is not read before a meeting."""


def lessons_text(past: Workshop) -> str:
    """What happened, what held and what did not, a line each; empty if no review told anything."""
    found = lessons(past)
    if not found:
        return ""
    title, held_on = past.brief.title, day(past.brief.held_on)
    head = _("From “{title}”, {day}:").format(title=title, day=held_on)
    lines = [_line(each) for each in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        more = len(found) - MOST_LINES
        lines.append(_("... and {count} more in that workshop.").format(count=more))
    return "\n".join((head, *lines))


def _line(lesson: Lesson) -> str:
    said = _WORDS[lesson.kind]().format(about=lesson.about)
    return f"{said} {lesson.note}".rstrip()


_WORDS: Mapping[LessonKind, Callable[[], str]] = {
    LessonKind.HAPPENED: lambda: _("It happened: {about}."),
    LessonKind.PROVEN: lambda: _("It held: {about}."),
    LessonKind.NOT_KEPT: lambda: _("It was not kept: {about}."),
    LessonKind.SEEN: lambda: _("Seen about {about}:"),
}
