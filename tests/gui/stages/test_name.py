"""The page Name, by keys alone."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from deskrisk.domain.listed import entries
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Cluster, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.gui.stages.name.editor import WallEditor
from deskrisk.gui.stages.name.field import FearField
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.stages.name.wall import WallView
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.text import TextLabel
from tests.builders import a_fear, a_participant, a_workshop
from tests.gui.stages.pages import focused, found, opened, paste, press, type_in
from tests.nasty import NASTY, expected

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MONEY = Cluster(id=ClusterId("c1"), position=0, name="Money")
TIME = Cluster(id=ClusterId("c2"), position=1, name="Time")


def texts(page: NamePage) -> set[str]:
    return {fear.text for fear in page.meeting.workshop.fears.values()}


def on_wall(page: NamePage) -> list[str]:
    model: QAbstractItemModel = found(page, WallView, "wall").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_type_enter_next(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        for text in ("We are late", "Nobody asks", "It breaks"):
            type_in(text)
            press(Qt.Key.Key_Return)
            assert focused().objectName() == "fear_field"
        assert texts(page) == {"We are late", "Nobody asks", "It breaks"}
        assert page.message.text() == "3 slips in"
        assert set(on_wall(page)) >= texts(page)
        page.meeting.undo()
        assert texts(page) == {"We are late", "Nobody asks"}
        assert "It breaks" not in on_wall(page)
        page.meeting.redo()
        assert "It breaks" in on_wall(page)


def test_an_empty_slip_is_none(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        type_in("   ")
        press(Qt.Key.Key_Return)
        assert texts(page) == set()


def test_a_pasted_list_splits_into_slips_as_one_step(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        paste("We are late\n\n\u2022 Nobody asks\nIt breaks\n")
        assert texts(page) == {"We are late", "Nobody asks", "It breaks"}
        page.meeting.undo()
        assert texts(page) == set()


def test_up_edits_the_last_slip(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        press(Qt.Key.Key_Up)
        assert found(page, FearField, "fear_field").value() == ""  # the last one of this evening
        type_in("We are lat")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Up)
        type_in("e")
        press(Qt.Key.Key_Return)
        assert texts(page) == {"Fear f1", "We are late"}
        press(Qt.Key.Key_Up)
        type_in(" for good")
        press(Qt.Key.Key_Escape)
        assert texts(page) == {"Fear f1", "We are late"}
        type_in("Another")
        press(Qt.Key.Key_Return)
        assert texts(page) == {"Fear f1", "We are late", "Another"}


def test_undo_takes_the_slip_away_that_is_being_changed(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        type_in("We are late")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Up)
        page.meeting.undo()
        assert found(page, FearField, "fear_field").value() == ""
        type_in("new")
        press(Qt.Key.Key_Return)
        assert texts(page) == {"new"}


def test_alt_and_a_digit_choose_the_pile_of_new_slips(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(MONEY, TIME)) as page:
        press(Qt.Key.Key_2, ALT)
        assert found(page, ChoiceField, "pile_field").value() == TIME.id
        type_in("We are late")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_9, ALT)  # there is no ninth pile
        type_in("It takes long")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_0, ALT)
        type_in("Something else")
        press(Qt.Key.Key_Return)
        held = {fear.text: fear.cluster for fear in page.meeting.workshop.fears.values()}
        assert held == {"We are late": "c2", "It takes long": "c2", "Something else": None}


def test_slips_about_us_lie_apart(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        press(Qt.Key.Key_K, ALT)
        type_in("Nobody asks me")
        press(Qt.Key.Key_Return)
        assert page.message.text() == "1 slip in, 1 of them about us"
        press(Qt.Key.Key_K, ALT)
        type_in("It breaks")
        press(Qt.Key.Key_Return)
        kinds = {fear.text: fear.kind for fear in page.meeting.workshop.fears.values()}
        assert kinds == {"Nobody asks me": FearKind.PEOPLE, "It breaks": FearKind.OUTCOME}
        assert page.message.text() == "2 slips in, 1 of them about us"


def test_a_name_on_a_slip_is_told_quietly_and_kept(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_participant("p1", name="Ada Lovelace"))) as page:
        type_in("ada decides alone")
        press(Qt.Key.Key_Return)
        assert texts(page) == {"ada decides alone"}
        assert "A name is in here" in page.message.text()


def test_marked_slips_become_a_pile_by_key(qtbot: QtBot) -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"), a_fear("f3"))
    with opened(qtbot, NamePage, workshop) as page:
        wall = found(page, WallView, "wall")
        wall.setFocus()
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Space)
        assert wall.marked() == ("f1", "f2")
        press(Qt.Key.Key_G, CTRL)
        assert isinstance(focused(), WallEditor)
        type_in("Money")
        press(Qt.Key.Key_Return)
        (pile,) = page.meeting.workshop.clusters.values()
        held = {fear.id: fear.cluster for fear in page.meeting.workshop.fears.values()}
        assert held == {"f1": pile.id, "f2": pile.id, "f3": None}
        assert focused() is wall
        assert on_wall(page) == ["No pile yet", "Fear f3", "Money", "Fear f1", "Fear f2"]
        page.meeting.undo()
        assert not page.meeting.workshop.clusters


def test_escape_leaves_the_pile_unmade_and_then_goes_to_the_field(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
        found(page, WallView, "wall").setFocus()
        press(Qt.Key.Key_G, CTRL)
        type_in("Money")
        press(Qt.Key.Key_Escape)
        assert not page.meeting.workshop.clusters
        press(Qt.Key.Key_Escape)
        assert focused().objectName() == "fear_field"


def test_a_slip_is_edited_turned_held_back_and_removed_by_key(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
        found(page, WallView, "wall").setFocus()
        press(Qt.Key.Key_F2)
        type_in("Other words")
        press(Qt.Key.Key_Return)
        fears = page.meeting.workshop.fears
        assert fears[FearId("f1")].text == "Other words"
        press(Qt.Key.Key_K)
        assert page.meeting.workshop.fears[FearId("f1")].kind is FearKind.PEOPLE
        press(Qt.Key.Key_H)
        assert page.meeting.workshop.fears[FearId("f1")].held_back
        press(Qt.Key.Key_Delete)
        assert list(page.meeting.workshop.fears) == ["f2"]
        page.meeting.undo()
        assert set(page.meeting.workshop.fears) == {"f1", "f2"}


def test_headings_are_renamed_and_taken_apart_by_key(qtbot: QtBot) -> None:
    workshop = a_workshop(MONEY, TIME, a_fear("f1", cluster=MONEY.id))
    with opened(qtbot, NamePage, workshop) as page:
        found(page, WallView, "wall").setFocus()
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_F2)
        press(Qt.Key.Key_A, CTRL)
        type_in("Budget")
        press(Qt.Key.Key_Return)
        assert page.meeting.workshop.clusters[MONEY.id].name == "Budget"
        press(Qt.Key.Key_Right, ALT)
        assert on_wall(page) == ["Time", "Budget", "Fear f1"]
        press(Qt.Key.Key_Delete)
        assert set(page.meeting.workshop.clusters) == {TIME.id}
        assert page.meeting.workshop.fears[FearId("f1")].cluster is None


def test_alt_and_a_digit_put_a_slip_on_a_pile(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop(MONEY, a_fear("f1"))) as page:
        found(page, WallView, "wall").setFocus()
        press(Qt.Key.Key_1, ALT)
        assert page.meeting.workshop.fears[FearId("f1")].cluster == MONEY.id
        press(Qt.Key.Key_0, ALT)
        assert page.meeting.workshop.fears[FearId("f1")].cluster is None


def test_the_wall_is_a_sound_model_and_paints_every_state(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    workshop = a_workshop(
        MONEY,
        a_fear("f1", cluster=MONEY.id, held_back=True),
        a_fear("f2", kind=FearKind.PEOPLE),
        a_fear("f3", text="word " * 900),
    )
    with opened(qtbot, NamePage, workshop) as page:
        wall = found(page, WallView, "wall")
        qtmodeltester.check(wall.model())  # type: ignore[no-untyped-call]  # pytest-qt's own
        assert wall.verticalScrollBar().maximum() > 0  # a long slip scrolls, it is never cut
        wall.setFocus()
        press(Qt.Key.Key_A, CTRL)
        assert set(wall.marked()) == {"f1", "f2", "f3"}
        spoken = [
            str(wall.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(wall.model().rowCount())
        ]
        assert "Fear f1, held back, marked" in spoken
        assert "Fear f2, about us, marked" in spoken
        assert not page.grab().isNull()


def test_the_first_slip_breaks_the_silence(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        assert not on_wall(page)
        assert not page.grab().isNull()
        assert "No names are kept" in found(page, TextLabel, "promise").text()
        press(Qt.Key.Key_Return, CTRL, times=2)
        with qtbot.waitSignal(page.go_to) as gone:
            press(Qt.Key.Key_Return, CTRL)
        assert gone.args == [Stage.RECAST]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_slips_come_back_as_typed(qtbot: QtBot, text: str) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        typed = paste(text)
        press(Qt.Key.Key_Return)
        listed = {expected(each) for each in entries(typed)}
        wanted = listed if len(listed) > 1 else {expected(typed)}
        assert texts(page) == wanted
        assert set(on_wall(page)) >= wanted
        assert not page.grab().isNull()
