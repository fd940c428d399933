"""A workshop that goes on from a past one: its people, its open risks, what was learned; copies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from deskrisk.domain.copying import NewId, begun_like
from deskrisk.domain.model.ids import CategoryId, ObjectiveId, RiskId, WorkshopId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred, ReviewEntry, RiskStatus
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order, put
from deskrisk.domain.reviews import reviews_in_order

_SETTLED = {RiskStatus.MATERIALISED, RiskStatus.CLOSED, RiskStatus.SUPERSEDED}


class LessonKind(Enum):
    """What a past workshop teaches."""

    HAPPENED = "happened"
    PROVEN = "proven"
    NOT_KEPT = "not_kept"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing learned: about which risk or promise, and what a review noted about it."""

    kind: LessonKind
    about: str
    note: str = ""


def latest_entry(workshop: Workshop, risk: RiskId) -> ReviewEntry | None:
    """What the last review that asked about a risk saw; None if none has."""
    for review in reversed(reviews_in_order(workshop)):
        entry = workshop.review_entries.get(ReviewEntry(review=review.id, risk=risk).id)
        if entry is not None:
            return entry
    return None


def open_risks(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks that neither happened nor were closed or replaced, in the order that holds."""
    return tuple(risk for risk in standing_order(workshop) if _is_open(workshop, risk))


def lessons(workshop: Workshop) -> tuple[Lesson, ...]:
    """What the reviews of a workshop have taught: what happened, what held, what was noted."""
    found: list[Lesson] = []
    for risk in standing_order(workshop):
        entry = latest_entry(workshop, risk)
        note = entry.note.strip() if entry else ""
        outcome = workshop.outcomes.get(risk)
        if outcome is not None and outcome.occurred is Occurred.YES:
            found.append(_lesson(LessonKind.HAPPENED, workshop.risks[risk].title, note))
        elif note:
            found.append(_lesson(LessonKind.SEEN, workshop.risks[risk].title, note))
    for promise in in_order(workshop.mitigations):
        if promise.status is MitigationStatus.VERIFIED:
            found.append(_lesson(LessonKind.PROVEN, promise.title, ""))
        elif promise.status in {MitigationStatus.DROPPED, MitigationStatus.BLOCKED}:
            found.append(_lesson(LessonKind.NOT_KEPT, promise.title, promise.status_note))
    return tuple(each for each in found if each.about)


def continued(workshop: Workshop, past: Workshop, new_id: NewId) -> Workshop:
    """The workshop with what was prepared for a past one, and with its risks that are still open.

    The risks come without fears, scores or responses: the room judges them anew.

    Args:
        workshop: usually a new one; what is in it stays.
        past: another workshop.
        new_id: gives a new random id each time.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    workshop = begun_like(workshop, past, new_id)
    workshop = replace(workshop, brief=replace(workshop.brief, continues=past.id))
    kinds, aims = _kinds(workshop, past), _aims(workshop, past)
    number = max((risk.number for risk in workshop.risks.values()), default=0)
    for place, id_ in enumerate(open_risks(past), start=number + 1):
        workshop = put(workshop, _taken(past.risks[id_], RiskId(new_id()), place, kinds, aims))
    return workshop


def duplicated(workshop: Workshop, id_: WorkshopId, title: str) -> Workshop:
    """A copy under another name. What was frozen as agreed stays with the first one.

    Args:
        workshop: what is copied.
        id_: a fresh id.
        title: what the copy is called.
    """
    brief = replace(workshop.brief, title=title)
    return replace(workshop, id=id_, brief=brief, versions={})


def _is_open(workshop: Workshop, risk: RiskId) -> bool:
    outcome = workshop.outcomes.get(risk)
    if outcome is not None and outcome.occurred is Occurred.YES:
        return False
    entry = latest_entry(workshop, risk)
    return entry is None or entry.status not in _SETTLED


def _lesson(kind: LessonKind, about: str, note: str) -> Lesson:
    return Lesson(kind=kind, about=about.strip(), note=note.strip())


def _taken(
    risk: Risk,
    id_: RiskId,
    number: int,
    kinds: Mapping[CategoryId, CategoryId],
    aims: Mapping[ObjectiveId, ObjectiveId],
) -> Risk:
    return replace(
        risk,
        id=id_,
        number=number,
        fears=(),
        secondary_to=None,
        category=None if risk.category is None else kinds.get(risk.category),
        objectives=tuple(dict.fromkeys(aims[each] for each in risk.objectives if each in aims)),
    )


def _kinds(workshop: Workshop, past: Workshop) -> Mapping[CategoryId, CategoryId]:
    """Which category of the past one is which of the new: fixed ones by id, own ones by name."""
    by_name = {each.name.casefold(): each.id for each in workshop.categories.values() if each.name}
    own = {
        each.id: by_name[each.name.casefold()]
        for each in past.categories.values()
        if each.name.casefold() in by_name
    }
    return {**{fixed: fixed for fixed in FIXED_CATEGORIES}, **own}


def _aims(workshop: Workshop, past: Workshop) -> Mapping[ObjectiveId, ObjectiveId]:
    by_text = {each.text.casefold(): each.id for each in workshop.objectives.values()}
    return {
        each.id: by_text[each.text.casefold()]
        for each in past.objectives.values()
        if each.text.casefold() in by_text
    }
