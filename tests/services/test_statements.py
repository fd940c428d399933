"""How many statements an action sends: the same for one workshop and for many."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskrisk.domain.listing import Wish
from deskrisk.services.fears import name_fear
from deskrisk.services.library import Library
from tests.chance import a_full_workshop

TODAY = date(2026, 11, 21)
SOON = 5.0


@pytest.fixture(params=[1, 60])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        for seed in range(request.param):
            opened.add(a_full_workshop(seed, of_each=1))
        assert opened._writer.tidied(SOON)
        opened.search("warm")
        yield opened


@contextmanager
def sent(*connections: object) -> Iterator[list[str]]:
    """The statements that are sent over these connections; complete after the block."""
    found: list[str] = []
    for each in connections:
        each.set_trace_callback(found.append)  # type: ignore[attr-defined]  # the driver's
    yield found
    found[:] = [each for each in found if not each.startswith("--")]  # of SQLite to itself
    for each in connections:
        each.set_trace_callback(None)  # type: ignore[attr-defined]  # the driver's


def test_the_list_takes_one_and_the_home_page_two(library: Library) -> None:
    with sent(library._reader._raw) as statements:
        library.page(Wish(), TODAY)
        assert len(statements) == 1
        library.due(TODAY, TODAY + timedelta(days=7), 3)
        assert len(statements) == 2


def test_a_search_takes_two_one_for_the_words_and_one_for_the_sentences(library: Library) -> None:
    assert library._seeker is not None
    with sent(library._seeker._raw) as statements:
        found = library.search("fear")
    assert found.hits
    assert len(statements) == 2


def test_a_workshop_is_opened_with_at_most_six(library: Library) -> None:
    (row, *_others) = library.rows()
    with sent(library._reader._raw) as statements:
        library.open_meeting(row.id)
    assert len(statements) <= 6


def test_a_step_takes_one_statement_for_each_table_that_it_touches(library: Library) -> None:
    (row, *_others) = library.rows()
    meeting = library.open_meeting(row.id)
    name_fear(meeting, "warm")
    assert library._writer.tidied(SOON)
    with sent(library._writer._raw) as statements:
        name_fear(meeting, "a fear")
        assert library._writer.flush(SOON)
        kept = list(statements)
    kinds = [each.split("\n")[0].split("(")[0].strip() for each in kept]
    assert len(kept) == len({*kinds}) == 7, kinds  # begin, fear, seal, step, image, row, commit
