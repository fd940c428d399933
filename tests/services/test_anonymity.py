"""Nothing that is kept names an author to somebody who knows who had the laptop when."""

import json
import logging
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import FearId, WorkshopId
from deskrisk.services.booth import open_box, seal_slip
from deskrisk.services.fears import name_fear, name_fears
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.services.workshop_files import to_text
from deskrisk.viewmodels.guide import guide_view
from deskrisk.viewmodels.name import name_view
from tests.builders import a_workshop
from tests.observer import Evening, an_evening, named_rightly, traces_in_bytes

RUNS = 50
MOST = 1.2
"""How much better than chance the observer may be (proof of the anonymity of the method)."""
MOMENT = datetime(2025, 3, 11, 14, 0, tzinfo=UTC)

Write = Callable[[Meeting, Evening], object]


def in_the_booth(meeting: Meeting, evening: Evening) -> None:
    for slip in evening.slips:
        seal_slip(meeting, slip)
    open_box(meeting)


def one_by_one(meeting: Meeting, evening: Evening) -> None:
    for slip in evening.slips:
        name_fear(meeting, slip)


def as_a_list(meeting: Meeting, evening: Evening) -> None:
    name_fears(meeting, "\n".join(evening.slips))


def kept(
    folder: Path, evening: Evening, write: Write, chance: random.Random
) -> Iterator[tuple[str, list[str]]]:
    """Everything that the program keeps of an evening and that has an order."""
    path = folder / "library.db"
    with Library.open(path) as library:
        meeting = library.create("Round")
        meeting.new_id = lambda: f"{chance.randrange(16**32):032x}"
        write(meeting, evening)
        assert library.flush(10)
        for file in folder.iterdir():
            yield from traces_in_bytes(evening, f"open {file.suffix}", file.read_bytes())
        workshop = meeting.workshop
    for file in sorted(folder.iterdir()):
        yield from traces_in_bytes(evening, f"closed {file.suffix}", file.read_bytes())
    with closing(dbapi2.connect(str(path))) as rows:
        yield "rows", [text for (text,) in rows.execute("SELECT text FROM fears")]
        images = rows.execute("SELECT after FROM step_change ORDER BY number, place")
        found = [json.loads(image).get("text") for (image,) in images]
        yield "journal", [text for text in found if text in evening.authors]
    yield "memory", [fear.text for fear in workshop.fears.values()]
    yield "screen", [slip.text for pile in name_view(workshop).piles for slip in pile.slips]
    yield from traces_in_bytes(evening, "workshop file", to_text(workshop).encode())


def success(tmp_path: Path, write: Write, runs: int) -> tuple[Counter[str], float]:
    """How often the observer names rightly, over many evenings, by trace; and how often blindly."""
    chance = random.Random(20250311)  # noqa: S311  the same evenings every time
    rightly: Counter[str] = Counter()
    blindly = 0.0
    for run in range(runs):
        folder = tmp_path / str(run)
        folder.mkdir()
        evening = an_evening(chance)
        blindly += evening.chance
        for name, order in kept(folder, evening, write, chance):
            assert sorted(order) == sorted(evening.slips), name
            rightly[name] += named_rightly(evening, order)
    return rightly, blindly


def test_no_trace_names_an_author_better_than_chance(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        rightly, blindly = success(tmp_path, in_the_booth, RUNS)
    assert "fear-" not in caplog.text
    assert {"rows", "journal", "memory", "screen", "workshop file, first"} <= set(rightly)
    assert {"open .db-wal, last", "closed .db, first"} <= set(rightly)
    assert {name: found for name, found in rightly.items() if found > MOST * blindly} == {}


def test_a_pasted_list_keeps_no_order_either(tmp_path: Path) -> None:
    rightly, blindly = success(tmp_path, as_a_list, RUNS)
    assert {name: found for name, found in rightly.items() if found > MOST * blindly} == {}


def test_the_observer_is_no_fool(tmp_path: Path) -> None:
    rightly, blindly = success(tmp_path, one_by_one, 5)
    assert max(rightly.values()) > 5 * blindly  # slips that are stored as they come are betrayed


def test_the_same_slips_in_another_order_leave_the_very_same_bytes(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  the same evening every time
    evening = an_evening(chance)
    ids = {slip: f"{chance.randrange(16**32):032x}" for slip in evening.slips}
    first, second = (
        _all_bytes(tmp_path / name, slips, ids)
        for name, slips in (("a", evening.slips), ("b", evening.slips[::-1]))
    )
    assert first == second


def _all_bytes(folder: Path, slips: tuple[str, ...], ids: dict[str, str]) -> dict[str, bytes]:
    from deskrisk.reports.agreement import pdf_bytes  # noqa: PLC0415  a second to load

    folder.mkdir()
    with Library.open(folder / "library.db") as library:
        library.add(replace(a_workshop(), id=WorkshopId("w")))
        meeting = library.open_meeting(WorkshopId("w"))
        for slip in slips:
            meeting.new_id = lambda slip=slip: ids[slip]  # type: ignore[misc]  # bound at once
            seal_slip(meeting, slip)
        meeting.new_id = lambda: "step"
        meeting._now = lambda: MOMENT  # the minute of the end
        open_box(meeting)
        meeting.step(
            "fear.hold",
            lambda w: replace(
                w, fears={key: replace(each, released=True) for key, each in w.fears.items()}
            ),
        )
        assert library.flush(10)
        workshop = meeting.workshop
        names = sorted(file.name for file in folder.iterdir())
    assert not any("box" in name for name in names)
    with closing(dbapi2.connect(str(folder / "library.db"))) as rows:
        images = str(rows.execute("SELECT * FROM step_change ORDER BY number, place").fetchall())
        fears = str(rows.execute("SELECT * FROM fears").fetchall())
    return {
        "file": to_text(workshop).encode(),
        "document": pdf_bytes(workshop, created=MOMENT),
        "journal": images.encode(),
        "rows": fears.encode(),
        "guide": repr(guide_view(workshop, Stage.NAME)).encode(),
        "order": repr(tuple(map(FearId, workshop.fears))).encode(),
    }
