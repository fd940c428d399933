"""What was changed in the document since the room was asked, and putting it on record."""

from typing import Any

from deskrisk.domain import stances
from deskrisk.domain.changes import Changes, applied
from deskrisk.domain.freezing import agreed_side
from deskrisk.domain.model.ids import AmendmentId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import sign_off
from deskrisk.domain.versions import Subject, VersionChange, changes_between
from deskrisk.services.meeting import Meeting, Rule
from deskrisk.viewmodels.version_words import change_words

_VOTES = ("stance.", "signoff.", "amendment.record")
"""Labels of steps after which a change is a new one."""

_NOT_AMENDED = (Subject.AMENDMENT, Subject.VOICE)
"""What was said about the document is no change of it."""


def at_the_vote(meeting: Meeting) -> Workshop | None:
    """The workshop as it was when somebody answered last; None if nobody has.

    The journal knows: whatever was done since is taken back, in a copy.
    """
    workshop = meeting.workshop
    for step in reversed(meeting.history):
        if step.label.startswith(_VOTES):
            return workshop
        workshop = applied(workshop, step.changes.inverse(), label=step.label)
    return None


def changed_since_vote(meeting: Meeting) -> tuple[VersionChange, ...]:
    """What was changed in the document since somebody answered last."""
    before = at_the_vote(meeting)
    if before is None or before is meeting.workshop:
        return ()
    found = changes_between(agreed_side(before), agreed_side(meeting.workshop))
    return tuple(each for each in found if each.subject not in _NOT_AMENDED)


def lines_since_vote(meeting: Meeting) -> tuple[str, ...]:
    """The same in words."""
    before = at_the_vote(meeting)
    if before is None:
        return ()
    now = meeting.workshop
    return tuple(change_words(each, before, now) for each in changed_since_vote(meeting))


def record_changes(meeting: Meeting, *, origin: Any = None) -> Changes:
    """What was changed was put on record, as answers to the objections of this round."""
    return meeting.step("amendment.record", _recorded(meeting), origin=origin)


def ask_again(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The next round began; what was changed for it is on record.

    Raises:
        NobodyAskedError: nobody has answered in this one.
    """
    recorded = _recorded(meeting)
    return meeting.step("signoff.again", lambda w: stances.ask_again(recorded(w)), origin=origin)


def _recorded(meeting: Meeting) -> Rule:
    changes, words = changed_since_vote(meeting), lines_since_vote(meeting)
    ids = [AmendmentId(meeting.new_id()) for _change in changes]

    def recorded(workshop: Workshop) -> Workshop:
        who = _objectors(workshop)
        for id_, change, line in zip(ids, changes, words, strict=True):
            workshop = stances.add_amendment(workshop, id_, line, item=_item(change), answers=who)
        return workshop

    return recorded


def _objectors(workshop: Workshop) -> tuple[ParticipantId, ...]:
    return tuple(each.participant for each in sign_off(workshop).objections)


def _item(change: VersionChange) -> str:
    """Where the amendment belongs: a risk, an aim, or nowhere in particular."""
    if change.risk is not None:
        return change.risk
    return change.id if change.subject is Subject.AIM else ""
