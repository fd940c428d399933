"""The typographic grid of the document: page, columns, styles and colours, in points."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from deskrisk import assets
from deskrisk.domain.documents import PageSize
from deskrisk.reports.fonts import BOLD, DISPLAY, OWN_WORDS, REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, portrait; the text is as wide on every size of paper."""

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
"""A4, and the widths of columns on any paper."""

_LETTER_WIDTH, _LETTER_HEIGHT = 612.0, 792.0
PAGES = {
    PageSize.A4: PAGE,
    PageSize.LETTER: Page(
        width=_LETTER_WIDTH,
        height=_LETTER_HEIGHT,
        side=(_LETTER_WIDTH - PAGE.text_width) / 2,
    ),
}

# Two documents may be laid out at once, each in a thread of its own.
_paper: ContextVar[Page] = ContextVar("paper", default=PAGE)


def paper() -> Page:
    """The page that is being laid out on."""
    return _paper.get()


@contextmanager
def laid_out_on(page: Page) -> Iterator[None]:
    """What is laid out in here is laid out on this page."""
    before = _paper.set(page)
    try:
        yield
    finally:
        _paper.reset(before)


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
    "short_title": (DISPLAY, 19, 23),
    "short_lead": (REGULAR, 9, 12.6),
    "short": (REGULAR, 7.6, 9.8),
    "short_bold": (BOLD, 7.6, 9.8),
    "short_place": (DISPLAY, 14, 14),
    "short_note": (REGULAR, 7, 9),
    "key": (REGULAR, 6.8, 8.8),
    "quote": (OWN_WORDS, 12, 18),
    "quote_small": (OWN_WORDS, 9, 12),
}
_SOFT = {"note", "short_note", "key"}
_ROLES = {
    "title": "H1",
    "short_title": "H1",
    "heading": "H2",
    "label": "H3",
    "block": "H3",
    "contents": "H3",
}
"""What a style says to a screen reader; everything else is a paragraph."""


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
    plain = style(name)
    return ParagraphStyle(f"{name}-in-{indent}", parent=plain, firstLineIndent=indent)


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
        role=_ROLES.get(name, "P"),
    )
