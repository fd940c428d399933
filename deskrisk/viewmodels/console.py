"""What the command line says of a workshop: one plain line each."""

from deskrisk.domain.library import LibraryRow
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.words import said


def one_line(text: str) -> str:
    """A text for the console: a single line, and nothing in it that could steer the terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def library_line(row: LibraryRow) -> str:
    """A workshop of the library: day, title, project, how far it is, and its promises."""
    parts = (str(row.held_on), one_line(row.title), one_line(row.project), said(row.stage))
    return "  ".join(part for part in (*parts, _promises(row)) if part)


def substituted_line(count: int) -> str:
    """How many characters of a file could not be kept."""
    return ngettext(
        "{count} character could not be kept and was replaced.",
        "{count} characters could not be kept and were replaced.",
        count,
    ).format(count=count)


def _promises(row: LibraryRow) -> str:
    if not row.promises:
        return ""
    return _("{kept} of {promises} promises kept").format(
        kept=row.promises_kept, promises=row.promises
    )
