"""Runs something again and again and says how long the processor worked on it.

Processor time, because what other programs do meanwhile is not our affair.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

FEWEST_RUNS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Processor time of the runs of one thing, in milliseconds; ``limit`` is the most it may be.

    ``every`` holds 99 of 100 runs to the limit, not only the median. Where ``unit`` is ``"x"`` the
    runs are ratios to a floor that was measured in the same minute.
    """

    name: str
    runs: tuple[float, ...]
    limit: float | None = None
    every: bool = False
    unit: str = "ms"

    @property
    def middle(self) -> float:
        """The median of all runs."""
        return median(self.runs)

    @property
    def nearly_all(self) -> float:
        """What 99 of 100 runs do not exceed."""
        return sorted(self.runs)[min(len(self.runs) * 99 // 100, len(self.runs) - 1)]

    @property
    def too_slow(self) -> bool:
        """Is it above its limit, and not only because the machine was busy for a moment?"""
        if self.every:
            return self.limit is not None and self.nearly_all > self.limit
        quarter = quantiles(self.runs, n=4)[0]
        return self.limit is not None and self.middle > self.limit and quarter > self.limit

    def line(self) -> str:
        """One line for people."""
        mark = "TOO SLOW" if self.too_slow else ""
        limit = "" if self.limit is None else f"limit {self.limit:g}"
        return (
            f"{self.name:<44} {self.middle:8.3f} {self.unit}"
            f"  ({min(self.runs):.3f} to {max(self.runs):.3f}, p99 {self.nearly_all:.3f})"
            f"  {limit} {mark}"
        ).rstrip()


def measure(
    name: str,
    subject: Callable[[], object],
    *,
    limit: float | None = None,
    runs: int = 5 * FEWEST_RUNS,
) -> Result:
    """Run the subject, once to warm up and then to be timed, without the garbage collector."""
    subject()
    gc.collect()
    gc.disable()
    try:
        taken = []
        for _ in range(max(runs, FEWEST_RUNS)):
            start = time.process_time()
            subject()
            taken.append(1000 * (time.process_time() - start))
    finally:
        gc.enable()
    return Result(name=name, runs=tuple(taken), limit=limit)


def measure_each(
    name: str,
    act: Callable[[], object],
    back: Callable[[], object],
    *,
    limit: float | None = None,
    runs: int = 200,
) -> Result:
    """Time an act again and again; what puts everything back between two runs is not timed."""
    taken = []
    for run in range(runs + 5):
        start = time.process_time()
        act()
        spent = 1000 * (time.process_time() - start)
        back()
        if run >= 5:  # the first ones warm up
            taken.append(spent)
    return Result(name=name, runs=tuple(taken), limit=limit, every=True)
