"""How a sign-off stands, in one sentence, and what comes next (method B.13)."""

import math
from enum import Enum

from deskrisk.domain.freezing import ADOPTED, may_freeze
from deskrisk.domain.model.brief import DecisionRule, InputMode
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import (
    ASIDE,
    QUORUM,
    RESERVATION,
    SignOff,
    SignOffResult,
    sign_off,
)
from deskrisk.domain.stances import SETTLED_BY_OWNER
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import count_word


class Next(Enum):
    """What the main button of the page Agree does."""

    ASK = "ask"
    HAND_OVER = "hand_over"
    AGAIN = "again"
    OWNER = "owner"
    FREEZE = "freeze"
    EXPORT = "export"


NEXT_WORDS = {
    Next.ASK: N_("Ask five to one"),
    Next.HAND_OVER: N_("Hand over the laptop"),
    Next.AGAIN: N_("Ask again"),
    Next.OWNER: N_("The owner decides …"),
    Next.FREEZE: N_("Freeze as version {number} …"),
    Next.EXPORT: N_("Save the document …"),
}
"""What stands on the main button."""

MODE_WORDS = {
    InputMode.CARDS: N_("Everyone shows a hand on three; one key each."),
    InputMode.PASS: N_(
        "The laptop goes round. Each chooses their name and answers alone. Nobody, you included,"
        " sees an answer before all are in."
    ),
    InputMode.PAPER: N_("Collect the slips, then key them in; the wall shows only how many."),
    InputMode.IMPORT: N_("Key in what was sent; the wall shows only how many."),
}
"""How answers come in, and who can see what."""


def goes_round(workshop: Workshop) -> bool:
    """Does the laptop go round, and is somebody still missing? Then no answer is shown."""
    standing = sign_off(workshop)
    return workshop.brief.input_signoff is InputMode.PASS and standing.answered < standing.present


def next_thing(workshop: Workshop) -> Next:
    """What comes next in the sign-off."""
    standing = sign_off(workshop)
    if goes_round(workshop):
        return Next.HAND_OVER
    if standing.result in ADOPTED:
        return Next.FREEZE if may_freeze(workshop) else Next.EXPORT
    if standing.result is SignOffResult.NOT_ENOUGH:
        return Next.ASK
    return Next.OWNER if standing.result is SignOffResult.OWNER_DECIDES else Next.AGAIN


def result_sentence(workshop: Workshop, standing: SignOff) -> str:
    """The result, without a full stop: ``"Adopted, with one reservation"``."""
    if not standing.stances:
        return _("Nobody has been asked yet")
    if standing.result is SignOffResult.NOT_ENOUGH:
        needed = math.ceil(QUORUM * standing.present)
        return ngettext(
            "{done} has answered, it takes {needed}",
            "{done} have answered, it takes {needed}",
            standing.answered,
        ).format(done=_capital(standing.answered), needed=count_word(needed))
    if standing.result in (SignOffResult.OPEN_OBJECTION, SignOffResult.OWNER_DECIDES):
        return _open(workshop, standing)
    if standing.result is SignOffResult.NOT_ADOPTED:
        return _not_adopted(standing)
    return _adopted(workshop, standing)


def result_tone(result: SignOffResult) -> str:
    """The colour role of the result."""
    if result in (SignOffResult.OPEN_OBJECTION, SignOffResult.NOT_ADOPTED):
        return "alarm"
    if result is SignOffResult.NOT_ENOUGH:
        return "ink_soft"
    return "ink"


def owner_name(workshop: Workshop) -> str:
    """Who decides, or "the owner" while nobody is named."""
    owner = workshop.brief.decision_owner
    return workshop.participants[owner].name if owner else _("the owner")


def _open(workshop: Workshop, standing: SignOff) -> str:
    if standing.result is SignOffResult.OWNER_DECIDES:
        return _("Everybody has been heard, now {name} decides").format(name=owner_name(workshop))
    count = len(standing.objections)
    words = ngettext("{word} objection is open", "{word} objections are open", count)
    found = words.format(word=_capital(count))
    if standing.owner_may_decide and standing.result in SETTLED_BY_OWNER:
        return _("{result}; {name} may decide now").format(result=found, name=owner_name(workshop))
    return found


def _votes(standing: SignOff) -> tuple[int, int]:
    """How many are for it, and how many votes count."""
    counted = sum(count for level, count in standing.counts.items() if level != ASIDE)
    for_it = sum(count for level, count in standing.counts.items() if level >= RESERVATION)
    return for_it, counted


def _not_adopted(standing: SignOff) -> str:
    for_it, counted = _votes(standing)
    if not counted:
        return _("Not adopted: everybody stands aside")
    return ngettext(
        "Not adopted: {done} of {count} is for it, it takes {needed}",
        "Not adopted: {done} of {count} are for it, it takes {needed}",
        for_it or 2,
    ).format(
        done=count_word(for_it) if for_it else _("none"),
        count=count_word(counted),
        needed=count_word(math.ceil(QUORUM * counted)),
    )


def _adopted(workshop: Workshop, standing: SignOff) -> str:
    if standing.result is SignOffResult.OWNER_DECIDED:
        found = _("Decided by {name}").format(name=owner_name(workshop))
    elif workshop.brief.decision_rule is DecisionRule.MAJORITY_TWO_THIRDS:
        for_it, counted = _votes(standing)
        found = _("Adopted by {done} of {count}").format(
            done=count_word(for_it), count=count_word(counted)
        )
    elif standing.present == 1:
        found = _("Adopted as one person's own decision")
    else:
        found = _("Adopted")
    voices = _voices(standing)
    return _("{result}, with {voices}").format(result=found, voices=voices) if voices else found


def _voices(standing: SignOff) -> str:
    """The reservations and objections that are printed; empty for none."""
    parts = []
    reservations, objections = len(standing.reservations), len(standing.objections)
    if reservations:
        words = ngettext("{word} reservation", "{word} reservations", reservations)
        parts.append(words.format(word=count_word(reservations)))
    if objections:
        words = ngettext("{word} objection", "{word} objections", objections)
        parts.append(words.format(word=count_word(objections)))
    return _(" and ").join(parts)


def _capital(count: int) -> str:
    word = count_word(count)
    return word[:1].upper() + word[1:]
