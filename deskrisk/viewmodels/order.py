"""What the page Rank shows of the order: brackets, the line, values that say "about"."""

from dataclasses import dataclass

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import OrderMove
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import (
    RankedRisk,
    Stability,
    boundary_tier,
    crosses_tier,
    ranked,
    stability,
    standing_order,
)
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, not_shown_yet, revealed, unfinished
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import about_points, count_word
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """A risk in the order.

    ``bar`` is its expected loss as a share of the largest, 0 to 1; None if nobody scored it.
    ``note`` tells the last move, ``hold`` is firm or borderline. ``up_crosses`` and
    ``down_crosses`` say that one step further needs a reason.
    """

    id: RiskId
    position: int
    number: str
    sign: str
    title: str
    red_line: str
    bar: float | None
    value: str
    hold: str
    note: str
    above_line: bool
    up_crosses: bool
    down_crosses: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """Neighbours that the numbers cannot tell apart: first and last position, from 1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """The order that holds. It is hidden while the first round is open: ``hidden`` says why."""

    hidden: str
    rows: tuple[OrderRow, ...]
    brackets: tuple[Bracket, ...]
    line_after: int
    line_words: str
    line_note: str
    boundary_note: str
    confirmed: bool
    moved: bool
    state: str


def order_view(workshop: Workshop) -> OrderView:
    """The order on the page Rank."""
    hidden = _hidden(workshop)
    workshop = revealed(workshop)
    by_numbers = ranked(workshop)
    order = () if hidden else standing_order(workshop)
    count = min(workshop.brief.focus_count, len(order))
    found = {each.risk: each for each in by_numbers}
    return OrderView(
        hidden=hidden,
        rows=_rows(workshop, order, found),
        brackets=_brackets([found[risk].tier for risk in order]),
        line_after=count,
        line_words=_line_words(count) if order else "",
        line_note=_("fixed before anybody scored") if order else "",
        boundary_note=_boundary_note(workshop, by_numbers) if order else "",
        confirmed=workshop.progress.order_confirmed,
        moved=bool(workshop.progress.agreed_order),
        state=_state(workshop),
    )


def _hidden(workshop: Workshop) -> str:
    if not workshop.risks:
        return _("There is no risk yet. Recast a fear first.")
    by_ballot = workshop.brief.order_method is OrderMethod.BALLOT_ONLY
    if workshop.progress.order_confirmed or by_ballot:
        return ""
    if workshop.progress.round_closed >= FIRST_ROUND:
        return _second_round(workshop)
    if not workshop.scores:
        return _("The order appears when everybody has answered.")
    missing = len(unfinished(workshop))
    if not missing:
        return _("Everybody has answered. Close the round, then the order appears.")
    return ngettext(
        "The order appears when everybody has answered. {count} risk waits for somebody.",
        "The order appears when everybody has answered. {count} risks wait for somebody.",
        missing,
    ).format(count=missing)


def _second_round(workshop: Workshop) -> str:
    if not not_shown_yet(workshop):
        return ""
    waiting = len(unfinished(workshop, SECOND_ROUND))
    if not waiting:
        return _("Everybody has answered again. Close the second round, then the order appears.")
    return ngettext(
        "A second round is under way. {count} risk waits for somebody.",
        "A second round is under way. {count} risks wait for somebody.",
        waiting,
    ).format(count=waiting)


def _rows(
    workshop: Workshop, order: tuple[RiskId, ...], found: dict[RiskId, RankedRisk]
) -> tuple[OrderRow, ...]:
    largest = max((each.exposure.median or 0.0 for each in found.values()), default=0.0)
    holds = stability(workshop)
    last_moves = {move.risk: move for move in _moves(workshop)}
    agreed = bool(workshop.progress.agreed_order)
    rows = []
    for position, id_ in enumerate(order, start=1):
        risk, median = workshop.risks[id_], found[id_].exposure.median
        rank = position if agreed else found[id_].shown_rank
        tied = not agreed and _shares_rank(found, found[id_])
        rows.append(
            OrderRow(
                id=id_,
                position=position,
                number=f"={rank}" if tied else str(rank),
                sign=category_sign(workshop, risk.category),
                title=title_of(risk),
                red_line=_red_line(risk, above=position <= workshop.brief.focus_count),
                bar=None if median is None or not largest else median / largest,
                value=about_points(median),
                hold=_hold(holds, id_),
                note=_move_words(last_moves.get(id_)),
                above_line=position <= workshop.brief.focus_count,
                up_crosses=position > 1 and crosses_tier(workshop, id_, position - 1),
                down_crosses=position < len(order) and crosses_tier(workshop, id_, position + 1),
                spoken=_spoken(risk, position, median),
            )
        )
    return tuple(rows)


def _red_line(risk: Risk, *, above: bool) -> str:
    """A red line gets a response wherever it stands; below the line that has to be said."""
    if not risk.red_line:
        return ""
    return _("red line") if above else _("red line, gets a response too")


def _moves(workshop: Workshop) -> list[OrderMove]:
    return sorted(workshop.order_moves.values(), key=lambda move: (move.sequence, move.id))


def _shares_rank(found: dict[RiskId, RankedRisk], one: RankedRisk) -> bool:
    return sum(each.shown_rank == one.shown_rank for each in found.values()) > 1


def _hold(holds: Stability, risk: RiskId) -> str:
    if risk in holds.firm:
        return _("firm")
    return _("borderline") if risk in holds.borderline else ""


def _move_words(move: OrderMove | None) -> str:
    if move is None:
        return ""
    up = move.to_position < move.from_position
    words = _("Moved up from {place}") if up else _("Moved down from {place}")
    moved = words.format(place=move.from_position)
    reason = move.reason.strip()
    return _("{moved}: “{reason}”").format(moved=moved, reason=reason) if reason else moved


def _spoken(risk: Risk, position: int, median: float | None) -> str:
    return _("{position}, {title}, {value}").format(
        position=position, title=title_of(risk), value=about_points(median)
    )


def _brackets(tiers: list[int | None]) -> tuple[Bracket, ...]:
    found: list[Bracket] = []
    start = 0
    for at in range(1, len(tiers) + 1):
        if at < len(tiers) and tiers[at] == tiers[start] and tiers[start] is not None:
            continue
        if at - start > 1 and tiers[start] is not None:
            found.append(Bracket(first=start + 1, last=at))
        start = at
    return tuple(found)


def _line_words(count: int) -> str:
    return ngettext(
        "We look closely at this {word}", "We look closely at these {word}", count
    ).format(word=count_word(count))


def _boundary_note(workshop: Workshop, row: tuple[RankedRisk, ...]) -> str:
    inside = boundary_tier(row, workshop.brief.focus_count)
    if not inside or workshop.progress.order_confirmed:
        return ""
    return _(
        "The line cuts through a bracket of {word}: the numbers cannot tell them apart. "
        "There, the room decides."
    ).format(word=count_word(len(inside)))


def _state(workshop: Workshop) -> str:
    if workshop.progress.order_confirmed:
        return _("Confirmed by a show of hands.")
    if workshop.progress.agreed_order:
        return _("The room has moved risks. Confirm it by a show of hands.")
    return _("Alt+Up and Alt+Down move the risk.")
