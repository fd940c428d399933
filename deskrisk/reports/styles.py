"""The typographic grid of the document: page, columns, styles and colours, in points."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from deskrisk import assets
from deskrisk.reports.fonts import BOLD, DISPLAY, OWN_WORDS, REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the team version: A4 portrait."""

    width: float = 595.276
    height: float = 841.89
    side: float = 57.0
    top: float = 60.0
    bottom: float = 54.0
    running: float = 30.0
    label: float = 118.0
    gutter: float = 13.0

    @property
    def text_width(self) -> float:
        """From margin to margin."""
        return self.width - 2 * self.side

    @property
    def body_height(self) -> float:
        """From the first line to the last."""
        return self.height - self.top - self.bottom

    @property
    def body_width(self) -> float:
        """The column beside the side labels."""
        return self.text_width - self.label - self.gutter


PAGE = Page()


@cache
def print_colours() -> dict[str, str]:
    """The colours of paper as ``#RRGGBB``, by their role."""
    tokens = json.loads(assets.path("theme", "tokens.json").read_text(encoding="utf-8"))
    colours: dict[str, str] = tokens["colours"]["print"]
    return colours


PAINTS: dict[str, Any] = {role: HexColor(code) for role, code in print_colours().items()}

_SIZES: dict[str, tuple[str, float, float]] = {
    # name: face, size, leading
    "title": (DISPLAY, 26, 32),
    "heading": (DISPLAY, 18, 24),
    "position": (DISPLAY, 22, 24),
    "place": (DISPLAY, 15, 17),
    "block": (DISPLAY, 14, 20),
    "lead": (REGULAR, 11, 16),
    "intro": (REGULAR, 10, 15),
    "label": (BOLD, 10, 14),
    "body": (REGULAR, 9.5, 14),
    "plain": (REGULAR, 9, 12),
    "table": (REGULAR, 8.5, 12),
    "table_bold": (BOLD, 8.5, 12),
    "head": (BOLD, 7.5, 10),
    "note": (REGULAR, 7.5, 10),
    "quote": (OWN_WORDS, 12, 18),
    "quote_small": (OWN_WORDS, 9, 12),
}
_SOFT = {"note"}


def style(name: str, *, align: str = "left", before: float = 0, after: float = 0) -> ParagraphStyle:
    """A style by its name; the same object each time.

    Args:
        name: a key of the table of sizes.
        align: ``left``, ``right`` or ``centre``.
        before: room above, in points.
        after: room below, in points.
    """
    return _style(name, align, before, after)


@cache
def indented(name: str, indent: float) -> ParagraphStyle:
    """A style whose first line moves in, in points, to leave room for a sign."""
    return ParagraphStyle(f"{name}-in-{indent}", parent=style(name), firstLineIndent=indent)


@cache
def _style(name: str, align: str, before: float, after: float) -> ParagraphStyle:
    face, size, leading = _SIZES[name]
    return ParagraphStyle(
        f"{name}-{align}-{before}-{after}",
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        leading=leading,
        alignment={"left": 0, "right": TA_RIGHT, "centre": TA_CENTER}[align],
        textColor=PAINTS["ink_soft" if name in _SOFT else "ink"],
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
