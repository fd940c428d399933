"""A library of many workshops, made in bulk: ``python3 dev.py library --workshops N PATH``."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from bench.workshops import workshops
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.domain.summary import summary_of
from deskrisk.storage import opening, search
from deskrisk.storage.driver import Connection, connect
from deskrisk.storage.rows import columns, to_json, to_row
from deskrisk.storage.seal import seal_of

AT_ONCE = 200
CACHE = Path("build") / "bench"


def cached_library(count: int) -> Path:
    """A library of so many workshops, made once and kept for the next time."""
    path = CACHE / f"library-{count}.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".making")
        for each in making.parent.glob(f"{making.name}*"):
            each.unlink()
        print(f"Making a library of {count} workshops, once ...", flush=True)
        make_library(making, count)
        making.replace(path)
    return path


def make_library(
    path: Path, count: int, *, seed: int = 1, told: Callable[[int], object] = lambda _done: None
) -> None:
    """Make a library file with so many workshops, ready for the list and the search.

    Args:
        path: where; nothing is there yet.
        count: how many workshops.
        seed: another one gives others.
        told: hears how many are done.
    """
    opening.create(path)
    raw = connect(path, writing=True)
    try:
        raw.execute("PRAGMA synchronous = OFF")  # a half-made library is made anew
        raw.execute("PRAGMA foreign_keys = OFF")
        made, done = workshops(count, seed=seed), 0
        while batch := list(islice(made, AT_ONCE)):
            _insert(raw, batch, done)
            done += len(batch)
            told(done)
        while search.catch_up(raw):
            continue
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def _insert(raw: Connection, batch: list[Workshop], done: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(_card_statement(), [_card(each, done + at) for at, each in enumerate(batch, 1)])
    for part in (*HEADS, *PARTS):
        rows = [row for each in batch for row in _rows(each, part)]
        raw.executemany(_statement(part), rows)
    raw.execute("COMMIT")


def _rows(workshop: Workshop, part: str) -> Iterator[list[Any]]:
    held = [getattr(workshop, part)] if part in HEADS else mapping(workshop, part).values()
    for value in held:
        yield [workshop.id, *to_row(part, value).values()]


@cache
def _statement(part: str) -> str:
    names = ", ".join(["workshop_id", *(f'"{each.name}"' for each in columns(part))])
    marks = ", ".join("?" * (len(columns(part)) + 1))
    return f'INSERT INTO "{part}" ({names}) VALUES ({marks})'  # noqa: S608  our own names


def _card(workshop: Workshop, place: int) -> list[Any]:
    brief, summary = workshop.brief, summary_of(workshop)
    due = summary.next_date
    return [
        workshop.id,
        place,
        f"{brief.held_on}T12:00Z",
        brief.title,
        brief.project,
        brief.held_on.isoformat(),
        summary.stage.value,
        summary.first_risk,
        summary.first_risk_category,
        summary.first_risk_place,
        summary.promises_kept,
        summary.promises,
        None if due is None else due.isoformat(),
        to_json(summary.due),
        seal_of(workshop),
        "open",
        None,
    ]


def _card_statement() -> str:
    return f"INSERT INTO workshop VALUES ({', '.join('?' * 17)})"  # noqa: S608  only marks


def main(given: list[str]) -> int:
    """Make one, and say how long it took."""
    parser = argparse.ArgumentParser(prog="bench.made_library")
    parser.add_argument("--workshops", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("path", type=Path)
    wanted = parser.parse_args(given)
    if wanted.path.exists():
        print(f"There is something at {wanted.path} already.")
        return 1
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    make_library(
        wanted.path,
        wanted.workshops,
        seed=wanted.seed,
        told=lambda done: print(f"\r{done} of {wanted.workshops}", end="", flush=True),
    )
    size = wanted.path.stat().st_size / 2**20
    print(f"\n{wanted.path}: {size:.0f} MB in {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
