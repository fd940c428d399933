"""The agreed order as it is printed: places, tiers, the cut line, and how the order came about."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import OrderMove
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import (
    boundary_tier,
    must_respond,
    ranked,
    stability,
    standing_order,
    tiers,
)
from deskrisk.domain.parts import in_order
from deskrisk.domain.scales import point_person_days
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, day, points
from deskrisk.viewmodels.spread import SpreadRow, SpreadView, spread_view
from deskrisk.viewmodels.verdict import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRow:
    """One risk in its place; its numbers are for reading.

    ``tier`` is only told where one begins, ``tier_name`` always.
    """

    risk: RiskId
    position: int
    number: str
    title: str
    red_line: bool
    tier: str
    tier_name: str
    shares_tier: bool
    points: str
    person_days: str
    answers: SpreadRow
    in_front: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said about a risk between the rounds; nobody is named."""

    position: int
    title: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesView:
    """The order. ``cut_after`` is the place of the last risk above the line, 0 for no line.

    ``order_note`` is what the room wrote about it, ``moves`` what it changed, each a sentence.
    """

    heading: str
    lead: str
    rows: tuple[PriorityRow, ...]
    cut_after: int
    cut_line: str
    in_front_head: str
    how_to_read: str
    order_head: str
    how_ordered: str
    order_note: str
    moves: tuple[str, ...]
    heard: tuple[Heard, ...]
    spread: SpreadView


def priorities_view(workshop: Workshop) -> PrioritiesView:
    """The order that holds, with all that belongs to it."""
    spread = spread_view(workshop)
    focus = workshop.brief.focus_count
    steady = stability(workshop)
    order = standing_order(workshop)
    in_front = {
        risk: _("{times} of {runs}").format(times=times, runs=steady.runs)
        for risk, times in steady.times_in_focus.items()
        if steady.runs > 1
    }
    cut = focus if len(order) > focus else 0
    return PrioritiesView(
        heading=_heading(order, len(must_respond(workshop)), steady.firm, scored=steady.runs > 1),
        lead=_lead(workshop),
        rows=_rows(workshop, spread, in_front),
        cut_after=cut,
        cut_line=_cut_line(focus),
        in_front_head=_("In first {k}").format(k=count_word(focus)) if in_front and cut else "",
        how_to_read=_how_to_read(steady.runs if cut else 0, focus),
        order_head=_("How the order was found"),
        how_ordered=_how_ordered(workshop),
        order_note=workshop.progress.order_note,
        moves=_moves(workshop),
        heard=_heard(workshop, order),
        spread=spread,
    )


def risk_number(number: int) -> str:
    """The name of a risk in the workshop file, which never changes: ``R2``."""
    return f"R{number}"


def _heading(
    order: tuple[RiskId, ...], focus: int, firm: tuple[RiskId, ...], *, scored: bool
) -> str:
    chosen = min(focus, len(order))
    if not scored or chosen >= len(order):
        return _("Priorities")
    steady = len(set(firm) & set(order[:chosen]))
    found = ngettext("{k} risk gets a response", "{k} risks get a response", chosen)
    said = capital(found.format(k=count_word(chosen)))
    if not steady:
        return said
    if steady == chosen:
        return _("{said}, and they stay in front whoever is left out").format(said=said)
    more = ngettext(
        "{f} of them stays in front whoever is left out",
        "{f} of them stay in front whoever is left out",
        steady,
    )
    return f"{said}; {more.format(f=count_word(steady))}"


def _lead(workshop: Workshop) -> str:
    judged = _(
        "Everyone judged every risk alone: how likely it is until {horizon}, and what it would "
        "cost. Those numbers make the tiers and their order. Inside a tier they are too close to "
        "decide, so the room did."
    )
    return judged.format(horizon=day(workshop.brief.horizon))


def _cut_line(focus: int) -> str:
    found = ngettext(
        "Cut line, fixed before anyone scored: {k} risk gets a response",
        "Cut line, fixed before anyone scored: {k} risks get a response",
        focus,
    )
    return found.format(k=count_word(focus))


