"""A workshop goes from a file into the library and out again: the same bytes."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.library import Library
from deskrisk.services.samples import sample, sample_names
from deskrisk.services.workshop_files import from_text, to_text
from tests.strategies import filled_workshop, workshops


@pytest.mark.parametrize(
    "workshop",
    [filled_workshop(), *map(sample, sample_names())],
    ids=["every field", *sample_names()],
)
def test_the_file_of_a_reopened_workshop_is_the_file_it_came_from(
    tmp_path: Path, workshop: Workshop
) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(from_text(to_text(workshop)))
    with Library.open(path) as library:
        assert to_text(library.workshop(workshop.id)) == to_text(workshop)


def test_whatever_can_be_read_can_be_stored(tmp_path: Path) -> None:
    numbers = itertools.count()
    with Library.open(tmp_path / "library.db") as library:

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
        @given(workshops())
        def store(workshop: Workshop) -> None:
            named = replace(workshop, id=WorkshopId(f"w{next(numbers)}"))
            library.add(from_text(to_text(named)))
            assert to_text(library.workshop(named.id)) == to_text(named)

        store()
