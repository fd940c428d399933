"""What the search shows: a sentence with its words marked, and what and where it is."""

import re
from dataclasses import dataclass

from deskrisk.domain.library import Shelf
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.search import Found, Hit, HitKind
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import short_day

KINDS = {
    HitKind.TITLE: N_("Workshop"),
    HitKind.PROJECT: N_("Project"),
    HitKind.PERSON: N_("Person"),
    HitKind.RISK: N_("Risk"),
    HitKind.PROMISE: N_("Promise"),
    HitKind.FEAR: N_("Fear"),
    HitKind.PILE: N_("Pile"),
    HitKind.AIM: N_("Aim"),
    HitKind.AGREEMENT: N_("Agreement among us"),
    HitKind.RESPONSE: N_("Response"),
    HitKind.NOTE: N_("Note"),
}
BEFORE = 60
"""How many characters of a long text stand before its first mark."""

AROUND = 220
"""How many characters of a long text are shown."""

_NOT_ONE_LINE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class HitRow:
    """One thing that was found.

    ``pieces`` are the sentence in parts, each with whether it is marked; ``fear`` sets it in the
    person's face. ``part`` and ``id`` name the value in the workshop.
    """

    workshop: WorkshopId
    part: str
    id: str
    kind: str
    pieces: tuple[tuple[str, bool], ...]
    where: str
    fear: bool
    spoken: str


def hit_row(hit: Hit) -> HitRow:
    """A hit in words."""
    passage, kind = hit.passage, _(KINDS[hit.passage.kind])
    where = f"{hit.workshop_title}  \N{MIDDLE DOT}  {short_day(hit.held_on, with_year=True)}"
    if hit.shelf is Shelf.ARCHIVED:
        where = _("{where}, archived").format(where=where)
    return HitRow(
        workshop=hit.workshop,
        part=passage.part,
        id=passage.id,
        kind=kind,
        pieces=_pieces(passage.text, hit.marks),
        where=where,
        fear=passage.kind is HitKind.FEAR,
        spoken=f"{kind}: {passage.text[:AROUND]}. {where}",
    )


def found_words(found: Found, unread: int) -> str:
    """How much was found, and whether the search knows everything yet."""
    count = len(found.hits)
    if found.more:
        words = _("The best {count} places").format(count=count)
    elif count:
        words = ngettext("{count} place", "{count} places", count).format(count=count)
    else:
        words = _("Nothing was found.")
    if unread:
        late = ngettext(
            "{count} workshop is still being read", "{count} workshops are still being read", unread
        )
        words = f"{words}  \N{MIDDLE DOT}  {late.format(count=unread)}"
    return words


def _pieces(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[tuple[str, bool], ...]:
    """The text in parts, a long one only around its first mark; on one line."""
    first = marks[0][0] if marks else 0
    start = 0 if len(text) <= AROUND else max(first - BEFORE, 0)
    end = min(start + AROUND, len(text))
    found: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for left, right in marks:
        if left >= end:
            break
        found += [(text[at:left], False), (text[left : min(right, end)], True)]
        at = min(right, end)
    found.append((text[at:end], False))
    if end < len(text):
        found.append((" …", False))
    return tuple((_NOT_ONE_LINE.sub(" ", piece), mark) for piece, mark in found if piece)
