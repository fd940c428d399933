"""Takes pictures of every chart: ``python3 dev.py charts [WORD ...]``.

Each chart with 3, 12 and 40 risks, with ties, with one person and with long titles; light, dark,
without colour, on paper and on the wall. Written to ``pictures/charts`` with one sheet a chart.
Words choose among the charts.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402  after the path is set

from deskrisk.charts.canvas import drawn_pixels  # noqa: E402
from deskrisk.charts.heights import wished_height  # noqa: E402
from deskrisk.charts.look import look  # noqa: E402
from deskrisk.domain.model.ids import MitigationId, RiskId  # noqa: E402
from deskrisk.domain.model.reviews import Occurred, Outcome  # noqa: E402
from deskrisk.domain.model.workshop import Workshop  # noqa: E402
from deskrisk.domain.series import series  # noqa: E402
from deskrisk.services.samples import sample  # noqa: E402
from deskrisk.viewmodels.calibration import calibration_view  # noqa: E402
from deskrisk.viewmodels.hedging import hedging_view  # noqa: E402
from deskrisk.viewmodels.map import map_view  # noqa: E402
from deskrisk.viewmodels.movement import movement_view  # noqa: E402
from deskrisk.viewmodels.portfolio import portfolio_view  # noqa: E402
from deskrisk.viewmodels.promise_dates import promise_dates_view  # noqa: E402
from deskrisk.viewmodels.readings import readings_view  # noqa: E402
from deskrisk.viewmodels.spread import spread_view  # noqa: E402
from deskrisk.viewmodels.trend import trend_view  # noqa: E402
from tests.charts.crowds import LONG, crowd  # noqa: E402

FOLDER = ROOT / "pictures" / "charts"
EDGE = 24
WIDTHS = {"print": 499, "light": 760, "dark": 760, "wall-light": 1728, "wall-dark": 1728}
WALL_HEIGHT = 690
COLUMNS = ("light", "dark", "grey", "print", "wall-light", "wall-dark")
"""The looks; grey is the light one without its colours."""


def situations() -> Mapping[str, Workshop]:
    """Workshops that are hard to draw, by what is hard about them."""
    return {
        "sample": sample(),
        "ward": sample("hospital-ward"),
        "three": promised(crowd(3)),
        "forty": promised(crowd(40)),
        "ties": promised(crowd(12, tied=True)),
        "one_person": promised(crowd(12, people=1)),
        "long": promised(crowd(12, long=True)),
        "forty_long": promised(crowd(40, long=True)),
    }


def promised(workshop: Workshop) -> Workshop:
    """The crowd with promises, responses and outcomes taken from the sample in turn."""
    model = sample()
    answers, promises = list(model.responses.values()), list(model.mitigations.values())
    risks = list(workshop.risks)
    found = {}
    for number, risk in enumerate(risks):
        each = promises[number % len(promises)]
        id_ = MitigationId(f"promise-{number}")
        title = LONG + each.title if workshop.risks[risk].title.startswith(LONG) else each.title
        found[id_] = replace(each, id=id_, title=title, risks=(risk,), position=number)
    return replace(
        workshop,
        groups=long_groups(workshop)
        if workshop.risks[risks[0]].title.startswith(LONG)
        else workshop.groups,
        mitigations=found,
        responses={
            risk: replace(answers[number % len(answers)], risk=risk)
            for number, risk in enumerate(risks)
            if number % 3
        },
        outcomes={risk: outcome(model, risk, number) for number, risk in enumerate(risks)},
    )


def long_groups(workshop: Workshop) -> Mapping[Any, Any]:
    """Its groups with very long names."""
    return {key: replace(each, name=LONG + each.name) for key, each in workshop.groups.items()}


def outcome(model: Workshop, risk: RiskId, number: int) -> Outcome:
    """Every third risk has happened."""
    occurred = Occurred.YES if number % 3 == 0 else Occurred.NO
    return Outcome(risk=risk, occurred=occurred, resolved_on=model.brief.horizon)


def views(workshop: Workshop, name: str) -> Mapping[str, Callable[[], Any]]:
    """Every chart of a workshop, made when it is drawn."""
    count = {"three": 3, "forty": 40}.get(name, 5)
    last = workshop.brief.held_on + timedelta(days=45)
    return {
        "spread": lambda: spread_view(workshop),
        "strip": lambda: spread_view(workshop),
        "gaps": lambda: readings_view(workshop),
        "hedging": lambda: hedging_view(workshop),
        "map": lambda: map_view(workshop),
        "movement": lambda: movement_view(workshop, next(iter(workshop.risks))),
        "portfolio": lambda: portfolio_view(workshop),
        "timeline": lambda: promise_dates_view(workshop, last),
        "calibration": lambda: calibration_view(workshop),
        "trend": lambda: trend_view(series(later(workshop, n) for n in range(count))),
    }


def later(workshop: Workshop, number: int) -> Workshop:
    """The same workshop some months later, with fewer risks each time."""
    held_on = workshop.brief.held_on + timedelta(days=91 * number)
    kept = dict(list(workshop.risks.items())[: max(len(workshop.risks) - number, 1)])
    scores = {key: each for key, each in workshop.scores.items() if each.risk in kept}
    brief = replace(workshop.brief, held_on=held_on)
    progress = replace(workshop.progress, agreed_order=())
    responses = {key: each for key, each in workshop.responses.items() if key in kept}
    return replace(
        workshop, brief=brief, risks=kept, scores=scores, responses=responses, progress=progress
    )


def picture(chart: str, view: Any, column: str) -> Image.Image:
    """One chart in one look on its ground."""
    name = "light" if column == "grey" else column
    shown, wide = look(name), WIDTHS[name]
    wish = wished_height(chart, view, wide, shown)
    high = min(wish, WALL_HEIGHT) if name.startswith("wall") else wish
    scale = 2 if name == "print" else 1
    pixels = drawn_pixels(chart, view, shown, wide, round(high), scale)
    drawn = Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.data)
    ground = Image.new("RGBA", (pixels.width + 2 * EDGE, pixels.height + 2 * EDGE), shown.paper)
    ground.paste(drawn, (EDGE, EDGE), drawn)
    return ground.convert("L").convert("RGB") if column == "grey" else ground.convert("RGB")


def sheet(rows: Sequence[Sequence[Image.Image]], file: Path, wide: int = 620) -> None:
    """Pictures in rows, all of one width."""
    small = [
        [each.resize((wide, max(each.height * wide // each.width, 1))) for each in row]
        for row in rows
    ]
    heights = [max(each.height for each in row) + 8 for row in small]
    ground = Image.new("RGB", ((wide + 8) * max(map(len, small)), sum(heights)), "grey")
    y = 0
    for row, high in zip(small, heights, strict=True):
        for place, each in enumerate(row):
            ground.paste(each, (place * (wide + 8), y))
        y += high
    ground.save(file)


def main(chosen: Sequence[str]) -> int:
    """Take the pictures of the charts whose names hold one of the words; all without a word."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[list[Image.Image]]] = {}
    count = 0
    for name, workshop in situations().items():
        for chart, make in views(workshop, name).items():
            if chosen and not any(word in chart for word in chosen):
                continue
            row = []
            for column in COLUMNS:
                taken = picture(chart, make(), column)
                taken.save(FOLDER / f"{chart}_{name}_{column}.png")
                row.append(taken)
                count += 1
            rows.setdefault(chart, []).append(row)
    for chart, found in rows.items():
        sheet(found, FOLDER / f"sheet_{chart}.png")
    sys.stdout.write(f"{count} pictures in {FOLDER}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
