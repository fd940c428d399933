"""What a facilitator does that nobody plans for, in the real windows."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.library import LibraryError
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.people import StillNeededError
from deskrisk.domain.stages import STAGES
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.services.library import Library
from deskrisk.services.people import remove_person
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.gui.windows import drop, running
from tests.journeys.hands import answering, desk_in_front

LONG = "Ä long title " * 307  # 4,000 characters, nearly


def crowded() -> Workshop:
    """Forty risks and twelve people who have all answered."""
    people = [a_participant(f"p{at}", position=at) for at in range(12)]
    risks = [a_risk(f"r{at}", number=at + 1) for at in range(40)]
    scores = [
        a_score(each.id, risk.id, 2 + at % 3, 1 + at % 3)
        for each in people
        for at, risk in enumerate(risks)
    ]
    return a_workshop(*people, *risks, *scores)


WORKSHOPS = {
    "empty": a_workshop,
    "long": lambda: a_workshop(a_participant("p1"), a_risk("r1", title=LONG), title=LONG),
    "crowded": crowded,
}


@pytest.mark.parametrize("kind", WORKSHOPS)
def test_every_page_stands_and_keeps_the_width(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    workshop = WORKSHOPS[kind]()
    with running(qtbot, tmp_path, workshop) as program:
        assert program.home.list.horizontalScrollBar().maximum() == 0
        program.open_workshop(workshop.id)
        desk = desk_in_front(qtbot, program)
        desk.resize(1280, 800)
        for stage in STAGES:
            desk.pages.show_stage(stage)
            QApplication.processEvents()
            assert desk.width() == 1280, stage
            wide = [
                each.objectName() or each.text()[:30]
                for each in desk.findChildren(QLabel)
                if each.isVisible() and each.mapTo(desk, each.rect().topRight()).x() > desk.width()
            ]
            assert not wide, stage
        assert len(desk.windowTitle()) < 200
        assert desk.meeting.next_undo is None


@pytest.mark.parametrize("odd", ["folder", "gone", "binary", "cut"])
def test_what_is_no_workshop_is_said_and_left_alone(qtbot: QtBot, tmp_path: Path, odd: str) -> None:
    path = tmp_path / "odd.deskrisk"
    if odd == "folder":
        path.mkdir()
    elif odd != "gone":
        path.write_bytes(b"\0\xff" * 500 if odd == "binary" else b'{"format": "deskrisk')
    with running(qtbot, tmp_path) as program:
        drop(program.home, tmp_path / "odd.docx")  # no workshop file: nothing happens
        with answering(lambda dialog: dialog.close()) as asked:
            drop(program.home, path)
        assert asked == [AskDialog.__name__]
        assert program.library.count() == 0
        assert program.desk is None


@pytest.mark.parametrize("odd", ["folder", "text", "cut"])
def test_a_library_that_is_none_has_its_sentence(tmp_path: Path, odd: str) -> None:
    path = tmp_path / "library.db"
    if odd == "folder":
        path.mkdir()
    elif odd == "text":
        path.write_text("My notes\n" * 400)
    else:
        Library.open(path).close()
        path.write_bytes(path.read_bytes()[:5000])
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError) as refused:
        Library.open(path)
    assert sentence(refused.value).endswith(".")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_person_with_answers_goes_and_comes_back_after_reopening(
    qtbot: QtBot, tmp_path: Path
) -> None:
    workshop = crowded()
    with running(qtbot, tmp_path, workshop) as program:
        program.open_workshop(workshop.id)
        desk = desk_in_front(qtbot, program)
        desk.pages.show_stage(Stage.RANK)
        person = next(iter(workshop.participants))
        with pytest.raises(StillNeededError):
            remove_person(desk.meeting, person)
        remove_person(desk.meeting, person, for_good=True)
        assert len(desk.meeting.workshop.scores) == 11 * 40
        program.back_home()
        program.open_workshop(workshop.id)
        again = desk_in_front(qtbot, program)
        again.meeting.undo()
        assert again.meeting.workshop == workshop
