"""Before answers are shown, in one deliberate act, nothing anywhere depends on them.

Two rooms that differ in their answers alone are played by keys, in each way of answering and in
both rounds. Whatever the program then says, on any page, in any window, to a screen reader, in
its log, and every picture of the wall, has to be the same in both.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.ids import NoteId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.scores import DiscussionNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.sheets import sheets_in
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.stages.rank import files
from deskrisk.gui.stages.rank.collected import PassPart
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.widgets.studio import studio
from deskrisk.services.exports import FORMATS, ExportFormat, export_workshop
from deskrisk.services.sheets import write_table
from deskrisk.viewmodels.scenes import Scene, ShowState, pair
from deskrisk.viewmodels.show import show_view
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop, an_objective
from tests.gui.everything_said import everything_said
from tests.gui.windows import desk_of, running

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE, RISKS = 6, 3

Answers = tuple[tuple[tuple[int, int], ...], ...]

ANSWERS: dict[str, Answers] = {
    "calm": (((1, 1), (2, 2), (1, 2)),) * PEOPLE,
    "far apart": (((5, 5), (1, 1), (2, 3)), ((1, 1), (5, 5), (3, 2))) * (PEOPLE // 2),
}
"""Likelihood and impact by person and risk; of the second kind everything has much to tell."""


@dataclass(frozen=True)
class Said:
    """What could be heard, read and seen: on each page, and on the wall."""

    words: dict[str, str]
    frames: dict[str, bytes]
    scenes: dict[str, str]
    log: str


def a_room(mode: InputMode, round_: int) -> Workshop:
    """Two groups, three risks above and below the line, promises; the first round closed or not."""
    room = a_workshop(
        Group(id="team", position=0, name="Team"),  # type: ignore[arg-type]  # an id is a text
        Group(id="house", position=1, name="House"),  # type: ignore[arg-type]  # as above
        *(a_participant(f"p{n}", group="team" if n % 2 else "house") for n in range(1, PEOPLE + 1)),
        *(a_risk(f"r{n}") for n in range(1, RISKS + 1)),
        an_objective("o1"),
        a_mitigation("m1", "r1"),
        a_mitigation("m2", "r3"),
        input_scores=mode,
        focus_count=1,
        project_size_person_days=200.0,
    )
    if round_ == 1:
        return room
    first = [
        a_score(f"p{n}", f"r{risk}", 1 + n % 5, 1 + (n + risk) % 5)
        for n in range(1, PEOPLE + 1)
        for risk in range(1, RISKS + 1)
    ]
    notes = [
        DiscussionNote(id=NoteId(f"n{n}"), position=n, round=1, risk=risk, text="Heard")
        for n, risk in enumerate(room.risks)
    ]
    return replace(put(room, *first, *notes), progress=replace(room.progress, round_closed=1))


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


def write(levels: str) -> None:
    for level in levels:
        press(Qt.Key(int(K.Key_0) + int(level)))


def by_cards(_qtbot: QtBot, _page: RankPage, answers: Answers) -> None:
    for risk in range(RISKS):
        write("".join(str(person[risk][0]) for person in answers))
        write("".join(str(person[risk][1]) for person in answers))
        press(K.Key_Return)


def by_paper(_qtbot: QtBot, _page: RankPage, answers: Answers) -> None:
    for person in answers:
        write("".join(f"{likely}{bad}" for likely, bad in person))
        press(K.Key_Return)


def by_pass(qtbot: QtBot, page: RankPage, answers: Answers) -> None:
    """The sheet asks in an order of chance; so everybody looks what is asked."""
    part = page.answers.part
    assert isinstance(part, PassPart)
    page.press_primary()
    booth = part.booth
    assert booth is not None
    qtbot.waitUntil(booth.isActiveWindow)
    for person in answers:
        press(K.Key_Return)
        for _risk in range(RISKS):
            likely, bad = person[int(booth.title.text()[-1]) - 1]
            write(f"{likely}{bad}")
        press(K.Key_Return)
        press(K.Key_Return)
    said_in_booth(booth.windowTitle())
    booth.end()
    qtbot.waitUntil(page.window().isActiveWindow)


def by_file(_qtbot: QtBot, page: RankPage, answers: Answers) -> None:
    path = Path.cwd() / "answers.csv"
    write_table(page.meeting.workshop, path, round_=page.answers.round)
    rows = path.read_text("utf-8-sig").splitlines()
    given = [f"{likely},{bad}" for person in answers for likely, bad in person]
    filled = [row[:-1] + pair for row, pair in zip(rows[1:], given, strict=True)]
    path.write_text("\n".join([rows[0], *filled]), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "ask_table", lambda _page: path)
        page.press_primary()


def said_in_booth(title: str) -> None:
    """No text of an answer is the name of a window."""
    assert title in {"", "DeskRisk"}


Play = Callable[[QtBot, RankPage, Answers], None]

WAYS: dict[InputMode, Play] = {
    InputMode.CARDS: by_cards,
    InputMode.PAPER: by_paper,
    InputMode.PASS: by_pass,
    InputMode.IMPORT: by_file,
}


def played(
    qtbot: QtBot, folder: Path, mode: InputMode, round_: int, answers: str
) -> tuple[dict[str, str], dict[str, bytes], dict[str, str]]:
    """Play the round up to the moment before it is closed, then look everywhere."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    folder.mkdir(parents=True)
    room = a_room(mode, round_)
    with running(qtbot, folder, room) as program:
        program.open_workshop(room.id)
        desk = desk_of(qtbot, program)
        desk.pages.show_stage(Stage.RANK)
        page = desk.pages.page()
        assert isinstance(page, RankPage)
        if round_ == 2:
            page.ask_again(None)
        desk.show_of_room.show_timer(shown=False)
        desk.wall.room.open()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        page.show_way("answers")
        WAYS[mode](qtbot, page, ANSWERS[answers])
        assert sheets_in(page.meeting.workshop, round_).everybody
        assert page.meeting.workshop.progress.round_closed == round_ - 1
        words, frames = looked_everywhere(desk, page)
        scenes = every_scene(page.meeting.workshop)
        desk.wall.room.close()
    return words, frames, scenes


