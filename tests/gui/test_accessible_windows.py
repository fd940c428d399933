"""Every booth, dialog and the room by name, by keys alone, and never without a ring."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.packs import Pack, PackFear
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.dialogs.export import ExportDialog
from deskrisk.gui.dialogs.freeze import FreezeDialog
from deskrisk.gui.dialogs.gap_check import GapCheck
from deskrisk.gui.dialogs.keys import KeysDialog
from deskrisk.gui.dialogs.pack import PackDialog
from deskrisk.gui.room.window import RoomWindow
from deskrisk.gui.shortcuts import key_sections
from deskrisk.gui.stages.name.booth import Booth
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.stages.rank.ballot_booth import BallotBooth
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.stages.respond.at_hand import AtHandDialog
from deskrisk.gui.widgets.person_booth import PersonBooth
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.viewmodels.exporting import ExportChoice
from deskrisk.viewmodels.gaps import gap_view
from deskrisk.viewmodels.ideas import IdeasView, ideas_view
from deskrisk.viewmodels.pack_fears import offered_fears
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.versions import versions_view
from tests.builders import a_participant, a_risk, a_workshop
from tests.gui.stages.opened import opened, press, write
from tests.gui.stages.pages import opened as opened_page
from tests.gui.stages.test_rank_order import not_ordered
from tests.gui.walking import controls, faults, focused, stops, without_ring
from tests.gui.windows import desk_of, running

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def check(root: QWidget) -> None:
    """Everything that Tab can reach has name, role and ring, and Tab reaches all of it."""
    assert faults(root) == []
    around = stops(focused())
    missed = {each for each in controls(root) if each.isVisible() and each.isEnabled()} - {
        *around,
        root,
    }
    assert not missed, [each.objectName() for each in missed]
    assert without_ring(around) == []


def front(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def naming(qtbot: QtBot) -> Iterator[Booth]:
    with opened_page(qtbot, NamePage, a_workshop(input_fears=InputMode.PASS)) as page:
        page.passing.begin()
        booth = page.passing.booth
        assert booth is not None
        front(qtbot, booth)
        yield booth
        booth.leave()


def test_the_booth_for_fears(naming: Booth) -> None:
    check(naming)
    press(K.Key_Return)
    assert focused() is naming.field
    check(naming)
    naming.field.setFocus()
    press(K.Key_PageDown)  # with a question before and one after it
    check(naming)
    assert naming.field.accessibleName().startswith("Now stay with yourself")


@pytest.fixture
def scoring(qtbot: QtBot) -> Iterator[ScoreBooth]:
    room = a_workshop(
        a_participant("p1"), a_participant("p2"), a_risk("r1"), input_scores=InputMode.PASS
    )
    page = opened(qtbot, RankPage, room)
    press(K.Key_Return, CTRL)
    booth = page.window().findChild(ScoreBooth)
    assert isinstance(booth, ScoreBooth)
    front(qtbot, booth)
    yield booth
    booth.leave()


@pytest.fixture
def voting(qtbot: QtBot) -> Iterator[BallotBooth]:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    press(K.Key_B, ALT)
    press(K.Key_Return, CTRL)
    booth = page.order.ballot.booth
    assert booth is not None
    front(qtbot, booth)
    yield booth
    booth.leave()


def walk_booth(booth: PersonBooth, keys: str) -> None:
    """From the names over a sheet to the sign that it is sealed."""
    check(booth)
    booth.people.setFocus()
    press(K.Key_Return)
    sheet = focused()
    check(booth)
    sheet.setFocus()
    write(keys)
    here = focused()
    check(booth)  # with a primary button that can be pressed
    here.setFocus()
    press(K.Key_Return)
    assert focused() is booth.hand_on
    check(booth)


def test_the_booth_for_answers(scoring: ScoreBooth) -> None:
    walk_booth(scoring, "43")


def test_the_booth_for_ballots(voting: BallotBooth) -> None:
    walk_booth(voting, "12")


@pytest.mark.parametrize("mode", InputMode, ids=lambda mode: mode.value)
def test_the_ballot_of_the_room(qtbot: QtBot, mode: InputMode) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample(), input_ballots=mode))
    press(K.Key_B, ALT)
    check(page)


def test_the_duels(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample("hospital-ward")))
    press(K.Key_D, ALT)
    check(page)
    write("3")
    press(K.Key_Return)
    check(page)


@pytest.mark.parametrize("mode", InputMode, ids=lambda mode: mode.value)
def test_each_way_of_taking_answers(qtbot: QtBot, mode: InputMode) -> None:
    people = [a_participant(f"p{number}") for number in (1, 2, 3)]
    risks = [a_risk("r1"), a_risk("r2")]
    page = opened(qtbot, RankPage, a_workshop(*people, *risks, input_scores=mode))
    check(page)


def offered() -> tuple[PackFear, ...]:
    return tuple(offered_fears(a_workshop(), find_packs().packs))


DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "keys": lambda parent: KeysDialog(parent, key_sections()),
    "ask": lambda parent: AskDialog(
        parent, "Sure?", "It goes.", (("keep", "Keep it"), ("both", "Both"), ("go", "Let it go"))
    ),
    "pack": lambda parent: PackDialog(parent, offered()),
    "freeze": lambda parent: FreezeDialog(parent, versions_view(sample())),
    "export": lambda parent: ExportDialog(parent, sample(), ExportChoice(), ""),
    "gaps": lambda parent: GapCheck(parent, gap_view(a_workshop())),
    "no gaps": lambda parent: GapCheck(parent, gap_view(sample())),
    "at hand": lambda parent: AtHandDialog(parent, at_hand("r04")),
    "nothing at hand": lambda parent: AtHandDialog(parent, at_hand("r04", packs=())),
}


def at_hand(risk: str, packs: Sequence[Pack] | None = None) -> IdeasView:
    workshop = sample() if packs is None else replace(sample(), mitigations={})
    known = find_packs().packs if packs is None else packs
    return ideas_view(workshop, RiskId(risk), known)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = DIALOGS[name](parent)
    dialog.show()
    front(qtbot, dialog)
    check(dialog)
    if isinstance(dialog, PackDialog):
        dialog.list.setFocus()
        press(K.Key_Down)
        press(K.Key_Space)
        check(dialog)  # now something can be taken
    dialog.close()
    dialog.deleteLater()


def test_the_room_says_what_it_shows(qtbot: QtBot, tmp_path: Path) -> None:
    with ExitStack() as stack:
        program = stack.enter_context(running(qtbot, tmp_path, sample()))
        program.open_workshop(sample().id)
        desk = desk_of(qtbot, program)
        desk.wall.room.open()
        room = desk.wall.room.window
        assert isinstance(room, RoomWindow)
        workshop = sample()
        fear = next(iter(workshop.fears.values()))
        desk.show_of_room.show(Scene.FEAR, fear.id, curtain=False)
        spoken = QAccessible.queryAccessibleInterface(room)
        assert spoken.text(QAccessible.Text.Name) == "Room"
        assert fear.text in spoken.text(QAccessible.Text.Description)
        desk.show_of_room.lower_curtain()
        assert fear.text not in spoken.text(QAccessible.Text.Description)
