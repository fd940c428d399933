"""Did it happen? What the room sees of its own percentages, once enough risks are settled.

Shown at a later review. It is about the group and never about a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.calibration import FEWEST_OUTCOMES, Calibration, Forecast, calibration
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import percent

SMALL_BIAS = 0.05
"""A mean percentage this close to what happened is neither too worried nor too calm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """One settled risk: what was expected, what it rests on, and whether it happened.

    ``chance`` is what was expected as a probability.
    """

    risk: RiskId
    title: str
    expected: str
    basis: str
    happened: str
    chance: float
    occurred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BandLine:
    """All risks of one level: how many, what was said of them on average, and what happened.

    ``chance`` and ``share`` are the same two as numbers from 0 to 1.
    """

    level: int
    count: int
    said: str
    happened: str
    chance: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationView:
    """How well the percentages did.

    ``verdict`` is one or two sentences; ``brier`` is empty while there is too little to judge.
    """

    rows: tuple[OutcomeRow, ...]
    bands: tuple[BandLine, ...]
    verdict: str
    brier: str


def calibration_view(workshop: Workshop) -> CalibrationView:
    """How well the group's percentages did, over all settled risks."""
    titles = {risk: each.title for risk, each in workshop.risks.items()}
    return judged_view(calibration(workshop), titles)


def judged_view(found: Calibration, titles: Mapping[RiskId, str]) -> CalibrationView:
    """How well percentages did, those of one workshop or of many.

    Args:
        found: what was worked out.
        titles: of each settled risk.
    """
    return CalibrationView(
        rows=tuple(_row(titles[each.risk], each) for each in found.forecasts),
        bands=tuple(
            BandLine(
                level=band.level,
                count=band.n,
                said=percent(band.mean_p),
                happened=percent(band.happened),
                chance=band.mean_p,
                share=band.happened,
            )
            for band in found.bands
        ),
        verdict=_verdict(found),
        brier="" if found.brier is None else f"{found.brier:.2f}",
    )


def _row(title: str, each: Forecast) -> OutcomeRow:
    return OutcomeRow(
        risk=each.risk,
        title=title,
        expected=percent(each.in_force),
        basis=_("with all promises proven") if each.from_residual else _("as you said it"),
        happened=_("it happened") if each.occurred else _("it did not happen"),
        chance=each.in_force,
        occurred=each.occurred,
    )


def _verdict(found: Calibration) -> str:
    if found.mean_p is None or found.base_rate is None or found.bias is None:
        n = len(found.forecasts)
        return ngettext(
            "{count} risk is settled; from {fewest} on the percentages can be judged.",
            "{count} risks are settled; from {fewest} on the percentages can be judged.",
            n,
        ).format(count=n, fewest=FEWEST_OUTCOMES)
    said = _("On average you said {said}, and {happened} happened.").format(
        said=percent(found.mean_p), happened=percent(found.base_rate)
    )
    return f"{said} {_leaning(found.bias)} {_skill(found.skill)}".rstrip()


def _leaning(bias: float) -> str:
    if abs(bias) <= SMALL_BIAS:
        return _("That is close.")
    return _("You were more worried than needed.") if bias > 0 else _("It was worse than you said.")


def _skill(skill: float | None) -> str:
    if skill is None:
        return ""
    if skill > 0:
        return _("You told the likely from the unlikely better than one number for all.")
    return _("One number for all would have done as well.")
