from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.register_values import (
    Cell,
    Scale,
    day_first,
    day_of,
    decision_in,
    level_of,
    names_in,
    scale_of,
    shown,
    status_in,
)

FIVE = Scale.LEVELS_5


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("Very Low", 1),
        ("rare", 1),
        ("L", 2),
        ("Medium", 3),
        ("m", 3),
        ("HIGH", 4),
        ("very-high", 5),
        ("Almost certain", 5),
        ("4 - Likely", 4),
        ("(2) Minor", 2),
        ("High (4)", 4),
        ("3", 3),
        (4, 4),
        (2.0, 2),
        (2.5, None),
        (0, None),
        (6, None),
        ("TBD", None),
        ("", None),
        (None, None),
        (True, None),
        ("between 2 and 4", None),
        ("4 weeks", None),
        (date(2025, 1, 1), None),
        (float("nan"), None),
    ],
)
def test_a_rating_of_five_levels(cell: Cell, level: int | None) -> None:
    assert level_of(cell, FIVE, likelihood=True) == level
    assert level_of(cell, FIVE, likelihood=False) == level


@pytest.mark.parametrize(
    ("cells", "head", "scale"),
    [
        ((1, 4, 3), "Impact", FIVE),
        (("1", "3"), "Impact (1-3)", Scale.LEVELS_3),
        ((1, 4), "Likelihood 1 to 4", Scale.LEVELS_4),
        ((7, 2), "Impact", Scale.LEVELS_10),
        ((80, 5), "Probability", Scale.PERCENT),
        ((3, 5), "Probability in %", Scale.PERCENT),
        (("60%", 3), "", Scale.PERCENT),
        ((0.6, 0.1), "", Scale.SHARE),
        (("High", "Low"), "", FIVE),
        ((), "", FIVE),
    ],
)
def test_how_a_column_counts(cells: tuple[Cell, ...], head: str, scale: Scale) -> None:
    assert scale_of(cells, head) is scale


@pytest.mark.parametrize(
    ("cell", "scale", "likelihood", "level"),
    [
        (1, Scale.LEVELS_3, True, 2),
        (3, Scale.LEVELS_3, True, 4),
        (2, Scale.LEVELS_4, True, 2),
        (3, Scale.LEVELS_4, True, 4),
        (7, Scale.LEVELS_10, True, 4),
        ("60%", Scale.PERCENT, True, 4),
        ("60 %", Scale.PERCENT, True, 4),
        ("4,5 %", Scale.PERCENT, True, 1),
        ("20-50%", Scale.PERCENT, True, 3),
        ("20 \N{EN DASH} 50 %", FIVE, True, 3),
        (0.6, Scale.PERCENT, True, 4),
        (60, Scale.PERCENT, True, 4),
        (0.95, Scale.SHARE, True, 5),
        ("10%", Scale.PERCENT, False, 3),
        ("0%", Scale.PERCENT, False, 1),
        ("130%", Scale.PERCENT, True, None),
        ("High", Scale.PERCENT, True, 4),
    ],
)
def test_other_scales(cell: Cell, scale: Scale, likelihood: bool, level: int | None) -> None:  # noqa: FBT001
    assert level_of(cell, scale, likelihood=likelihood) == level


@given(
    st.one_of(st.text(max_size=20), st.integers(), st.floats(), st.none()), st.sampled_from(Scale)
)
def test_any_cell_is_a_level_or_none(cell: Cell, scale: Scale) -> None:
    assert level_of(cell, scale, likelihood=True) in (None, 1, 2, 3, 4, 5)


APRIL = date(2025, 4, 3)


@pytest.mark.parametrize(
    "cell",
    [
        APRIL,
        datetime(2025, 4, 3, 9, 30),  # noqa: DTZ001
        "2025-04-03",
        "2025-04-03T09:30:00Z",
        "2025/4/3",
        "03/04/2025",
        "3.4.25",
        "3 April 2025",
        "3rd Apr 2025",
        "03-Apr-25",
        "3/Apr/25",
        "April 3, 2025",
        "Apr 3 2025",
    ],
)
def test_days_as_people_write_them(cell: Cell) -> None:
    assert day_of(cell, first_day=True) == APRIL


@pytest.mark.parametrize("cell", ["Q3 2025", "31/02/2025", "soon", "", None, 45750, "3 Foo 2025"])
def test_what_is_no_day(cell: Cell) -> None:
    assert day_of(cell, first_day=True) is None


def test_the_column_tells_whether_the_day_or_the_month_comes_first() -> None:
    assert day_first(["03/04/2025", "13/04/2025"]) is True
    assert day_first(["03/04/2025", "04/13/2025"]) is False
    assert day_first(["03.04.2025"]) is True
    assert day_first(["03/04/2025", "2025-04-13"]) is None
    assert day_of("04/03/2025", first_day=False) == APRIL


def test_people_in_a_cell() -> None:
    assert names_in("Ann Lee; Bo  Ek / Cy & Ann Lee") == ("Ann Lee", "Bo Ek", "Cy")
    assert names_in("Doe, Jane") == ("Doe, Jane",)
    assert names_in(None) == ()


def test_decisions_and_states() -> None:
    assert decision_in("Accepted") is Decision.ACCEPT
    assert decision_in("transfer") is Decision.MITIGATE
    assert decision_in("whatever") is None
    assert status_in("In Progress") is MitigationStatus.IN_PROGRESS
    assert status_in("Done") is MitigationStatus.DONE_UNVERIFIED
    assert MitigationStatus.VERIFIED not in {status_in(word) for word in ("Verified", "Closed")}


def test_cells_as_text() -> None:
    assert shown(datetime(2025, 4, 3)) == "2025-04-03"  # noqa: DTZ001
    assert shown(datetime(2025, 4, 3, 9, 30)) == "2025-04-03 09:30:00"  # noqa: DTZ001
    assert (shown(20.0), shown(0.5), shown(None), shown("  a ")) == ("20", "0.5", "", "a")
