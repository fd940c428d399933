"""The wall at every size: all letters on the page, large enough, dark enough; nothing left out."""

from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.room.layout import Laid, laid_out, margin_of, units_of
from deskrisk.gui.room.painting import paint_wall
from deskrisk.gui.room.pieces import Piece
from deskrisk.gui.theme import wall_theme
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Level, Meter, Words
from deskrisk.viewmodels.scenes import Scene, ShowState, TimeLeft, pair
from deskrisk.viewmodels.show import ShowView, show_view
from tests.builders import a_workshop
from tests.nasty import NASTY, expected

SIZES = [
    (1024, 768),
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (2560, 1080),
    (3840, 2160),
    (720, 900),
]
VERY_LONG = ("Everything that nobody has said aloud because it seemed too large for words. " * 60)[
    :4000
]
TEXTS = (*(expected(text) for text in NASTY), VERY_LONG, "a" * 4000, "word\n" * 60)


def with_text(workshop: Workshop, text: str) -> Workshop:
    """The workshop with one text everywhere."""
    return replace(
        workshop,
        brief=replace(workshop.brief, title=text, project=text, purpose=text),
        fears={key: replace(e, text=text) for key, e in list(workshop.fears.items())[:9]},
        clusters={key: replace(each, name=text) for key, each in workshop.clusters.items()},
        objectives={key: replace(each, text=text) for key, each in workshop.objectives.items()},
        participants={key: replace(e, name=text) for key, e in workshop.participants.items()},
        risks={
            key: replace(e, title=text, cause=text, event=text, consequence=text, ideas=(text,))
            for key, e in workshop.risks.items()
        },
        responses={
            key: replace(e, trigger=text, fallback=text, reason=text)
            for key, e in workshop.responses.items()
        },
        mitigations={key: replace(e, title=text) for key, e in workshop.mitigations.items()},
        stances={key: replace(each, comment=text) for key, each in workshop.stances.items()},
    )


def views_of(workshop: Workshop) -> list[ShowView]:
    fear, risk = next(iter(workshop.fears), ""), next(iter(workshop.risks), "")
    subjects = {Scene.FEAR: fear, Scene.SENTENCE: pair(fear, risk), Scene.REVIEW: ""}
    return [
        show_view(
            workshop,
            ShowState(scene=scene, subject=subjects.get(scene, risk), curtain=curtain),
            TimeLeft(seconds=4000),
        )
        for scene in Scene
        for curtain in (False, True)
    ]


@cache
def empty_and_full() -> list[ShowView]:
    return [*views_of(a_workshop()), *views_of(sample())]


def laid(view: ShowView, size: tuple[int, int]) -> tuple[Laid, int, int]:
    wide, high, _scale = units_of(*size)
    return laid_out(view.scene, view.blocks, wide, high, "light", view.curtain), wide, high


def letters_of(piece: Piece) -> int:
    """How many letters are drawn by a piece."""
    own = sum(line.layout.lineAt(line.number).textLength() for line in piece.lines)
    return own + sum(letters_of(inner) for _x, _y, inner in piece.inner)


def assert_inside(view: ShowView, size: tuple[int, int]) -> None:
    """Every line is on its page, below the head, and no two of one page are on each other."""
    found, wide, high = laid(view, size)
    margin = margin_of(wide)
    page = QRectF(margin - 1, 120, wide - 2 * margin + 2, high - 120 - 70)
    for placed in found.pages:
        rects = [rect for each in placed for rect in each.rects() if rect.width() > 0]
        outside = [rect for rect in rects if not page.contains(rect)]
        assert not outside, (view.scene, size, outside[:3], page)


@pytest.mark.parametrize("size", SIZES)
def test_every_line_is_on_the_page(size: tuple[int, int]) -> None:
    for view in empty_and_full():
        assert_inside(view, size)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:12]))
def test_no_text_leaves_the_page(text: str) -> None:
    for view in views_of(with_text(sample(), text)):
        for size in ((1024, 768), (1920, 1080)):
            assert_inside(view, size)


