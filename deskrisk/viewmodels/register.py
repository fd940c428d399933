"""The risk register: a row a risk in the agreed order, for everybody who keeps one as a table."""

from dataclasses import dataclass

from deskrisk.domain.exposures import RiskExposure, risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.model.reviews import ReviewEntry
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order, tiers
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import Residual, mitigations_of, residual_of
from deskrisk.domain.responses import response_of
from deskrisk.domain.reviews import reviews_in_order
from deskrisk.domain.scales import point_person_days
from deskrisk.domain.spread import RiskSpread, spreads
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.decisions import person_name, promise_number
from deskrisk.viewmodels.priorities import risk_number
from deskrisk.viewmodels.spread import state_word
from deskrisk.viewmodels.tabled import Column, Kind, Table, Value, tabled, two_figures
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS, category_name, said

SEPARATOR = "; "
"""Between several things in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One risk, and all that is known about it."""

    workshop: Workshop
    position: int
    risk: Risk
    tier: int | None
    exposure: RiskExposure
    spread: RiskSpread
    response: Response
    residual: Residual
    seen: ReviewEntry | None

    @property
    def scored(self) -> bool:
        return self.exposure.n > 0


def _category(row: _Row) -> str:
    category = row.workshop.categories.get(row.risk.category) if row.risk.category else None
    return "" if category is None else category_name(category)


def _hurts(row: _Row) -> str:
    aims = in_order(row.workshop.objectives)
    return SEPARATOR.join(aim.text for aim in aims if aim.id in row.risk.objectives)


def _person_days(row: _Row) -> Value:
    per_point = point_person_days(row.workshop.brief.project_size_person_days)
    if per_point is None or row.exposure.median is None:
        return None
    return two_figures(row.exposure.median * per_point)


def _decision(row: _Row) -> str:
    decision = row.response.decision
    return _("Not decided yet") if decision is None else said(decision)


def _treatments(row: _Row) -> str:
    return SEPARATOR.join(said(each) for each in row.response.treatments)


def _promises(row: _Row) -> str:
    found = mitigations_of(row.workshop, row.risk.id)
    return SEPARATOR.join(promise_number(each) for each in found)


def _target(words: dict[int, str], level: int | None) -> str:
    return "" if level is None else _(words[level])


def _status(row: _Row) -> str:
    return "" if row.seen is None else capital(said(row.seen.status))


