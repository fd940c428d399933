import pytest

from deskrisk.domain import scales
from deskrisk.domain.errors import RangeError
from tests.nearly import near

TABLE = (
    (0.025, 0.075, 0.25, 0.75, 2.5),
    (0.125, 0.375, 1.25, 3.75, 12.5),
    (0.35, 1.05, 3.5, 10.5, 35),
    (0.65, 1.95, 6.5, 19.5, 65),
    (0.9, 2.7, 9, 27, 90),
)


def test_the_whole_table() -> None:
    found = [[scales.exposure(chance, impact) for impact in range(1, 6)] for chance in range(1, 6)]
    assert found == [near(list(row)) for row in TABLE]


def test_every_probability_lies_in_the_middle_of_its_band() -> None:
    bands = list(scales.LIKELIHOOD_BANDS.values())
    assert [sum(band) / 2 for band in bands] == near(list(scales.LIKELIHOOD.values()))
    assert [low for low, _ in bands[1:]] == [high for _, high in bands[:-1]]
    assert (bands[0][0], bands[-1][1]) == (0, 1)


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (6, 3), (3, 0), (3, 6), (-1, 3)])
def test_a_level_that_is_none_is_refused(likelihood: int, impact: int) -> None:
    with pytest.raises(RangeError) as caught:
        scales.exposure(likelihood, impact)
    assert caught.value.field == ("impact" if likelihood == 3 else "likelihood")
    assert caught.value.allowed == "1 to 5"


def test_an_answer_may_be_two_numbers() -> None:
    assert scales.precise_exposure(0.42, 30) == near(12.6)


@pytest.mark.parametrize(
    ("chance", "points"),
    [(0, 3), (1, 3), (-0.1, 3), (0.5, 0), (0.5, -1), (float("nan"), 3), (0.5, float("inf"))],
)
def test_numbers_out_of_range_are_refused(chance: float, points: float) -> None:
    with pytest.raises(RangeError):
        scales.precise_exposure(chance, points)


@pytest.mark.parametrize(
    ("chance", "level"),
    [(0, 1), (0.049, 1), (0.05, 2), (0.2, 3), (0.5, 4), (0.79, 4), (0.8, 5), (1, 5)],
)
def test_a_band_holds_its_lower_end(chance: float, level: int) -> None:
    assert scales.likelihood_level(chance) == level


@pytest.mark.parametrize(
    ("points", "level"),
    [(0.1, 1), (1, 1), (1.7, 1), (1.8, 2), (17, 3), (18, 4), (54, 4), (55, 5), (900, 5)],
)
def test_points_belong_to_the_nearest_level_by_ratio(points: float, level: int) -> None:
    assert scales.impact_level(points) == level


def test_a_point_in_person_days() -> None:
    assert scales.point_person_days(480) == near(4.8)
    assert scales.point_person_days(None) is None


def test_less_than_a_point_is_a_loss_too() -> None:
    assert scales.precise_exposure(0.5, 0.5) == 0.25


def test_certainty_belongs_to_the_highest_band() -> None:
    assert (scales.likelihood_level(1.0), scales.likelihood_level(0.0)) == (5, 1)
