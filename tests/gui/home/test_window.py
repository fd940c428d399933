from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import FilterKind, Wish
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.home.cards import CARD_HEIGHT
from deskrisk.gui.home.rows import COLUMNS, ROW_HEIGHT, HomeModel, Look, column_spans
from deskrisk.gui.home.window import FOUND, LIST
from deskrisk.gui.program import Program
from deskrisk.gui.theme import theme
from deskrisk.services.backups import Reason, back_up, copies_with
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import write_workshop_file
from deskrisk.settings import load_settings
from tests.builders import a_workshop
from tests.gui.windows import drop, nameless, running


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path) as program:
        yield program


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    several = [a_workshop(id=f"t{at}", title=f"Workshop {at}") for at in range(3)]
    with running(qtbot, tmp_path, sample(), *several) as program:
        yield program


def answer_with(name: str) -> list[str]:
    """Press a button of the next question; gives what the question was."""
    asked: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, AskDialog):
            QTimer.singleShot(5, press)  # something is still being read
            return
        asked.append(dialog.objectName())
        button = dialog.findChild(QPushButton, f"answer_{name}")
        assert button is not None
        button.click()

    QTimer.singleShot(0, press)
    return asked


def test_an_empty_library_offers_three_ways(empty: Program) -> None:
    home = empty.home
    assert home.stack.currentIndex() == 1
    names = ("first_start", "first_sample", "first_file")
    buttons = [home.findChild(QPushButton, name) for name in names]
    assert all(button is not None and button.isVisible() for button in buttons)
    assert home.first_start.hasFocus()
    assert nameless(home) == []


def test_enter_starts_the_first_workshop(empty: Program) -> None:
    QTest.keyClick(empty.home.first_start, Qt.Key.Key_Space)
    assert empty.desk is not None
    assert empty.desk.isVisible()
    assert not empty.home.isVisible()


def test_the_sample_is_put_into_the_library_once(empty: Program) -> None:
    for _time in range(2):
        empty.open_sample()
        assert empty.desk is not None
        assert empty.desk.meeting.workshop == sample()
        empty.back_home()
    assert empty.library.count() == 1


def test_rows_say_what_the_library_holds(filled: Program) -> None:
    model = filled.home.list.rows
    assert [model.row(at).title for at in range(3)] == ["Workshop 2", "Workshop 1", "Workshop 0"]
    row = model.row(3)
    assert (row.reached, row.reached_word) == (7, "Follow up")
    assert row.promises.endswith(" of 14")
    assert row.sign == "operational"
    assert filled.home.counted.text() == "4 workshops"
    assert nameless(filled.home) == []


def test_the_model_is_sound(filled: Program, qtmodeltester: object) -> None:
    qtmodeltester.check(filled.home.list.rows)  # type: ignore[attr-defined]  # pytest-qt's own


def test_arrows_and_enter_open_a_workshop(filled: Program) -> None:
    rows = filled.home.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert filled.desk is not None
    assert filled.desk.meeting.workshop.brief.title == "Workshop 1"


def test_more_rows_come_when_they_are_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    page = 50
    many = [a_workshop(id=f"t{at}", title=f"W {at}") for at in range(page + 3)]
    with running(qtbot, tmp_path, *many) as program:
        model: HomeModel = program.home.list.rows
        assert program.library.count() == page + 3
        if model.canFetchMore(program.home.list.rootIndex()):  # Qt asks when it has room
            model.fetchMore(program.home.list.rootIndex())
        qtbot.waitUntil(lambda: model.rowCount() == page + 3)
        assert not model.canFetchMore(program.home.list.rootIndex())
        assert [model.row(at).title for at in (0, page + 2)] == [f"W {page + 2}", "W 0"]
        qtbot.waitUntil(lambda: program.home.counted.text() == f"{page + 3} workshops")


def test_deleting_goes_to_the_trash_and_back(qtbot: QtBot, filled: Program) -> None:
    home = filled.home
    home.list.setFocus()
    first = home.list.current()
    QTest.keyClick(home.list, Qt.Key.Key_Delete)
    assert home.list.rows.rowCount() == filled.library.count() == 3
    assert "trash" in home.message.text()
    home.bar.links[Shelf.TRASH].click()
    assert (home.heading.text(), home.list.current()) == ("Trash", first)
    home.foot.back.click()
    assert home.list.rows.rowCount() == 0
    assert home._page.nothing.text() == "The trash is empty."
    qtbot.waitUntil(lambda: home._page.nothing.height() >= 20)  # it can be read
    assert home.foot.erase.isHidden()
    home.bar.links[Shelf.OPEN].click()
    assert home.list.rows.rowCount() == 4