def _rows(
    workshop: Workshop, spread: SpreadView, in_front: Mapping[RiskId, str]
) -> tuple[PriorityRow, ...]:
    found: list[PriorityRow] = []
    tier_of = tiers(workshop)
    last: int | None = 0
    per_point = point_person_days(workshop.brief.project_size_person_days)
    for row in spread.rows:
        risk, tier = workshop.risks[row.risk], tier_of[row.risk]
        days = row.median * per_point if row.median is not None and per_point else None
        found.append(
            PriorityRow(
                risk=row.risk,
                position=row.position,
                number=risk_number(risk.number),
                title=risk.title,
                red_line=risk.red_line,
                tier=_tier_name(tier) if tier != last or not found else "",
                tier_name=_tier_name(tier),
                shares_tier=tier is not None and list(tier_of.values()).count(tier) > 1,
                points=points(row.median),
                person_days="" if days is None else points(days),
                answers=row,
                in_front=in_front.get(row.risk, ""),
            )
        )
        last = tier
    return tuple(found)


def _tier_name(tier: int | None) -> str:
    return _("Not scored") if tier is None else _("Tier {number}").format(number=tier)


def _how_to_read(runs: int, focus: int) -> str:
    said = _(
        "Each dot is one person's answer, chance times loss. The coloured tick is the middle "
        "answer, which gives the points; the grey band holds the middle half of the room. Each "
        "step of the scale is about three times the one before. A new tier begins where the "
        "middle answer falls to half of the tier's first or below."
    )
    if runs < 2:
        return said
    more = _(
        "The last column: the order was found again {runs} times, each time without one person; "
        "it says how often the risk is among the first {k}."
    )
    return f"{said} {more.format(runs=runs, k=count_word(focus))}"


def _how_ordered(workshop: Workshop) -> str:
    row = ranked(workshop)
    tied = boundary_tier(row, workshop.brief.focus_count)
    method = workshop.brief.order_method
    if not workshop.scores:
        return _("Nobody has scored yet, so the risks stand in the order they were written down.")
    if method is OrderMethod.BALLOT_ONLY:
        return _("The order was found by private ballots alone.")
    if not tied:
        return _("The cut line falls between two tiers, so the numbers were enough.")
    votes = {
        OrderMethod.SCORES_ONLY: _("The scores alone were to decide."),
        OrderMethod.SCORES_THEN_BALLOT: _("Those risks went to a private ballot."),
        OrderMethod.SCORES_THEN_DUELS: _("Those risks were compared two by two, in private."),
    }
    fell = ngettext(
        "The cut line fell inside a tier of {n} risk.",
        "The cut line fell inside a tier of {n} risks.",
        len(tied),
    )
    return f"{fell.format(n=count_word(len(tied)))} {votes[method]}"


def _moves(workshop: Workshop) -> tuple[str, ...]:
    return tuple(_move(workshop, each) for each in in_order(workshop.order_moves, "sequence"))


def _move(workshop: Workshop, move: OrderMove) -> str:
    where = _("across tiers") if move.crosses_tier else _("inside its tier")
    said = _("{number} {title}: from {old} to {new}, {where}").format(
        number=risk_number(workshop.risks[move.risk].number),
        title=workshop.risks[move.risk].title,
        old=move.from_position,
        new=move.to_position,
        where=where,
    )
    return f"{said}. {move.reason}" if move.reason.strip() else f"{said}."


def _heard(workshop: Workshop, order: tuple[RiskId, ...]) -> tuple[Heard, ...]:
    notes = in_order(workshop.discussion_notes)
    return tuple(
        Heard(
            position=place,
            title=workshop.risks[risk].title,
            notes=tuple(note.text for note in notes if note.risk == risk),
        )
        for place, risk in enumerate(order, start=1)
        if any(note.risk == risk for note in notes)
    )
