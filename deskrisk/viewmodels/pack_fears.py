"""The list of fears that others had: what is offered, and how it reads."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import Pack, PackFear
from deskrisk.i18n import _
from deskrisk.viewmodels.rows import Row


def offered_fears(workshop: Workshop, packs: Iterable[Pack]) -> tuple[PackFear, ...]:
    """The fears of all packs that are not on the wall in the same words; the work first."""
    known = {fear.text.strip().casefold() for fear in workshop.fears.values()}
    found: dict[str, PackFear] = {}
    for pack in packs:
        for fear in pack.fears:
            if fear.text.strip().casefold() not in known:
                found.setdefault(fear.id, fear)
    return tuple(sorted(found.values(), key=lambda fear: fear.kind is FearKind.PEOPLE))


def pack_rows(offered: Sequence[PackFear], ticked: AbstractSet[str]) -> list[Row]:
    """The list, with a heading over each of its two parts."""
    rows: list[Row] = []
    for kind, name in (
        (FearKind.OUTCOME, _("About the work")),
        (FearKind.PEOPLE, _("About us")),
    ):
        fears = [fear for fear in offered if fear.kind is kind]
        if fears:
            rows.append(Row(key=kind, title=name, heading=True))
            rows += [_row(fear, ticked=fear.id in ticked) for fear in fears]
    return rows


def _row(fear: PackFear, *, ticked: bool) -> Row:
    return Row(
        key=fear.id,
        title=fear.text,
        fear=True,
        sign="icon:check:accent" if ticked else "icon:circle:edge",
        note=_("ticked") if ticked else "",
    )
