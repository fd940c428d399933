"""What each step of the journal is called: the words after "Undo:" and in the history."""

from collections.abc import Mapping

from deskrisk.domain.journal import Step
from deskrisk.i18n import N_, _

STEP_WORDS: Mapping[str, str] = {
    "workshop.edit": N_("change {field}"),
    "score.set": N_("answers"),
    "round.close": N_("close round {round}"),
    "round.reopen": N_("open round {round} again"),
    "order.move": N_("move to place {position}"),
    "order.reset": N_("back to the numbers' order"),
    "order.confirm": N_("confirm the order"),
    "response.decide": N_("decision"),
    "response.owner": N_("set owner"),
    "response.reason": N_("reason"),
    "response.trigger": N_("first sign"),
    "response.fallback": N_("what we do then"),
    "response.residual": N_("how likely and how bad then"),
    "response.leverage_note": N_("why it is worth it"),
    "response.review_date": N_("when to look again"),
    "mitigation.add": N_("add promise"),
    "mitigation.edit": N_("change promise"),
    "mitigation.owner": N_("owner of a promise"),
    "mitigation.move": N_("move promise"),
    "mitigation.remove": N_("remove promise"),
    "mitigation.status": N_("status of a promise"),
    "signal.edit": N_("how we will know"),
    "stance.set": N_("five to one"),
    "stance.clear": N_("take an answer back"),
    "stance.edit": N_("words of an answer"),
    "signoff.again": N_("ask again"),
    "signoff.owner": N_("the owner's decision"),
    "signoff.owner_back": N_("take the owner's decision back"),
    "signoff.adjourn": N_("adjourn"),
    "amendment.add": N_("add amendment"),
    "amendment.edit": N_("change amendment"),
    "amendment.remove": N_("remove amendment"),
    "review.start": N_("start a review"),
    "review.edit": N_("change the review"),
    "review.remove": N_("remove the review"),
    "review.entry": N_("what we saw"),
    "review.outcome": N_("did it happen"),
}
"""The words of each label; names in braces are the step's arguments."""


def step_words(step: Step) -> str:
    """What the user would call the step, e.g. ``"add fear"``."""
    return _(STEP_WORDS[step.label]).format_map(step.args)
