"""What somebody reads who writes alone on the laptop, and what stands between two people."""

from dataclasses import dataclass

from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.blocks import texts_of
from deskrisk.viewmodels.show_fears import prompt_blocks, prompt_count


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothView:
    """The words of the booth; ``prompts`` are asked one after the other."""

    prompts: tuple[str, ...]
    promise: str
    placeholder: str


def booth_view(workshop: Workshop) -> BoothView:
    """The booth of a workshop."""
    return BoothView(
        prompts=tuple(
            text
            for number in range(prompt_count())
            for text in texts_of(prompt_blocks(workshop, str(number)))
        ),
        promise=_("No name and no time is kept. Nobody can open a sealed slip again."),
        placeholder=_("One thing"),
    )


def trouble_words(*, safe: bool) -> str:
    """What stands in a booth while the disk refuses what was sealed; "" while all is well."""
    if safe:
        return ""
    return _(
        "Your computer's disk refuses to store at the moment. Nothing is lost: what is sealed is "
        "kept in memory and stored as soon as it can be. Please leave the program open, and tell "
        "the facilitator."
    )


def prompt_number_words(number: int, count: int) -> str:
    """Which of the prompts this is, counted from 0."""
    return _("Question {number} of {count}").format(number=number + 1, count=count)


ABOUT_US = 1
"""The place of the prompt that asks about ourselves: its slips lie among those about us."""
