"""What all workshops of a library show together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskrisk.domain.calibration import calibration
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.series import series
from deskrisk.services.learning import learned, projects, series_of
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from tests.builders import a_risk, a_workshop


class Going:
    """Counts what is reported, and stops after so many."""

    def __init__(self, most: int = 1000) -> None:
        self.shares: list[float] = []
        self._most = most

    @property
    def cancelled(self) -> bool:
        return len(self.shares) >= self._most

    def report(self, share: float) -> None:
        self.shares.append(share)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two workshops about one project, one about another, and the sample twice."""
    with Library.open(tmp_path / "library.db") as found:
        found.add(a_workshop(a_risk("r1", title="Review cannot keep up"), id="a", project="Shop"))
        later = {"held_on": date(2025, 5, 1), "horizon": date(2025, 9, 1)}
        found.add(
            a_workshop(
                a_risk("r1", title="Reviews can't keep up"), id="b", project="shop ", **later
            )
        )
        found.add(a_workshop(a_risk("r1", title="Orders are lost"), id="c", project="Ward"))
        found.add(sample())
        found.add(replace(sample(), id=WorkshopId("again")))
        yield found


def test_all_outcomes_are_judged_together(library: Library) -> None:
    going = Going()
    found = learned(library, going)
    assert found is not None
    one = calibration(sample())
    assert len(found.calibration.forecasts) == 2 * len(one.forecasts)
    assert found.calibration.brier == pytest.approx(one.brier)
    assert (found.settled, found.workshops) == (2, 5)
    assert going.shares == [0.0, 0.5]


def test_what_keeps_coming_back_is_counted_by_workshop(library: Library) -> None:
    found = learned(library, Going())
    assert found is not None
    counts = {each.title: each.workshops for each in found.themes}
    assert counts["Review cannot keep up"] == 4  # the sample has it too
    assert "Orders are lost" not in counts


def test_nobody_wants_it_any_more(library: Library) -> None:
    assert learned(library, Going(most=1)) is None


def test_a_project_is_a_series_from_two_workshops_on(library: Library) -> None:
    found = projects(library)
    assert [(each.name, len(each.workshops)) for each in found] == [
        (sample().brief.project, 2),
        ("shop ", 2),
    ]
    points = series_of(library, found[1])
    assert [each.workshop for each in points] == ["a", "b"]
    assert points == series([library.workshop(each) for each in found[1].workshops])


def test_an_empty_library_teaches_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.db") as library:
        found = learned(library, Going())
    assert found is not None
    assert (found.themes, found.projects, found.settled) == ((), (), 0)
    assert not found.calibration.enough
