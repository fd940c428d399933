"""The scenes of the room's own order: a ballot that is under way, and a duel of two risks.

Neither shows a vote: of ballots the wall knows how many are in, of a duel what is asked.
"""

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.sheets import ballots_in
from deskrisk.i18n import _
from deskrisk.viewmodels.ballots import ballot_risks
from deskrisk.viewmodels.blocks import Block, Columns, Meter, Words
from deskrisk.viewmodels.duels import DuelSide, duel_side
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.scenes import parts_of
from deskrisk.viewmodels.signs import category_sign

_HALVES = (0.5, 0.5)


def ballots_meter(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """How many ballots are in."""
    found = ballots_in(workshop, _scope(subject))
    return (Meter(done=found.done, count=found.count),) if found.count else ()


def ballot_blocks(
    workshop: Workshop, subject: str, meter: tuple[Block, ...] = ()
) -> tuple[Block, ...]:
    """What is ranked, by number, and how many are in."""
    risks = (workshop.risks[risk] for risk in ballot_risks(workshop, _scope(subject)))
    items = tuple(
        Words(role="item", text=title_of(risk), sign=category_sign(workshop, risk.category))
        for risk in risks
    )
    asked = _("Rank these privately, as many as you like. Ties are allowed, unranked means last.")
    return (Words(role="text", text=asked), *items, *meter)


def duel_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """Two risks side by side."""
    risks = [RiskId(each) for each in parts_of(subject)]
    if not all(risk in workshop.risks for risk in risks):
        return ()
    asked = _("Which of the two should we look at more closely? On three.")
    sides = tuple(_side(duel_side(workshop, risk)) for risk in risks)
    return (
        Words(role="note", text=asked, tone="ink_soft"),
        Columns(columns=sides, shares=_HALVES),
    )


def _side(side: DuelSide) -> tuple[Block, ...]:
    return (
        Words(role="heading", text=side.title, sign=side.sign),
        Words(role="text", text=side.sentence),
    )


def _scope(subject: str) -> BallotScope:
    known = {each.value: each for each in BallotScope}
    return known.get(subject, BallotScope.BOUNDARY_TIER)
