"""Break a text into the lines that fit a width; what does not fit ends with an ellipsis.

Used by labels and by the rows of lists, so that both break alike. A word that is wider than the
line is broken too: no text makes a widget wider than its window.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from deskrisk.gui.theme import line_height, text_font

_LONGEST_MEASURED = 4_000
"""Characters that are laid out; nobody reads more of one text in a list or a label."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text in one role. Sizes in pixels; ``whole`` is False if some is hidden."""

    role: str
    lines: tuple[str, ...]
    width: int
    height: int
    whole: bool


@lru_cache(maxsize=4096)
def broken(text: str, role: str, width: int, most_lines: int = 0) -> Lines:
    """Break a text into lines.

    Args:
        text: what is said; line feeds are kept.
        role: a text role of the theme.
        width: room in pixels, at least one character is put on a line.
        most_lines: 0 for as many as it takes; else the last one ends with an ellipsis.
    """
    found: list[str] = []
    for paragraph in text[:_LONGEST_MEASURED].split("\n"):
        found += _broken_paragraph(paragraph, role, width)
        if most_lines and len(found) > most_lines:
            break
    whole = len(text) <= _LONGEST_MEASURED
    if most_lines and len(found) > most_lines:
        whole = False
        found = [*found[: most_lines - 1], " ".join(found[most_lines - 1 : most_lines + 3])]
    if not whole:
        metrics = QFontMetricsF(text_font(role))
        found[-1] = metrics.elidedText(found[-1] + " …", Qt.TextElideMode.ElideRight, width)
    widest = max(QFontMetricsF(text_font(role)).horizontalAdvance(line) for line in found)
    return Lines(role, tuple(found), int(widest) + 1, len(found) * line_height(role), whole)


def draw_lines(painter: QPainter, at: QPointF, lines: Lines, colour: QColor) -> None:
    """Draw the lines with their top left corner at a point."""
    metrics = QFontMetricsF(text_font(lines.role))
    step = line_height(lines.role)
    painter.setFont(text_font(lines.role))
    painter.setPen(colour)
    first = at.y() + (step - metrics.height()) / 2 + metrics.ascent()
    for number, line in enumerate(lines.lines):
        painter.drawText(QPointF(at.x(), first + number * step), line)


def _broken_paragraph(paragraph: str, role: str, width: int) -> list[str]:
    if not paragraph:
        return [""]
    layout = QTextLayout(paragraph, text_font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = paragraph.encode("utf-16-le", "surrogatepass")  # Qt counts in UTF-16
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart() * 2, line.textLength() * 2
        found.append(units[start : start + length].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return found