COLUMNS: tuple[Column[_Row], ...] = (
    Column(key="place", heading=N_("Place"), kind=Kind.WHOLE, width=7, of=lambda row: row.position),
    Column(
        key="number",
        heading=N_("Risk"),
        width=7,
        of=lambda row: risk_number(row.risk.number),
    ),
    Column(key="title", heading=N_("Title"), width=34, of=lambda row: row.risk.title),
    Column(key="category", heading=N_("Category"), width=16, of=_category),
    Column(key="cause", heading=N_("Because"), width=36, of=lambda row: row.risk.cause),
    Column(key="event", heading=N_("May happen"), width=36, of=lambda row: row.risk.event),
    Column(key="consequence", heading=N_("So that"), width=36, of=lambda r: r.risk.consequence),
    Column(key="hurts", heading=N_("Aims it hurts"), width=30, of=_hurts),
    Column(
        key="red_line",
        heading=N_("Red line"),
        width=10,
        of=lambda row: _("Yes") if row.risk.red_line else "",
    ),
    Column(
        key="red_line_reason",
        heading=N_("Why it is a red line"),
        width=26,
        of=lambda row: row.risk.red_line_reason if row.risk.red_line else "",
    ),
    Column(key="tier", heading=N_("Tier"), kind=Kind.WHOLE, width=6, of=lambda row: row.tier),
    Column(
        key="answers",
        heading=N_("Answers"),
        kind=Kind.WHOLE,
        width=9,
        of=lambda row: row.exposure.n,
    ),
    Column(
        key="chance",
        heading=N_("Chance, about"),
        kind=Kind.SHARE,
        width=10,
        of=lambda row: two_figures(row.exposure.p_mean),
    ),
    Column(
        key="points",
        heading=N_("Expected loss, about, in points"),
        kind=Kind.NUMBER,
        width=14,
        of=lambda row: two_figures(row.exposure.median),
    ),
    Column(
        key="person_days",
        heading=N_("Expected loss, about, in person-days"),
        kind=Kind.NUMBER,
        width=14,
        of=_person_days,
    ),
    Column(
        key="agreement",
        heading=N_("The room was"),
        width=13,
        of=lambda row: state_word(row.spread) if row.scored else _("not scored"),
    ),
    Column(key="decision", heading=N_("Decision"), width=15, of=_decision),
    Column(key="treatments", heading=N_("In which way"), width=22, of=_treatments),
    Column(
        key="owner",
        heading=N_("Owner"),
        width=20,
        of=lambda row: person_name(row.workshop, row.response.owner),
    ),
    Column(key="reason", heading=N_("Why"), width=32, of=lambda row: row.response.reason),
    Column(key="trigger", heading=N_("First sign"), width=32, of=lambda row: row.response.trigger),
    Column(
        key="fallback",
        heading=N_("What we do then"),
        width=32,
        of=lambda row: row.response.fallback,
    ),
    Column(key="promises", heading=N_("Promises"), width=12, of=_promises),
    Column(
        key="target_likelihood",
        heading=N_("Target: how likely"),
        width=24,
        of=lambda row: _target(dict(LIKELIHOOD_WORDS), row.response.residual_likelihood),
    ),
    Column(
        key="target_impact",
        heading=N_("Target: how bad"),
        width=24,
        of=lambda row: _target(dict(IMPACT_WORDS), row.response.residual_impact),
    ),
    Column(
        key="target_points",
        heading=N_("Target, about, in points"),
        kind=Kind.NUMBER,
        width=12,
        of=lambda row: two_figures(row.residual.residual),
    ),
    Column(
        key="proven_points",
        heading=N_("As proven so far, about, in points"),
        kind=Kind.NUMBER,
        width=14,
        of=lambda row: two_figures(row.residual.current),
    ),
    Column(
        key="review",
        heading=N_("Next look"),
        kind=Kind.DAY,
        width=12,
        of=lambda row: row.response.review_date,
    ),
    Column(key="status", heading=N_("At the last review"), width=18, of=_status),
    Column(
        key="reading",
        heading=N_("Read at the last review"),
        width=26,
        of=lambda row: "" if row.seen is None else row.seen.reading,
    ),
    Column(key="note", heading=N_("Note"), width=32, of=lambda row: row.risk.note),
)
"""Every column of the register, in its order."""


def register_table(workshop: Workshop) -> Table:
    """The register of a workshop that may be published, in the order that holds."""
    return tabled("register", _("Risk register"), COLUMNS, _rows(workshop))


def _rows(workshop: Workshop) -> tuple[_Row, ...]:
    tier_of, exposures, spread = tiers(workshop), risk_exposures(workshop), spreads(workshop)
    seen = _last_seen(workshop)
    return tuple(
        _Row(
            workshop=workshop,
            position=position,
            risk=workshop.risks[risk],
            tier=tier_of[risk],
            exposure=exposures[risk],
            spread=spread[risk],
            response=response_of(workshop, risk),
            residual=residual_of(workshop, risk, exposures[risk].median),
            seen=seen.get(risk),
        )
        for position, risk in enumerate(standing_order(workshop), start=1)
    )


def _last_seen(workshop: Workshop) -> dict[RiskId, ReviewEntry]:
    """What the last review that looked at it saw about each risk."""
    order = {review.id: place for place, review in enumerate(reviews_in_order(workshop))}
    entries = sorted(workshop.review_entries.values(), key=lambda each: order[each.review])
    return {each.risk: each for each in entries}
