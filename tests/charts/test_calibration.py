import pytest

from deskrisk.charts.calibration import _named_ticks
from deskrisk.charts.look import look
from deskrisk.services.samples import sample
from deskrisk.viewmodels.calibration import calibration_view
from deskrisk.viewmodels.chart_words import chart_words
from tests.builders import a_workshop
from tests.charts.drawn import SIZES, assert_sound, dots, drawn, words
from tests.viewmodels.test_calibration import settled

INK, PAPER = look("light").ink, look("light").paper


@pytest.mark.parametrize("count", [1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    answers = [(n % 5 + 1, n % 3 == 0) for n in range(count)]
    assert_sound(drawn("calibration", calibration_view(settled(*answers)), name))


def test_a_ring_is_what_was_said_and_a_dot_what_happened() -> None:
    view = calibration_view(settled(*[(5, False)] * 12))
    ax = drawn("calibration", view)
    said = [x for x, _y in dots(ax, PAPER)]
    happened = [x for x, _y in dots(ax, INK)]
    assert said[-1] > happened[-1] > happened[0]  # the first of each stand in the key


def test_few_outcomes_are_listed_one_by_one() -> None:
    said = words(drawn("calibration", calibration_view(settled((4, True), (2, False)))))
    assert {"it happened", "it did not happen", "Risk r1"} <= set(said)


def test_levels_are_counted_in_words() -> None:
    assert "3 of 6 happened" in words(drawn("calibration", calibration_view(sample())))


def test_before_anything_is_settled_it_says_so() -> None:
    view = calibration_view(a_workshop())
    assert " ".join(words(drawn("calibration", view))) == view.verdict
    assert chart_words(view) == view.verdict


@pytest.mark.parametrize(
    ("width", "named"),
    [(400.0, (0.0, 0.25, 0.5, 0.75, 1.0)), (120.0, (0.0, 0.5, 1.0)), (40.0, (0.0, 1.0))],
)
def test_a_narrow_axis_names_fewer_places(width: float, named: tuple[float, ...]) -> None:
    assert tuple(_named_ticks(width, 12)) == named
