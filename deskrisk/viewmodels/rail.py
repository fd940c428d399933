"""The rail of the desk: the seven stages, which of them are done, and what is counted."""

from dataclasses import dataclass

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.stages import STAGES, Condition, conditions
from deskrisk.i18n import _
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class RailRow:
    """One stage. ``note`` says how far it is, such as ``"9 / 17"``; empty when done or not begun.

    ``spoken`` is the row for a screen reader, where a tick and a slash say nothing.
    """

    stage: Stage
    number: int
    name: str
    done: bool
    note: str
    spoken: str


def rail_view(workshop: Workshop) -> tuple[RailRow, ...]:
    """The rows of the rail, for the desk."""
    return tuple(_row(workshop, stage, place) for place, stage in enumerate(STAGES, start=1))


def _row(workshop: Workshop, stage: Stage, number: int) -> RailRow:
    found = conditions(workshop, stage)
    done = all(each.met for each in found)
    counted = next((each for each in found if _is_under_way(each)), None)
    name = said(stage)
    return RailRow(
        stage=stage,
        number=number,
        name=name,
        done=done,
        note="" if counted is None else f"{counted.done} / {counted.wanted}",
        spoken=_spoken(name, number, counted, done=done),
    )


def _is_under_way(condition: Condition) -> bool:
    return not condition.met and bool(condition.done) and condition.wanted is not None


def _spoken(name: str, number: int, counted: Condition | None, *, done: bool) -> str:
    words = {"number": number, "name": name}
    if done:
        return _("{number}, {name}, done").format(**words)
    if counted is None:
        return _("{number}, {name}").format(**words)
    return _("{number}, {name}, {done} of {wanted}").format(
        **words, done=counted.done, wanted=counted.wanted
    )
