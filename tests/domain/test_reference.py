import pytest

from deskrisk.domain.errors import RangeError
from deskrisk.domain.reference import cautious_share, reference_class
from tests.builders import a_risk
from tests.nearly import near


def test_the_worked_example() -> None:
    found = reference_class(a_risk(base_rate_k=4, base_rate_n=9))
    assert found is not None
    assert (found.k, found.n, found.cautious) == (4, 9, near(0.454545))


@pytest.mark.parametrize(
    ("k", "n"), [(None, None), (None, 9), (4, None), (0, 0), (5, 4), (-1, 4), (1, -1)]
)
def test_without_projects_it_is_not_shown(k: int | None, n: int | None) -> None:
    assert reference_class(a_risk(base_rate_k=k, base_rate_n=n)) is None


@pytest.mark.parametrize("k", [0, 4])
def test_nobody_or_everybody_is_an_answer_too(k: int) -> None:
    found = reference_class(a_risk(base_rate_k=k, base_rate_n=4))
    assert found is not None
    assert (found.k, found.n, found.cautious) == (k, 4, near((k + 1) / 6))


def test_nobody_and_everybody_had_it() -> None:
    assert cautious_share(0, 4) == near(1 / 6)
    assert cautious_share(4, 4) == near(5 / 6)
    assert cautious_share(0, 0) == 0.5


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, -1)])
def test_an_impossible_count_is_refused(k: int, n: int) -> None:
    with pytest.raises(RangeError):
        cautious_share(k, n)
