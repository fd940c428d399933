"""What a document cannot print as it was typed: asked before it is made."""

from typing import TYPE_CHECKING

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.workshop import Workshop

if TYPE_CHECKING:
    from deskrisk.reports.scripts import ScriptProblem


def missing_scripts(
    workshop: Workshop, options: DocumentOptions | None = None
) -> "tuple[ScriptProblem, ...]":
    """The scripts that a document would print by substitutes or letter by letter; see there."""
    # The faces take a while to read, and most workshops are never asked about.
    from deskrisk.reports import scripts  # noqa: PLC0415

    return scripts.missing_scripts(workshop, options)
