"""The library with 10,000 workshops: start, list, opening, search, and statements sent."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench import starts
from bench.clock import Result
from bench.made_library import cached_library
from deskrisk.domain.library import LibraryRow
from deskrisk.domain.listing import Wish
from deskrisk.domain.search import words_of
from deskrisk.services.library import Library
from deskrisk.storage import home, search
from deskrisk.storage.driver import connect

MANY, FEW = 10_000, 100
TODAY = date(2026, 11, 21)
RUNS = 45
FRAME = 1000 / 60
TYPED = ("sup", "supplier interface", "priya", "kenji tan ledger", "blamed", "zebra")
_RAW_LIST = "SELECT * FROM workshop WHERE shelf = 'open' ORDER BY touched DESC LIMIT 51"


def results() -> Iterator[Result]:
    """Everything about the library, each beside its floor of the same minute."""
    many, few = cached_library(MANY), cached_library(FEW)
    yield from starts.results(many)
    yield from _lists(many, few)
    yield from _opening(many)
    yield from _searches(many)
    yield _frames(many)


def _lists(many: Path, few: Path) -> Iterator[Result]:
    """R8: the newest fifty, as rows that a view can show."""
    large, small = connect(many, writing=False), connect(few, writing=False)
    subject = lambda: home.page(large, Wish(), TODAY)  # noqa: E731  measured three times
    floor = lambda: large.execute(_RAW_LIST).fetchall()  # noqa: E731
    before = lambda: home.page(small, Wish(), TODAY)  # noqa: E731
    taken = _runs(subject)
    yield Result(name="R8 newest 50 of 10,000", runs=taken, limit=0.5)
    yield _ratio("R8 newest 50 / raw rows", subject, floor, 5.0)
    yield _ratio("R8 newest 50, 10,000 / 100 workshops", subject, before, 1.2)
    large.close()
    small.close()


def _opening(many: Path) -> Iterator[Result]:
    """R9: one whole workshop as a value, against its bare rows."""
    with Library.open(many) as library:
        full = _full_one(library)
        raw = connect(many, writing=False)
        statement = _everything()
        subject = lambda: library.workshop(full.id)  # noqa: E731
        floor = lambda: raw.execute(statement, {"of": full.id}).fetchall()  # noqa: E731
        yield Result(name="R9 one workshop whole", runs=_runs(subject), limit=30)
        yield _ratio("R9 one workshop whole / raw rows", subject, floor, 4.0)
        raw.close()


def _searches(many: Path) -> Iterator[Result]:
    """R10: hits in their sentences, against the bare ranked query of the index."""
    raw = connect(many, writing=False)
    for typed in TYPED:
        statement, values = search._statement(words_of(typed), Wish())  # noqa: SLF001  the floor
        subject = lambda typed=typed: search.find(raw, typed, Wish())  # noqa: E731
        floor = lambda s=statement, v=values: raw.execute(s, (*v, 0)).fetchall()  # noqa: E731
        yield Result(name=f"R10 search {typed!r}", runs=_runs(subject), limit=60)
        yield _ratio(f"R10 search {typed!r} / raw index", subject, floor, None)
    raw.close()


def _frames(many: Path) -> Result:
    """R10: how long the window's thread works for a frame while somebody types."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # noqa: PLC0415  Qt is loaded only where it is measured
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  see above

    from deskrisk.gui.program import Program  # noqa: PLC0415  see above
    from deskrisk.gui.theme import apply_theme, named_theme  # noqa: PLC0415  see above
    from deskrisk.settings import Settings  # noqa: PLC0415  see above

    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    apply_theme(app, named_theme("light"))
    program = Program(app, Library.open(many), Settings(geometry=(0, 0, 1280, 800)))
    program.start()
    _turn(app, 1.0)
    gaps: list[float] = []
    for letter in "supplier interface priya ":
        start = time.thread_time()
        QTest.keyClicks(program.home.bar.field, letter)
        app.processEvents()
        gaps.append(1000 * (time.thread_time() - start))
        gaps += _turn(app, 0.12)
    program.leave()
    return Result(name="R10 frames while typing", runs=tuple(gaps), limit=FRAME, every=True)


def _turn(app: Any, seconds: float) -> list[float]:
    """Let events come for a while; how long the window's thread worked at each turn, in ms."""
    gaps, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.thread_time()
        app.processEvents()
        gaps.append(1000 * (time.thread_time() - start))
        time.sleep(0.001)
    return gaps


def _runs(subject: Callable[[], object], count: int = RUNS) -> tuple[float, ...]:
    subject()
    taken = []
    for _run in range(count):
        start = time.process_time()
        subject()
        taken.append(1000 * (time.process_time() - start))
    return tuple(taken)


def _ratio(
    name: str, subject: Callable[[], object], floor: Callable[[], object], limit: float | None
) -> Result:
    """Subject to floor, in turn, pair by pair."""
    pairs = [(_runs(subject, 3), _runs(floor, 3)) for _pair in range(RUNS // 3)]
    ratios = tuple(min(ours) / min(theirs) for ours, theirs in pairs)
    return Result(name=name, runs=ratios, limit=limit, unit="x")


def _full_one(library: Library) -> LibraryRow:
    return next(row for row in library.rows(200) if row.promises)


def _everything() -> str:
    from deskrisk.storage import reading  # noqa: PLC0415  needs SQLAlchemy

    statement: str = reading._everything()  # noqa: SLF001  the floor is the same question
    return statement
