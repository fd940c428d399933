"""The colours of the look can be told apart: text, controls, and the wall in a bright room."""

import pytest
from PySide6.QtGui import QColor

from deskrisk.charts.look import look
from deskrisk.gui.theme import named_theme, tokens, wall_theme

THEMES = ("light", "dark")
TEXT, CONTROL, WALL = 4.5, 3.0, 7.0
SEEN = 1.15
"""A ground this far from the paper is seen as one."""
"""The least contrast of text, of what must be seen as a control, and of text on the wall."""

GROUNDS = ("paper", "surface", "sunken", "accent_soft")
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink_soft") for ground in GROUNDS],
    *[("accent", ground) for ground in ("paper", "surface", "sunken", "accent_soft")],
    ("on_accent", "accent"),
    *[(tone, ground) for tone in ("good", "care", "alarm") for ground in ("paper", "surface")],
    *[(tone, f"{tone}_soft") for tone in ("good", "care", "alarm")],
    *[("ink", f"{tone}_soft") for tone in ("good", "care", "alarm")],
]
CONTROLS = [(line, ground) for line in ("edge", "accent") for ground in GROUNDS[:3]]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    shown = named_theme(name)
    assert contrast(shown.colour(ink), shown.colour(ground)) >= TEXT


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_controls_and_the_ring_can_be_seen(name: str, line: str, ground: str) -> None:
    shown = named_theme(name)
    assert contrast(shown.colour(line), shown.colour(ground)) >= CONTROL


@pytest.mark.parametrize("name", THEMES)
def test_signs_of_categories_can_be_seen(name: str) -> None:
    signs = [*tokens()["categories"].values(), *tokens()["own_categories"]]
    for ground in ("paper", "surface", "sunken"):
        for sign in signs:
            colour = QColor(sign[name])
            assert contrast(colour, named_theme(name).colour(ground)) >= CONTROL, sign


@pytest.mark.parametrize("name", THEMES)
def test_the_wall_can_be_read_in_a_bright_room(name: str) -> None:
    wall = wall_theme(name)
    for ground in ("paper", "sunken"):
        for ink in ("ink", "ink_soft", "accent", "care", "alarm"):
            assert contrast(wall.colour(ink), wall.colour(ground)) >= WALL, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "accent"])
def test_charts_on_the_wall_can_be_read_in_a_bright_room(name: str, ink: str) -> None:
    shown = look(f"wall-{name}")
    for ground in (shown.paper, shown.band):
        assert contrast(QColor(getattr(shown, ink)), QColor(ground)) >= WALL
    assert contrast(QColor(shown.band), QColor(shown.paper)) >= SEEN
    assert shown.small_size >= 28, "the smallest type of the wall"
