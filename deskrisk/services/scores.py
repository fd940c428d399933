"""Private answers are keyed in, rounds are closed and opened again.

Labels and arguments carry no person, and the answers for one risk join into one step: the journal
keeps neither who answered nor in which order.
"""

from collections.abc import Sequence
from typing import Any

from deskrisk.domain import scores as rules
from deskrisk.domain import sheets
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.scores import FIRST_ROUND, Question
from deskrisk.domain.sheets import Sheet
from deskrisk.services.meeting import Meeting


def set_answer(
    meeting: Meeting,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    level: int,
    *,
    round_: int = FIRST_ROUND,
    origin: Any = None,
) -> Changes:
    """Somebody answered how likely, or how bad, a risk is.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError, RangeError: nothing is recorded.
    """
    return meeting.step(
        "score.set",
        lambda w: rules.set_answer(w, who, risk, question, level, round_=round_),
        merge=_merge(risk, round_),
        origin=origin,
    )


def abstain(
    meeting: Meeting,
    who: ParticipantId,
    risk: RiskId,
    *,
    round_: int = FIRST_ROUND,
    origin: Any = None,
) -> Changes:
    """Somebody said "I cannot judge this".

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError: nothing is recorded.
    """
    return meeting.step(
        "score.set",
        lambda w: rules.abstain(w, who, risk, round_=round_),
        merge=_merge(risk, round_),
        origin=origin,
    )


def clear_answer(
    meeting: Meeting,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    *,
    round_: int = FIRST_ROUND,
    origin: Any = None,
) -> Changes:
    """A wrong key was taken back.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError: nothing is changed.
    """
    return meeting.step(
        "score.set",
        lambda w: rules.clear_answer(w, who, risk, question, round_=round_),
        merge=_merge(risk, round_),
        origin=origin,
    )


def seal_sheet(
    meeting: Meeting, sheet: Sheet, *, round_: int = FIRST_ROUND, origin: Any = None
) -> Changes:
    """Somebody handed in a sheet in the booth: nobody can open it again.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError, SealedError, EmptyError, RangeError:
            nothing is recorded.
    """
    return meeting.step(
        "sheet.seal", lambda w: sheets.seal_sheet(w, sheet, round_=round_), origin=origin
    )


def hand_in(
    meeting: Meeting, given: Sequence[Sheet], *, round_: int = FIRST_ROUND, origin: Any = None
) -> Changes:
    """Sheets of several people came in at once, from a file.

    Raises:
        MissingError, RoundClosedError, RoundNotOpenError, EmptyError, RangeError: nothing is
            recorded.
    """
    return meeting.step(
        "sheet.import", lambda w: sheets.hand_in(w, given, round_=round_), origin=origin
    )


def close_round(meeting: Meeting, round_: int, *, reason: str = "", origin: Any = None) -> Changes:
    """A round was closed, with a line why if somebody is missing.

    Raises:
        RoundClosedError, RoundNotOpenError, NoReasonError: the round stays as it is.
    """
    return meeting.step(
        "round.close",
        lambda w: rules.close_round(w, round_, reason=reason),
        args={"round": str(round_)},
        origin=origin,
    )


def reopen_round(meeting: Meeting, round_: int, *, origin: Any = None) -> Changes:
    """A closed round was opened again.

    Raises:
        RoundNotOpenError: it was not closed.
    """
    return meeting.step(
        "round.reopen",
        lambda w: rules.reopen_round(w, round_),
        args={"round": str(round_)},
        origin=origin,
    )


def _merge(risk: RiskId, round_: int) -> str:
    return f"score:{round_}:{risk}"
