"""What the agreement as a PDF takes, beside the same strokes and strings on a bare canvas."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from statistics import median

from bench.bare_pages import bare_document, drawings_of
from bench.clock import Result
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import removed
from deskrisk.reports.styles import PAGE
from deskrisk.services.samples import sample

CREATED = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)
PAGES, RISKS = 6, 2
MOST_TIMES = 2.0
"""The agreement takes at most so many times the bare canvas."""

FIRST_LIMIT = 1000.0
"""Milliseconds of the first agreement of a run, with everything that has to be loaded."""

_FIRST = (
    "import time; start = time.process_time();"
    "from datetime import UTC, datetime;"
    "from deskrisk.reports.agreement import pdf_bytes;"
    "from deskrisk.services.samples import sample;"
    "pdf_bytes(sample(), created=datetime(2025, 3, 11, tzinfo=UTC));"
    "print(1000 * (time.process_time() - start))"
)


def results() -> Iterator[Result]:
    """The first one of a run, then six pages and all pages, each beside a bare canvas."""
    yield Result(name="agreement: first of a run", runs=_firsts(5), limit=FIRST_LIMIT)
    # The first one is measured in processes of their own; here all of it is loaded.
    from deskrisk.reports.agreement import pdf_bytes  # noqa: PLC0415

    for name, workshop in ((f"{PAGES} pages", six_pages()), ("whole sample", sample())):
        yield from _beside(name, partial(pdf_bytes, workshop, created=CREATED))


def _firsts(runs: int) -> tuple[float, ...]:
    """Milliseconds in processes of their own, without what the start of Python takes."""
    return tuple(
        float(
            subprocess.run(
                [sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(runs)
    )


def _beside(name: str, ours: Callable[[], bytes]) -> Iterator[Result]:
    """Both in turn, because a machine is not equally quick all the time."""
    pages = drawings_of(ours())
    size = (PAGE.width, PAGE.height)

    plain, made = measure_both(lambda: bare_document(pages, size), ours)
    times = median(b / a for a, b in zip(plain, made, strict=True))
    limit = MOST_TIMES * median(plain)
    yield Result(name=f"agreement: bare canvas, {name}", runs=plain)
    yield Result(name=f"agreement: {name}, {times:.2f} times that", runs=made, limit=limit)


def measure_both(
    one: Callable[[], object], other: Callable[[], object], runs: int = 25
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Milliseconds of processor time of two things, run in turn."""
    found: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 2):
        for subject, taken in zip((one, other), found, strict=True):
            gc.collect()
            gc.disable()
            start = time.process_time()
            subject()
            spent = 1000 * (time.process_time() - start)
            gc.enable()
            if run >= 2:  # the first ones warm up
                taken.append(spent)
    return tuple(found[0]), tuple(found[1])


def six_pages() -> Workshop:
    """The sample on the day of its meeting, with its first risks alone, and without groups."""
    held = sample()
    planned = {
        id_: replace(each, status=MitigationStatus.PLANNED)
        for id_, each in held.mitigations.items()
    }
    workshop = replace(
        held, reviews={}, review_entries={}, outcomes={}, discussion_notes={}, mitigations=planned
    )
    brief = replace(workshop.brief, focus_count=2, anonymity=Anonymity.ANONYMOUS)
    workshop = replace(workshop, brief=brief)
    for risk in standing_order(workshop)[RISKS:]:
        workshop = removed(workshop, Risk, risk)
    return workshop
