"""Reading aloud: one fear at a time, in an order that tells nothing about anybody."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from deskrisk.domain.model.fears import Fear, FearKind
from deskrisk.domain.model.ids import FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.name import SETTLED_HERE
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """What is being read. ``ticks`` say of each fear in the order whether it was heard.

    ``place`` counts from 0, -1 where there is nothing to read; ``ask`` is the one question that
    may be asked now; ``kept`` is what was said about this fear: parked, agreed, asked.
    """

    id: FearId | None
    text: str
    place: int
    where: str
    ask: str
    about_us: bool
    kept: str
    ticks: tuple[bool, ...]
    held_back: str


def reading_order(workshop: Workshop) -> tuple[FearId, ...]:
    """The fears that are read, by their random ids; those held back are not."""
    return tuple(sorted(id_ for id_, fear in workshop.fears.items() if not fear.held_back))


def next_to_read(workshop: Workshop, here: FearId | None, by: int) -> FearId | None:
    """The fear so many places on; the ends are the ends. Also from one that is no longer read."""
    order = reading_order(workshop)
    if not order:
        return None
    if here is None:
        return order[0]
    if here not in order:
        later = [id_ for id_ in order if id_ > here]
        return later[0] if later else order[-1]
    return order[min(max(order.index(here) + by, 0), len(order) - 1)]


def reading_view(
    workshop: Workshop, here: FearId | None, heard: AbstractSet[FearId]
) -> ReadingView:
    """What is shown while reading.

    Args:
        workshop: as it is now.
        here: the fear being read; None for none.
        heard: those that were on the wall this evening.
    """
    order = reading_order(workshop)
    fear = workshop.fears.get(here) if here in order and here is not None else None
    back = sum(each.held_back for each in workshop.fears.values())
    return ReadingView(
        id=fear.id if fear else None,
        text=fear.text if fear else _("Nothing to read yet. Type a slip in first."),
        place=order.index(fear.id) if fear else -1,
        where=_where(order, fear, heard),
        ask=_ask(fear),
        about_us=fear is not None and fear.kind is FearKind.PEOPLE,
        kept=_kept(workshop, fear),
        ticks=tuple(id_ in heard for id_ in order),
        held_back=_("{count} held back").format(count=back) if back else "",
    )


def _where(order: tuple[FearId, ...], fear: Fear | None, heard: AbstractSet[FearId]) -> str:
    if fear is None:
        return ""
    place, count = order.index(fear.id) + 1, len(order)
    left = sum(id_ not in heard for id_ in order)
    where = _("{place} of {count}").format(place=place, count=count)
    return where if left else _("{where}, all heard").format(where=where)


def _ask(fear: Fear | None) -> str:
    if fear is None:
        return ""
    if fear.kind is FearKind.PEOPLE:
        return _("This one is about us. Would it help to agree on something?")
    return _("No answers yet. One question: what could somebody mean by that?")


def _kept(workshop: Workshop, fear: Fear | None) -> str:
    if fear is None:
        return ""
    if fear.disposition is None:
        return _("Parked: {note}").format(note=fear.note) if fear.note.strip() else ""
    if fear.disposition not in SETTLED_HERE:
        return ""
    agreed = workshop.working_agreements.get(fear.agreement) if fear.agreement else None
    more = agreed.text if agreed else fear.note
    word = said(fear.disposition)
    return _("{what}: {text}").format(what=word, text=more) if more.strip() else word
