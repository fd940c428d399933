"""What each chart of the sample is made of, looked at by a person once and compared ever since.

To renew it after a change that is meant: delete the file, run this test twice, look at the picture
(``python3 dev.py charts``) and read the difference before committing it.
"""

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, Rectangle

from deskrisk.charts import CHARTS
from deskrisk.services.samples import sample
from tests.charts.drawn import drawn
from tests.conftest import ROOT
from tests.reports.test_figures import VIEWS

FOLDER = ROOT / "tests" / "golden" / "charts"


def outline(ax: Axes) -> str:
    """Words and shapes in the order of drawing, in whole points from the top left corner."""
    rows = []
    for text in ax.texts:
        x, y = text.get_position()
        rows.append(f"text {x:.0f} {y:.0f} {to_hex(text.get_color())} {text.get_text()}")
    for patch in ax.patches:
        colour = to_hex(patch.get_facecolor(), keep_alpha=False)
        if isinstance(patch, Circle):
            x, y = patch.center
            rows.append(f"dot {x:.0f} {y:.0f} radius {patch.radius:.1f} {colour}")
        elif isinstance(patch, Rectangle):
            x, y, wide, high = patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height()
            rows.append(f"bar {x:.0f} {y:.0f} {wide:.0f} {high:.0f} {colour}")
        else:
            rows.append(f"{type(patch).__name__.lower()} {colour}")
    rows.append(f"lines {len(ax.lines)}")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("chart", CHARTS)
def test_the_chart_of_the_sample_is_the_golden_one(chart: str) -> None:
    make, _words = VIEWS[chart]
    found = outline(drawn(chart, make(sample()), "print"))
    file = FOLDER / f"{chart}.txt"
    if not file.exists():
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
        message = "the golden outline was missing and has been written: look at it, run again"
        raise AssertionError(message)
    assert found == file.read_text(encoding="utf-8")


def test_every_golden_outline_has_its_chart() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(CHARTS)
