"""What the page Name shows: the wall of slips in their piles, people fears apart."""

from dataclasses import dataclass

from deskrisk.domain.clusters import fears_of
from deskrisk.domain.model.fears import Fear, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.words import said

LAST_KEY = 9
"""Alt+1 to Alt+9 choose one of the first nine piles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """One slip. ``sign`` says what became of it, in a word or two."""

    id: FearId
    text: str
    about_us: bool
    held_back: bool
    sign: str


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
    return NameView(
        piles=(*_region(workshop, about_us=False), *_region(workshop, about_us=True)),
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


def _region(workshop: Workshop, *, about_us: bool) -> tuple[PileRow, ...]:
    """The piles of one kind; slips in no pile come first, where the eye looks for new ones."""
    rows = []
    loose = _pile(workshop, None, "", "", about_us=about_us)
    if loose.slips:
        rows.append(loose)
    for place, pile in enumerate(in_order(workshop.clusters), start=1):
        key = str(place) if place <= LAST_KEY else ""
        row = _pile(workshop, pile.id, pile.name, key, about_us=about_us)
        if row.slips or (not about_us and not fears_of(workshop, pile.id)):
            rows.append(row)
    return tuple(rows)


def _pile(
    workshop: Workshop, id_: ClusterId | None, name: str, key: str, *, about_us: bool
) -> PileRow:
    fears = [workshop.fears[fear] for fear in fears_of(workshop, id_)]
    slips = tuple(_slip(f) for f in fears if (f.kind is FearKind.PEOPLE) is about_us)
    return PileRow(
        id=id_,
        name=name or _("No pile yet"),
        count=str(len(slips)),
        key=key,
        about_us=about_us,
        slips=slips,
    )


def _slip(fear: Fear) -> SlipRow:
    sign = said(fear.disposition) if fear.disposition else ""
    return SlipRow(
        id=fear.id,
        text=fear.text,
        about_us=fear.kind is FearKind.PEOPLE,
        held_back=fear.held_back,
        sign=_("held back") if fear.held_back else sign,
    )


def _note(workshop: Workshop) -> str:
    count = len(workshop.fears)
    if not count:
        return ""
    about_us = sum(1 for fear in workshop.fears.values() if fear.kind is FearKind.PEOPLE)
    slips = ngettext("{count} slip in", "{count} slips in", count).format(count=count)
    if not about_us:
        return slips
    return _("{slips}, {count} of them about us").format(slips=slips, count=about_us)
