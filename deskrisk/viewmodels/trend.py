"""A series of workshops about one project: expected loss, and promises kept, from time to time."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.domain.series import SeriesPoint
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import about_points, count_word, points, short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One workshop: points today, when all is kept, and with what is proven; promises kept."""

    title: str
    day: str
    today: float
    promised: float
    proven: float
    kept: int
    promises: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """The workshops, earliest first. ``line`` says what became of it in one or two sentences."""

    rows: tuple[TrendRow, ...]
    line: str


def trend_view(series: Sequence[SeriesPoint]) -> TrendView:
    """How it developed.

    Args:
        series: the points of one project, earliest first.
    """
    return TrendView(rows=tuple(map(_row, series)), line=_line(series))


def _row(point: SeriesPoint) -> TrendRow:
    return TrendRow(
        title=point.title,
        day=short_day(point.held_on, with_year=True),
        today=point.inherent,
        promised=point.target,
        proven=point.current,
        kept=point.kept,
        promises=point.promises,
        words=_(
            "{day}, {title}: today {today} points, {promised} when all is kept, {proven} with what "
            "is proven; {kept}."
        ).format(
            day=short_day(point.held_on, with_year=True),
            title=point.title,
            today=points(point.inherent),
            promised=points(point.target),
            proven=points(point.current),
            kept=_kept(point.kept, point.promises),
        ),
    )


def _kept(kept: int, promises: int) -> str:
    if not promises:
        return _("no promises")
    said = ngettext("{kept} of {count} promise kept", "{kept} of {count} promises kept", promises)
    return said.format(kept=kept, count=promises)


def _line(series: Sequence[SeriesPoint]) -> str:
    if not series:
        return _("No workshop yet.")
    promises = _kept(sum(each.kept for each in series), sum(each.promises for each in series))
    if len(series) == 1:
        return _("One workshop so far: {loss}, {promises}.").format(
            loss=about_points(series[0].inherent), promises=promises
        )
    said = _("In {count} workshops the expected loss went from {first} to {last}; {promises}.")
    return said.format(
        count=count_word(len(series)),
        first=about_points(series[0].inherent),
        last=about_points(series[-1].inherent),
        promises=promises,
    )