def test_what_is_archived_stays_in_the_search(qtbot: QtBot, filled: Program) -> None:
    home = filled.home
    home.list.show_current(WorkshopId("t1"))
    filled.home_actions["file.archive"].trigger()
    assert filled.library.count() == 3
    QTest.keyClicks(home.bar.field, "workshop 1")
    qtbot.waitUntil(lambda: home.hits.rows.rowCount() > 0)
    rows = [home.hits.rows.row(at) for at in range(home.hits.rows.rowCount())]
    assert [row.where.endswith("archived") for row in rows if row.workshop == "t1"] == [True]


def test_erasing_asks_and_says_which_copies_hold_it(filled: Program) -> None:
    home = filled.home
    back_up(filled.library, Reason.WISH, now=datetime.now(UTC))
    QTest.keyClick(home.list, Qt.Key.Key_Delete)
    gone = filled.library.page(Wish(shelf=Shelf.TRASH), date(2026, 1, 1)).rows[0].id
    home.bar.links[Shelf.TRASH].click()
    answer_with("keep")
    home.foot.erase.click()
    assert filled.library.holds(gone)
    answer_with("everywhere")
    QTest.keyClick(home.list, Qt.Key.Key_Delete)
    assert not filled.library.holds(gone)
    assert copies_with(filled.library.path, gone) == ()
    assert home.message.text() == "It is erased."


def test_the_search_is_used_by_keys_alone(qtbot: QtBot, filled: Program) -> None:
    home = filled.home
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    filled.home_actions["home.find"].trigger()
    assert home.bar.field.hasFocus()
    QTest.keyClicks(home.bar.field, "members priv")
    qtbot.waitUntil(lambda: home.hits.rows.rowCount() > 0)
    assert home.stack.currentIndex() == FOUND
    QTest.keyClick(home.bar.field, Qt.Key.Key_Down)
    assert home.hits.hasFocus()
    QTest.keyClick(home.hits, Qt.Key.Key_Up)
    assert home.bar.field.hasFocus()
    QTest.keyClick(home.bar.field, Qt.Key.Key_Down)
    at = next(
        at for at in range(home.hits.rows.rowCount()) if home.hits.rows.row(at).part == "risks"
    )
    home.hits.setCurrentIndex(home.hits.rows.index(at))
    QTest.keyClick(home.hits, Qt.Key.Key_Return)
    assert filled.desk is not None
    assert filled.desk.pages.stage() is Stage.RECAST


def test_escape_leaves_the_search(qtbot: QtBot, filled: Program) -> None:
    home = filled.home
    QTest.keyClicks(home.bar.field, "zzz nothing")
    qtbot.waitUntil(lambda: home.stack.currentIndex() == FOUND)
    assert home._found.words.text() == "Nothing was found."
    QTest.keyClick(home.bar.field, Qt.Key.Key_Escape)
    assert home.bar.field.text() == ""
    assert home.stack.currentIndex() == LIST


def test_what_is_due_opens_where_it_is_done(filled: Program) -> None:
    row = filled.home.due._view
    assert row is not None
    button = filled.home.due.findChild(QPushButton, "look")
    assert button is not None
    button.click()
    assert filled.desk is not None
    assert filled.desk.pages.stage() is Stage.FOLLOW_UP


def test_filters_narrow_the_list_and_let_go(qtbot: QtBot, filled: Program) -> None:
    home = filled.home
    assert home.filters.isHidden()  # four workshops are seen at a glance
    filled.library.search("warm")
    filled.feed.show_wish(Wish(filters=((FilterKind.STAGE, "follow_up"),)))
    assert home.list.rows.rowCount() == 1
    assert not home.filters.isHidden()
    qtbot.waitUntil(lambda: home.counted.text() == "1 workshop fits")
    qtbot.waitUntil(lambda: home.filters.fields[FilterKind.STAGE].value() == "follow_up")
    home.filters.clear.click()
    assert home.list.rows.rowCount() == 4


def test_cards_show_the_same_and_are_remembered(filled: Program) -> None:
    home = filled.home
    assert home.list.sizeHintForRow(0) == ROW_HEIGHT
    home.filters.look.choose(1)
    assert home.list.look() is Look.CARDS
    assert home.list.sizeHintForRow(0) == CARD_HEIGHT
    assert home._page.heads.isHidden()
    assert load_settings().home_look == "cards"
    home.grab()


