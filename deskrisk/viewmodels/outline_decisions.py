"""What was decided about each risk, as plain pieces."""

from collections.abc import Iterator

from deskrisk.i18n import _
from deskrisk.viewmodels.decisions import DecisionBlock, DecisionsView, OtherRow, PromiseRow
from deskrisk.viewmodels.pieces import (
    Grid,
    Heading,
    Passage,
    Piece,
    labelled,
    section,
    words_table,
)


def decision_pieces(view: DecisionsView) -> Iterator[Piece]:
    """The risks above the line, and red lines below it."""
    found = [piece for block in view.blocks for piece in _block(block)]
    if found:
        yield from section(view.heading, Passage(text=view.lead), *found)


def other_pieces(view: DecisionsView) -> Iterator[Piece]:
    """The risks below the line."""
    found = [piece for row in view.others for piece in _other(row)]
    if found:
        yield from section(view.others_heading, Passage(text=view.others_lead), *found)


def _block(block: DecisionBlock) -> Iterator[Piece]:
    yield Heading(level=3, text=f"{block.position}. {block.title} ({block.number})")
    yield from _sentence(block.cause, block.event, block.consequence)
    yield from labelled(
        (_("Category"), block.category_name),
        (_("Aims"), block.hurts),
        (_("Red line"), block.red_line),
        (_("Today"), block.today),
        (_("Target"), block.target),
        (_("Work"), block.work),
        (_("Decision"), block.decision),
    )
    yield from _promises(block.promises)
    yield from _then(block)
    yield from labelled((_("Amended"), block.amended))


def _other(row: OtherRow) -> Iterator[Piece]:
    yield Heading(level=3, text=f"{row.position}. {row.title} ({row.number})")
    yield from _sentence(*row.statement)
    yield from labelled(
        (_("Expected loss in points, about"), row.points), (_("Decision"), row.decision)
    )
    yield from _promises(row.promises)
    yield from _then(row)


def _then(row: DecisionBlock | OtherRow) -> Iterator[Piece]:
    yield from labelled(
        (_("Owner"), row.owner),
        (_("Why"), row.reason),
        (_("First sign"), row.trigger),
        (_("What we do then"), row.fallback),
        (_("Next look"), row.next_look),
        (_("New risk from it"), row.brings),
        (_("Asked at the end"), row.happy),
    )


def _sentence(cause: str, event: str, consequence: str) -> Iterator[Piece]:
    yield from labelled(
        (_("Because"), cause), (_("May happen"), event), (_("So that"), consequence)
    )


def _promises(promises: tuple[PromiseRow, ...]) -> Iterator[Piece]:
    heads = {
        _("Number"): 9,
        _("Promise"): 34,
        _("Owner"): 16,
        _("Due"): 12,
        _("How we will know"): 30,
        _("Where"): 18,
        _("Status"): 13,
    }
    rows = tuple(
        (
            each.number,
            ". ".join(part for part in (each.title.strip(), each.description.strip()) if part),
            " ".join(part for part in (each.owner, each.supporters) if part),
            each.due,
            each.sign,
            each.where,
            each.status,
        )
        for each in promises
    )
    if rows:
        yield Grid(table=words_table("promises", heads, rows).filled())
