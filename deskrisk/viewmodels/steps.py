"""What each step of the journal is called: the words after "Undo:" and in the history."""

from collections.abc import Mapping

from deskrisk.domain.journal import Step
from deskrisk.i18n import N_, _

STEP_WORDS: Mapping[str, str] = {
    "workshop.edit": N_("change {field}"),
}
"""The words of each label; names in braces are the step's arguments."""


def step_words(step: Step) -> str:
    """What the user would call the step, e.g. ``"add fear"``."""
    return _(STEP_WORDS[step.label]).format_map(step.args)
