"""A promise as the page Respond shows it, and the choices that the room has."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.errors import UnknownPersonError
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Happiness,
    Mitigation,
    MitigationStatus,
    Signal,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import MOST_PROMISES
from deskrisk.i18n import _
from deskrisk.viewmodels.measure import written_measure
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS, said

Options = tuple[tuple[object, str], ...]

HAPPY_SIGNS = {
    Happiness.HAPPY: "icon:smile:good",
    Happiness.CAN_LIVE_WITH_IT: "icon:meh:ink_soft",
    Happiness.NOT_YET: "icon:frown:care",
}
_DIGITS = "1234567890"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    """One promise as it is, its fields as typed.

    ``measure`` is its signal in one line, ``also`` names the other risks that it serves,
    ``supporters`` the people who help.
    """

    id: MitigationId
    title: str
    description: str
    owner: ParticipantId | None
    supporters: str
    due: date | None
    effort: float | None
    treatment: Treatment
    required: bool
    signal: Signal
    measure: str
    also: str
    status: str


def promise_view(workshop: Workshop, each: Mitigation, risk: RiskId) -> PromiseView:
    """A promise as it stands below one of the risks that it serves."""
    return PromiseView(
        id=each.id,
        title=each.title,
        description=each.description,
        owner=each.owner,
        supporters=", ".join(workshop.participants[who].name for who in each.supporters),
        due=each.due,
        effort=each.effort_person_days,
        treatment=each.treatment,
        required=each.required,
        signal=each.signal or Signal(),
        measure=written_measure(each.signal) if each.signal else "",
        also=also_serves(workshop, each, risk),
        status=said(each.status),
    )


def also_serves(workshop: Workshop, promise: Mitigation, risk: RiskId) -> str:
    """Which other risks a promise serves: ``"also serves Slow responses"``; empty for none."""
    others = [title_of(workshop.risks[each]) for each in promise.risks if each != risk]
    return _("also serves {titles}").format(titles=", ".join(others)) if others else ""


def promises_note(workshop: Workshop, risk: RiskId) -> str:
    """How many promises are wise."""
    held = mitigations_of(workshop, risk)
    kept = sum(each.status is not MitigationStatus.DROPPED for each in held)
    return _("more than four are seldom kept") if kept > MOST_PROMISES else _("at most four")


def happy_sign(happy: Happiness | None) -> str:
    """A face for what the room said; empty if it was not asked."""
    return "" if happy is None else HAPPY_SIGNS[happy]


def decisions() -> Options:
    """The decisions, in the order of the method."""
    return tuple((each, said(each)) for each in Decision)


def happiness() -> Options:
    """What a room can say about how a risk is mitigated."""
    return tuple((each, said(each)) for each in Happiness)


def treatments() -> Options:
    """In which way a promise helps."""
    return tuple((each, said(each)) for each in Treatment)


def signal_types() -> Options:
    """The kinds of signals."""
    return tuple((each, said(each)) for each in SignalType)


def comparators() -> Options:
    """How a reading is held against the threshold."""
    return tuple((each, said(each)) for each in Comparator)


def likelihoods() -> Options:
    """The levels of likelihood, highest first, with "not said yet"."""
    levels = reversed(tuple(LIKELIHOOD_WORDS.items()))
    return ((None, _("not said yet")), *((level, _(words)) for level, words in levels))


def impacts() -> Options:
    """The levels of impact, highest first, with "not said yet"."""
    levels = reversed(tuple(IMPACT_WORDS.items()))
    return ((None, _("not said yet")), *((level, _(words)) for level, words in levels))


def owners(workshop: Workshop) -> Options:
    """Who can say "I do"; people who are not here are marked."""
    away = _("{name}, not here")
    return (
        (None, _("nobody yet")),
        *(
            (person.id, person.name if person.present else away.format(name=person.name))
            for person in in_order(workshop.participants)
        ),
    )


def read_people(workshop: Workshop, text: str) -> tuple[ParticipantId, ...]:
    """The people whom a text names, in its order, each once.

    Args:
        workshop: where they are.
        text: names with commas between them; the beginning of a name, or of a part of it, will do
            where only one person has it.

    Raises:
        UnknownPersonError: a name is nobody's, or could be several people's.
    """
    found: list[ParticipantId] = []
    for typed in text.split(","):
        name = " ".join(typed.casefold().split())
        if name:
            found.append(_person(workshop, name, typed.strip()))
    return tuple(dict.fromkeys(found))


def _person(workshop: Workshop, name: str, typed: str) -> ParticipantId:
    people = in_order(workshop.participants)
    exact = [each.id for each in people if " ".join(each.name.casefold().split()) == name]
    begun = [each.id for each in people if f" {name}" in f" {each.name.casefold()}"]
    for matches in (exact, begun):
        if len(matches) == 1:
            return matches[0]
    raise UnknownPersonError(typed)


def owner_keys(workshop: Workshop) -> str:
    """Which key is whose, ``"1 Ada, 2 Ben"``; whoever comes after ten is reached by letter."""
    people = in_order(workshop.participants)
    return ", ".join(
        f"{digit}\N{NO-BREAK SPACE}{person.name}"
        for digit, person in zip(_DIGITS, people, strict=False)
    )
