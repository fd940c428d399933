"""Did we forget one of these? After the silence only, and nothing by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk import settings
from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.fears import FearSource
from deskrisk.gui.dialogs.pack import PackDialog
from deskrisk.gui.stages.name import offers
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.services.fears import take_from_pack
from deskrisk.services.meeting import Meeting
from deskrisk.services.packs import find_packs
from deskrisk.viewmodels.pack_fears import offered_fears
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_fear, a_workshop
from tests.gui.stages.pages import found, opened, press

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


def later(act: Callable[[QWidget], object]) -> None:
    """Do something with the dialog that is about to open."""

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(150, do)


def taken(page: NamePage) -> list[str]:
    fears = page.meeting.workshop.fears.values()
    return sorted(fear.text for fear in fears if fear.source is FearSource.PACK)


def test_ticked_by_keys_and_taken_as_one_step(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        press(K.Key_2, CTRL)
        offered = offered_fears(page.meeting.workshop, find_packs().packs)

        def tick(dialog: QWidget) -> None:
            for key in (K.Key_Space, K.Key_Down, K.Key_Down, K.Key_Return):
                press(key)
            assert not dialog.grab().isNull()
            press(K.Key_Return, CTRL)

        later(tick)
        found(page, LinkButton, "forgot").click()
        assert taken(page) == sorted((offered[0].text, offered[2].text))
        assert [step.label for step in page.meeting.history] == ["fear.from_pack"]
        rest = offered_fears(page.meeting.workshop, find_packs().packs)
        assert {offered[0].id, offered[2].id}.isdisjoint(each.id for each in rest)


def test_leaving_the_list_takes_nothing(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        press(K.Key_3, CTRL)

        def leave(_dialog: QWidget) -> None:
            press(K.Key_Space)
            press(K.Key_Escape)

        later(leave)
        found(page, LinkButton, "forgot").click()
        assert taken(page) == []


def test_a_pack_of_one_s_own_with_a_mistake_is_told_with_its_line(qtbot: QtBot) -> None:
    folder = settings.packs_folder()
    folder.mkdir(parents=True)
    (folder / "mine.json").write_text("{\n\n]", "utf-8")
    told: list[str] = []

    def read(window: QWidget) -> None:
        told.extend(label.text() for label in window.findChildren(TextLabel))
        later(lambda _dialog: press(K.Key_Escape))
        press(K.Key_Escape)

    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        press(K.Key_3, CTRL)
        later(read)
        found(page, LinkButton, "forgot").click()
    assert any("mine.json" in text and "Line 3" in text for text in told)


def test_the_room_comes_first(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        action = next(each for each in page.page_actions if each.key == "name.forgot")
        page.do_action(action)
        assert "in silence" in page.message.text()
        press(K.Key_2, CTRL)
        assert not found(page, LinkButton, "forgot").isVisible()
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        page.do_action(action)
        assert "finish typing in" in page.message.text()


def test_the_service_refuses_too() -> None:
    offered = offered_fears(a_workshop(), find_packs().packs)
    meeting = Meeting(a_workshop(a_fear("f1", source=FearSource.PACK)))
    with pytest.raises(DeskError) as raised:
        take_from_pack(meeting, offered[:1])
    assert "in silence" in sentence(raised.value)


def test_a_heading_cannot_be_ticked(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PackDialog(window, offered_fears(a_workshop(), find_packs().packs))
    dialog.list.tick(dialog.list.model().index(0, 0))
    assert dialog.chosen == ()
    dialog.list.tick(dialog.list.model().index(1, 0))
    dialog.list.tick(dialog.list.model().index(2, 0))
    dialog.list.tick(dialog.list.model().index(1, 0))
    assert len(dialog.chosen) == 1


def test_slips_are_printed_where_somebody_says(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "slips.pdf"
    monkeypatch.setattr(offers, "ask_slips", lambda _parent, _title: target)
    asked: list[object] = []

    def answer(*words: object) -> str:
        asked.append(words)
        return "done"

    monkeypatch.setattr(offers, "ask", answer)
    with opened(qtbot, NamePage, a_workshop()) as page:
        found(page, LinkButton, "bring_in").click()
        assert page.message.text() == "slips.pdf is being written …"
        qtbot.waitUntil(lambda: bool(asked))
        assert target.read_bytes().startswith(b"%PDF")
        assert page.message.text() == "slips.pdf is written."
    monkeypatch.setattr(offers, "ask_slips", lambda _parent, _title: tmp_path / "no" / "x.pdf")
    with opened(qtbot, NamePage, a_workshop()) as page:
        found(page, LinkButton, "bring_in").click()
        qtbot.waitUntil(lambda: "folder" in page.message.text())
        assert len(asked) == 1


@pytest.mark.parametrize(("answer", "count"), [("all", 3), ("no", 1)])
def test_a_file_is_counted_first_then_all_or_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, count: int
) -> None:
    path = tmp_path / "fears.txt"
    path.write_text("We are late\nIt breaks\n", encoding="utf-8")
    asked: list[str] = []

    def reply(_parent: QWidget, title: str, *_rest: object) -> str:
        asked.append(title)
        return answer

    monkeypatch.setattr(offers, "ask_fear_file", lambda _parent: path)
    monkeypatch.setattr(offers, "ask", reply)
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        page.offers.import_file()
        assert asked == ["2 fears in this file"]
        assert len(page.meeting.workshop.fears) == count
        path.write_bytes(b"\xff")
        page.offers.import_file()
        assert "UTF-8" in page.message.text()
        assert len(page.meeting.workshop.fears) == count
