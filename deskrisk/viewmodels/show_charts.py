"""The scenes that are a chart. All is made from the public side: open rounds have no answers there.

Groups that are too small were taken out by the domain before any of it.
"""

from dataclasses import replace

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.blocks import Block, Chart, Columns, Words
from deskrisk.viewmodels.calibration import calibration_view
from deskrisk.viewmodels.figures import count_word
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.map import map_view
from deskrisk.viewmodels.movement import FEWEST, movement_view
from deskrisk.viewmodels.portfolio import portfolio_view
from deskrisk.viewmodels.promise_dates import promise_dates_view
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.readings import readings_view
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.spread import spread_view
from deskrisk.viewmodels.verdict import capital

_HALVES = (0.5, 0.5)


def spread_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """All risks with their answers; or one, with the question at each end."""
    risk = workshop.risks.get(RiskId(subject))
    if risk is None:
        return () if subject else _all_spreads(workshop)
    sign = category_sign(workshop, risk.category)
    titled = Words(role="heading", text=title_of(risk), sign=sign)
    view = movement_view(workshop, risk.id)
    if not view.rows:
        scored = any(score.risk == risk.id for score in workshop.scores.values())
        text = _("Too few answers to show.") if scored else _("Not shown yet.")
        return (titled, Words(role="text", text=text, tone="ink_soft"))
    questions = Columns(
        columns=(
            (Words(role="question", text=_("What speaks for the low end?")),),
            (Words(role="question", text=_("What speaks for the high end?")),),
        ),
        shares=_HALVES,
    )
    return (titled, Chart(chart="movement", view=view), questions)


def hedging_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """How each group spends one unit of worry, in one picture and one sentence."""
    view = hedging_view(workshop)
    said = Words(role="text", text=view.line, tone="ink" if view.kinds else "ink_soft")
    head = Words(role="heading", text=_("How each group spends one unit of worry"))
    if not view.kinds:
        return (head, said)
    hidden = (Words(role="note", text=view.hidden, tone="ink_soft"),) if view.hidden else ()
    return (head, Chart(chart="hedging", view=view), said, *hidden)


def gap_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """Risks that groups read differently."""
    view = readings_view(workshop)
    head = Words(role="heading", text=_("Who reads a risk differently"))
    if not view.rows:
        return (head, Words(role="text", text=view.line, tone="ink_soft"))
    return (head, Chart(chart="gaps", view=view))


def map_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """Chance and loss of all risks."""
    head = Words(role="heading", text=_("How likely, and how bad"))
    view = map_view(workshop)
    if not view.rows:
        return (head, Words(role="text", text=_("Not shown yet."), tone="ink_soft"))
    note = (Words(role="note", text=view.note, tone="ink_soft"),) if view.note else ()
    return (head, Chart(chart="map", view=view), *note)


def portfolio_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """What the promises do, risk by risk; those without a promise are only counted.

    Sums that would give away single answers are left out.
    """
    view = portfolio_view(workshop)
    exposures = risk_exposures(workshop)
    rows = tuple(row for row in view.rows if exposures[row.risk].n >= FEWEST)
    head = Words(role="heading", text=view.heading)
    if not rows:
        text = view.empty or _("Too few answers to show.")
        return (head, Words(role="text", text=text, tone="ink_soft"))
    if len(rows) < len(view.rows):
        view = replace(view, rows=rows, sums=(), sentence="", spoken="")
    moved = tuple(row for row in rows if row.promised != row.today) or rows
    chart = Chart(chart="portfolio", view=replace(view, rows=moved))
    left = len(rows) - len(moved)
    said = ngettext(
        "{count} more risk has no promise that would make it less",
        "{count} more risks have no promise that would make them less",
        left,
    ).format(count=count_word(left))
    note = (Words(role="note", text=capital(said), tone="ink_soft"),) if left else ()
    return (head, chart, *note)


def timeline_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """All promises on their days."""
    view = promise_dates_view(workshop)
    head = Words(role="heading", text=_("What we promised, and when"))
    if not view.rows:
        return (head, Words(role="text", text=view.line, tone="ink_soft"))
    return (head, Chart(chart="timeline", view=view))


def calibration_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """What we said, and what happened."""
    view = calibration_view(workshop)
    head = Words(role="heading", text=_("What we said, and what happened"))
    said = Words(role="text", text=view.verdict)
    return (head, Chart(chart="calibration", view=view), said) if view.rows else (head, said)


def _all_spreads(workshop: Workshop) -> tuple[Block, ...]:
    head = Words(role="heading", text=_("Where we are far apart"))
    if not workshop.risks or workshop.progress.round_closed < FIRST_ROUND:
        return (head, Words(role="text", text=_("Not shown yet."), tone="ink_soft"))
    return (head, Chart(chart="spread", view=spread_view(workshop)))
