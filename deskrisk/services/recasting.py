"""The moves of a sentence on its way to a risk, each one step that can be undone."""

from typing import Any

from deskrisk.domain import fears, risk_merge, risk_moves, risks
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.recasting import Recast
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.wording import lexicon


def part_line(
    meeting: Meeting,
    risk: RiskId | None,
    recast: Recast,
    *,
    fear: FearId | None = None,
    emptied: str = "",
) -> RiskId:
    """Put the parts of a line that holds a whole sentence into their fields.

    Args:
        meeting: the workshop that is open.
        risk: whose fields; None begins a risk.
        recast: the parts, see ``domain.risk_moves.said_in_one``.
        fear: what a risk that is begun stands for; None for none.
        emptied: the field that held the line; it is empty unless a part belongs there.

    Returns:
        which risk it is.
    """
    id_ = risk or RiskId(meeting.new_id())
    linked = () if fear is None else (fear,)

    def parted(workshop: Workshop) -> Workshop:
        if risk is None:
            workshop = risks.risk_added(workshop, id_, fears=linked)
        if emptied:
            workshop = risks.risk_edited(workshop, id_, **{emptied: ""})
        return risk_moves.parts_taken(workshop, id_, recast)

    meeting.step("risk.part", parted)
    return id_


def move_to_cause(meeting: Meeting, risk: RiskId) -> Changes:
    """Say that what may happen is true today: it is the cause.

    Raises:
        EmptyError: there are no words to move.
    """
    return meeting.step("risk.to_cause", lambda w: risk_moves.event_to_cause(w, risk, lexicon()))


def put_on_shelf(meeting: Meeting, risk: RiskId) -> Changes:
    """Say that what may happen is something to do: it lies on the shelf of ideas.

    Raises:
        EmptyError: there are no words to move.
    """
    return meeting.step("risk.to_shelf", lambda w: risk_moves.event_to_shelf(w, risk, lexicon()))


def give_back_to_fear(
    meeting: Meeting, risk: RiskId, fear: FearId, disposition: Disposition
) -> Changes:
    """Say that a sentence is an issue or a question; its words become the note of the fear.

    Raises:
        EmptyError: there are no words to move.
    """
    return meeting.step(
        "fear.place", lambda w: risk_moves.event_to_fear(w, risk, fear, disposition)
    )


def split_in_two(meeting: Meeting, risk: RiskId) -> RiskId:
    """Make two risks of one in which two things may happen; say which is the new one."""
    id_ = RiskId(meeting.new_id())
    meeting.step("risk.split", lambda w: risk_moves.split_in_two(w, risk, id_, lexicon()))
    return id_


def merge_risks(
    meeting: Meeting, kept: RiskId, other: RiskId, *, for_good: bool = False
) -> Changes:
    """Make one risk of two; the words of both stay.

    Raises:
        StillNeededError: answers about the other would go, and ``for_good`` is not said.
    """
    return meeting.step(
        "risk.merge", lambda w: risk_merge.risks_merged(w, kept, other, for_good=for_good)
    )


def add_idea(meeting: Meeting, risk: RiskId, idea: str) -> Changes:
    """Lay an idea for a promise on the shelf of a risk.

    Raises:
        EmptyError: the idea is empty.
    """
    return meeting.step("risk.idea", lambda w: risks.idea_added(w, risk, idea))


def remove_idea(meeting: Meeting, risk: RiskId, idea: str) -> Changes:
    """Take an idea from the shelf."""
    return meeting.step("risk.idea_remove", lambda w: risks.idea_removed(w, risk, idea))


def set_tags(meeting: Meeting, risk: RiskId, text: str, *, origin: Any = None) -> Changes:
    """Give a risk the tags of a typed line.

    Raises:
        TooManyError: there is room for three.
    """
    return meeting.step(
        "risk.tags",
        lambda w: risks.risk_edited(w, risk, tags=risks.tags_in(text)),
        merge=f"risks/{risk}/tags",
        origin=origin,
    )


def set_rate(meeting: Meeting, risk: RiskId, n: int | None, k: int | None) -> Changes:
    """Say that k of n comparable projects had a risk.

    Raises:
        RangeError: n is outside 0 to 1000, or k outside 0 to n.
    """
    return meeting.step("risk.rate", lambda w: risks.rate_set(w, risk, n, k))


def send_hint_away(meeting: Meeting, risk: RiskId, code: str) -> Changes:
    """Do not show a wording hint again for this risk."""
    return meeting.step("risk.hint", lambda w: risks.hint_sent_away(w, risk, code))


def say_it_holds(meeting: Meeting, fear: FearId, *, holds: bool) -> Changes:
    """Say that the sentence still holds what was meant by a fear; or take that back."""
    return meeting.step("fear.holds", lambda w: fears.fear_edited(w, fear, still_holds=holds))
