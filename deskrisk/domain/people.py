"""Rules for the people in the room and their groups (method A.1)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from deskrisk.domain.errors import DeskError, EmptyError
from deskrisk.domain.listed import entries
from deskrisk.domain.model.ids import GroupId, ParticipantId
from deskrisk.domain.model.people import Group, Participant
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, in_order, moved, next_position, removed

SMALLEST_GROUP = 3
"""A group with fewer scorers is never compared: single answers could be read from it (B.7)."""

_BETWEEN = re.compile(r"\s*(?:\t|,|;)\s*")


@dataclass(eq=False)
class StillNeededError(DeskError):
    """Something cannot just go: answers or promises hang on it.

    ``answers`` would be lost, ``duties`` would be left without a name.
    """

    part: str
    answers: int
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """A name and a role from a pasted line."""

    name: str
    role: str


def people_in(text: str) -> tuple[NewPerson, ...]:
    """The people of a pasted list: ``Name, role`` or ``Name<tab>role``, one a line."""
    found = []
    for line in entries(text):
        name, *rest = _BETWEEN.split(line, maxsplit=1)
        if name:
            found.append(NewPerson(name=name, role=rest[0] if rest else ""))
    return tuple(found)


def person_added(
    workshop: Workshop,
    id_: ParticipantId,
    name: str,
    *,
    role: str = "",
    group: GroupId | None = None,
) -> Workshop:
    """The workshop with one person more, at the end of the list.

    Raises:
        EmptyError: the name is empty.
        MissingError: the group is not there.
    """
    _check_person(workshop, name, group)
    position = next_position(workshop, Participant)
    person = Participant(id=id_, position=position, name=name, role=role, group=group)
    return add(workshop, person)


def people_added(
    workshop: Workshop,
    ids: Sequence[ParticipantId],
    people: Iterable[NewPerson],
    *,
    group: GroupId | None = None,
) -> Workshop:
    """The workshop with several people more, in the order of the list; one id a person."""
    for id_, person in zip(ids, people, strict=True):
        workshop = person_added(workshop, id_, person.name, role=person.role, group=group)
    return workshop


def person_edited(workshop: Workshop, id_: ParticipantId, **fields: Any) -> Workshop:
    """The workshop with name, role, group, presence or scoring of a person changed.

    Raises:
        EmptyError: the name would be empty.
        MissingError: the person or the group is not there.
    """
    person = get(workshop, Participant, id_)
    _check_person(workshop, fields.get("name", person.name), fields.get("group"))
    return edit(workshop, Participant, id_, **fields)


def person_moved(workshop: Workshop, id_: ParticipantId, by: int) -> Workshop:
    """The workshop with a person moved past neighbours of the same group; ``by`` is -1 or 1."""
    group = get(workshop, Participant, id_).group
    row = in_order(workshop.participants)
    places = [place for place, each in enumerate(row) if each.group == group]
    at = next(place for place, each in enumerate(row) if each.id == id_)
    index = min(max(places.index(at) + by, 0), len(places) - 1)
    return moved(workshop, Participant, id_, places[index] - at)


def person_removed(workshop: Workshop, id_: ParticipantId, *, for_good: bool = False) -> Workshop:
    """The workshop without a person.

    Raises:
        StillNeededError: answers or duties hang on them, and ``for_good`` is not said.
    """
    answers, duties = answers_of(workshop, id_), duties_of(workshop, id_)
    if (answers or duties) and not for_good:
        raise StillNeededError("participants", answers, duties)
    return removed(workshop, Participant, id_)


def answers_of(workshop: Workshop, id_: ParticipantId) -> int:
    """How many answers would go with a person: scores, ballots and sign-off."""
    who = [each.participant for each in workshop.scores.values()]
    who += [each.participant for each in workshop.ballots.values()]
    who += [each.participant for each in workshop.stances.values()]
    return who.count(id_)


def duties_of(workshop: Workshop, id_: ParticipantId) -> int:
    """How many promises, risks, issues and questions carry this person's name."""
    who = [each.owner for each in workshop.mitigations.values()]
    who += [each.owner for each in workshop.responses.values()]
    who += [each.owner for each in workshop.fears.values()]
    return who.count(id_) + (workshop.brief.decision_owner == id_)


def scorers(workshop: Workshop, group: GroupId | None) -> int:
    """How many people of a group (None: of no group) score."""
    return sum(1 for p in workshop.participants.values() if p.group == group and p.scores)


def group_added(workshop: Workshop, id_: GroupId, name: str) -> Workshop:
    """The workshop with one group more.

    Raises:
        EmptyError: the name is empty.
    """
    _check_name("groups", name)
    return add(workshop, Group(id=id_, position=next_position(workshop, Group), name=name))


def group_renamed(workshop: Workshop, id_: GroupId, name: str) -> Workshop:
    """The workshop with a group called differently.

    Raises:
        EmptyError: the name is empty.
    """
    _check_name("groups", name)
    return edit(workshop, Group, id_, name=name)


def group_removed(workshop: Workshop, id_: GroupId) -> Workshop:
    """The workshop without a group; its people stay, in no group."""
    return removed(workshop, Group, id_)


def _check_person(workshop: Workshop, name: str, group: GroupId | None) -> None:
    _check_name("participants", name)
    if group is not None:
        get(workshop, Group, group)


def _check_name(part: str, name: str) -> None:
    if not name.strip():
        raise EmptyError(part, "name")
