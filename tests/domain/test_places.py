import pytest

from deskrisk.domain.places import risk_places
from deskrisk.services.samples import sample
from tests.builders import a_participant, a_risk, a_score, a_workshop


def test_the_middle_of_chance_and_of_loss_are_taken_on_logarithms() -> None:
    workshop = a_workshop(
        *(a_participant(f"p{n}") for n in range(4)),
        a_risk("r1"),
        a_score("p0", "r1", 1, 1),
        a_score("p1", "r1", 2, 3),
        a_score("p2", "r1", 3, 4),
        a_score("p3", "r1", 5, 5),
    )
    place = risk_places(workshop)["r1"]  # type: ignore[index]  # an id
    assert place.n == 4
    assert place.chance.median == pytest.approx((0.125 * 0.35) ** 0.5)
    assert place.loss.median == pytest.approx((10 * 30) ** 0.5)
    assert place.loss.q1 == pytest.approx(10 ** (0.75 * 1.0))
    assert place.chance.q1 < place.chance.median < place.chance.q3


def test_a_risk_that_nobody_scored_has_no_place() -> None:
    assert risk_places(a_workshop(a_risk("r1"))) == {}


def test_the_last_word_of_everybody_counts() -> None:
    first, now = risk_places(sample(), 1), risk_places(sample())
    assert set(first) == set(now)
    assert any(first[risk] != now[risk] for risk in now)
