"""The palette with 10,000 entries: from a letter until what answers to it is painted."""

import os
import random
from collections.abc import Iterator
from functools import partial
from typing import Any

from bench.clock import Result, measure_each
from deskrisk.viewmodels.palette import Offer

OFFERS = 10_000
FRAME = 1000 / 60
_SAYING = "open the risk that members see late promise undo person slip pile theme export answer"
_WORDS = tuple(_SAYING.split())
_TYPED = ("r", "ri", "risk", "risk prom", "go to risk late", "zzz")


def results() -> Iterator[Result]:
    """Typing into the real palette over a window without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    palette, window = _opened()
    for typed in _TYPED:
        yield measure_each(
            f"palette of {OFFERS}: {typed!r}",
            partial(_type, palette, typed),
            partial(_type, palette, ""),
            limit=FRAME,
            runs=60,
        )
    window.close()


def many_offers() -> tuple[Offer, ...]:
    """Titles of 8 words, the same every time."""
    chance = random.Random("palette")  # noqa: S311  no secret
    return tuple(
        Offer(key=str(at), words=" ".join(chance.choices(_WORDS, k=8)), kind="Risk", asked=True)
        for at in range(OFFERS)
    )


def _opened() -> Any:
    """Open it over a window; Qt is loaded only where it is measured."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415  see above

    from deskrisk.gui.palette.surface import Palette  # noqa: PLC0415  see above
    from deskrisk.gui.theme import apply_theme, named_theme  # noqa: PLC0415  see above

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101  there is no other kind here
    apply_theme(app, named_theme("light"))
    window = QMainWindow()
    window.resize(1280, 720)
    palette = Palette(window)
    window.show()
    palette.open(many_offers())
    app.processEvents()
    return palette, window  # the window must live as long as its palette


def _type(palette: Any, text: str) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  loaded by now

    palette.query.setText(text)
    QApplication.processEvents()
    palette.repaint()
