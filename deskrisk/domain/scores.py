"""Private answers: who says what about a risk in which round, and who is still missing."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from deskrisk.domain.errors import MissingError, NoReasonError, RoundClosedError, RoundNotOpenError
from deskrisk.domain.exposures import scorers
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import get, put, removed
from deskrisk.domain.remembered import remembered

FIRST_ROUND, SECOND_ROUND = 1, 2
"""There are at most two rounds: later ones converge by pressure and not by knowledge."""

ROUNDS = (FIRST_ROUND, SECOND_ROUND)


class Question(Enum):
    """The two questions about a risk, asked in this order."""

    LIKELIHOOD = "likelihood"
    IMPACT = "impact"


def set_answer(
    workshop: Workshop,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    level: int,
    *,
    round_: int = FIRST_ROUND,
) -> Workshop:
    """Somebody answers one of the two questions about a risk with a level, 1 to 5.

    An answer replaces an earlier one; it also takes back "I cannot judge".

    Raises:
        MissingError: there is no such person or risk.
        RoundClosedError, RoundNotOpenError: the round takes no answers now.
    """
    held = _score(workshop, who, risk, round_)
    if question is Question.LIKELIHOOD:
        return put(workshop, replace(held, abstain=False, likelihood=level))
    return put(workshop, replace(held, abstain=False, impact=level))


def abstain(
    workshop: Workshop, who: ParticipantId, risk: RiskId, *, round_: int = FIRST_ROUND
) -> Workshop:
    """Somebody says "I cannot judge this"; levels given before go.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError: as for ``set_answer``.
    """
    held = _score(workshop, who, risk, round_)
    return put(workshop, replace(held, abstain=True, likelihood=None, impact=None))


def clear_answer(
    workshop: Workshop,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    *,
    round_: int = FIRST_ROUND,
) -> Workshop:
    """Take one answer back; "I cannot judge" goes as a whole. Nothing there: nothing happens.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError: as for ``set_answer``.
    """
    held = _score(workshop, who, risk, round_)
    if held.id not in workshop.scores:
        return workshop
    if question is Question.LIKELIHOOD:
        left = replace(held, abstain=False, likelihood=None)
    else:
        left = replace(held, abstain=False, impact=None)
    if left.likelihood is None and left.impact is None:
        return removed(workshop, Score, held.id)
    return put(workshop, left)


def open_round(workshop: Workshop) -> int:
    """The round that takes answers now: 1 until it is closed, then 2."""
    return min(workshop.progress.round_closed + 1, SECOND_ROUND)


def has_answered(
    workshop: Workshop, who: ParticipantId, risk: RiskId, round_: int = FIRST_ROUND
) -> bool:
    """Has this person answered both questions, or said "I cannot judge"?"""
    score = workshop.scores.get(_key(who, risk, round_))
    return score is not None and (score.complete or score.abstain)


def asked_again(workshop: Workshop, risk: RiskId) -> bool:
    """Is the risk part of the second round: talked about, scored again, or late?"""
    scored = any(
        each.risk == risk and each.round == SECOND_ROUND for each in workshop.scores.values()
    )
    talked = any(note.risk == risk for note in workshop.discussion_notes.values())
    return scored or talked or is_late(workshop, risk)


def is_late(workshop: Workshop, risk: RiskId) -> bool:
    """Has a risk come after the first round, so that nobody has judged it yet?"""
    judged = any(score.risk == risk for score in workshop.scores.values())
    over = workshop.progress.round_closed >= FIRST_ROUND
    return risk in workshop.risks and over and not judged


def still_missing(
    workshop: Workshop, risk: RiskId, round_: int = FIRST_ROUND
) -> tuple[ParticipantId, ...]:
    """Who has not answered for a risk yet; nobody for a risk that is not asked again."""
    if round_ == SECOND_ROUND and not asked_again(workshop, risk):
        return ()
    return tuple(
        who
        for who in scorers(workshop)
        if workshop.participants[who].present and not has_answered(workshop, who, risk, round_)
    )


def unfinished(workshop: Workshop, round_: int = FIRST_ROUND) -> tuple[RiskId, ...]:
    """The risks for which somebody present has not answered yet."""
    return tuple(risk for risk in workshop.risks if still_missing(workshop, risk, round_))


def revealed(workshop: Workshop) -> Workshop:
    """The workshop without the answers of a round that is still open.

    Whatever anybody is shown beside the entry of answers is worked out of this: nothing that
    follows from an answer may be seen before the round is closed, in one deliberate act.
    """
    scores = _of_closed_rounds(workshop)
    return workshop if scores is workshop.scores else replace(workshop, scores=scores)


@remembered("scores", "progress")
def _of_closed_rounds(workshop: Workshop, round_: int = 0) -> Mapping[str, Score]:  # noqa: ARG001  a remembered query has one
    """The same mapping for the same answers: what was worked out of it is remembered."""
    closed = workshop.progress.round_closed
    scores = {key: each for key, each in workshop.scores.items() if each.round <= closed}
    return scores if len(scores) < len(workshop.scores) else workshop.scores


def not_shown_yet(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks with second answers while the second round is open.

    Until it is closed, in one deliberate act, nothing is shown that follows from them.
    """
    if workshop.progress.round_closed >= SECOND_ROUND:
        return ()
    begun = {each.risk for each in workshop.scores.values() if each.round == SECOND_ROUND}
    return tuple(risk for risk in workshop.risks if risk in begun)


def close_round(workshop: Workshop, round_: int, *, reason: str = "") -> Workshop:
    """Close a round: from now on it takes no answers, and its spread may be shown.

    Args:
        workshop: where it is.
        round_: 1 or 2.
        reason: why it is closed although somebody is missing; printed in the method note.

    Raises:
        RoundClosedError: it is closed already.
        RoundNotOpenError: the first round is still open.
        NoReasonError: somebody is missing, and nobody said why it is closed all the same.
    """
    require_open(workshop, round_)
    if unfinished(workshop, round_):
        if not reason.strip():
            raise NoReasonError("stage_notes", "passed_because")
        key = Stage.RANK.value
        note = workshop.stage_notes.get(key, StageNote(stage=Stage.RANK))
        workshop = put(workshop, replace(note, passed_because=reason))
    return replace(workshop, progress=replace(workshop.progress, round_closed=round_))


def reopen_round(workshop: Workshop, round_: int) -> Workshop:
    """Open a closed round again; a second round that was closed after it opens too.

    Raises:
        RoundNotOpenError: it was never closed.
    """
    if workshop.progress.round_closed < round_:
        raise RoundNotOpenError(round_)
    return replace(workshop, progress=replace(workshop.progress, round_closed=round_ - 1))


def _score(workshop: Workshop, who: ParticipantId, risk: RiskId, round_: int) -> Score:
    get(workshop, Participant, who)
    get(workshop, Risk, risk)
    require_open(workshop, round_)
    held = workshop.scores.get(_key(who, risk, round_))
    return held or Score(round=round_, participant=who, risk=risk)


def require_open(workshop: Workshop, round_: int) -> None:
    """Let a round pass that takes answers now.

    Raises:
        MissingError: there is no such round.
        RoundClosedError, RoundNotOpenError: it takes no answers now.
    """
    if round_ not in ROUNDS:
        raise MissingError("scores", str(round_))
    if round_ <= workshop.progress.round_closed:
        raise RoundClosedError(round_)
    if round_ > open_round(workshop):
        raise RoundNotOpenError(round_)


def _key(who: ParticipantId, risk: RiskId, round_: int) -> str:
    return Score(round=round_, participant=who, risk=risk).id
