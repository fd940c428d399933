"""What the room was worried about, told without telling on anybody (method A.4, A.10).

What may be printed of it is for ``domain.publishing`` to say.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.publishing import is_released, may_be_named
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import count_word

_BECAME = {
    Disposition.AGREEMENT: (N_("{count} working agreement"), N_("{count} working agreements")),
    Disposition.ISSUE: (N_("{count} issue"), N_("{count} issues")),
    Disposition.QUESTION: (N_("{count} open question"), N_("{count} open questions")),
    Disposition.ACKNOWLEDGED: (N_("{count} heard"), N_("{count} heard")),
    Disposition.PARKED: (N_("{count} parked"), N_("{count} parked")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PileRow:
    """A pile: its name, how many slips, what became of them, and the words that were released."""

    name: str
    count: int
    became: str
    released: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An issue or a question that somebody took home. ``words`` are the fear's, if released."""

    text: str
    words: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorriesView:
    """All piles, named ones first; ``note`` says what is not printed. Empty without a fear."""

    total: int
    note: str
    piles: tuple[PileRow, ...]
    issues: tuple[OpenItem, ...]
    questions: tuple[OpenItem, ...]


def worries_view(workshop: Workshop) -> WorriesView:
    """The piles with counts, and what became of them."""
    fears = tuple(sorted(workshop.fears.values(), key=lambda fear: fear.id))
    named: list[PileRow] = []
    pooled: list[Fear] = [fear for fear in fears if fear.cluster is None]
    for cluster in in_order(workshop.clusters):
        pile = [fear for fear in fears if fear.cluster == cluster.id]
        if pile and may_be_named(cluster, pile):
            named.append(_row(workshop, cluster.name, pile))
        else:
            pooled += pile
    rows = list(named)
    if pooled:
        name = _("Smaller piles, and worries about us") if named else _("All slips together")
        rows.append(_row(workshop, name, pooled))
    return WorriesView(
        total=len(fears),
        note=_note(len(fears)),
        piles=tuple(rows),
        issues=_open_items(workshop, fears, Disposition.ISSUE),
        questions=_open_items(workshop, fears, Disposition.QUESTION),
    )


def _row(workshop: Workshop, name: str, pile: Sequence[Fear]) -> PileRow:
    return PileRow(
        name=name,
        count=len(pile),
        became=_became(workshop, pile),
        released=tuple(fear.text for fear in pile if is_released(fear)),
    )


def _became(workshop: Workshop, pile: Sequence[Fear]) -> str:
    """Which risks came of a pile, by their place in the order, and what else."""
    ids = {fear.id for fear in pile}
    order = standing_order(workshop)
    places = [
        place for place, risk in enumerate(order, start=1) if ids & set(workshop.risks[risk].fears)
    ]
    parts: list[str] = []
    if places:
        said = ngettext("risk {places}", "risks {places}", len(places))
        parts.append(said.format(places=", ".join(str(place) for place in places)))
    agreements = {fear.agreement for fear in pile if fear.agreement is not None}
    counts = Counter(fear.disposition for fear in pile)
    counts[Disposition.AGREEMENT] = len(agreements) or counts[Disposition.AGREEMENT]
    for disposition, (one, many) in _BECAME.items():
        if counts[disposition]:
            said = ngettext(one, many, counts[disposition])
            parts.append(said.format(count=count_word(counts[disposition])))
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _note(total: int) -> str:
    found = ngettext(
        "{count} fear, written in silence and without a name; one dot is one fear. Its words stay "
        "with the room; who wrote it was never recorded.",
        "{count} fears, written in silence and without names; one dot is one fear. Their words "
        "stay with the room; who wrote them was never recorded.",
        total,
    )
    return found.format(count=total)


def _open_items(
    workshop: Workshop, fears: Sequence[Fear], disposition: Disposition
) -> tuple[OpenItem, ...]:
    return tuple(
        OpenItem(
            text="" if _same(fear.note, fear.text) and is_released(fear) else fear.note,
            words=fear.text if is_released(fear) else "",
            owner=workshop.participants[fear.owner].name if fear.owner else "",
            due=fear.due,
        )
        for fear in fears
        if fear.disposition is disposition
    )


def _same(a: str, b: str) -> bool:
    """Do two texts say the same words?"""
    return a.casefold().split() == b.casefold().split()
