"""What the page Name shows: the wall of slips in their piles, people fears apart."""

from collections import defaultdict
from dataclasses import dataclass

from deskrisk.domain.clusters import pile_called
from deskrisk.domain.fears import stands_for
from deskrisk.domain.model.fears import Disposition, Fear, FearKind, FearSource
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.words import said

_LONGEST_NUMBER = 4

SETTLED_HERE = (
    Disposition.AGREEMENT,
    Disposition.QUESTION,
    Disposition.ACKNOWLEDGED,
    Disposition.ISSUE,
    Disposition.PARKED,
)
"""What the room can say of a fear while it names and hears; a risk comes later."""

LAST_KEY = 9
"""Alt+1 to Alt+9 choose one of the first nine piles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """One slip. ``sign`` says what became of it, in a word or two; ``same`` are slips under it."""

    id: FearId
    text: str
    about_us: bool
    held_back: bool
    sign: str
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PileRow:
    """A pile, or the slips in no pile (``id`` None). ``key`` is the digit of Alt+1 to Alt+9."""

    id: ClusterId | None
    name: str
    count: str
    key: str
    about_us: bool
    slips: tuple[SlipRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """The wall. ``piles`` come in two regions: about the work first, then about us."""

    piles: tuple[PileRow, ...]
    pile_names: tuple[tuple[ClusterId | None, str], ...]
    people_heading: str
    note: str
    promise: str
    empty: str


def name_view(workshop: Workshop) -> NameView:
    """The page Name of a workshop. Slips lie in the order of random ids: nobody can read who."""
    heaps = _Heaps(workshop)
    return NameView(
        piles=(
            *_region(workshop, heaps, about_us=False),
            *_region(workshop, heaps, about_us=True),
        ),
        pile_names=(
            (None, _("no pile yet")),
            *(
                (pile.id, f"{place}  {pile.name}" if place <= LAST_KEY else pile.name)
                for place, pile in enumerate(in_order(workshop.clusters), start=1)
            ),
        ),
        people_heading=_("About us: heard, never scored"),
        note=_note(workshop),
        promise=_("{how}, shuffled. No names are kept.").format(
            how=said(workshop.brief.input_fears)
        ),
        empty=_("The first slip breaks the silence."),
    )


def _region(workshop: Workshop, heaps: "_Heaps", *, about_us: bool) -> tuple[PileRow, ...]:
    """The piles of one kind; slips in no pile come first, where the eye looks for new ones."""
    rows = []
    loose = heaps.pile(None, _("No pile yet"), "", about_us=about_us)
    if loose.slips:
        rows.append(loose)
    for place, pile in enumerate(in_order(workshop.clusters), start=1):
        key = str(place) if place <= LAST_KEY else ""
        row = heaps.pile(pile.id, pile.name, key, about_us=about_us)
        if row.slips or (not about_us and heaps.is_empty(pile.id)):
            rows.append(row)
    return tuple(rows)


def pile_meant(workshop: Workshop, words: str) -> ClusterId | None:
    """The pile that a number (from 1) or a name means; None if there is none."""
    piles = in_order(workshop.clusters)
    wanted = words.strip()
    if wanted.isdecimal() and len(wanted) <= _LONGEST_NUMBER:
        return piles[int(wanted) - 1].id if 0 < int(wanted) <= len(piles) else None
    found = pile_called(workshop, wanted)
    return None if found is None else found.id


class _Heaps:
    """All fears, sorted once: by kind and pile, and by the slip that they lie under."""

    def __init__(self, workshop: Workshop) -> None:
        self._heaps: dict[tuple[bool, ClusterId | None], list[Fear]] = defaultdict(list)
        self._under: dict[FearId, list[Fear]] = defaultdict(list)
        for id_ in sorted(workshop.fears):
            fear = workshop.fears[id_]
            top = stands_for(workshop, id_) if fear.merged_into else id_
            if top != id_:
                self._under[top].append(fear)
            else:
                self._heaps[fear.kind is FearKind.PEOPLE, fear.cluster].append(fear)

    def is_empty(self, pile: ClusterId) -> bool:
        """Does nothing lie in this pile?"""
        return (False, pile) not in self._heaps and (True, pile) not in self._heaps

    def pile(self, id_: ClusterId | None, name: str, key: str, *, about_us: bool) -> PileRow:
        """One pile; its count is that of all slips, also of those under others."""
        fears = self._heaps.get((about_us, id_), [])
        slips = tuple(map(self._slip, fears))
        count = len(slips) + sum(len(slip.same) for slip in slips)
        return PileRow(id=id_, name=name, count=str(count), key=key, about_us=about_us, slips=slips)

    def _slip(self, fear: Fear) -> SlipRow:
        return SlipRow(
            id=fear.id,
            text=fear.text,
            about_us=fear.kind is FearKind.PEOPLE,
            held_back=fear.held_back,
            sign=_sign(fear),
            same=tuple(each.text for each in self._under.get(fear.id, ())),
        )


def _sign(fear: Fear) -> str:
    if fear.held_back:
        return _("held back")
    if fear.disposition is None:
        return _("parked: {note}").format(note=fear.note) if fear.note.strip() else ""
    return said(fear.disposition) if fear.disposition in SETTLED_HERE else ""


def _note(workshop: Workshop) -> str:
    count = len(workshop.fears)
    if not count:
        return ""
    about_us = sum(1 for fear in workshop.fears.values() if fear.kind is FearKind.PEOPLE)
    slips = ngettext("{count} slip in", "{count} slips in", count).format(count=count)
    if not about_us:
        return slips
    return _("{slips}, {count} of them about us").format(slips=slips, count=about_us)


def may_offer_pack(workshop: Workshop) -> bool:
    """May the list of others be shown? Not before somebody here has named a fear."""
    return any(fear.source is FearSource.ROOM for fear in workshop.fears.values())
