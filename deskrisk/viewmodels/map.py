"""Chance and loss of every risk on one map, with the middle half of the room around it."""

from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL, risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.places import Middle, risk_places
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import about_points, count_word, percent, points, whole_or_short
from deskrisk.viewmodels.movement import FEWEST
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign

_CHANCES = (0.05, 0.2, 0.5, 0.8)
_LOSSES = (1.0, 3.0, 10.0, 30.0, 100.0)
_EQUAL = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A risk: its middle chance (0 to 1) and loss (points), with the ends of the middle half.

    ``focus`` says that it gets a response. ``expected`` is its expected loss in words.
    """

    risk: RiskId
    number: int
    title: str
    sign: str
    focus: bool
    chance: Middle
    loss: Middle
    expected: str

    def words(self) -> str:
        """All of it in one sentence."""
        return _(
            "{title}: chance about {chance}, middle half {chance_low} to {chance_high}; loss about "
            "{loss} points, middle half {loss_low} to {loss_high}; expected loss {expected}."
        ).format(
            title=self.title,
            chance=percent(self.chance.median),
            chance_low=percent(self.chance.q1),
            chance_high=percent(self.chance.q3),
            loss=points(self.loss.median),
            loss_low=points(self.loss.q1),
            loss_high=points(self.loss.q3),
            expected=self.expected,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The risks in the order that holds, those with too few answers left out.

    ``chances``, ``losses`` and ``equal`` are values with their labels: for the two axes, and for
    the lines on which the expected loss is the same. ``note`` says what is not shown.
    """

    rows: tuple[MapRow, ...]
    chances: tuple[tuple[float, str], ...]
    losses: tuple[tuple[float, str], ...]
    equal: tuple[tuple[float, str], ...]
    note: str


def map_view(workshop: Workshop, round_: int = FINAL) -> MapView:
    """Where every risk stands.

    Args:
        workshop: with what the reader may see.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word.
    """
    places = risk_places(workshop, round_)
    exposures = risk_exposures(workshop, round_)
    order = standing_order(workshop)
    rows = tuple(
        MapRow(
            risk=risk,
            number=workshop.risks[risk].number,
            title=title_of(workshop.risks[risk]),
            sign=category_sign(workshop, workshop.risks[risk].category),
            focus=position <= workshop.brief.focus_count,
            chance=places[risk].chance,
            loss=places[risk].loss,
            expected=about_points(exposures[risk].median),
        )
        for position, risk in enumerate(order, start=1)
        if risk in places and places[risk].n >= FEWEST
    )
    return MapView(
        rows=rows,
        chances=tuple((chance, percent(chance)) for chance in _CHANCES),
        losses=tuple((loss, whole_or_short(loss)) for loss in _LOSSES),
        equal=tuple((value, _equal(value)) for value in _EQUAL),
        note=_note(len(order) - len(rows)),
    )


def map_line(view: MapView) -> str:
    """How to read the map, in one or two sentences."""
    if not view.rows:
        return view.note or _("Nothing to show yet.")
    said = _(
        "A sign stands at the middle answers, its cross spans the middle half of the room. Along a "
        "slanting line the expected loss is the same."
    )
    return f"{said} {view.note}".rstrip()


def _equal(value: float) -> str:
    if value == 1:
        return _("1 point")
    return _("{points} points").format(points=whole_or_short(value))


def _note(missing: int) -> str:
    if not missing:
        return ""
    said = ngettext(
        "Not shown, because it has too few answers: {count} risk.",
        "Not shown, because they have too few answers: {count} risks.",
        missing,
    )
    return said.format(count=count_word(missing))
