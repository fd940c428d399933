"""Naming by keys alone, from nothing: the sample's 17 fears typed in, heard, and laid in piles.

What is counted is what a person presses. A fear costs its letters and one key.
"""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.fears import Fear, FearKind
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.stages.name.reading import HeardDots
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.services.samples import sample
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_workshop
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    SHIFT,
    K,
    desk_in_front,
    enter,
    go_to_stage,
    press,
    primary,
    seen,
    type_text,
)
from tests.observer import an_evening

ROOM = 12


class KeyCount(QObject):
    """Counts the keys that are pressed, as a person would: Shift for a capital is none."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = watched.isWidgetType() and watched is QApplication.focusWidget()
        if window and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.pressed += 1
        return False


@pytest.fixture
def keys(qapp: QApplication) -> KeyCount:
    return KeyCount()


def of_kind(workshop: Workshop, kind: FearKind) -> list[Fear]:
    return [fear for fear in workshop.fears.values() if fear.kind is kind]


def piles(workshop: Workshop) -> dict[str, set[str]]:
    return {
        pile.name: {fear.text for fear in workshop.fears.values() if fear.cluster == pile.id}
        for pile in in_order(workshop.clusters)
    }


def page_of(desk: DeskWindow) -> NamePage:
    page = desk.pages.page()
    assert isinstance(page, NamePage)
    return page


def type_all_in(desk: DeskWindow, keys: KeyCount) -> None:
    held = sample()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(keys)
    for kind in (FearKind.OUTCOME, FearKind.PEOPLE):
        if kind is FearKind.PEOPLE:
            press(K.Key_K, ALT)
        for fear in of_kind(held, kind):
            before = keys.pressed
            type_text(fear.text)
            enter()
            assert keys.pressed - before == len(fear.text) + 1
    app.removeEventFilter(keys)
    assert len(desk.meeting.workshop.fears) == len(held.fears)


def hear_all(desk: DeskWindow) -> None:
    primary()
    page = page_of(desk)
    shown = set()
    for _fear in range(len(desk.meeting.workshop.fears)):
        state = page.room.state
        assert (state.scene, state.curtain) == (Scene.FEAR, False)
        shown.add(state.subject)
        press(K.Key_Space)
    assert shown == set(desk.meeting.workshop.fears)
    dots = seen(desk, HeardDots, "heard_dots")
    assert dots.accessibleName() == f"{len(shown)} of {len(shown)} heard"


def lay_in_piles(desk: DeskWindow) -> None:
    """Walk over the wall, mark what belongs together, and name the pile."""
    primary()
    model = page_of(desk).parts.wall.model()
    for name, texts in piles(sample()).items():
        press(K.Key_Home)
        for row in range(model.rowCount()):
            if model.index(row, 0).data() in texts:
                press(K.Key_Space)
            press(K.Key_Down, CTRL)
        press(K.Key_G, CTRL)
        type_text(name)
        enter()
    assert piles(desk.meeting.workshop) == piles(sample())


def one_person(texts: list[str]) -> None:
    """Take the laptop, seal these slips, hand it on."""
    enter()
    for text in texts:
        type_text(text)
        enter()
    primary()


def test_the_fears_of_the_sample_by_keys_alone(
    qtbot: QtBot, tmp_path: Path, keys: KeyCount
) -> None:
    with running(qtbot, tmp_path) as program:
        program.library.add(a_workshop(id="w"))
        program.open_workshop(WorkshopId("w"))
        desk = desk_in_front(qtbot, program)
        go_to_stage(desk, Stage.NAME)
        type_all_in(desk, keys)
        hear_all(desk)
        lay_in_piles(desk)
        primary()
        assert desk.pages.stage() is Stage.RECAST
        while desk.meeting.next_undo is not None:
            desk.meeting.undo()
        assert desk.meeting.workshop == a_workshop(id="w")


def test_twelve_people_pass_the_laptop(qtbot: QtBot, tmp_path: Path) -> None:
    chance = random.Random(12)  # noqa: S311  the same evening every time
    evening = an_evening(chance, ROOM)
    with running(qtbot, tmp_path) as program:
        program.library.add(a_workshop(id="w", input_fears=InputMode.PASS))
        program.open_workshop(WorkshopId("w"))
        desk = desk_in_front(qtbot, program)
        go_to_stage(desk, Stage.NAME)
        seen(desk, LinkButton, "bring_in").setFocus()
        press(K.Key_Space)
        booth = page_of(desk).passing.booth
        assert booth is not None
        booth.activateWindow()
        qtbot.waitUntil(booth.isActiveWindow)
        for slips in evening.written:
            one_person(list(slips))
            assert not desk.meeting.workshop.fears
        press(K.Key_Return, CTRL | SHIFT)
        found = [fear.text for fear in desk.meeting.workshop.fears.values()]
        assert sorted(found) == sorted(evening.slips)
        assert [step.label for step in desk.meeting.history][-1:] == ["fear.round"]
        assert program.library.flush(10)
        assert not [file for file in tmp_path.iterdir() if "box" in file.name]
