"""How groups read the same risk: the middle answer of each group, for risks they read differently.

Groups that are too small were taken out by the domain before anything is compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL
from deskrisk.domain.groups import GroupGap, group_exposures, group_gaps
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, points
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign

Middles = tuple[float | None, ...]
"""One for each group of the view, in points; None where a group is hidden or has not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """One risk: the groups' middle answers now and in the first round (empty for one round).

    ``word`` names who is more worried; ``closed`` says that the talk has brought them together.
    """

    risk: RiskId
    number: int
    title: str
    sign: str
    now: Middles
    before: Middles
    word: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsView:
    """Risks that two groups read differently, widest apart first, then those the talk closed.

    ``line`` says how many there are, or why there is nothing to see.
    """

    groups: tuple[str, ...]
    rows: tuple[ReadingRow, ...]
    line: str


def readings_view(workshop: Workshop) -> ReadingsView:
    """Who reads what differently.

    Args:
        workshop: with what the reader may see: an open round has no answers in it.
    """
    if workshop.brief.anonymity is Anonymity.ANONYMOUS or not workshop.groups:
        said = _("This room looks at itself as a whole: groups are not compared.")
        return ReadingsView(groups=(), rows=(), line=said)
    if workshop.progress.round_closed < FIRST_ROUND:
        said = _("The groups appear when the first round is closed.")
        return ReadingsView(groups=(), rows=(), line=said)
    twice = workshop.progress.round_closed >= SECOND_ROUND
    now = _widest(workshop, FINAL)
    before = _widest(workshop, FIRST_ROUND) if twice else {}
    middles = _middles(workshop, FINAL)
    first = _middles(workshop, FIRST_ROUND) if twice else {}
    order = standing_order(workshop)
    apart = sorted((risk for risk in order if risk in now), key=lambda risk: -now[risk].steps)
    closed = [risk for risk in order if risk in before and risk not in now]
    shown = [risk for risk in closed if _comparable(workshop, before[risk])]
    seen = _seen(workshop, [middles[risk] for risk in (*apart, *shown)])
    rows = tuple(
        ReadingRow(
            risk=risk,
            number=workshop.risks[risk].number,
            title=title_of(workshop.risks[risk]),
            sign=category_sign(workshop, workshop.risks[risk].category),
            now=tuple(middles[risk].get(group) for group in seen),
            before=tuple(first[risk].get(group) for group in seen) if twice else (),
            word=_worried(workshop, now[risk]) if risk in now else _("read alike now"),
            closed=risk not in now,
        )
        for risk in (*apart, *shown)
    )
    names = tuple(workshop.groups[group].name for group in seen)
    return ReadingsView(groups=names, rows=rows, line=_line(len(apart), len(shown)))


def _widest(workshop: Workshop, round_: int) -> dict[RiskId, GroupGap]:
    return {
        risk: max(hedged, key=lambda gap: gap.steps)
        for risk, row in group_gaps(workshop, round_).items()
        if (hedged := [gap for gap in row if gap.hedge_gap])
    }


def _middles(workshop: Workshop, round_: int) -> Mapping[RiskId, Mapping[GroupId, float]]:
    return {
        risk: {each.group: each.median for each in row if not each.hidden and each.median}
        for risk, row in group_exposures(workshop, round_).items()
    }


def _comparable(workshop: Workshop, gap: GroupGap) -> bool:
    """If not, nobody can say that they agree now without giving somebody away."""
    return any((each.a, each.b) == (gap.a, gap.b) for each in group_gaps(workshop)[gap.risk])


def _seen(workshop: Workshop, rows: list[Mapping[GroupId, float]]) -> tuple[GroupId, ...]:
    """Groups that are shown for at least one of the risks."""
    return tuple(
        group.id for group in in_order(workshop.groups) if any(group.id in row for row in rows)
    )


def _worried(workshop: Workshop, gap: GroupGap) -> str:
    worried = gap.a if gap.more_worried == gap.a else gap.b
    return _("{group} more worried").format(group=workshop.groups[worried].name)


def _line(apart: int, closed: int) -> str:
    if not apart and not closed:
        return _("No two groups read a risk very differently.")
    said = ngettext(
        "Groups read {count} risk very differently.",
        "Groups read {count} risks very differently.",
        apart,
    ).format(count=count_word(apart))
    if not closed:
        return said
    more = ngettext(
        "The talk brought them together on {count} more.",
        "The talk brought them together on {count} more.",
        closed,
    ).format(count=count_word(closed))
    return f"{said} {more}"


def reading_words(view: ReadingsView, row: ReadingRow) -> str:
    """One risk in words."""
    middles = [
        _("{group} about {points}").format(group=group, points=points(middle))
        for group, middle in zip(view.groups, row.now, strict=True)
        if middle is not None
    ]
    return _("{title}: {middles}; {word}.").format(
        title=row.title, middles=_(", ").join(middles), word=row.word
    )
