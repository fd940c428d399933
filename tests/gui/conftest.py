"""Tests of widgets have the look of the program: sizes and colours are the real ones."""

import pytest
from PySide6.QtWidgets import QApplication

from deskrisk.gui.theme import apply_theme, named_theme


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> None:
    apply_theme(qapp, named_theme("light"))