@pytest.mark.parametrize(("answer", "count"), [("update", 4), ("both", 5), ("cancel", 4)])
def test_a_file_that_is_there_already_asks(
    filled: Program, tmp_path: Path, answer: str, count: int
) -> None:
    brief = replace(sample().brief, title="From the file")
    file = tmp_path / "sample.deskrisk"
    write_workshop_file(replace(sample(), brief=brief), file)
    asked = answer_with(answer)
    filled.open_file(file)
    assert asked == ["ask"]
    assert filled.library.count() == count
    assert (filled.desk is None) == (answer == "cancel")
    if filled.desk is not None:
        assert filled.desk.meeting.workshop.brief.title == "From the file"


def test_a_file_that_is_none_changes_nothing(filled: Program, tmp_path: Path) -> None:
    file = tmp_path / "wrong.deskrisk"
    file.write_text("[]")
    asked = answer_with("seen")
    filled.open_file(file)
    assert asked == ["ask"]
    assert filled.library.count() == 4
    assert filled.desk is None


def test_export_writes_off_the_thread_and_says_where(
    qtbot: QtBot, filled: Program, tmp_path: Path
) -> None:
    path = tmp_path / "out.deskrisk"
    task = filled.export(sample(), path)
    asked = []

    def closed() -> bool:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AskDialog):
            asked.append(dialog)
            dialog.reject()
        return bool(asked)

    timer = QTimer(filled)
    timer.timeout.connect(closed)
    timer.start(10)
    with qtbot.waitSignal(task.destroyed, timeout=10_000):
        pass
    timer.stop()
    assert path.exists()
    assert asked


def test_the_columns_fill_the_width_and_do_not_overlap() -> None:
    for width in (960, 1040, 1064):
        edges = column_spans(width).edges
        assert len(edges) == len(COLUMNS)
        ends = [left + room for left, room in edges]
        assert all(end <= start for end, (start, _room) in zip(ends, edges[1:], strict=False))
        assert width - 2 <= ends[-1] <= width


def test_an_unknown_workshop_is_said_and_nothing_breaks(filled: Program) -> None:
    asked = answer_with("seen")
    filled.open_workshop(WorkshopId("gone"))
    assert asked == ["ask"]
    assert filled.desk is None


def test_the_theme_is_chosen_kept_and_marked(filled: Program) -> None:
    actions = filled.home_actions
    assert actions["view.theme.system"].isChecked()
    actions["view.theme.dark"].trigger()
    assert theme().name == "dark"
    assert load_settings().theme == "dark"
    filled.open_sample()
    assert filled.desk is not None
    assert filled.desk.actions_by_key["view.theme.dark"].isChecked()


def test_another_library_is_used_and_remembered(filled: Program, tmp_path: Path) -> None:
    before = filled.library
    filled.use_library(tmp_path / "other.db")
    assert filled.library is not before
    assert filled.home.stack.currentIndex() == 1
    assert load_settings().library == str(tmp_path / "other.db")
    filled.use_library(before.path)
    assert filled.library.count() == 4


def test_closing_asks_when_the_disk_does_not_take_it(
    filled: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def full(_self: Library, timeout: float | None = None) -> bool:
        tries.append(timeout)
        return False

    monkeypatch.setattr(Library, "flush", full)
    asked = answer_with("leave")
    filled.home.close()
    assert asked == ["ask"]
    assert len(tries) == 1
    assert not filled.home.isVisible()


def test_nobody_is_asked_when_the_computer_ends_the_program(
    filled: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "flush", lambda _self, _timeout=None: False)
    filled.leave()
    assert not filled.home.isVisible()


@pytest.mark.parametrize(("name", "taken"), [("a.deskrisk", 1), ("a.txt", 0)])
def test_a_workshop_file_can_be_dropped(
    empty: Program, tmp_path: Path, name: str, taken: int
) -> None:
    file = tmp_path / name
    write_workshop_file(sample(), file)
    drop(empty.home, file)
    assert (empty.desk is not None) == bool(taken)
    assert empty.library.count() == taken


def test_the_desk_takes_files_too_and_all_of_them(empty: Program, tmp_path: Path) -> None:
    first, second = tmp_path / "a.deskrisk", tmp_path / "b.deskrisk"
    write_workshop_file(sample(), first)
    write_workshop_file(sample("hospital-ward"), second)
    empty.start_workshop()
    assert empty.desk is not None
    drop(empty.desk, first, second)
    assert empty.library.count() == 3
    assert empty.desk.meeting.workshop.id == sample("hospital-ward").id
