"""The scenes that are a chart. All is made from the public side: open rounds have no answers there.

Groups that are too small were taken out by the domain before any of it.
"""

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.i18n import _
from deskrisk.viewmodels.blocks import Block, Chart, Columns, Words
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.map import map_view
from deskrisk.viewmodels.movement import movement_view
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.spread import spread_view

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


def map_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """Chance and loss of all risks."""
    head = Words(role="heading", text=_("How likely, and how bad"))
    view = map_view(workshop)
    if not view.rows:
        return (head, Words(role="text", text=_("Not shown yet."), tone="ink_soft"))
    note = (Words(role="note", text=view.note, tone="ink_soft"),) if view.note else ()
    return (head, Chart(chart="map", view=view), *note)


def _all_spreads(workshop: Workshop) -> tuple[Block, ...]:
    head = Words(role="heading", text=_("Where we are far apart"))
    if not workshop.risks or workshop.progress.round_closed < FIRST_ROUND:
        return (head, Words(role="text", text=_("Not shown yet."), tone="ink_soft"))
    return (head, Chart(chart="spread", view=spread_view(workshop)))
