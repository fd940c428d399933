"""The page on which the room is told apart: groups, camps, reservations."""

from reportlab.platypus import Flowable, Spacer

from deskrisk.i18n import _
from deskrisk.reports.blocks import Press, new_page, risk_link, small_heading
from deskrisk.reports.figures import figure_of
from deskrisk.reports.grid import Cell, Grid, Row, Rule
from deskrisk.reports.styles import PAGE
from deskrisk.reports.text import bold, soft
from deskrisk.viewmodels.differ import DifferentRead, DifferView, FarApart
from deskrisk.viewmodels.hedging import HedgingView


def differ_pages(press: Press, view: DifferView) -> list[Flowable]:
    """Who hedges against what, where answers lie far apart, and who has a reservation."""
    if view.is_empty:
        return []
    running = (_("Where we differ"), _("Who hedges against what"))
    found = new_page(press, view.heading, view.lead, running)
    if view.hedging is not None:
        found += _hedging(press, view.hedging)
    if view.reads:
        found += small_heading(press, _("Read differently by two groups"), table=True)
        found.append(_reads(press, view.reads))
    if view.far_apart:
        found += small_heading(press, _("Where single answers lie far apart"), table=True)
        found.append(_far_apart(press, view.far_apart))
    if view.over_the_list:
        found += small_heading(press, _("Over the whole list"))
        found.append(press.spaced("plain", view.over_the_list, after=4))
    if view.voices:
        found += small_heading(press, _("Said at the sign-off, printed there word for word"))
        found += [
            press.spaced("plain", bold(name), f", {kind.lower()}", _on(about), after=3)
            for name, kind, about in view.voices
        ]
    return found


def _on(about: str) -> str:
    return _(" on {item}").format(item=about) if about.strip() else ""


def _hedging(press: Press, view: HedgingView) -> list[Flowable]:
    chart = figure_of("hedging", view, PAGE.text_width, press.look, press.setter)
    how = _("If each group had one unit of worry to spend, this is how it spends it.")
    found: list[Flowable] = [
        press.spaced("lead", view.line, after=6),
        press.spaced("note", how, after=8),
        chart,
        Spacer(0, 6),
    ]
    found += [press.spaced("plain", each.sentence, after=3) for each in view.distances]
    if view.hidden:
        found.append(press.spaced("note", view.hidden, before=2, after=4))
    return found


def _reads(press: Press, reads: tuple[DifferentRead, ...]) -> Grid:
    head = press.head("", _("Risk"), _("Who is more worried"), _("Before the talk"))
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(each.position)),
                Cell(
                    content=(
                        press.linked("table", each.title, risk_link(each.position, each.title)),
                    )
                ),
                press.cell("table", each.sentence),
                press.cell("table", soft(each.was)),
            ),
            rule=Rule.LINE if place + 1 == len(reads) else Rule.HAIR,
        )
        for place, each in enumerate(reads)
    )
    return Grid((20.0, 150.0, 160.0, PAGE.text_width - 330.0), rows, heads=(head,))


def _far_apart(press: Press, apart: tuple[FarApart, ...]) -> Grid:
    head = press.head("", _("Risk"), _("Answers"), _("In the first round"))
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(each.position)),
                Cell(
                    content=(
                        press.linked("table", each.title, risk_link(each.position, each.title)),
                    )
                ),
                press.cell("table_bold", each.word),
                press.cell("table", soft(each.was or _("the same"))),
            ),
            rule=Rule.LINE if place + 1 == len(apart) else Rule.HAIR,
        )
        for place, each in enumerate(apart)
    )
    return Grid((20.0, 250.0, 100.0, PAGE.text_width - 370.0), rows, heads=(head,))
