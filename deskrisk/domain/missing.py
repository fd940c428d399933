"""Everything that is missing for an agreement, from the first stage to the last, as data.

Nothing here stops anybody. Each thing says in which stage it is mended, and at which risk or whom.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.aims import FEWEST_AIMS
from deskrisk.domain.brief import needs_owner
from deskrisk.domain.exposures import risk_exposures, scorers
from deskrisk.domain.gaps import Gap, gaps_of
from deskrisk.domain.model.brief import OrderMethod, Stage
from deskrisk.domain.model.ids import FearId, ParticipantId, RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND, revealed, still_missing
from deskrisk.domain.signoff import OBJECTION, SignOffResult, sign_off
from deskrisk.domain.stages import FEWEST_PEOPLE, untalked
from deskrisk.domain.stances import stance_gaps


class Lack(Enum):
    """What is missing."""

    PURPOSE = "purpose"
    PEOPLE = "people"
    AIMS = "aims"
    HORIZON = "horizon"
    DECISION_OWNER = "decision_owner"
    FEARS = "fears"
    FEAR_PLACE = "fear_place"
    RISKS = "risks"
    CAUSE = "cause"
    EVENT = "event"
    CONSEQUENCE = "consequence"
    AIM = "aim"
    KIND = "kind"
    RED_LINE_REASON = "red_line_reason"
    ANSWERS = "answers"
    BALLOTS = "ballots"
    LATE_ANSWERS = "late_answers"
    TALK = "talk"
    MOVE_REASON = "move_reason"
    ORDER = "order"
    RESPONSE = "response"
    STANCE = "stance"
    STANCE_WORDS = "stance_words"
    OBJECTION = "objection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One missing thing.

    ``gap`` says what a response lacks (``Lack.RESPONSE``), ``count`` how many there are where one
    line stands for several, ``field`` which words of an answer.
    """

    stage: Stage
    lack: Lack
    risk: RiskId | None = None
    fear: FearId | None = None
    person: ParticipantId | None = None
    gap: Gap | None = None
    count: int = 0
    field: str = ""


def missing(workshop: Workshop) -> tuple[Missing, ...]:
    """Everything that is missing, in the order of the stages, then of the risks.

    Nothing of it follows from an answer of a round that is still open, but how many are to come.
    """
    return tuple(each for found in _STAGES for each in found(workshop))


def _prepare(workshop: Workshop) -> Iterator[Missing]:
    brief = workshop.brief
    unsettled = {
        Lack.PURPOSE: not brief.purpose.strip(),
        Lack.AIMS: len(workshop.objectives) < FEWEST_AIMS,
        Lack.PEOPLE: len(workshop.participants) < FEWEST_PEOPLE,
        Lack.HORIZON: brief.horizon <= brief.held_on,
        Lack.DECISION_OWNER: needs_owner(brief)
        and brief.decision_owner not in workshop.participants,
    }
    for lack, is_missing in unsettled.items():
        if is_missing:
            yield Missing(stage=Stage.PREPARE, lack=lack)


def _name(workshop: Workshop) -> Iterator[Missing]:
    if not workshop.fears and not workshop.risks:
        yield Missing(stage=Stage.NAME, lack=Lack.FEARS)


def _recast(workshop: Workshop) -> Iterator[Missing]:
    unplaced = [fear.id for fear in workshop.fears.values() if fear.disposition is None]
    if unplaced:
        yield Missing(
            stage=Stage.RECAST, lack=Lack.FEAR_PLACE, fear=unplaced[0], count=len(unplaced)
        )
    if not workshop.risks:
        yield Missing(stage=Stage.RECAST, lack=Lack.RISKS)
    for risk in in_order(workshop.risks, by="number"):
        unsaid = {
            Lack.CAUSE: not risk.cause.strip(),
            Lack.EVENT: not risk.event.strip(),
            Lack.CONSEQUENCE: not risk.consequence.strip(),
            Lack.AIM: not risk.objectives and bool(workshop.objectives),
            Lack.KIND: risk.category is None,
            Lack.RED_LINE_REASON: risk.red_line and not risk.red_line_reason.strip(),
        }
        for lack, is_missing in unsaid.items():
            if is_missing:
                yield Missing(stage=Stage.RECAST, lack=lack, risk=risk.id)


def _rank(workshop: Workshop) -> Iterator[Missing]:
    if not workshop.risks:
        return
    by_ballot = workshop.brief.order_method is OrderMethod.BALLOT_ONLY
    yield from _ballots(workshop) if by_ballot else _answers(workshop)
    for move in workshop.order_moves.values():
        if move.crosses_tier and not move.reason.strip():
            yield Missing(stage=Stage.RANK, lack=Lack.MOVE_REASON, risk=move.risk)
    if not workshop.progress.order_confirmed:
        yield Missing(stage=Stage.RANK, lack=Lack.ORDER)


def _ballots(workshop: Workshop) -> Iterator[Missing]:
    given = sum(each.scope is BallotScope.ALL for each in workshop.ballots.values())
    wanted = sum(person.present and person.scores for person in workshop.participants.values())
    if given < wanted:
        yield Missing(stage=Stage.RANK, lack=Lack.BALLOTS, count=wanted - given)


def _answers(workshop: Workshop) -> Iterator[Missing]:
    """Answers that are still to come; once a round is closed, risks that nobody has judged."""
    if workshop.progress.round_closed < FIRST_ROUND:
        count = sum(len(still_missing(workshop, risk)) for risk in workshop.risks)
        if count or not scorers(workshop):
            yield Missing(stage=Stage.RANK, lack=Lack.ANSWERS, count=count)
        return
    shown = revealed(workshop)
    exposures = risk_exposures(shown)
    for risk in standing_order(shown):
        if exposures[risk].median is None:
            yield Missing(stage=Stage.RANK, lack=Lack.LATE_ANSWERS, risk=risk)
    for risk in untalked(workshop):
        yield Missing(stage=Stage.RANK, lack=Lack.TALK, risk=risk)


def _respond(whole: Workshop) -> Iterator[Missing]:
    workshop = revealed(whole)
    first = must_respond(workshop)
    others = [risk for risk in standing_order(workshop) if risk not in set(first)]
    for risk in (*first, *others):
        for gap in gaps_of(workshop, risk):
            yield Missing(stage=Stage.RESPOND, lack=Lack.RESPONSE, risk=risk, gap=gap)


def _agree(workshop: Workshop) -> Iterator[Missing]:
    """Once somebody has been asked: who has not answered, and which words are still to come."""
    standing = sign_off(workshop)
    if not standing.stances:
        return
    answered = {each.participant for each in standing.stances}
    for person in in_order(workshop.participants):
        if person.present and person.id not in answered:
            yield Missing(stage=Stage.AGREE, lack=Lack.STANCE, person=person.id)
    for who, field in stance_gaps(workshop):
        yield Missing(stage=Stage.AGREE, lack=Lack.STANCE_WORDS, person=who, field=field)
    if standing.result is SignOffResult.OPEN_OBJECTION and workshop.progress.adjourned_to is None:
        for each in standing.stances:
            if each.level == OBJECTION:
                yield Missing(stage=Stage.AGREE, lack=Lack.OBJECTION, person=each.participant)


_STAGES: tuple[Callable[[Workshop], Iterator[Missing]], ...] = (
    _prepare,
    _name,
    _recast,
    _rank,
    _respond,
    _agree,
)
