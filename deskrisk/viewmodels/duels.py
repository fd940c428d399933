"""Two risks side by side: what desk and wall show of a duel, and where the duels stand."""

from dataclasses import dataclass

from deskrisk.domain.duels import DuelState
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import Duel
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.proposal import propose_order
from deskrisk.domain.sheets import expected
from deskrisk.i18n import _
from deskrisk.viewmodels.proposal import proposal_view
from deskrisk.viewmodels.rank import risk_sentence, title_of
from deskrisk.viewmodels.signs import category_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class DuelSide:
    """One of the two risks."""

    id: RiskId
    sign: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuelView:
    """The duel to be held now, and how far the room is.

    ``sides`` is empty when no duel is left; ``over`` says that the room may stop. ``lines`` are
    sentences for the room, ``held`` the duels so far, the latest first. ``voters`` counts the
    people whose votes are expected.
    """

    heading: str
    question: str
    sides: tuple[DuelSide, ...]
    lines: tuple[str, ...]
    held: tuple[str, ...]
    over: bool
    voters: int


def duel_view(workshop: Workshop, *, going_on: bool = False) -> DuelView:
    """The duels of the room; ``going_on`` asks for more although they could stop."""
    state = propose_order(workshop).duels
    over = state is None or state.stop is not None
    pair = state.next_pair if state is not None and (going_on or not over) else None
    return DuelView(
        heading=_heading(state, asking=pair is not None),
        question=_("Which of the two should we look at more closely?"),
        sides=tuple(duel_side(workshop, risk) for risk in pair or ()),
        lines=proposal_view(workshop).lines,
        held=_held(workshop, state),
        over=over,
        voters=len(expected(workshop)),
    )


def duel_side(workshop: Workshop, risk: RiskId) -> DuelSide:
    """A risk as it is shown in a duel."""
    shown = workshop.risks[risk]
    return DuelSide(
        id=risk,
        sign=category_sign(workshop, shown.category),
        title=title_of(shown),
        sentence=risk_sentence(shown),
    )


def _heading(state: DuelState | None, *, asking: bool) -> str:
    if state is None:
        return _("No duel is needed")
    if not asking:
        return _("The duels are over")
    return _("Duel {number} of at most {most}").format(
        number=state.held + 1, most=max(state.most, state.held + 1)
    )


def _held(workshop: Workshop, state: DuelState | None) -> tuple[str, ...]:
    if state is None:
        return ()
    items = set(state.items)
    duels = [each for each in in_order(workshop.duels, by="sequence") if {each.a, each.b} <= items]
    return tuple(_held_words(workshop, each) for each in reversed(duels))


def _held_words(workshop: Workshop, duel: Duel) -> str:
    said = _("{a} {wins_a} : {wins_b} {b}").format(
        a=title_of(workshop.risks[duel.a]),
        b=title_of(workshop.risks[duel.b]),
        wins_a=duel.wins_a,
        wins_b=duel.wins_b,
    )
    more = [
        words.format(count=count)
        for words, count in ((_("{count} equal"), duel.equal), (_("{count} skipped"), duel.skipped))
        if count
    ]
    return ", ".join((said, *more))
