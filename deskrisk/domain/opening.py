"""Rules for the opening of the meeting: what the room has confirmed and heard (method A.2).

A tick holds for what was there when it was given: other aims were not confirmed, and another way
to decide was not read out.
"""

from dataclasses import replace

from deskrisk.domain.model.workshop import Workshop

READ_OUT = ("decision_rule", "decision_owner", "focus_count")
"""What the room hears of how it will decide."""


def aims_confirmed(workshop: Workshop, *, confirmed: bool) -> Workshop:
    """The workshop whose aims the room has confirmed by a show of hands, or has not."""
    progress = replace(workshop.progress, aims_confirmed=confirmed)
    return replace(workshop, progress=progress)


def rule_read_out(workshop: Workshop, *, heard: bool) -> Workshop:
    """The workshop in which the room has heard how it will decide, or has not."""
    return replace(workshop, progress=replace(workshop.progress, rule_read_out=heard))


def aims_asked_again(before: Workshop, after: Workshop) -> Workshop:
    """The workshop after a change of the aims; what the room has not seen is not confirmed."""
    said = {key: aim.text for key, aim in before.objectives.items()}
    says = {key: aim.text for key, aim in after.objectives.items()}
    if said == says or not after.progress.aims_confirmed:
        return after
    return aims_confirmed(after, confirmed=False)


def rule_asked_again(before: Workshop, after: Workshop) -> Workshop:
    """The workshop after a change of the brief; a rule that nobody has heard was not read out."""
    same = all(getattr(before.brief, name) == getattr(after.brief, name) for name in READ_OUT)
    if same or not after.progress.rule_read_out:
        return after
    return rule_read_out(after, heard=False)
