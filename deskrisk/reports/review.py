"""The report of a review as a PDF: two or three pages, in the look of the agreement."""

import io
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from deskrisk.charts.calibration import draw_calibration
from deskrisk.charts.heights import wished_height
from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.ids import ReviewId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.i18n import _, language_tag
from deskrisk.reports import fonts
from deskrisk.reports.blocks import Press, press_of, small_heading
from deskrisk.reports.figures import Chart
from deskrisk.reports.grid import Grid, Padding, Row, Rule
from deskrisk.reports.page import Imprint, Signpost, build
from deskrisk.reports.styles import PAGE, PAGES, laid_out_on
from deskrisk.reports.support import outcomes_grid, seen_grid, states_grid
from deskrisk.reports.text import bold, soft
from deskrisk.viewmodels.calibration import CalibrationView
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.review_report import MovedRow, ReviewReport, review_report

_TIGHT = Padding(top=2.5, bottom=2.5)
_TITLE = 190.0


def review_bytes(
    workshop: Workshop,
    review: ReviewId,
    *,
    created: datetime,
    options: DocumentOptions,
) -> bytes:
    """The report of a review as the bytes of a PDF.

    Args:
        workshop: any workshop; what the version must not hold is taken out here.
        review: which review.
        created: the moment the document is dated with. The same workshop, moment and options give
            the same bytes.
        options: for whom, and on what paper.

    Raises:
        MissingError: there is no such review.
    """
    fonts.register()
    printed = published(workshop, options)
    view = review_report(printed, review)
    target = io.BytesIO()
    with laid_out_on(PAGES[options.page]):
        press = press_of(printed)
        build(target, _story(press, view), _imprint(view, created), press.setter)
    return target.getvalue()


def _story(press: Press, view: ReviewReport) -> list[Flowable]:
    found: list[Flowable] = [
        Signpost(view.title),
        press.spaced("title", view.title, after=6),
        press.spaced("intro", soft(view.workshop), after=6),
        press.spaced("lead", view.lead, after=14),
    ]
    if view.attended:
        found.append(press.section(_("Who was there"), press.text("body", view.attended)))
    if view.late:
        found.append(press.section(_("Past their day"), _late(press, view.late)))
    if view.held.seen:
        found += [*small_heading(press, _("What we saw")), seen_grid(press, view.held)]
    if view.moved:
        found += [*small_heading(press, _("What we think now")), _moved(press, view.moved)]
    if view.promises:
        found += [
            *small_heading(press, _("The promises so far")),
            states_grid(press, view.promises),
        ]
    if view.outcomes:
        found += [*small_heading(press, _("Did it happen?")), outcomes_grid(press, view.outcomes)]
    if view.judged is not None:
        found += _judged(press, view.judged)
    if view.next_look:
        found += [
            Spacer(0, 14),
            press.section(_("When we look again"), press.text("body", view.next_look)),
        ]
    return found


def _late(press: Press, late: tuple[tuple[str, str], ...]) -> Grid:
    rows = tuple(
        Row(
            cells=(press.cell("table", title), press.cell("table_bold", due, align="right")),
            rule=Rule.NONE,
        )
        for title, due in late
    )
    return Grid((PAGE.body_width - 60.0, 60.0), rows, padding=_TIGHT)


def _moved(press: Press, moved: tuple[MovedRow, ...]) -> Grid:
    rows = tuple(
        Row(cells=(press.cell("table", bold(each.title)), press.cell("table", each.moved)))
        for each in moved
    )
    return Grid((_TITLE, PAGE.text_width - _TITLE), rows, rule_above=Rule.LINE, padding=_TIGHT)


def _judged(press: Press, view: CalibrationView) -> list[Flowable]:
    width = PAGE.body_width
    chart = Chart(
        width,
        wished_height("calibration", view, width, press.look),
        lambda ax: draw_calibration(ax, view, press.look),
        press.setter,
        alternative=chart_words(view),
    )
    words = press.spaced("body", view.verdict, after=8)
    return [Spacer(0, 14), press.section(_("How well did we judge?"), words, chart)]


def _imprint(view: ReviewReport, created: datetime) -> Imprint:
    author = ", ".join(part for part in (view.facilitator, view.organisation) if part)
    return Imprint(
        title=f"{view.title}: {view.workshop}",
        author=author or "DeskRisk",
        subject=view.workshop,
        language=language_tag(),
        created=created,
        foot=view.workshop,
        running=view.title,
        corner=view.organisation,
    )
