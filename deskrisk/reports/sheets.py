"""Sheets to be filled in by hand: answers on the two scales, or the places of a ballot."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime

from reportlab.platypus import Flowable, PageBreak, Spacer

from deskrisk.charts.look import look
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.i18n import _, language_tag
from deskrisk.reports import fonts
from deskrisk.reports.blocks import Press
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.page import Imprint, Signpost, build
from deskrisk.reports.styles import PAGE, print_colours
from deskrisk.reports.text import Setter
from deskrisk.viewmodels.sheets_on_paper import (
    BallotPaper,
    PaperRisk,
    SheetPaper,
    ballot_papers,
    sheet_papers,
)

_BOXES = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}".join("012345")
"""Circled by hand: one key each, as it is typed later."""

_BOX_WIDTH = 74.0
_NUMBER = 22.0
_GAP = 20.0


def sheets_bytes(
    workshop: Workshop, *, created: datetime, named: bool = True, round_: int = FIRST_ROUND
) -> bytes:
    """One sheet a person as the bytes of a PDF.

    Args:
        workshop: who scores what.
        created: the moment the file is dated with.
        named: with names; else each has the number of its person on the list.
        round_: 1 or 2.
    """
    papers = sheet_papers(workshop, named=named, round_=round_)
    name = _("Sheets for the answers")
    return _bytes(workshop, created, name, lambda press: _sheets(press, papers))


def ballots_bytes(workshop: Workshop, *, created: datetime) -> bytes:
    """One blank ballot a person; as ``sheets_bytes``."""
    papers = ballot_papers(workshop)
    return _bytes(workshop, created, _("Ballots"), lambda press: _ballots(press, papers))


def _sheets(press: Press, papers: Sequence[SheetPaper]) -> list[Flowable]:
    story: list[Flowable] = []
    for paper in papers:
        story += [*_between(story), *_head(press, paper.who, paper.lead)]
        head = press.head("", _("Risk"), _("How likely"), _("How bad"))
        rows = tuple(_sheet_row(press, risk) for risk in paper.risks)
        widths = (_NUMBER, PAGE.text_width - _NUMBER - 2 * _BOX_WIDTH, _BOX_WIDTH, _BOX_WIDTH)
        story.append(Grid(widths, rows, heads=(head,), padding=Padding(top=2, bottom=2)))
        story += [Spacer(0, 8), _scales(press, paper)]
    return story


def _sheet_row(press: Press, risk: PaperRisk) -> Row:
    words = (press.text("table_bold", risk.title), press.text("note", risk.sentence))
    return Row(
        cells=(
            press.cell("table_bold", str(risk.number)),
            Cell(content=words),
            press.cell("table_bold", _BOXES),
            press.cell("table_bold", _BOXES),
        )
    )


def _scales(press: Press, paper: SheetPaper) -> Grid:
    """The two scales side by side, what each level means below each other."""
    width = (PAGE.text_width - _GAP) / 2
    cells = tuple(
        Cell(
            content=(
                press.spaced("table_bold", heading, after=2),
                *(press.text("note", line) for line in lines),
            )
        )
        for heading, lines in paper.scales
    )
    row = Row(cells=cells, rule=Rule.NONE)
    return Grid((width + _GAP, width), (row,), rule_above=Rule.LINE, padding=Padding(right=_GAP))


def _ballots(press: Press, papers: Sequence[BallotPaper]) -> list[Flowable]:
    story: list[Flowable] = []
    widths = (_NUMBER, PAGE.text_width - _NUMBER - 2 * _BOX_WIDTH, _BOX_WIDTH, _BOX_WIDTH)
    for paper in papers:
        story += [*_between(story), *_head(press, paper.who, paper.lead)]
        head = press.head("", _("Risk"), _("Place"), _("No opinion"))
        rows = tuple(
            Row(
                cells=(
                    press.cell("table_bold", risk.key),
                    press.cell("table_bold", risk.title),
                    press.cell("label", "______"),
                    press.cell("label", "0"),
                )
            )
            for risk in paper.risks
        )
        story.append(Grid(widths, rows, heads=(head,), padding=Padding(top=8, bottom=8)))
    return story


def _between(story: Sequence[Flowable]) -> list[Flowable]:
    return [PageBreak()] if story else []


def _head(press: Press, who: str, lead: str) -> list[Flowable]:
    return [
        Signpost(who),
        press.spaced("heading", who, after=4),
        press.spaced("plain", lead, after=4),
    ]


def _bytes(
    workshop: Workshop, created: datetime, name: str, story: Callable[[Press], list[Flowable]]
) -> bytes:
    fonts.register()
    setter = Setter(soft_ink=print_colours()["ink_soft"])
    press = Press(setter=setter, look=look("print"), signs={})
    title = workshop.brief.title
    imprint = Imprint(
        title=f"{name}: {title}",
        author="DeskRisk",
        subject=name,
        language=language_tag(),
        created=created,
        foot=_("Fold it, hand it in. Only the facilitator reads it."),
        running=title,
        corner="",
    )
    target = io.BytesIO()
    build(target, story(press), imprint, setter)
    return target.getvalue()
