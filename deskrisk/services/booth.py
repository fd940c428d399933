"""The laptop goes round: people seal slips, and all of them come to the wall together.

Who wrote what is nowhere: a slip has a random id and no time, and what is stored has the order of
the ids. The round is one step, with the minute of its end.
"""

from deskrisk.domain import fears
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import FearId
from deskrisk.domain.texts import cleaned_value
from deskrisk.services.meeting import Meeting
from deskrisk.services.slip_box import SealedSlip

FEWEST_HANDS = 3
"""A round of fewer people hides nobody (the smallest group of the method)."""


def seal_slip(meeting: Meeting, text: str, *, about_us: bool = False) -> None:
    """Seal one slip: nobody can open it again, and it is not on the wall yet.

    Raises:
        EmptyError: there is nothing on it.
        TooLongError: it is too long for any text.
    """
    if not text.strip():
        raise EmptyError("fears", "text")
    fear, _count = cleaned_value(Fear(id=FearId(meeting.new_id()), text=text))
    meeting.box.seal(SealedSlip(fear.id, fear.text, about_us))


def sealed_count(meeting: Meeting) -> int:
    """How many slips are in the box; also those that a crash has left there."""
    return len(meeting.box.slips())


def slips_are_safe(meeting: Meeting) -> bool:
    """Would all sealed slips survive a power cut? What the disk refused is tried once more."""
    return meeting.box.try_again() and meeting.disk_problem() is None


def open_box(meeting: Meeting) -> int:
    """Put all sealed slips on the wall as one step.

    Returns:
        how many there were.
    """
    known = meeting.workshop.fears
    slips = [slip for slip in meeting.box.slips() if slip.id not in known]
    if slips:
        meeting.step("fear.round", lambda w: fears.slips_added(w, slips))
    meeting.box.empty()
    return len(slips)