@pytest.mark.parametrize("text", [VERY_LONG, "a" * 4000, "word\n" * 60])
@pytest.mark.parametrize("scene", [Scene.FEAR, Scene.SENTENCE])
def test_no_letter_is_left_out_of_a_long_fear(text: str, scene: Scene) -> None:
    workshop = with_text(sample(), text)
    subject = {Scene.FEAR: next(iter(workshop.fears))}.get(
        scene, pair(next(iter(workshop.fears)), "")
    )
    view = show_view(workshop, ShowState(scene=scene, subject=subject))
    found, _wide, _high = laid(view, (1920, 1080))
    drawn = sum(letters_of(placed.piece) for page in found.pages for placed in page)
    said = sum(len(text) for text in view.spoken().split("\n")[1:])
    assert drawn >= said
    assert len(found.pages) > 1


def test_short_is_large_and_long_is_smaller_then_on_pages() -> None:
    def step(length: int) -> tuple[int, int]:
        text = ("a fear of many words " * 300)[:length]
        found = laid_out(Scene.FEAR, (Words(role="fear", text=text),), 1920, 1080, "light")
        return found.step, len(found.pages)

    assert step(85) == (0, 1)
    assert step(200) == (1, 1)
    assert step(500) == (2, 1)
    assert step(700) == (2, 1)
    assert step(1300) == (3, 1)
    assert step(4000)[0] == 3
    assert step(4000)[1] > 1


def sizes_in(piece: Piece) -> set[int]:
    found = {line.layout.font().pixelSize() for line in piece.lines}
    for _x, _y, inner in piece.inner:
        found |= sizes_in(inner)
    return found


def test_nothing_is_smaller_than_the_smallest_type_of_the_wall() -> None:
    smallest = set()
    for view in empty_and_full():
        found, _wide, _high = laid(view, (1920, 1080))
        for page in found.pages:
            smallest |= {size for placed in page for size in sizes_in(placed.piece)}
    assert min(smallest) >= 28


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080), (3840, 2160)])
def test_type_grows_with_the_wall(width: int, height: int) -> None:
    _wide, high, scale = units_of(width, height)
    assert high == 1080
    assert scale == pytest.approx(height / 1080)


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", ["paper", "sunken"])
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "accent", "care", "alarm"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_of_the_wall_is_read_in_a_bright_room(name: str, ink: str, ground: str) -> None:
    wall = wall_theme(name)
    assert contrast(wall.colour(ink), wall.colour(ground)) >= 7.0


def test_only_tones_of_which_the_contrast_is_known_are_used() -> None:
    tones = set()
    for view in [*empty_and_full(), *views_of(with_text(sample(), "x"))]:
        tones |= {each.tone for each in view.blocks if isinstance(each, Words | Level)}
        tones.add(view.time_tone)
    assert tones <= {"ink", "ink_soft", "care", "alarm"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_is_painted_within_its_place_and_nowhere_else(theme: str) -> None:
    picture = QImage(640, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FF00FF"))
    painter = QPainter(picture)
    view = show_view(with_text(sample(), VERY_LONG), ShowState(scene=Scene.PILES))
    paint_wall(painter, QRectF(100, 50, 480, 270), view, 99, theme)
    painter.end()
    assert picture.pixelColor(99, 100) == QColor("#FF00FF")
    assert picture.pixelColor(300, 322) == QColor("#FF00FF")
    assert picture.pixelColor(102, 52) == wall_theme(theme).colour("paper")


def test_the_dots_of_the_meter_stay_on_the_wall_for_many_people() -> None:
    found = laid_out(Scene.SCALES, (Meter(done=30, count=60),), 1440, 1080, "light", curtain=True)
    picture = QImage(1024, 768, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    view = show_view(a_workshop(), ShowState(scene=Scene.SCALES, curtain=True, by_hand=True))
    paint_wall(
        painter,
        QRectF(picture.rect()),
        replace(view, blocks=(Meter(done=30, count=60),)),
        0,
        "light",
    )
    painter.end()
    ground = wall_theme("light").colour("sunken")
    assert all(picture.pixelColor(x, y) == ground for x in (2, 1021) for y in range(768))
    assert len(found.pages) == 1
