"""Today and target of one risk on one axis: how far the promises should bring it."""

from math import log10

from matplotlib.axes import Axes

from deskrisk.charts.axis import lay_axis, tick_text
from deskrisk.charts.look import Look
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points

LOW, HIGH = 0.1, 100.0
_NEAR = 0.33
"""Labels closer than this share of the axis part to both sides."""


def draw_target(ax: Axes, today: float, target: float | None, look: Look) -> None:
    """A solid dot for today, a ring for the target, and the way between.

    Args:
        ax: axes without a frame of their own.
        today: expected loss in points.
        target: the same when all promises are proven; None if nobody judged it.
        look: colours and sizes.
    """
    lay_axis(ax, LOW, HIGH, 1)
    ax.set_ylim(-1.0, 1.0)
    ax.plot([LOW, HIGH], [0, 0], color=look.ink, linewidth=0.75, zorder=1)
    for tick in (0.1, 1.0, 10.0, 100.0):
        ax.plot([tick, tick], [-0.12, 0.12], color=look.ink, linewidth=0.75, zorder=1)
        _text(ax, tick, -0.9, tick_text(tick), look, size=7.0, colour=look.ink_soft)
    here = _inside(today)
    if target is not None:
        there = _inside(target)
        ax.plot([there, here], [0, 0], color=look.ink, linewidth=1.8, zorder=2)
        _dot(ax, there, look, filled=False)
    _dot(ax, here, look, filled=True)
    _label(ax, today, target, look)


def target_text(today: float, target: float | None) -> str:
    """The chart in words."""
    if target is None:
        return _("Today about {today} points; no target.").format(today=points(today))
    return _("Today about {today} points, target about {target}.").format(
        today=points(today), target=points(target)
    )


def _inside(value: float) -> float:
    return min(max(value, LOW), HIGH)


def _dot(ax: Axes, at: float, look: Look, *, filled: bool) -> None:
    ax.plot(
        [at],
        [0],
        linestyle="none",
        marker="o",
        markersize=7.0,
        markerfacecolor=look.ink if filled else look.paper,
        markeredgecolor=look.ink,
        markeredgewidth=1.5,
        zorder=3,
    )


def _label(ax: Axes, today: float, target: float | None, look: Look) -> None:
    said = _("Today {points}").format(points=points(today))
    here = _inside(today)
    if target is None:
        _text(ax, here, 0.5, said, look, size=8.0, weight="semibold")
        return
    there = _inside(target)
    aim = _("Target {points}").format(points=points(target))
    left, right = ((there, aim), (here, said)) if there <= here else ((here, said), (there, aim))
    apart = _share(right[0]) - _share(left[0])
    near = apart < _NEAR
    sides = ("right", "left", -2.5) if near else ("center", "center", 0.0)
    for (at, text), side, push in zip((left, right), sides[:2], (sides[2], -sides[2]), strict=True):
        _text(ax, at, 0.5, text, look, size=8.0, weight="semibold", side=side, push=push)


def _share(value: float) -> float:
    return (log10(value) - log10(LOW)) / (log10(HIGH) - log10(LOW))


def _text(  # noqa: PLR0913  a label has that many sides
    ax: Axes,
    at: float,
    height: float,
    text: str,
    look: Look,
    *,
    size: float,
    colour: str | None = None,
    weight: str = "normal",
    side: str = "center",
    push: float = 0.0,
) -> None:
    ax.annotate(
        text,
        (at, height),
        xytext=(push, 0),
        textcoords="offset points",
        ha=side,
        va="baseline",
        fontsize=size,
        family=list(look.families),
        weight=weight,
        color=colour or look.ink,
        annotation_clip=False,
    )
