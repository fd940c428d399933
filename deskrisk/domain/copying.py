"""What a workshop takes over from a past one: its people, or everything that was prepared."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deskrisk.domain.aims import aim_added, even_over_added
from deskrisk.domain.brief import edited
from deskrisk.domain.categories import category_added
from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    EvenOverId,
    GroupId,
    ObjectiveId,
    ParticipantId,
)
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.people import group_added, person_added, person_edited
from deskrisk.domain.working_agreements import agreement_added

NewId = Callable[[], str]

_TAKEN = (
    "project",
    "purpose",
    "organisation",
    "facilitator",
    "facilitator_scores",
    "preset",
    "focus_count",
    "order_method",
    "decision_rule",
    "anonymity",
    "input_fears",
    "input_scores",
    "input_ballots",
    "input_signoff",
    "project_size_person_days",
)
"""Of the brief; the title and the day are new, and so is the owner of the decision."""


def people_taken(workshop: Workshop, past: Workshop, new_id: NewId) -> Workshop:
    """The workshop with the people of a past one, in groups of the same names.

    Whoever is there already, by name, is not taken a second time. Everybody is taken as present.

    Args:
        workshop: what is in it stays.
        past: another workshop.
        new_id: gives a new random id each time.
    """
    workshop, groups = _groups_taken(workshop, past, new_id)
    here = {_plain(person.name) for person in workshop.participants.values()}
    for person in in_order(past.participants):
        if _plain(person.name) in here:
            continue
        id_ = ParticipantId(new_id())
        group = None if person.group is None else groups[person.group]
        workshop = person_added(workshop, id_, person.name, role=person.role, group=group)
        workshop = person_edited(workshop, id_, scores=person.scores)
    return workshop


def begun_like(workshop: Workshop, past: Workshop, new_id: NewId) -> Workshop:
    """The workshop with everything that was prepared for a past one; title and day stay.

    The horizon is as far away as it was then. The owner of the decision is taken over where the
    rule has one.

    Args:
        workshop: usually a new one; what is in it stays.
        past: another workshop.
        new_id: gives a new random id each time.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    workshop = edited(workshop, **_brief_taken(workshop.brief, past.brief))
    workshop = people_taken(workshop, past, new_id)
    workshop = _owner_taken(workshop, past)
    for aim in in_order(past.objectives):
        workshop = aim_added(workshop, ObjectiveId(new_id()), aim.text)
    for kind in in_order(past.categories):
        if kind.id not in FIXED_CATEGORIES:
            workshop = category_added(workshop, CategoryId(new_id()), kind.name)
    for line in in_order(past.even_over):
        workshop = even_over_added(workshop, EvenOverId(new_id()), line.more, line.less)
    for agreement in in_order(past.working_agreements):
        workshop = agreement_added(workshop, AgreementId(new_id()), agreement.text)
    return workshop


def _brief_taken(brief: Brief, past: Brief) -> Mapping[str, Any]:
    taken = {name: getattr(past, name) for name in _TAKEN}
    return {**taken, "horizon": brief.held_on + (past.horizon - past.held_on)}


def _owner_taken(workshop: Workshop, past: Workshop) -> Workshop:
    owner = past.participants.get(past.brief.decision_owner or ParticipantId(""))
    if owner is None:
        return workshop
    people = workshop.participants.values()
    id_ = next(each.id for each in people if _plain(each.name) == _plain(owner.name))
    return replace(workshop, brief=replace(workshop.brief, decision_owner=id_))


def _groups_taken(
    workshop: Workshop, past: Workshop, new_id: NewId
) -> tuple[Workshop, Mapping[GroupId, GroupId]]:
    """The workshop with the past one's groups, and which is which."""
    same: dict[GroupId, GroupId] = {}
    here = {_plain(group.name): group.id for group in workshop.groups.values()}
    for group in in_order(past.groups):
        if _plain(group.name) not in here:
            id_ = GroupId(new_id())
            workshop = group_added(workshop, id_, group.name)
            here[_plain(group.name)] = id_
        same[group.id] = here[_plain(group.name)]
    return workshop, same


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
