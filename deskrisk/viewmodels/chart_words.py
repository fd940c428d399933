"""What the charts show, in words: for those who cannot see them, and beside them on paper."""

from functools import singledispatch

from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.spread import SpreadRow, SpreadView


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
    return "\n".join(map(spread_row_words, view.rows))


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
