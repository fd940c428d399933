"""Type that can be read: from the last row of a room, and on paper; never in colour alone."""

import pytest
from PySide6.QtGui import QColor

from deskrisk.charts import CHARTS
from deskrisk.charts.look import LOOKS, look
from deskrisk.services.samples import sample
from tests.charts.crowds import crowd
from tests.charts.drawn import drawn
from tests.gui.test_contrast import contrast
from tests.reports.test_figures import VIEWS

LEAST = {"print": 7.0, "light": 12.0, "dark": 12.0, "wall-light": 28.0, "wall-dark": 28.0}
CONTRAST = {"print": 7.0, "light": 4.5, "dark": 4.5, "wall-light": 7.0, "wall-dark": 7.0}


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("chart", CHARTS)
def test_no_letter_is_too_small_or_too_pale(chart: str, name: str) -> None:
    make, _words = VIEWS[chart]
    shown = look(name)
    allowed = {shown.ink, shown.ink_soft, shown.accent}
    for workshop in (sample(), crowd(40)):
        height = 640.0 if name.startswith("wall") else 0.0
        for text in drawn(chart, make(workshop), name, height=height).texts:
            assert float(text.get_fontsize()) >= LEAST[name]
            assert text.get_color() in allowed


@pytest.mark.parametrize("name", LOOKS)
def test_the_colours_of_words_stand_out_from_the_ground(name: str) -> None:
    shown = look(name)
    for ink in (shown.ink, shown.ink_soft):
        assert contrast(QColor(ink), QColor(shown.paper)) >= CONTRAST[name]
    assert contrast(QColor(shown.accent), QColor(shown.paper)) >= min(CONTRAST[name], 5.5)
    assert contrast(QColor(shown.edge), QColor(shown.paper)) >= 3
