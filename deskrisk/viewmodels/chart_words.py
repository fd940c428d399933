"""What the charts show, in words: for those who cannot see them, and beside them on paper."""

from functools import singledispatch

from deskrisk.domain.spread import State
from deskrisk.i18n import _
from deskrisk.viewmodels.calibration import CalibrationView
from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.hedging import HedgingView, KindRow
from deskrisk.viewmodels.map import MapView, map_line
from deskrisk.viewmodels.movement import MovementView, RoundRow
from deskrisk.viewmodels.portfolio import PortfolioView
from deskrisk.viewmodels.promise_dates import PromiseDatesView, look_words
from deskrisk.viewmodels.readings import ReadingsView, reading_words
from deskrisk.viewmodels.spread import SpreadRow, SpreadView
from deskrisk.viewmodels.trend import TrendView


@singledispatch
def chart_words(view: object) -> str:
    """All that a chart of this view model shows, as text; what is said first matters most.

    Raises:
        TypeError: nothing draws such a view model.
    """
    message = f"no chart shows {type(view).__name__}"
    raise TypeError(message)


@chart_words.register
def _spread(view: SpreadView) -> str:
    return "\n".join(map(_shown_row, view.rows))


@chart_words.register
def _hedging(view: HedgingView) -> str:
    rows = [view.line, *(_kind(view, kind) for kind in view.kinds), view.hidden]
    return "\n".join(row for row in rows if row)


@chart_words.register
def _map(view: MapView) -> str:
    return "\n".join((map_line(view), *(row.words() for row in view.rows)))


@chart_words.register
def _portfolio(view: PortfolioView) -> str:
    rows = (view.empty, view.spoken, *(row.spoken for row in view.rows))
    return "\n".join(row for row in rows if row)


@chart_words.register
def _timeline(view: PromiseDatesView) -> str:
    rows = (row.words() for row in view.rows)
    return "\n".join((view.line, *rows, *map(look_words, view.looks)))


@chart_words.register
def _calibration(view: CalibrationView) -> str:
    rows = [
        _("{title}: you said {said}, {happened}.").format(
            title=row.title, said=row.expected, happened=row.happened
        )
        for row in view.rows
    ]
    return "\n".join((view.verdict, *rows))


@chart_words.register
def _trend(view: TrendView) -> str:
    return "\n".join((view.line, *(row.words for row in view.rows)))


@chart_words.register
def _readings(view: ReadingsView) -> str:
    return "\n".join((view.line, *(reading_words(view, row) for row in view.rows)))


@chart_words.register
def _movement(view: MovementView) -> str:
    if not view.rows:
        return _("{title}: too few answers to show.").format(title=view.title)
    return "\n".join((view.title, *map(_round, view.rows)))


def _shown_row(row: SpreadRow) -> str:
    if row.state is State.TOO_FEW and row.dots:
        return _("{title}: too few answers to show.").format(title=row.title)
    return spread_row_words(row)


def _kind(view: HedgingView, kind: KindRow) -> str:
    cells = [
        _("{group} {share}").format(group=group, share=cell.text)
        for group, cell in zip(view.groups, kind.cells, strict=True)
    ]
    return _("{kind}: {shares}.").format(kind=kind.name, shares=_(", ").join(cells))


def _round(row: RoundRow) -> str:
    said = _("{count} answers from {low} to {high} points, {middle}; {word}.").format(
        count=len(row.dots),
        low=points(row.dots[0]),
        high=points(row.dots[-1]),
        middle=row.median_words,
        word=row.word,
    )
    return f"{row.name}: {said}" if row.name else said


def spread_row_words(row: SpreadRow) -> str:
    """The answers for one risk."""
    if row.median is None or row.q1 is None or row.q3 is None:
        return _("{title}: nobody has scored it.").format(title=row.title)
    return _(
        "{title}: {count} answers from {low} to {high} points, middle answer {median}, middle "
        "half {q1} to {q3}; {word}."
    ).format(
        title=row.title,
        count=len(row.dots),
        low=points(row.dots[0]),
        high=points(row.dots[-1]),
        median=points(row.median),
        q1=points(row.q1),
        q3=points(row.q3),
        word=row.word,
    )
