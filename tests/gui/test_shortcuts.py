"""The keys of menus and pages: none twice, each works on the real window, none spoils typing."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.menus import MENUS, Entry
from deskrisk.gui.program import Program
from deskrisk.gui.shortcuts import key_sections, page_class
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction
from deskrisk.services.samples import sample
from tests.gui.windows import desk_of, running

STAGE = pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.value)
PRIMARY = ("Ctrl+Return", "Ctrl+Enter")
OF_FIELDS = ("edit.",)
"""Lines of the menu whose keys a field answers itself while it has the focus."""


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What pages were asked for; nothing is done."""
    found: list[str] = []

    def do_action(_page: StagePage, action: PageAction) -> None:
        found.append(action.key)

    monkeypatch.setattr(StagePage, "do_action", do_action)
    return found


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, done: list[str]) -> Iterator[Program]:
    assert done == []
    with running(qtbot, tmp_path, sample()) as found:
        found.open_workshop(sample().id)
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    return desk_of(qtbot, program)


def sequences(entry: Entry) -> list[QKeySequence]:
    if entry.keys is None:
        return []
    if isinstance(entry.keys, QKeySequence.StandardKey):
        bound = QKeySequence.keyBindings(entry.keys)  # with keys that few keyboards have
        return [each for each in bound if pressed(each).key().value < Qt.Key.Key_Back.value]
    every = entry.keys if isinstance(entry.keys, tuple) else (entry.keys,)
    return [QKeySequence(each) for each in every]


def pressed(sequence: QKeySequence) -> QKeyCombination:
    found: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know it
    return found


def written(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def menu_keys() -> list[str]:
    return [written(key) for _name, every in MENUS for each in every for key in sequences(each)]


def press(sequence: QKeySequence, on: QWidget) -> None:
    keys = pressed(sequence)
    QTest.keyClick(on, keys.key(), keys.keyboardModifiers())


@STAGE
def test_no_two_actions_of_one_page_share_a_key(stage: Stage) -> None:
    page = page_class(stage)
    keys = [*menu_keys(), *(each.keys for each in page.page_actions if each.keys), *PRIMARY]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    own = Counter((each.keys, each.words) for each in page.page_keys)
    assert all(count == 1 for count in own.values())
    edits = {"Ctrl+Z", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
    taken = {each.keys for each in page.page_keys} & (set(menu_keys()) - edits)
    assert not taken  # a wall or a list would never hear it


def test_no_two_actions_share_a_name() -> None:
    keys = [each.key for stage in STAGES for each in page_class(stage).page_actions]
    assert len(set(keys)) == len(keys)
    for stage in STAGES:
        words = [each.words for each in page_class(stage).page_actions]
        assert len(set(words)) == len(words)


@STAGE
def test_every_key_that_is_declared_stands_in_the_sheet(stage: Stage) -> None:
    titled = {each.title: dict(each.rows) for each in key_sections()}
    page = page_class(stage)
    declared = (
        *((a.words, a.keys) for a in page.page_actions),
        *((k.words, k.keys) for k in page.page_keys),
    )
    said = {words for rows in titled.values() for words in rows}
    assert {words for words, keys in declared if keys} <= said


@STAGE
@pytest.mark.parametrize("typing", [False, True], ids=["on the rail", "in a field"])
def test_every_key_of_the_menus_works_on_the_desk(
    desk: DeskWindow, stage: Stage, *, typing: bool
) -> None:
    desk.pages.show_stage(stage)
    asked: list[str] = []
    for key, action in desk.actions_by_key.items():
        action.triggered.disconnect()
        action.setEnabled(True)
        action.triggered.connect(lambda _checked=False, key=key: asked.append(key))
    held = desk.guide.notes if typing else desk.rail.findChild(QWidget, f"rail_{stage.value}")
    assert isinstance(held, QWidget)
    desk.guide.fold(folded=False)
    held.setFocus()
    for _name, entries in MENUS:
        for entry in entries:
            for sequence in sequences(entry) if entry.key in desk.actions_by_key else ():
                single = written(sequence) in {"?", "Shift+?"}
                if typing and (entry.key.startswith(OF_FIELDS) or single):
                    continue
                asked.clear()
                press(sequence, held)
                assert asked == [entry.key], written(sequence)


@STAGE
def test_every_key_of_the_page_works_from_wherever_the_focus_is(
    desk: DeskWindow, stage: Stage, done: list[str]
) -> None:
    desk.pages.show_stage(stage)
    page = desk.pages.page()
    assert page is not None
    desk.guide.fold(folded=False)
    for held in (page.first_focus() or page, desk.guide.notes):
        for action in page.page_actions:
            if not action.keys:
                continue
            held.setFocus()
            done.clear()
            press(QKeySequence(action.keys), held)
            assert done == [action.key], (held.objectName(), action.keys)


@STAGE
def test_no_single_key_does_anything_while_text_is_typed(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    page = desk.pages.page()
    assert page is not None
    keys = (*(each.keys for each in page.page_actions), *(each.keys for each in page.page_keys))
    letters = "?" + "".join(sorted({each for each in keys if len(each) == 1}))
    fields = [
        each
        for each in (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit))
        if each.isVisible()
        and not each.property("readOnly")
        and each.objectName() != "qt_spinbox_lineedit"
    ]
    for field in [each for each in fields if hasattr(each, "has_draft")][:6]:
        field.setFocus()
        if QApplication.focusWidget() is not field:
            continue
        before = text_of(field)
        QTest.keyClicks(field, letters)
        assert QApplication.activeModalWidget() is None
        assert desk.pages.stage() is stage
        assert len(text_of(field)) == len(before) + len(letters), field.objectName()


def text_of(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]  # a line


def test_the_question_mark_opens_the_sheet_where_nothing_is_typed(desk: DeskWindow) -> None:
    asked: list[str] = []
    desk.actions_by_key["help.keys"].triggered.disconnect()
    desk.actions_by_key["help.keys"].triggered.connect(lambda: asked.append("keys"))
    desk.pages.show_stage(Stage.FOLLOW_UP)
    for name in ("rail_follow_up", "review_list"):
        held = desk.findChild(QWidget, name)
        assert isinstance(held, QWidget)
        held.setFocus()
        QTest.keyClick(held, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert asked == ["keys", "keys"]
