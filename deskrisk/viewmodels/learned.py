"""What all workshops together show: what keeps coming back, how well we judge, one project's way.

Shown by the window "Over all workshops". It is about groups and never about a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.calibration import Calibration
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.series import SeriesPoint
from deskrisk.domain.themes import Theme
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.calibration import CalibrationView, judged_view
from deskrisk.viewmodels.figures import about_points, day
from deskrisk.viewmodels.rows import Row

MOST_THEMES = 200
"""Nobody reads further down a list of what keeps coming back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedView:
    """What keeps coming back, and how well the percentages of all workshops did."""

    themes: tuple[Row, ...]
    themes_words: str
    judged: CalibrationView
    judged_words: str


def learned_view(
    themes: Sequence[Theme],
    calibration: Calibration,
    titles: Mapping[RiskId, str],
    *,
    workshops: int,
    settled: int,
) -> LearnedView:
    """What all workshops together show.

    Args:
        themes: the most frequent first.
        calibration: over all outcomes.
        titles: of each judged risk.
        workshops: how many name a risk.
        settled: how many have an outcome.
    """
    return LearnedView(
        themes=tuple(_theme_row(each, workshops) for each in themes[:MOST_THEMES]),
        themes_words=_themes_words(len(themes), workshops),
        judged=judged_view(calibration, titles),
        judged_words=ngettext(
            "From the outcomes of {count} workshop.",
            "From the outcomes of {count} workshops.",
            settled,
        ).format(count=settled)
        if settled
        else "",
    )


def series_rows(points: Sequence[SeriesPoint]) -> tuple[Row, ...]:
    """A series as rows, the latest workshop first."""
    return tuple(_point_row(each) for each in reversed(points))


def _theme_row(theme: Theme, workshops: int) -> Row:
    also = dict.fromkeys(each.title for each in theme.risks if each.title != theme.title)
    return Row(
        key=theme.title,
        title=theme.title,
        soft=_("also: {titles}").format(titles="; ".join(also)) if also else "",
        note=_("{count} of {all} workshops").format(count=theme.workshops, all=workshops),
        sign=theme.category,
    )


def _themes_words(count: int, workshops: int) -> str:
    if count:
        return _("Risks that at least two workshops named, in nearly the same words.")
    if workshops < 2:
        return _("From two workshops on you see here which risks keep coming back.")
    return _("No risk was named by two workshops in nearly the same words.")


def _point_row(point: SeriesPoint) -> Row:
    promised = ngettext(
        "{kept} of {count} promise proven", "{kept} of {count} promises proven", point.promises
    ).format(kept=point.kept, count=point.promises)
    return Row(
        key=point.workshop,
        title=point.title,
        soft=", ".join((day(point.held_on), promised)),
        note=about_points(point.current) if point.inherent else "",
    )
