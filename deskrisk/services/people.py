"""The people in the room and their groups."""

from typing import Any

from deskrisk.domain import people
from deskrisk.domain.changes import Changes
from deskrisk.domain.copying import people_taken
from deskrisk.domain.model.ids import GroupId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.meeting import Meeting


def add_person(
    meeting: Meeting, name: str, *, role: str = "", group: GroupId | None = None, origin: Any = None
) -> Changes:
    """Add one person at the end of the list.

    Raises:
        EmptyError: the name is empty.
    """
    id_ = ParticipantId(meeting.new_id())
    return meeting.step(
        "person.add",
        lambda w: people.person_added(w, id_, name, role=role, group=group),
        origin=origin,
    )


def add_people(
    meeting: Meeting, text: str, *, group: GroupId | None = None, origin: Any = None
) -> Changes:
    """Add everybody of a pasted list: ``Name, role`` or ``Name<tab>role``, one a line."""
    found = people.people_in(text)
    ids = [ParticipantId(meeting.new_id()) for _ in found]
    return meeting.step(
        "person.add_many",
        lambda w: people.people_added(w, ids, found, group=group),
        origin=origin,
    )


def take_people(meeting: Meeting, past: Workshop, *, origin: Any = None) -> Changes:
    """Add the people of a past workshop with their roles and groups; nobody comes twice."""
    return meeting.step(
        "person.take",
        lambda w: people_taken(w, past, meeting.new_id),
        origin=origin,
    )


def edit_person(
    meeting: Meeting, person: ParticipantId, *, origin: Any = None, **fields: Any
) -> Changes:
    """Change a person's name, role, group, presence or whether they score.

    Raises:
        EmptyError: the name would be empty.
        MissingError: the person or the group is not there.
    """
    name = next(iter(fields))
    return meeting.step(
        "person.edit",
        lambda w: people.person_edited(w, person, **fields),
        merge=f"participants/{person}/{name}" if name in ("name", "role") else None,
        origin=origin,
    )


def move_person(meeting: Meeting, person: ParticipantId, by: int) -> Changes:
    """Move a person up (-1) or down (1) within their group."""
    return meeting.step("person.move", lambda w: people.person_moved(w, person, by))


def remove_person(meeting: Meeting, person: ParticipantId, *, for_good: bool = False) -> Changes:
    """Take a person off the list.

    Raises:
        StillNeededError: answers or duties hang on them, and ``for_good`` is not said.
    """
    return meeting.step(
        "person.remove", lambda w: people.person_removed(w, person, for_good=for_good)
    )


def add_group(meeting: Meeting, name: str) -> GroupId:
    """Add a group, and say which.

    Raises:
        EmptyError: the name is empty.
    """
    id_ = GroupId(meeting.new_id())
    meeting.step("group.add", lambda w: people.group_added(w, id_, name))
    return id_


def rename_group(meeting: Meeting, group: GroupId, name: str, *, origin: Any = None) -> Changes:
    """Call a group differently.

    Raises:
        EmptyError: the name is empty.
    """
    return meeting.step(
        "group.rename",
        lambda w: people.group_renamed(w, group, name),
        merge=f"groups/{group}/name",
        origin=origin,
    )


def remove_group(meeting: Meeting, group: GroupId) -> Changes:
    """Take a group away; its people stay."""
    return meeting.step("group.remove", lambda w: people.group_removed(w, group))
