"""Rules for the opening of the meeting: what the room has confirmed and heard (method A.2)."""

from dataclasses import replace

from deskrisk.domain.model.workshop import Workshop


def aims_confirmed(workshop: Workshop, *, confirmed: bool) -> Workshop:
    """The workshop whose aims the room has confirmed by a show of hands, or has not."""
    progress = replace(workshop.progress, aims_confirmed=confirmed)
    return replace(workshop, progress=progress)


def rule_read_out(workshop: Workshop, *, heard: bool) -> Workshop:
    """The workshop in which the room has heard how it will decide, or has not."""
    return replace(workshop, progress=replace(workshop.progress, rule_read_out=heard))
