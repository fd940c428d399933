"""The guide one card at a time: one thing to read out, and what belongs to it."""

from dataclasses import dataclass

from deskrisk.i18n import _
from deskrisk.viewmodels.guide import GuideStep, GuideView


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCard:
    """What is shown while one thing is read out.

    ``say`` is the text without marks, empty for a step that has none; ``when`` a direction such as
    "At the end". ``place`` is such as ``"2 of 3"``, empty for a single one. ``after`` is what comes
    after it in the same step; ``later`` is the step that comes next.
    """

    step: str
    name: str
    time: str
    when: str
    say: str
    place: str
    after: tuple[str, ...]
    later: str
    watch_for: tuple[str, ...]


def guide_cards(view: GuideView) -> tuple[GuideCard, ...]:
    """All cards of a stage in their order; at least one."""
    found: list[GuideCard] = []
    for at, step in enumerate(view.steps):
        later = view.steps[at + 1].name if at + 1 < len(view.steps) else ""
        found += _cards(step, later)
    return tuple(found)


def _cards(step: GuideStep, later: str) -> list[GuideCard]:
    count = max(len(step.read_out), 1)
    spoken = [line.say for line in step.read_out]
    return [
        GuideCard(
            step=step.key,
            name=step.name,
            time=_("{minutes} min").format(minutes=step.minutes) if step.minutes else "",
            when=step.read_out[at].when if step.read_out else "",
            say=spoken[at] if spoken else "",
            place=_("{at} of {all}").format(at=at + 1, all=count) if count > 1 else "",
            after=tuple(spoken[at + 1 :]),
            later=later,
            watch_for=step.watch_for,
        )
        for at in range(count)
    ]
