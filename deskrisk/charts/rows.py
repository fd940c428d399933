"""Charts that are lists: how many rows there is room for, and what is said about the rest."""

from collections.abc import Sequence
from typing import TypeVar

from deskrisk.charts.sheet import Sheet
from deskrisk.i18n import ngettext
from deskrisk.viewmodels.figures import count_word

Row = TypeVar("Row")

LOWEST_ROW = 1.45
"""The least height of a row, in sizes of the text: below, letters would touch."""


def rows_that_fit(
    rows: Sequence[Row], sheet: Sheet, taken: float, *, highest: float, lowest: float = LOWEST_ROW
) -> tuple[Sequence[Row], float]:
    """The first rows that there is room for, and the height of each in points.

    Args:
        rows: all of them, the most important first.
        sheet: where they are drawn.
        taken: the height that is needed for other things.
        highest: the most height of a row, in sizes of the text.
        lowest: the least.
    """
    size, free = sheet.look.text_size, max(sheet.height - taken, 0.0)
    fit = max(int(free / (size * lowest)), 1)
    shown = rows[:fit]
    return shown, min(free / max(len(shown), 1), size * highest)


def say_more(sheet: Sheet, count: int, y: float) -> None:
    """Say at the left how many rows are not shown; nothing where all are."""
    if count > 0:
        said = ngettext("and {count} more", "and {count} more", count)
        sheet.words(
            0.0,
            y,
            said.format(count=count_word(count)),
            size=sheet.look.small_size,
            colour=sheet.look.ink_soft,
            group="more",
        )
