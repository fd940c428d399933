"""A register becomes part of a workshop, as one change."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from deskrisk.domain.categories import MOST_OWN_CATEGORIES, category_added
from deskrisk.domain.model.ids import CategoryId, MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.responses import Mitigation
from deskrisk.domain.model.risks import (
    COST,
    DELIVERY,
    FIXED_CATEGORIES,
    MAINTAINABILITY,
    OPERATIONAL,
)
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import edit, put
from deskrisk.domain.people import person_added
from deskrisk.domain.register_rows import TakenRisk
from deskrisk.domain.register_values import plain
from deskrisk.domain.responses import add_mitigation, edit_response
from deskrisk.domain.risks import LONGEST_TITLE, proposed_title, risk_added
from deskrisk.domain.scores import FIRST_ROUND

NewId = Callable[[], str]

_SAME: Mapping[CategoryId, tuple[str, ...]] = {
    OPERATIONAL: ("operational", "operations", "operation", "ops"),
    COST: ("cost", "costs", "budget", "financial", "finance"),
    MAINTAINABILITY: ("maintainability", "maintenance", "technical debt", "tech debt"),
    DELIVERY: ("delivery", "not delivering", "schedule", "timeline", "time"),
}
_FIXED = {word: id_ for id_, words in _SAME.items() for word in words}


def register_added(
    workshop: Workshop, risks: Sequence[TakenRisk], new_id: NewId, *, rated_by: str = ""
) -> Workshop:
    """The workshop with the risks of a register, their responses, promises, owners and kinds.

    Owners who are not among the people come in as absent: who comes and who scores is ticked in
    Prepare. A kind for which there is no room stays in the note.

    Args:
        workshop: what is in it stays.
        risks: the rows.
        new_id: gives a new random id each time.
        rated_by: if given, the ratings count as the answers of somebody of this name in the first
            round; else they stay in the notes alone.
    """
    workshop, kinds = _kinds_added(workshop, risks, new_id)
    workshop, people = _people_added(workshop, risks, new_id)
    rater = None
    if rated_by and any(each.likelihood and each.impact for each in risks):
        rater = ParticipantId(new_id())
        workshop = _absent(workshop, rater, rated_by)
    for each in risks:
        id_ = RiskId(new_id())
        workshop = _risk_added(workshop, id_, each, kinds)
        workshop = _response_added(workshop, id_, each, people)
        if each.mitigation:
            workshop = _promise_added(workshop, id_, MitigationId(new_id()), each, people)
        if rater is not None and each.likelihood and each.impact:
            score = Score(
                round=FIRST_ROUND,
                participant=rater,
                risk=id_,
                likelihood=each.likelihood,
                impact=each.impact,
            )
            workshop = put(workshop, score)
    return workshop


def kinds_without_room(workshop: Workshop, risks: Sequence[TakenRisk]) -> tuple[str, ...]:
    """The kinds that stay in the notes, because a workshop has room for a few of its own only."""
    return _new_kinds(workshop, risks)[_room(workshop) :]


def _room(workshop: Workshop) -> int:
    return max(MOST_OWN_CATEGORIES - (len(workshop.categories) - len(FIXED_CATEGORIES)), 0)


def _known_kinds(workshop: Workshop) -> dict[str, CategoryId]:
    own = {plain(each.name): each.id for each in workshop.categories.values() if each.name}
    return {**_FIXED, **own}


def _new_kinds(workshop: Workshop, risks: Sequence[TakenRisk]) -> tuple[str, ...]:
    """The kinds that the workshop does not know, the commonest first."""
    known = _known_kinds(workshop)
    names: dict[str, str] = {}
    for each in risks:
        if each.category:
            names.setdefault(plain(each.category), each.category)
    counts = Counter(plain(each.category) for each in risks if each.category)
    return tuple(names[key] for key, _count in counts.most_common() if key not in known)


def _kinds_added(
    workshop: Workshop, risks: Sequence[TakenRisk], new_id: NewId
) -> tuple[Workshop, Mapping[str, CategoryId]]:
    for name in _new_kinds(workshop, risks)[: _room(workshop)]:
        workshop = category_added(workshop, CategoryId(new_id()), name)
    return workshop, _known_kinds(workshop)


def _people_added(
    workshop: Workshop, risks: Sequence[TakenRisk], new_id: NewId
) -> tuple[Workshop, Mapping[str, ParticipantId]]:
    people = {plain(each.name): each.id for each in workshop.participants.values()}
    for name in (name for each in risks for name in each.owners):
        if plain(name) not in people:
            people[plain(name)] = ParticipantId(new_id())
            workshop = _absent(workshop, people[plain(name)], name)
    return workshop, people


def _absent(workshop: Workshop, id_: ParticipantId, name: str) -> Workshop:
    workshop = person_added(workshop, id_, name)
    return edit(workshop, Participant, id_, present=False, scores=False)


def _risk_added(
    workshop: Workshop, id_: RiskId, each: TakenRisk, kinds: Mapping[str, CategoryId]
) -> Workshop:
    kind = kinds.get(plain(each.category))
    return risk_added(
        workshop,
        id_,
        title=each.title,
        cause=each.cause,
        event=each.event,
        consequence=each.consequence,
        category=kind,
        note=_note(workshop, each, kind),
    )


def _note(workshop: Workshop, each: TakenRisk, kind: CategoryId | None) -> str:
    """The note, with the kind as it was written unless the workshop calls it the same."""
    same = kind in FIXED_CATEGORIES and plain(each.category) == kind
    own = kind is not None and plain(workshop.categories[kind].name) == plain(each.category)
    if not each.category or same or own:
        return each.note
    return "\n".join(part for part in (each.category_note, each.note) if part)


def _response_added(
    workshop: Workshop, id_: RiskId, each: TakenRisk, people: Mapping[str, ParticipantId]
) -> Workshop:
    owner = people[plain(each.owners[0])] if each.owners else None
    look = None if each.mitigation else each.due
    if not any((owner, look, each.decision, each.trigger, each.fallback)):
        return workshop
    return edit_response(
        workshop,
        id_,
        owner=owner,
        decision=each.decision,
        trigger=each.trigger,
        fallback=each.fallback,
        review_date=look,
    )


def _promise_added(
    workshop: Workshop,
    risk: RiskId,
    id_: MitigationId,
    each: TakenRisk,
    people: Mapping[str, ParticipantId],
) -> Workshop:
    """The mitigation as one promise; a long one is told in full below a short title."""
    long = len(each.mitigation) > LONGEST_TITLE or "\n" in each.mitigation
    title = proposed_title(each.mitigation) if long else each.mitigation
    owners = [people[plain(name)] for name in each.owners]
    workshop = add_mitigation(workshop, id_, risk, title)
    return edit(
        workshop,
        Mitigation,
        id_,
        description=each.mitigation if long else "",
        owner=owners[0] if owners else None,
        supporters=tuple(owners[1:]),
        due=each.due,
        **({} if each.status is None else {"status": each.status}),
    )