def looked_everywhere(desk: DeskWindow, page: RankPage) -> tuple[dict[str, str], dict[str, bytes]]:
    words: dict[str, str] = {}
    frames: dict[str, bytes] = {}
    for way in page.parts:
        page.show_way(way)
        look(desk, f"rank {way}", words, frames)
    for stage in STAGES:
        desk.pages.show_stage(stage)
        look(desk, stage.value, words, frames)
    return words, frames


def look(desk: DeskWindow, name: str, words: dict[str, str], frames: dict[str, bytes]) -> None:
    """Read everything, and take a picture of the wall, curtain down and up."""
    QApplication.processEvents()
    words[name] = everything_said()
    window = desk.wall.room.window
    assert window is not None
    for curtain in (False, True):
        desk.show_of_room.raise_curtain()
        if curtain:
            desk.show_of_room.lower_curtain()
        picture = settled(window)
        frames[f"{name}, curtain {curtain}"] = bytes(picture.constBits())


def settled(window: QWidget) -> QImage:
    """A picture of the wall, once its charts are drawn."""
    QApplication.processEvents()
    window.grab()  # asks for its charts
    while not studio().is_idle():
        time.sleep(0.005)
        QApplication.processEvents()
    QApplication.processEvents()
    return window.grab().toImage()


def every_scene(workshop: Workshop) -> dict[str, str]:
    """Whatever could be put on the wall by any page."""
    subjects = ["", *workshop.risks, pair("r1", "r2")]
    return {
        f"{scene} {subject}": show_view(workshop, ShowState(scene=scene, subject=subject)).spoken()
        for scene in Scene
        for subject in subjects
        if scene is not Scene.PROMPT
    }


def answered(round_: int, answers: Answers) -> Workshop:
    """The room with all answers of a round, before it is closed."""
    given = [
        a_score(f"p{person}", f"r{risk}", likely, bad, round=round_)
        for person, row in enumerate(answers, start=1)
        for risk, (likely, bad) in enumerate(row, start=1)
    ]
    return put(a_room(InputMode.CARDS, round_), *given)


@pytest.mark.parametrize("version", [DocumentVersion.SUMMARY, DocumentVersion.TEAM])
@pytest.mark.parametrize("round_", [1, 2])
@pytest.mark.parametrize(
    "kind", [each for each in FORMATS if not each.whole], ids=lambda kind: kind.key
)
def test_no_file_depends_on_an_answer_before_all_are_shown(
    tmp_path: Path, kind: ExportFormat, round_: int, version: DocumentVersion
) -> None:
    """The archive holds everything and says so; no other file may."""
    found = []
    for name, answers in ANSWERS.items():
        path = tmp_path / f"{name}{kind.suffix}"
        export_workshop(
            answered(round_, answers),
            path,
            now=datetime(2025, 9, 1, tzinfo=UTC),
            options=DocumentOptions(version=version),
        )
        found.append(path.read_bytes())
    calm, apart = found
    assert calm == apart


@pytest.mark.parametrize("round_", [1, 2])
@pytest.mark.parametrize("mode", list(InputMode), ids=lambda mode: mode.value)
def test_nothing_anywhere_depends_on_an_answer_before_all_are_shown(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    mode: InputMode,
    round_: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.chdir(tmp_path)
    heard = []
    for answers in ANSWERS:
        caplog.clear()
        folder = tmp_path / answers / "room"
        words, frames, scenes = played(qtbot, folder, mode, round_, answers)
        words = {place: text.replace(str(folder), "") for place, text in words.items()}
        ours = [each for each in caplog.records if not each.name.startswith("matplotlib")]
        log = "\n".join(record.getMessage() for record in ours)
        heard.append(Said(words=words, frames=frames, scenes=scenes, log=log))
    calm, apart = heard
    for place, text in calm.words.items():
        assert text == apart.words[place], place
    for place, frame in calm.frames.items():
        assert frame == apart.frames[place], place
    assert calm.scenes == apart.scenes
    assert calm.log == apart.log
