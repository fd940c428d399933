"""How the answers for each risk lay on the two scales: how many; one by one for the archive."""

from dataclasses import dataclass

from deskrisk.domain.exposures import FEWEST_SCORES, RiskExposure, risk_exposures
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.spread import RiskSpread, spreads
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.priorities import risk_number
from deskrisk.viewmodels.spread import state_word
from deskrisk.viewmodels.tabled import Column, Kind, Table, tabled, two_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers:
    """What one round, or everybody's last word, says about one risk."""

    position: int
    risk: Risk
    exposure: RiskExposure
    spread: RiskSpread


def _count(scale: str, level: int) -> Column[_Answers]:
    """How many chose a level; a few answers are told to nobody, because they could be told on."""
    heading = {"likelihood": N_("How likely: {level}"), "impact": N_("How bad: {level}")}[scale]

    def counted(row: _Answers) -> int | None:
        if row.exposure.n < FEWEST_SCORES:
            return None
        found: int = getattr(row.spread, scale).counts[level - 1]
        return found

    return Column(
        key=f"{scale}_{level}",
        heading=_(heading).format(level=level),
        kind=Kind.WHOLE,
        width=10,
        of=counted,
    )


def _points(key: str, heading: str) -> Column[_Answers]:
    def found(row: _Answers) -> float | None:
        value: float | None = getattr(row.exposure, key)
        return two_figures(value)

    return Column(key=key, heading=heading, kind=Kind.NUMBER, width=13, of=found)


def _columns() -> tuple[Column[_Answers], ...]:
    return (
        Column(key="place", heading=N_("Place"), kind=Kind.WHOLE, width=7, of=lambda r: r.position),
        Column(
            key="number", heading=N_("Risk"), width=7, of=lambda row: risk_number(row.risk.number)
        ),
        Column(key="title", heading=N_("Title"), width=34, of=lambda row: row.risk.title),
        Column(
            key="answers",
            heading=N_("Answers"),
            kind=Kind.WHOLE,
            width=9,
            of=lambda row: row.exposure.n,
        ),
        Column(
            key="cannot",
            heading=N_("Could not judge"),
            kind=Kind.WHOLE,
            width=10,
            of=lambda row: row.exposure.abstained,
        ),
        *(_count("likelihood", level) for level in range(1, 6)),
        *(_count("impact", level) for level in range(1, 6)),
        _points("q1", N_("A quarter is below, in points")),
        _points("median", N_("Middle answer, in points")),
        _points("q3", N_("A quarter is above, in points")),
        Column(
            key="state",
            heading=N_("The room was"),
            width=13,
            of=lambda row: state_word(row.spread),
        ),
    )


def answers_table(workshop: Workshop) -> Table:
    """Everybody's last word for each risk of a workshop that may be published."""
    exposures, spread = risk_exposures(workshop), spreads(workshop)
    rows = (
        _Answers(
            position=position,
            risk=workshop.risks[risk],
            exposure=exposures[risk],
            spread=spread[risk],
        )
        for position, risk in enumerate(standing_order(workshop), start=1)
    )
    return tabled("answers", _("Answers"), _columns(), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One answer; ``who`` is empty where nobody agreed to names."""

    position: int
    risk: Risk
    score: Score
    who: str


_EACH: tuple[Column[_Answer], ...] = (
    Column(key="place", heading=N_("Place"), kind=Kind.WHOLE, width=7, of=lambda row: row.position),
    Column(key="number", heading=N_("Risk"), width=7, of=lambda row: risk_number(row.risk.number)),
    Column(key="title", heading=N_("Title"), width=34, of=lambda row: row.risk.title),
    Column(
        key="round", heading=N_("Round"), kind=Kind.WHOLE, width=7, of=lambda row: row.score.round
    ),
    Column(key="who", heading=N_("Who"), width=22, of=lambda row: row.who),
    Column(
        key="likelihood",
        heading=N_("How likely, 1 to 5"),
        kind=Kind.WHOLE,
        width=11,
        of=lambda row: row.score.likelihood,
    ),
    Column(
        key="impact",
        heading=N_("How bad, 1 to 5"),
        kind=Kind.WHOLE,
        width=11,
        of=lambda row: row.score.impact,
    ),
    Column(
        key="abstain",
        heading=N_("Could not judge"),
        width=11,
        of=lambda row: _("Yes") if row.score.abstain else "",
    ),
)


def each_answer_table(workshop: Workshop) -> Table:
    """Every answer of every round, for the archive; in an order that says nothing of whose it is.

    Names stand there only where the workshop that may be published still has them.
    """
    place = {risk: at for at, risk in enumerate(standing_order(workshop), start=1)}
    rows = [
        _Answer(
            position=place[score.risk],
            risk=workshop.risks[score.risk],
            score=score,
            who=workshop.participants[score.participant].name,
        )
        for score in workshop.scores.values()
    ]
    rows.sort(key=_by_content)
    return tabled("each_answer", _("Each answer"), _EACH, rows).filled()


def _by_content(row: _Answer) -> tuple[int, int, int, int, str]:
    score = row.score
    return row.position, score.round, score.likelihood or 0, score.impact or 0, row.who
