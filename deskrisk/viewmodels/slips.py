"""What is printed on slips of paper."""

from dataclasses import dataclass

from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.booth import booth_view

EACH = 2
"""Slips for everybody and each prompt; whoever has more to say takes one of the rest."""

FEWEST, MOST = 4, 60
"""People that slips are printed for, at least and at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsView:
    """The words on the slips; ``slips`` is how many of each prompt are needed."""

    title: str
    subject: str
    head: str
    prompts: tuple[str, ...]
    slips: int


def slips_view(workshop: Workshop) -> SlipsView:
    """The slips of a workshop."""
    people = sum(person.present for person in workshop.participants.values())
    title = workshop.brief.title
    return SlipsView(
        title=title,
        subject=_("Slips for the fears"),
        head=_("{title}  \N{MIDDLE DOT}  cut along the dotted lines").format(title=title),
        prompts=booth_view(workshop).prompts,
        slips=min(max(people, FEWEST), MOST) * EACH,
    )
