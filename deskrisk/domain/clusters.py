"""Rules for piles: which fears belong together, and what the pile is called (method A.4)."""

from collections.abc import Sequence

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.fears import Cluster, Fear, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, in_order, moved, next_position, removed


def pile_made(
    workshop: Workshop, id_: ClusterId, name: str, fears: Sequence[FearId] = ()
) -> Workshop:
    """The workshop with these fears in a pile of this name; a pile that is called so takes them.

    Raises:
        EmptyError: the name is empty.
        MissingError: one of the fears is not there.
    """
    _check(name)
    same = pile_called(workshop, name)
    if same is not None:
        return put_into(workshop, fears, same.id)
    place = next_position(workshop, Cluster)
    workshop = add(workshop, Cluster(id=id_, position=place, name=name))
    return put_into(workshop, fears, id_)


def pile_called(workshop: Workshop, name: str) -> Cluster | None:
    """The pile of this name, whatever its capitals."""
    wanted = name.strip().casefold()
    for pile in in_order(workshop.clusters):
        if pile.name.strip().casefold() == wanted:
            return pile
    return None


def pile_renamed(workshop: Workshop, id_: ClusterId, name: str) -> Workshop:
    """The workshop with a pile called differently; two of one name become one.

    Raises:
        EmptyError: the name is empty.
    """
    _check(name)
    same = pile_called(workshop, name)
    if same is not None and same.id != id_:
        return piles_merged(workshop, same.id, id_)
    return edit(workshop, Cluster, id_, name=name)


def piles_merged(workshop: Workshop, kept: ClusterId, other: ClusterId) -> Workshop:
    """The workshop with the fears of both piles in the kept one."""
    get(workshop, Cluster, kept)
    if kept == other:
        return workshop
    return removed(put_into(workshop, fears_of(workshop, other), kept), Cluster, other)


def pile_split(workshop: Workshop, id_: ClusterId, name: str, fears: Sequence[FearId]) -> Workshop:
    """The workshop with these fears in a pile of their own, beside the one they were in.

    Raises:
        EmptyError: the name is empty.
        MissingError: one of the fears is not there.
    """
    before = next((get(workshop, Fear, fear).cluster for fear in fears), None)
    made = pile_made(workshop, id_, name, fears)
    if before is None or id_ not in made.clusters:
        return made
    back = made.clusters[before].position + 1 - made.clusters[id_].position
    return pile_moved(made, id_, back)


def pile_dissolved(workshop: Workshop, id_: ClusterId) -> Workshop:
    """The workshop without a pile; its fears stay, in no pile."""
    return removed(workshop, Cluster, id_)


def pile_moved(workshop: Workshop, id_: ClusterId, by: int) -> Workshop:
    """The workshop with a pile moved to the left (negative) or to the right."""
    return moved(workshop, Cluster, id_, by)


def put_into(workshop: Workshop, fears: Sequence[FearId], pile: ClusterId | None) -> Workshop:
    """The workshop with these fears in a pile, or in none.

    Raises:
        MissingError: the pile or a fear is not there.
    """
    if pile is not None:
        get(workshop, Cluster, pile)
    for id_ in fears:
        workshop = edit(workshop, Fear, id_, cluster=pile)
    return workshop


def laid(
    workshop: Workshop, fears: Sequence[FearId], pile: ClusterId | None, kind: FearKind
) -> Workshop:
    """The workshop with these fears in a pile, or in none, on the side of a kind."""
    workshop = put_into(workshop, fears, pile)
    for id_ in fears:
        workshop = edit(workshop, Fear, id_, kind=kind)
    return workshop


def fears_of(workshop: Workshop, pile: ClusterId | None) -> tuple[FearId, ...]:
    """The fears in a pile (None: in no pile), in the order of their random ids."""
    return tuple(sorted(fear.id for fear in workshop.fears.values() if fear.cluster == pile))


def _check(name: str) -> None:
    if not name.strip():
        raise EmptyError("clusters", "name")
