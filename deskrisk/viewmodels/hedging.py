"""Who hedges against what: how groups spend their worry, and where they read a risk differently.

Groups that are too small are hidden by the domain before anything is compared; here they are only
named as hidden. While a round is open nothing of it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL
from deskrisk.domain.groups import (
    GroupGap,
    Shares,
    Worry,
    group_exposures,
    group_gaps,
    worry,
)
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import CategoryId, GroupId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import ranked, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, not_shown_yet
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, percent
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import category_name

CLOSE, FAR = 0.2, 0.4
"""Two units of worry up to here are close, from there on far apart (a design choice)."""

FELT_CHANGE = 0.05
"""A distance that moved by less is said to be the same (a design choice)."""

HALF_STEP = 0.5
"""A smaller distance is said to be less than a step, which is about one level of impact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCell:
    """A group's share of worry for one kind: 0 to 1, in words, and in words of the first round.

    ``before`` is the share of the first round, None if there was one round only. ``was`` is empty
    then, or if the words are the same.
    """

    group: GroupId
    share: float
    text: str
    was: str
    before: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """One kind of risk, and what each group that can be shown spends on it."""

    category: CategoryId | None
    sign: str
    name: str
    cells: tuple[ShareCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceRow:
    """How differently two groups spend their worry: a word, and one sentence."""

    a: GroupId
    b: GroupId
    word: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A risk that two groups read differently, now or in the first round, in one sentence.

    ``closed`` says that there was such a gap before the talk and is none now.
    """

    risk: RiskId
    number: int
    title: str
    sentence: str
    was: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgingView:
    """Who hedges against what.

    ``line`` says it in one sentence, also why there is nothing to compare. ``groups`` are the names
    above the cells of ``kinds``. ``hidden`` says which groups are not shown, and why.
    """

    line: str
    groups: tuple[str, ...]
    kinds: tuple[KindRow, ...]
    distances: tuple[DistanceRow, ...]
    gaps: tuple[GapRow, ...]
    hidden: str


def hedging_view(workshop: Workshop) -> HedgingView:
    """How the groups differ after the last closed round, beside the first round."""
    problem = _nothing_to_show(workshop)
    if problem:
        return HedgingView(line=problem, groups=(), kinds=(), distances=(), gaps=(), hidden="")
    last = _last_round(workshop)
    now = worry(workshop, last)
    before = worry(workshop, FIRST_ROUND) if last == FINAL and _asked_twice(workshop) else None
    return HedgingView(
        line=_line(workshop, now, before),
        groups=tuple(workshop.groups[group].name for group in now.groups),
        kinds=_kinds(workshop, now, before),
        distances=_distances(workshop, now, before),
        gaps=_gaps(workshop, last, compared=before is not None),
        hidden=_hidden(workshop, last, now),
    )


def distance_word(distance: float) -> str:
    """A distance of two units of worry, 0 to 1, as a word."""
    if distance < CLOSE:
        return _("close")
    return _("far apart") if distance >= FAR else _("some way apart")


def worried_words(workshop: Workshop, gap: GroupGap) -> str:
    """Which of two groups is the more worried about a risk, without the full stop."""
    calm = gap.b if gap.more_worried == gap.a else gap.a
    worried = gap.a if gap.more_worried == gap.a else gap.b
    return _("{worried} is more worried than {calm}").format(
        worried=workshop.groups[worried].name, calm=workshop.groups[calm].name
    )


def _nothing_to_show(workshop: Workshop) -> str:
    if not workshop.groups:
        return _("There are no groups, so there is nothing to compare.")
    if workshop.brief.anonymity is Anonymity.ANONYMOUS:
        return _("This room looks at itself as a whole: groups are not compared.")
    if workshop.progress.round_closed < FIRST_ROUND:
        return _("The groups appear when the first round is closed.")
    return ""


def _last_round(workshop: Workshop) -> int:
    """An open second round shows nothing that follows from it."""
    return FIRST_ROUND if not_shown_yet(workshop) else FINAL


def _asked_twice(workshop: Workshop) -> bool:
    return any(score.round == SECOND_ROUND for score in workshop.scores.values())


def _line(workshop: Workshop, now: Worry, before: Worry | None) -> str:
    names = {group: workshop.groups[group].name for group in now.groups}
    if not names:
        return _("No group has enough answers to be shown.")
    if not now.distances:
        return _("Only {group} has enough answers to be shown, so nothing can be compared.").format(
            group=next(iter(names.values()))
        )
    widest = max(now.distances, key=lambda each: each.distance)
    said = _("{a} puts most of its worry on “{most_a}”, {b} on “{most_b}”: {word}.").format(
        a=names[widest.a],
        b=names[widest.b],
        most_a=_most(workshop, now.groups[widest.a]),
        most_b=_most(workshop, now.groups[widest.b]),
        word=distance_word(widest.distance),
    )
    return f"{said} {_change(_was(before, widest.a, widest.b), widest.distance)}".rstrip()


def _most(workshop: Workshop, shares: Shares) -> str:
    return _kind(workshop, max(shares, key=lambda kind: shares[kind]))


def _kind(workshop: Workshop, category: CategoryId | None) -> str:
    if category is None:
        return _("risks of no kind")
    return category_name(workshop.categories[category])


def _was(before: Worry | None, a: GroupId, b: GroupId) -> float | None:
    rows = () if before is None else before.distances
    return next((each.distance for each in rows if (each.a, each.b) == (a, b)), None)


def _change(was: float | None, now: float) -> str:
    if was is None:
        return ""
    if abs(now - was) < FELT_CHANGE:
        return _("The talk has not changed that.")
    return _("The talk brought them closer.") if now < was else _("The talk took them apart.")


def _kinds(workshop: Workshop, now: Worry, before: Worry | None) -> tuple[KindRow, ...]:
    spent = {kind for shares in now.groups.values() for kind in shares}
    kinds: list[CategoryId | None] = [each.id for each in in_order(workshop.categories)]
    return tuple(
        KindRow(
            category=kind,
            sign=category_sign(workshop, kind),
            name=_kind(workshop, kind),
            cells=tuple(
                _cell(group, kind, shares, {} if before is None else before.groups)
                for group, shares in now.groups.items()
            ),
        )
        for kind in (*kinds, None)
        if kind in spent
    )


def _cell(
    group: GroupId, kind: CategoryId | None, shares: Shares, before: Mapping[GroupId, Shares]
) -> ShareCell:
    share = shares.get(kind, 0.0)
    text = percent(share)
    first = before[group].get(kind, 0.0) if group in before else None
    was = text if first is None else percent(first)
    return ShareCell(
        group=group, share=share, text=text, was="" if was == text else was, before=first
    )


def _distances(workshop: Workshop, now: Worry, before: Worry | None) -> tuple[DistanceRow, ...]:
    rows = []
    for each in now.distances:
        word = distance_word(each.distance)
        said = _("{a} and {b}: {word} in what they worry about.").format(
            a=workshop.groups[each.a].name, b=workshop.groups[each.b].name, word=word
        )
        change = _change(_was(before, each.a, each.b), each.distance)
        rows.append(
            DistanceRow(a=each.a, b=each.b, word=word, sentence=f"{said} {change}".rstrip())
        )
    return tuple(rows)


def _gaps(workshop: Workshop, last: int, *, compared: bool) -> tuple[GapRow, ...]:
    """The widest gap of each risk, in the order that holds; then those that the talk closed."""
    now = _widest(group_gaps(workshop, last))
    before = _widest(group_gaps(workshop, FIRST_ROUND)) if compared else {}
    order = _order(workshop, last)
    open_ = [_gap_row(workshop, now[risk], before.get(risk)) for risk in order if risk in now]
    closed = [
        _closed_row(workshop, before[risk], shown=_compared(workshop, before[risk], last))
        for risk in order
        if risk in before and risk not in now
    ]
    return (*open_, *closed)


def _order(workshop: Workshop, last: int) -> tuple[RiskId, ...]:
    """The order that holds; while a second round is half in, that of the first one."""
    if last == FINAL:
        return standing_order(workshop)
    return tuple(each.risk for each in ranked(workshop, last))


def _widest(gaps: Mapping[RiskId, Sequence[GroupGap]]) -> dict[RiskId, GroupGap]:
    return {
        risk: max(hedged, key=lambda gap: gap.steps)
        for risk, row in gaps.items()
        if (hedged := [gap for gap in row if gap.hedge_gap])
    }


def _compared(workshop: Workshop, gap: GroupGap, last: int) -> bool:
    """Can the two groups still be compared? If not, nobody can say that they agree now."""
    return any((each.a, each.b) == (gap.a, gap.b) for each in group_gaps(workshop, last)[gap.risk])


def _gap_row(workshop: Workshop, gap: GroupGap, was: GroupGap | None) -> GapRow:
    steps = _steps(gap.steps)
    before = ""
    if was is not None and (was.a, was.b, was.more_worried) != (gap.a, gap.b, gap.more_worried):
        before = _was_gap(workshop, was)
    elif was is not None and _steps(was.steps) != steps:
        before = _("Before the talk {steps}.").format(steps=_steps(was.steps))
    return _row(
        workshop, gap.risk, f"{worried_words(workshop, gap)}, {steps}.", before, closed=False
    )


def _was_gap(workshop: Workshop, was: GroupGap) -> str:
    return _("Before the talk: {worried}, {steps}.").format(
        worried=worried_words(workshop, was), steps=_steps(was.steps)
    )


def _closed_row(workshop: Workshop, was: GroupGap, *, shown: bool) -> GapRow:
    now = _("After the talk they read it alike.")
    said = now if shown else _("It can no longer be compared without giving somebody away.")
    return _row(workshop, was.risk, said, _was_gap(workshop, was), closed=shown)


def _row(workshop: Workshop, risk: RiskId, sentence: str, was: str, *, closed: bool) -> GapRow:
    shown = workshop.risks[risk]
    return GapRow(
        risk=risk,
        number=shown.number,
        title=title_of(shown),
        sentence=sentence,
        was=was,
        closed=closed,
    )


def _steps(steps: float) -> str:
    whole = round(steps)
    if steps < HALF_STEP or not whole:
        return _("by less than a step")
    return ngettext("by about {count} step", "by about {count} steps", whole).format(
        count=count_word(whole)
    )


def _hidden(workshop: Workshop, last: int, now: Worry) -> str:
    """Which groups stay unseen: everywhere, or for some risks only."""
    exposures = group_exposures(workshop, last)
    rows = [each for row in exposures.values() for each in row]
    always = [
        group.id
        for group in in_order(workshop.groups)
        if group.id not in now.groups
        and all(each.hidden for each in rows if each.group == group.id)
    ]
    veiled = [[each.group for each in row if each.hidden and each.n] for row in exposures.values()]
    at_times = {group for row in veiled for group in row} - set(always)
    some = sum(not at_times.isdisjoint(row) for row in veiled)
    parts = []
    if always:
        parts.append(
            _("Not shown, because too few of them answered: {groups}.").format(
                groups=_names(workshop, always)
            )
        )
    if some and always:
        said = ngettext(
            "For {count} risk not shown either, so that no answer can be worked out: {groups}.",
            "For {count} risks not shown either, so that no answer can be worked out: {groups}.",
            some,
        )
    else:
        said = ngettext(
            "On {count} risk not shown, so that no answer can be worked out: {groups}.",
            "On {count} risks not shown, so that no answer can be worked out: {groups}.",
            some,
        )
    if some:
        parts.append(said.format(count=count_word(some), groups=_names(workshop, at_times)))
    return " ".join(parts)


def _names(workshop: Workshop, groups: Iterable[GroupId]) -> str:
    wanted = set(groups)
    return _(", ").join(group.name for group in in_order(workshop.groups) if group.id in wanted)
