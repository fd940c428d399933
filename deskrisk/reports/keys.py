"""The keyboard shortcuts on paper, to lie beside the keyboard."""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from reportlab.platypus import Flowable

from deskrisk.charts.look import look
from deskrisk.i18n import _, language_tag
from deskrisk.reports import fonts
from deskrisk.reports.blocks import Press, opening
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.page import Imprint, build
from deskrisk.reports.styles import PAGE, print_colours
from deskrisk.reports.text import Setter
from deskrisk.viewmodels.shortcuts import KeySection

_TITLE_WIDTH = 76.0
_KEYS_WIDTH = PAGE.text_width - _TITLE_WIDTH
_KEY_WIDTH = 66.0


def keys_bytes(sections: Sequence[KeySection], *, created: datetime) -> bytes:
    """The sheet of shortcuts as the bytes of a PDF.

    Args:
        sections: the keys by menu and page.
        created: the moment the page is dated with.
    """
    fonts.register()
    setter = Setter(soft_ink=print_colours()["ink_soft"])
    press = Press(setter=setter, look=look("print"), signs={})
    name = _("Keyboard shortcuts")
    imprint = Imprint(
        title=f"DeskRisk: {name}",
        author="DeskRisk",
        subject=name,
        language=language_tag(),
        created=created,
        foot="DeskRisk",
        running=name,
        corner="",
    )
    story: list[Flowable] = [
        *opening(press, name, "", (name, "")),
        *(_section(press, each) for each in sections),
    ]
    target = io.BytesIO()
    build(target, story, imprint, setter)
    return target.getvalue()


def _section(press: Press, section: KeySection) -> Grid:
    """A section beside its title."""
    cells = (press.cell("label", section.title), Cell(content=(_rows(press, section),)))
    return Grid(
        (_TITLE_WIDTH, _KEYS_WIDTH),
        (Row(cells=cells, rule=Rule.NONE, splits=True),),
        padding=Padding(top=5, bottom=4, right=0),
        rule_above=Rule.LINE,
    )


def _rows(press: Press, section: KeySection) -> Grid:
    """The keys of a section, two beside each other."""
    half = (len(section.rows) + 1) // 2
    pairs = zip_longest(section.rows[:half], section.rows[half:], fillvalue=("", ""))
    rows = tuple(
        Row(
            cells=tuple(
                press.cell(style, text)
                for words, keys in pair
                for style, text in (("table_bold", keys), ("table", words))
            ),
            rule=Rule.NONE,
        )
        for pair in pairs
    )
    words_width = _KEYS_WIDTH / 2 - _KEY_WIDTH
    widths = (_KEY_WIDTH, words_width, _KEY_WIDTH, words_width)
    return Grid(widths, rows, padding=Padding(top=0, bottom=2, right=5))
