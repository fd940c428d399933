"""The page of the agreed order: tiers, points, every answer, and where the line was drawn."""

from functools import partial

from reportlab.platypus import Flowable, Spacer

from deskrisk.charts.strip import draw_strip
from deskrisk.domain.spread import State
from deskrisk.i18n import _
from deskrisk.reports.blocks import Press, new_page, risk_link, small_heading
from deskrisk.reports.figures import Chart
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.marks import CutLine, StateLine, state_sign
from deskrisk.reports.scale import AxisHead
from deskrisk.reports.styles import PAGE
from deskrisk.viewmodels.chart_words import spread_row_words
from deskrisk.viewmodels.priorities import Heard, PrioritiesView, PriorityRow

_STRIP = 149.0
_STRIP_HEIGHT = 30.0
_TALL_STACK = 7
_A_DOT = 4.6
_STRIP_AIR = 10.0
_WIDTHS = (38.0, 27.0, 107.276, 53.0, _STRIP, 70.0, 37.0)
_PLACE = 1


def priorities_page(press: Press, view: PrioritiesView) -> list[Flowable]:
    """The order, how it was found, what was moved and what was heard; nothing without a risk."""
    if not view.rows:
        return []  # the first page says that no risk has been written down
    found = new_page(press, view.heading, view.lead, (_("The order we agreed"), _("Priorities")))
    found += [_table(press, view), Spacer(0, 8), press.text("note", view.how_to_read)]
    found += small_heading(press, view.order_head)
    found.append(press.spaced("plain", view.how_ordered, after=4))
    if view.order_note.strip():
        found.append(press.spaced("plain", view.order_note, after=4))
    if view.moves:
        found += small_heading(press, _("Moved by the room"))
        found += [press.spaced("plain", move, after=3) for move in view.moves]
    if view.heard:
        found += small_heading(press, _("What we heard between the rounds"), table=True)
        found.append(_heard(press, view.heard))
    return found


def _table(press: Press, view: PrioritiesView) -> Grid:
    return Grid(
        _WIDTHS,
        tuple(row for place in range(len(view.rows)) for row in _rows(press, view, place)),
        heads=(_head(press, view),),
        padding=Padding(top=3.5, bottom=3.5, right=6),
    )


def _head(press: Press, view: PrioritiesView) -> Row:
    days = [press.text("note", _("person-days"), align="right")]
    has_days = any(row.person_days for row in view.rows)
    points = (press.text("head", _("Points"), align="right"), *(days if has_days else ()))
    strip = (
        press.text("note", _("Points; each dot is a person")),
        AxisHead(_STRIP - _STRIP_AIR, view.spread, press),
    )
    return Row(
        cells=(
            Cell(),
            Cell(),
            Cell(content=(press.text("head", _("Risk")),), bottom=True),
            Cell(content=points, bottom=True),
            Cell(content=strip, bottom=True),
            Cell(content=(press.text("head", _("Answers")),), bottom=True),
            Cell(
                content=(press.text("head", view.in_front_head, align="right"),)
                if view.in_front_head
                else (),
                bottom=True,
            ),
        ),
        rule=Rule.LINE,
    )


def _rows(press: Press, view: PrioritiesView, place: int) -> list[Row]:
    """One risk, and the cut line if it falls below it."""
    row = view.rows[place]
    last = place + 1 == len(view.rows)
    ends_tier = last or bool(view.rows[place + 1].tier)
    cut = row.position == view.cut_after
    shown = Row(
        cells=_cells(press, view, row),
        rule=Rule.NONE if cut else Rule.LINE if ends_tier else Rule.HAIR,
        rule_from=0 if ends_tier else _PLACE,
        clings=cut,
    )
    if not cut:
        return [shown]
    # The line takes the row above and the row below with it, so that it never stands at an edge.
    line = Row(
        cells=(Cell(content=(CutLine(view.cut_line, press.setter),), columns=6),),
        start=_PLACE,
        rule=Rule.LINE if ends_tier else Rule.NONE,
        clings=True,
    )
    return [shown, line]


def _cells(press: Press, view: PrioritiesView, row: PriorityRow) -> tuple[Cell, ...]:
    below = ", ".join([row.number, *([_("red line")] if row.red_line else [])])
    tier: list[Flowable] = []
    if row.tier:
        tier = [press.text("head", row.tier)]
        if row.shares_tier:
            tier.append(press.text("note", _("too close to tell apart")))
    numbers: list[Flowable] = [press.text("table_bold", row.points, align="right")]
    if row.person_days:
        numbers.append(press.text("note", row.person_days, align="right"))
    return (
        Cell(content=tuple(tier)),
        Cell(content=(press.text("place", str(row.position)),)),
        Cell(
            content=(
                press.signed(
                    "table_bold",
                    row.answers.category,
                    row.title,
                    link=risk_link(row.position, row.title),
                ),
                press.text("note", below),
            )
        ),
        Cell(content=tuple(numbers)),
        Cell(content=(_strip(press, view, row),)),
        Cell(content=tuple(_states(press, row))),
        press.cell("table", row.in_front, align="right"),
    )


def _strip(press: Press, view: PrioritiesView, row: PriorityRow) -> Chart:
    return Chart(
        _STRIP - _STRIP_AIR,
        _strip_height(row),
        partial(draw_strip, view=view.spread.only(row.risk), look=press.look),
        press.setter,
        alternative=spread_row_words(row.answers),
    )


def _strip_height(row: PriorityRow) -> float:
    """Higher where many gave the same answer."""
    dots = row.answers.dots
    tallest = max((dots.count(dot) for dot in dots), default=0)
    return max(_STRIP_HEIGHT, _A_DOT * (tallest + 1)) if tallest >= _TALL_STACK else _STRIP_HEIGHT


def _states(press: Press, row: PriorityRow) -> list[Flowable]:
    answers = row.answers
    sign = state_sign(answers.state, lone_alarm=answers.lone_alarm)
    found: list[Flowable] = [StateLine(sign, answers.word, press.setter)]
    if answers.hedge_gap:
        found.append(StateLine("bars", _("hedge gap"), press.setter))
    if answers.was:
        found.append(press.text("note", _("was {word}").format(word=answers.was)))
    if answers.under_scored and answers.state is not State.TOO_FEW and answers.dots:
        found.append(press.text("note", _("few answers")))
    return found


def _heard(press: Press, heard: tuple[Heard, ...]) -> Grid:
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(each.position)),
                press.cell("table", each.title),
                Cell(content=tuple(press.text("table", note) for note in each.notes)),
            ),
            rule=Rule.LINE if place + 1 == len(heard) else Rule.HAIR,
        )
        for place, each in enumerate(heard)
    )
    widths = (20.0, 160.0, PAGE.text_width - 180.0)
    return Grid(widths, rows, rule_above=Rule.LINE)
