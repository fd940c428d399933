"""Did it happen? What the room said, and what happened, on one line from 0 to 100 percent."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import CALIBRATION_FOOT
from deskrisk.charts.look import Look
from deskrisk.charts.rows import rows_that_fit, say_more
from deskrisk.charts.sheet import Sheet
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.calibration import CalibrationView
from deskrisk.viewmodels.figures import percent

_HIGHEST_ROW = 2.8
_TITLES = 0.42
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: a ring for what was said, and a dot for the share that happened."""

    title: str
    said: float
    happened: float
    word: str


def draw_calibration(ax: Axes, view: CalibrationView, look: Look) -> None:
    """Level by level where there are enough outcomes to judge, else risk by risk.

    A ring is what was said, a full dot is what happened; the nearer they are, the better.

    Args:
        ax: axes that fill the picture.
        view: the settled risks and their levels.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    lines = _levels(view) if view.brier else _risks(view)
    if not lines:
        sheet.lines(0, sheet.height / 2, view.verdict, sheet.width, colour=look.ink_soft)
        return
    size = look.text_size
    foot = look.small_size * CALIBRATION_FOOT
    rows, high = rows_that_fit(lines, sheet, foot, highest=_HIGHEST_ROW)
    titles = max(text_width(line.title, size) for line in lines)
    words = max(text_width(line.word, size) for line in lines)
    left = min(titles, sheet.width * _TITLES) + size * 1.2
    right = sheet.width - words - size * 1.2
    bottom = high * len(rows)
    named = _named_ticks(right - left, look.small_size)
    for tick in _TICKS:
        x = left + tick * (right - left)
        sheet.line(x, 0, x, bottom, above=0)
        if tick in named:
            y = bottom + look.small_size * 0.9
            name = percent(tick)
            sheet.words(x, y, name, size=look.small_size, colour=look.ink_soft, side="center")
    for place, line in enumerate(rows):
        _draw_line(sheet, line, (place + 0.5) * high, (left, right))
    say_more(sheet, len(lines) - len(rows), bottom + look.small_size * 0.9)
    _draw_key(sheet, bottom + look.small_size * 2.5)


def _named_ticks(width: float, size: float) -> Sequence[float]:
    """Those whose names stand apart from each other: all, every second one, or the ends."""
    each = text_width(percent(1.0), size) + size * 0.6
    for step in (1, 2):
        if width / (len(_TICKS) - 1) * step >= each:
            return _TICKS[::step]
    return (_TICKS[0], _TICKS[-1])


def _levels(view: CalibrationView) -> Sequence[_Line]:
    found = []
    for band in view.bands:
        title = ngettext(
            "{count} risk, you said {said}", "{count} risks, you said {said}", band.count
        )
        happened = round(band.share * band.count)
        word = _("{happened} of {count} happened").format(happened=happened, count=band.count)
        text = title.format(count=band.count, said=band.said)
        found.append(_Line(text, band.chance, band.share, word))
    return found


def _risks(view: CalibrationView) -> Sequence[_Line]:
    return [_Line(row.title, row.chance, float(row.occurred), row.happened) for row in view.rows]


def _draw_line(sheet: Sheet, line: _Line, y: float, ends: tuple[float, float]) -> None:
    look, size = sheet.look, sheet.look.text_size
    left, right = ends
    sheet.words(0, y, line.title, most=left - size * 1.2, group="title")
    sheet.line(left, y, right, y, above=0)
    said, happened = (left + share * (right - left) for share in (line.said, line.happened))
    sheet.line(said, y, happened, y, colour=look.ink_soft, width=look.stroke, above=2)
    sheet.dot(happened, y, look.dot_radius * 1.2)
    sheet.ring(said, y, look.dot_radius * 1.6)
    if abs(said - happened) < look.dot_radius:
        sheet.dot(happened, y, look.dot_radius * 0.7, edge="none", above=5)
    sheet.words(sheet.width, y, line.word, side="right", group="word")


def _draw_key(sheet: Sheet, y: float) -> None:
    look, size = sheet.look, sheet.look.small_size
    radius = look.dot_radius * 1.3
    sheet.ring(radius, y, radius)
    box = sheet.words(
        radius * 2 + size * 0.5, y, _("what you said"), size=size, colour=look.ink_soft
    )
    x = box.right + size * 1.5
    sheet.dot(x + radius, y, radius * 0.85)
    at = x + radius * 2 + size * 0.5
    sheet.words(at, y, _("the share that happened"), size=size, colour=look.ink_soft)
