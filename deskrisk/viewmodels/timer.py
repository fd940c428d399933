"""The time in the header: what is left of the step's time-box, in words and figures."""

import math
from dataclasses import dataclass

from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.script import script

_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerView:
    """What the header shows. ``tone`` is a colour role; ``spoken`` is for a screen reader.

    ``figure`` is such as ``"12:31"`` and stands after ``before``, which is only there when the time
    is over; ``note`` is such as ``"left of 22"``; ``hint`` says what a press does.
    """

    before: str
    figure: str
    note: str
    tone: str
    step: str
    running: bool
    spoken: str
    hint: str


def timer_view(*, step: str, minutes: int, left: float, running: bool, amber: bool) -> TimerView:
    """The time of a step at a moment.

    Args:
        step: the key of the step.
        minutes: its time-box.
        left: seconds; below 0 when it is over.
        running: whether the time runs.
        amber: whether it is nearly over, or over.
    """
    over = left < 0
    seconds = math.floor(-left) if over else math.ceil(left)
    name = step_name(step)
    return TimerView(
        before=_("over by") if over else "",
        figure=clock_figure(seconds),
        note=_note(minutes, over=over, amber=amber, running=running),
        tone="care" if amber else "ink",
        step=name,
        running=running,
        spoken=_spoken(name, seconds, minutes, over=over, running=running),
        hint=_("F7 pauses, F8 takes three minutes more") if running else _("F7 goes on"),
    )


def waiting_view(step: str, minutes: int) -> TimerView:
    """The time of a step that has not begun.

    Args:
        step: the key of the step.
        minutes: its time-box.
    """
    name = step_name(step)
    figure = clock_figure(minutes * _SECONDS)
    return TimerView(
        before="",
        figure=figure,
        note=_("not started"),
        tone="ink",
        step=name,
        running=False,
        spoken=_("{step}: {minutes} minutes, not started").format(step=name, minutes=minutes),
        hint=_("F7 starts the time"),
    )


def clock_figure(seconds: int) -> str:
    """Minutes and seconds, ``"12:31"``.

    Args:
        seconds: 0 or more.
    """
    return f"{seconds // _SECONDS}:{seconds % _SECONDS:02}"


def step_name(step: str) -> str:
    """What a step of the method is called; empty for none that the script knows."""
    return next((each.name for each in script().steps if each.key == step), "")


def taken_words(minutes: int) -> str:
    """What is said when time was taken from a later step, or when none was left to take."""
    if not minutes:
        return _("No later step has time to give.")
    return ngettext(
        "{count} minute taken from the next step.",
        "{count} minutes taken from the next step.",
        minutes,
    ).format(count=minutes)


def _note(minutes: int, *, over: bool, amber: bool, running: bool) -> str:
    if not running:
        return _("paused, of {minutes}").format(minutes=minutes)
    if over:
        return _("of {minutes}").format(minutes=minutes)
    if amber:
        return _("left of {minutes}, nearly over").format(minutes=minutes)
    return _("left of {minutes}").format(minutes=minutes)


def _spoken(name: str, seconds: int, minutes: int, *, over: bool, running: bool) -> str:
    whole = math.ceil(seconds / _SECONDS)
    said = ngettext("{count} minute", "{count} minutes", whole).format(count=whole)
    words = (
        _("{step}: over by {time}, of {minutes}") if over else _("{step}: {time} left of {minutes}")
    ).format(step=name, time=said, minutes=minutes)
    return words if running else _("{words}, paused").format(words=words)
