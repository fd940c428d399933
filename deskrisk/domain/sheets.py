"""Sheets: all answers of one person at once, from the booth, from paper or from a file.

A sheet that is in cannot be opened again: what a person is still asked is what is not in yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.domain.errors import EmptyError, MissingError, SealedError
from deskrisk.domain.exposures import scorers
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.scores import Ballot, BallotScope, Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import get, in_order, put
from deskrisk.domain.scores import (
    FIRST_ROUND,
    SECOND_ROUND,
    asked_again,
    has_answered,
    require_open,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Somebody's answer for a risk: two levels, 1 to 5, or neither for "I cannot judge"."""

    risk: RiskId
    likelihood: int | None = None
    impact: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The answers of one person."""

    who: ParticipantId
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How many of those who are here are in."""

    done: int
    count: int

    @property
    def everybody(self) -> bool:
        """Is nobody missing? With nobody here nobody is in."""
        return self.count > 0 and self.done == self.count


def asked(workshop: Workshop, round_: int = FIRST_ROUND) -> tuple[RiskId, ...]:
    """The risks that a round asks about, by number: all of them, then those asked again."""
    return tuple(
        risk.id
        for risk in in_order(workshop.risks, by="number")
        if round_ != SECOND_ROUND or asked_again(workshop, risk.id)
    )


def still_asked(
    workshop: Workshop, who: ParticipantId, round_: int = FIRST_ROUND
) -> tuple[RiskId, ...]:
    """The risks that this person has not answered for; none when their sheet is in."""
    return tuple(
        risk for risk in asked(workshop, round_) if not has_answered(workshop, who, risk, round_)
    )


def expected(workshop: Workshop) -> tuple[ParticipantId, ...]:
    """Those who are here and score, in the order of the people."""
    here = {who for who in scorers(workshop) if workshop.participants[who].present}
    return tuple(person.id for person in in_order(workshop.participants) if person.id in here)


def sheets_in(workshop: Workshop, round_: int = FIRST_ROUND) -> Turnout:
    """How many sheets of a round are in."""
    people = expected(workshop)
    done = sum(not still_asked(workshop, who, round_) for who in people) if workshop.risks else 0
    return Turnout(done=done, count=len(people))


def ballots_in(workshop: Workshop, scope: BallotScope) -> Turnout:
    """How many ballots are in."""
    people = expected(workshop)
    done = sum(has_voted(workshop, who, scope) for who in people)
    return Turnout(done=done, count=len(people))


def has_voted(workshop: Workshop, who: ParticipantId, scope: BallotScope) -> bool:
    """Has this person given in a ballot?"""
    return Ballot(participant=who, scope=scope).id in workshop.ballots


def seal_sheet(workshop: Workshop, sheet: Sheet, *, round_: int = FIRST_ROUND) -> Workshop:
    """A sheet from the booth goes in, whole.

    Raises:
        MissingError: there is no such person, or the round does not ask about such a risk.
        RoundClosedError, RoundNotOpenError: the round takes no answers now.
        SealedError: one of the answers is in already.
        EmptyError: an answer is left out, or half of one.
    """
    left = still_asked(workshop, sheet.who, round_)
    given = {each.risk for each in sheet.answers}
    for risk in given - set(left):
        if risk in asked(workshop, round_):
            raise SealedError("scores")
        raise MissingError("risks", risk)
    if given != set(left):
        raise EmptyError("scores", "likelihood")
    return hand_in(workshop, (sheet,), round_=round_)


def hand_in(workshop: Workshop, sheets: Sequence[Sheet], *, round_: int = FIRST_ROUND) -> Workshop:
    """Sheets of several people go in, all of them or none; they replace earlier answers.

    Raises:
        MissingError: there is no such person, or the round does not ask about such a risk.
        RoundClosedError, RoundNotOpenError: the round takes no answers now.
        EmptyError: half of an answer is left out.
    """
    require_open(workshop, round_)
    allowed = set(asked(workshop, round_))
    found: list[Score] = []
    for sheet in sheets:
        get(workshop, Participant, sheet.who)
        found += (_score(sheet.who, each, round_, allowed) for each in sheet.answers)
    return put(workshop, *found)


def _score(who: ParticipantId, answer: Answer, round_: int, allowed: set[RiskId]) -> Score:
    if answer.risk not in allowed:
        raise MissingError("risks", answer.risk)
    if (answer.likelihood is None) != (answer.impact is None):
        raise EmptyError("scores", "likelihood" if answer.likelihood is None else "impact")
    return Score(
        round=round_,
        participant=who,
        risk=answer.risk,
        likelihood=answer.likelihood,
        impact=answer.impact,
        abstain=answer.likelihood is None,
    )
