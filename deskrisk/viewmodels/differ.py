"""Where we differ: groups that hedge against different things, risks in two camps, reservations.

What stays different after the talk is printed, not averaged away.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.groups import Shares, Worry, group_gaps, worry
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import CategoryId, GroupId, RiskId
from deskrisk.domain.model.risks import COST, DELIVERY, MAINTAINABILITY, OPERATIONAL
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.spread import State
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.agreement import agreement_view
from deskrisk.viewmodels.hedging import HedgingView, hedging_view
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.spread import SpreadView
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import category_name

WORTH_SAYING = 0.1
"""Groups whose shares of worry differ by less for every kind worry about the same things."""

_AGAINST = {
    OPERATIONAL: N_("operational trouble"),
    COST: N_("cost running away"),
    MAINTAINABILITY: N_("what is hard to maintain"),
    DELIVERY: N_("not delivering"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferentRead:
    """A risk that two groups read differently, now or before the talk."""

    position: int
    title: str
    sentence: str
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FarApart:
    """A risk on which single answers lie far apart: in two camps, or one ten times the middle."""

    position: int
    title: str
    word: str
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferView:
    """The page. ``hedging`` is None where groups are not compared; nothing at all: ``is_empty``.

    ``leaning`` are groups, each with the places and titles of the risks that worry it more than
    another; ``voices`` are reservations and objections, as name, kind and what they are about.
    """

    heading: str
    lead: str
    hedging: HedgingView | None
    reads: tuple[DifferentRead, ...]
    leaning: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    far_apart: tuple[FarApart, ...]
    over_the_list: str
    voices: tuple[tuple[str, str, str], ...]

    @property
    def is_empty(self) -> bool:
        """Does nothing differ that could be told?"""
        return self.hedging is None and not (self.far_apart or self.voices)


def differ_view(
    workshop: Workshop, spread: SpreadView, voices: tuple[tuple[str, str, str], ...]
) -> DifferView:
    """What differs.

    Args:
        workshop: where the answers are.
        spread: how far apart they are, in the order that holds.
        voices: who has a reservation or an objection: name, kind, and what it is about.
    """
    compared = hedging_view(workshop)
    hedging = compared if compared.kinds and len(compared.groups) > 1 else None
    place = {row.risk: row.position for row in spread.rows}
    reads = () if hedging is None else hedging.gaps
    return DifferView(
        heading=_heading(workshop) if hedging is not None else _("Where we differ"),
        lead=_(
            "Nobody is wrong here: each group guards something the project needs. What stays "
            "different after the talk is printed, not averaged away."
        ),
        hedging=hedging,
        reads=tuple(
            DifferentRead(
                position=place[each.risk],
                title=each.title,
                sentence=each.sentence,
                was=each.was,
            )
            for each in sorted(reads, key=lambda each: place[each.risk])
        ),
        leaning=() if hedging is None else _leaning(workshop, place),
        far_apart=tuple(
            FarApart(
                position=row.position,
                title=title_of(workshop.risks[row.risk]),
                word=row.word,
                was=row.was,
            )
            for row in spread.rows
            if row.state is State.SPLIT or row.lone_alarm
        ),
        over_the_list=_over_the_list(workshop),
        voices=voices,
    )


def _leaning(
    workshop: Workshop, place: Mapping[RiskId, int]
) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Which risks each group is more worried about, in the order that holds."""
    found: dict[GroupId, dict[int, str]] = {}
    for risk, gaps in group_gaps(workshop).items():
        for gap in gaps:
            if gap.hedge_gap and gap.more_worried is not None:
                title = title_of(workshop.risks[risk])
                found.setdefault(gap.more_worried, {})[place[risk]] = title
    return tuple(
        (group.name, tuple(sorted(found[group.id].items())))
        for group in in_order(workshop.groups)
        if group.id in found
    )


def _over_the_list(workshop: Workshop) -> str:
    view = agreement_view(workshop)
    if workshop.brief.anonymity is Anonymity.ANONYMOUS:
        return view.plain
    return view.caption


def _heading(workshop: Workshop) -> str:
    """The finding in one sentence; the plain one where nothing stands out."""
    found = worry(workshop)
    if not found.distances:
        return _("Where we differ")
    widest = max(found.distances, key=lambda each: each.distance)
    first = _more_worried(found, widest.a, widest.b)
    second = _more_worried(found, widest.b, widest.a)
    if first is None or second is None:
        return _("The groups worry about the same things")
    return capital(
        _("{a} hedges more against {this}, {b} more against {that}").format(
            a=workshop.groups[widest.a].name,
            b=workshop.groups[widest.b].name,
            this=_against(workshop, first[0]),
            that=_against(workshop, second[0]),
        )
    )


def _more_worried(
    found: Worry, group: GroupId, other: GroupId
) -> tuple[CategoryId | None, float] | None:
    """The kind on which a group spends most more than the other; None if it is little."""
    mine, theirs = found.groups[group], found.groups[other]
    kinds = {**mine, **theirs}
    best = max(kinds, key=lambda kind: _more(mine, theirs, kind))
    more = _more(mine, theirs, best)
    return (best, more) if more >= WORTH_SAYING else None


def _more(mine: Shares, theirs: Shares, kind: CategoryId | None) -> float:
    return mine.get(kind, 0.0) - theirs.get(kind, 0.0)


def _against(workshop: Workshop, kind: CategoryId | None) -> str:
    if kind is None:
        return _("risks of no kind")
    if kind in _AGAINST:
        return _(_AGAINST[kind])
    return _("“{kind}”").format(kind=category_name(workshop.categories[kind]))
