"""``python -m bench [NAME ...]``: measure, print, write JSON; 1 if anything is too slow."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from bench import aggregates, agreement, charts, hints, library, palette, recast, wall
from bench.clock import Result

BENCHES: Mapping[str, Callable[[], Iterator[Result]]] = {
    "aggregates": aggregates.results,
    "agreement": agreement.results,
    "charts": charts.results,
    "hints": hints.results,
    "library": library.results,
    "palette": palette.results,
    "recast": recast.results,
    "wall": wall.results,
}

REPORT = Path("build") / "bench.json"


def main(names: list[str]) -> int:
    """Measure the named things, or all."""
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        print("Please unset PYTHONDONTWRITEBYTECODE: starts would be measured without byte code.")
        return 2
    unknown = set(names) - set(BENCHES)
    if unknown:
        print(f"There is no {', '.join(sorted(unknown))}; there is {', '.join(BENCHES)}.")
        return 2
    found: list[Result] = []
    for name in names or BENCHES:
        for result in BENCHES[name]():
            print(result.line(), flush=True)
            found.append(result)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([asdict(each) for each in found], indent=1), encoding="utf-8")
    return int(any(each.too_slow for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
