"""Every nasty text pasted into every text field of the walk, in the real windows.

It comes back as it was typed, or with the announced substitute: on the screen, in the meeting, in
the library on the disk, in the workshop file and in the document.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.changes import Changes
from deskrisk.domain.listed import entries
from deskrisk.domain.model.brief import DecisionRule, Stage
from deskrisk.domain.model.fears import Cluster, Disposition, WorkingAgreement
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    ClusterId,
    GroupId,
    ObjectiveId,
    ParticipantId,
    RiskId,
)
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.responses import Decision, Response, Signal
from deskrisk.domain.model.risks import Category
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.texts import SUBSTITUTE, cleaned
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.widgets.fields import DayField, LineField, NumberField, TextField
from deskrisk.gui.widgets.page import substituted_words
from deskrisk.services.exports import export_workshop
from deskrisk.services.library import Library
from deskrisk.services.workshop_files import from_text, to_text
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    K,
    at,
    choose,
    desk_in_front,
    enter,
    go_to_stage,
    in_focus,
    press,
    primary,
    reach,
    type_text,
)
from tests.nasty import NASTY, expected
from tests.papers import bare, is_backward, on_paper

P1, R1, R2 = ParticipantId("p1"), RiskId("r1"), RiskId("r2")


def a_full_workshop() -> Workshop:
    """Something in every place of the walk, so that every field is there to be filled."""
    return a_workshop(
        Group(id=GroupId("g1"), position=0, name="group"),
        a_participant("p1"),
        a_participant("p2", group=GroupId("g1")),
        an_objective("o1"),
        Category(id=CategoryId("own"), position=9, name="kind"),
        Cluster(id=ClusterId("c1"), position=0, name="pile"),
        WorkingAgreement(id=AgreementId("a1"), position=0, text="agreement"),
        a_fear("f1", disposition=Disposition.QUESTION, note="note", owner=P1),
        a_fear("f2", disposition=Disposition.AGREEMENT, agreement=AgreementId("a1")),
        a_risk("r1", objectives=(ObjectiveId("o1"),), red_line=True, red_line_reason="reason"),
        a_risk("r2"),
        *(
            a_score(who, risk, 4, 4 if risk == R1 else 2)
            for who in ("p1", "p2")
            for risk in (R1, R2)
        ),
        Response(risk=R1, decision=Decision.MITIGATE, owner=P1, trigger="t", fallback="f"),
        Response(risk=R2, decision=Decision.WATCH, owner=P1, reason="r", leverage_note="l"),
        a_mitigation("m1", "r1", owner=P1, due=date(2025, 4, 4), signal=Signal(statement="s")),
        focus_count=1,
        decision_rule=DecisionRule.CONSENT,
    )


@dataclass(frozen=True)
class Scene:
    """A page in a state, how to come there by keys, and the text fields that it shows."""

    stage: Stage
    names: frozenset[str]
    open: Callable[[], object] = lambda: None


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _open_details() -> None:
    reach("promise_more")
    press(K.Key_Space)


def _take_the_first_risk() -> None:
    reach("risk_list")
    press(K.Key_Home)


def _take_next_fear() -> None:
    press(K.Key_PageDown, CTRL)


def _object() -> None:
    type_text("1")


def _start_review() -> None:
    primary()


def _next_risk() -> None:
    press(K.Key_PageDown)


def _stop_the_promise() -> None:
    primary()
    choose("status_field", "Dropped")


SCENES = {
    "prepare": Scene(
        Stage.PREPARE,
        _names(
            "title_field purpose_field project_field aim_1 person_1 person_role_1 person_2 "
            "person_role_2 group_1 agreement_1 kind_1 organisation_field facilitator_field"
        ),
    ),
    "recast a question": Scene(
        Stage.RECAST,
        _names(
            "note_field cause_field event_field consequence_field title_field red_line_reason_field"
        ),
        _take_the_first_risk,
    ),
    "recast an agreement": Scene(Stage.RECAST, _names("agreement_field"), _take_next_fear),
    "respond": Scene(
        Stage.RESPOND,
        _names(
            "promise_title_field signal_statement_field promise_description_field trigger_field "
            "signal_metric_field signal_unit_field signal_window_field signal_where_field "
            "fallback_field"
        ),
        _open_details,
    ),
    "respond and watch": Scene(Stage.RESPOND, _names("reason_field"), _next_risk),
    "agree": Scene(Stage.AGREE, _names("reservation_field acceptable_field"), _object),
    "follow up": Scene(Stage.FOLLOW_UP, _names("reading_field review_note_field"), _start_review),
}


@dataclass(frozen=True)
class Entry:
    """A field that Enter empties: how to come there by keys, and whether it takes a list apart."""

    stage: Stage
    name: str
    takes_list: bool = False
    open: Callable[[], object] = lambda: None


def _edit_the_slip() -> None:
    reach("wall")
    press(K.Key_F2)
    press(K.Key_A, CTRL)


def _name_a_pile() -> None:
    reach("wall")
    press(K.Key_G, CTRL)


def _go_over_a_bracket() -> None:
    for _step in range(5):  # close the round, see what was said, come to the order
        if at() != "order_list":
            primary()
    press(K.Key_End)
    press(K.Key_Up, ALT)


ENTRIES = {
    "aim": Entry(Stage.PREPARE, "aim_field", takes_list=True),
    "person": Entry(Stage.PREPARE, "person_field", takes_list=True),
    "group": Entry(Stage.PREPARE, "group_field"),
    "working agreement": Entry(Stage.PREPARE, "agreement_field", takes_list=True),
    "kind": Entry(Stage.PREPARE, "kind_field"),
    "fear": Entry(Stage.NAME, "fear_field", takes_list=True),
    "slip": Entry(Stage.NAME, "wall_editor", open=_edit_the_slip),
    "pile": Entry(Stage.NAME, "wall_editor", open=_name_a_pile),
    "reason of a move": Entry(Stage.RANK, "reason_field", open=_go_over_a_bracket),
    "change": Entry(Stage.AGREE, "amendment_field"),
}


@contextmanager
def the_desk(qtbot: QtBot, folder: Path) -> Iterator[tuple[Program, DeskWindow]]:
    """The full workshop on a desk that is wide enough for its guide."""
    with running(qtbot, folder, a_full_workshop()) as program:
        program.open_workshop(a_full_workshop().id)
        desk = desk_in_front(qtbot, program)
        desk.resize(1300, 800)
        QApplication.processEvents()
        yield program, desk


def text_fields(desk: DeskWindow) -> list[LineField | TextField]:
    """All text fields that Tab leads to, each once; those that are emptied by Enter are apart."""
    found: list[LineField | TextField] = []
    seen: set[QWidget] = set()
    while (here := in_focus()) not in seen:
        seen.add(here)
        if (
            isinstance(here, (LineField, TextField))
            and not isinstance(here, (DayField, NumberField))
            and not here._handover._entry
        ):
            found.append(here)
        press(K.Key_Tab)
    return found


def texts_of(changes: Changes) -> list[str]:
    """Every text that a step wrote."""
    return [text for change in changes.items for text in _texts(change.after)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        for declared in fields(value):
            yield from _texts(getattr(value, declared.name))


def put_in(field: QWidget, text: str) -> str:
    """Paste over what a field holds and leave it; gives what the clipboard could hold."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, K.Key_A, CTRL)  # the window has its moment when the field is left
    QTest.keyClick(field, K.Key_V, CTRL)
    press(K.Key_Tab)
    return QGuiApplication.clipboard().text()


def check_shown(desk: DeskWindow, field: LineField | TextField, pasted: str) -> None:
    """On the screen and in the meeting it is what it should be, and a substitute is announced."""
    back, replaced = cleaned(pasted)
    where = f"{field.objectName()} with {pasted[:30]!r}"
    assert field.value() == back, where
    step = desk.meeting.next_undo
    assert step is not None
    assert back in texts_of(step.changes), where
    page = desk.pages.page()
    assert page is not None
    if replaced:
        assert page.message.text() == substituted_words(replaced), where


def check_plain(desk: DeskWindow) -> None:
    """Nothing a person wrote is taken for markup, and nothing is wider than its window."""
    for each in (desk, *desk.findChildren(QWidget)):
        if isinstance(each, QLabel):
            assert each.textFormat() is Qt.TextFormat.PlainText, each.objectName()
        tip = each.toolTip()
        assert "<" not in tip or _is_escaped(tip), each.objectName()
        if each.isVisible() and each.window() is desk:
            right = each.mapTo(desk, each.rect().topRight()).x()
            assert right <= desk.width(), (each.objectName(), right)
        if isinstance(each, QAbstractScrollArea) and each.isVisible():
            assert each.horizontalScrollBar().maximum() == 0, each.objectName()
    assert desk.width() == 1300


def _is_escaped(tip: str) -> bool:
    head, tail = '<p style="white-space: pre-wrap">', "</p>"
    return tip.startswith(head) and tip.endswith(tail) and "<" not in tip[len(head) : -len(tail)]


def check_kept(program: Program, workshop: Workshop) -> None:
    """The library on the disk and the workshop file hold the same."""
    assert program.library.flush(10)
    assert program.library.workshop(workshop.id) == workshop
    assert from_text(to_text(workshop)) == workshop


def check_reopened(folder: Path, workshop: Workshop) -> None:
    with Library.open(folder / "library.db") as library:
        assert library.workshop(workshop.id) == workshop


@pytest.mark.parametrize("name", SCENES)
def test_every_text_comes_back_from_every_field(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    with the_desk(qtbot, tmp_path) as (program, desk):
        go_to_stage(desk, scene.stage)
        scene.open()
        every = text_fields(desk)
        assert scene.names <= {field.objectName() for field in every}
        for text in NASTY:
            for field in every:
                if field.objectName() in scene.names:
                    check_shown(desk, field, put_in(field, text))
            check_plain(desk)
            check_kept(program, desk.meeting.workshop)
        last = desk.meeting.workshop
    check_reopened(tmp_path, last)


@pytest.mark.parametrize("name", ENTRIES)
def test_every_text_comes_back_from_every_entry(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    entry = ENTRIES[name]
    with the_desk(qtbot, tmp_path) as (program, desk):
        if entry.stage is Stage.AGREE:
            go_to_stage(desk, Stage.AGREE)
            _object()  # what is changed answers an objection
        for text in NASTY:
            go_to_stage(desk, entry.stage)
            entry.open()
            reach(entry.name)
            QGuiApplication.clipboard().setText(text)
            pasted = QGuiApplication.clipboard().text()
            before = len(desk.meeting.history)
            press(K.Key_V, CTRL)
            if not (entry.takes_list and len(entries(pasted)) > 1):
                enter()
            steps = len(desk.meeting.history) - before
            check_entered(desk, entry, pasted, steps)
            check_plain(desk)
            check_kept(program, desk.meeting.workshop)
            assert value_of(entry.name, desk) in (None, "")
            press(K.Key_Z, CTRL, times=steps)


def check_entered(desk: DeskWindow, entry: Entry, pasted: str, steps: int) -> None:
    back, replaced = cleaned(pasted)
    assert steps > 0, f"{entry.name} with {pasted[:30]!r}"
    held = [text for step in desk.meeting.history[-steps:] for text in texts_of(step.changes)]
    parts = entries(back) if entry.takes_list and len(entries(pasted)) > 1 else (back,)
    assert set(parts) <= set(held), f"{entry.name} with {pasted[:30]!r}: {held}"
    page = desk.pages.page()
    assert page is not None
    if replaced:
        assert page.message.text() == substituted_words(replaced), pasted[:30]


def value_of(name: str, desk: DeskWindow) -> object:
    """What a field of the page holds; None where it has gone."""
    page = desk.pages.page()
    assert page is not None
    found = [each for each in page.findChildren(QWidget, name) if each.isVisible()]
    return getattr(found[0], "value")() if found else None  # noqa: B009  widgets share no type


PRINTED = _names("promise_title_field signal_statement_field trigger_field fallback_field")
"""Fields of a promise whose words stand in the document as they are."""


def test_what_was_pasted_stands_in_the_document(qtbot: QtBot, tmp_path: Path) -> None:
    """All texts, spread over the fields of a promise; the reports' own tests hold the rest."""
    scene = SCENES["respond"]
    waiting = list(NASTY)
    with the_desk(qtbot, tmp_path) as (_program, desk):
        go_to_stage(desk, scene.stage)
        scene.open()
        every = [each for each in text_fields(desk) if each.objectName() in PRINTED]
        while waiting:
            given, waiting = waiting[: len(every)], waiting[len(every) :]
            backs = [expected(put_in(*pair)) for pair in zip(every, given, strict=False)]
            check_printed(desk.meeting.workshop, tmp_path / "document.pdf", backs)


def check_printed(workshop: Workshop, path: Path, backs: list[str]) -> None:
    export_workshop(workshop, path, now=datetime(2025, 3, 11, tzinfo=UTC))
    found = bare("\n".join(page.extract_text() for page in PdfReader(path).pages))
    for back in backs:
        wanted = bare(on_paper(back))
        missing = Counter(wanted) - Counter(found)
        missing.pop(SUBSTITUTE, None)
        assert not missing, back[:30]
        if len(wanted) < 60 and not is_backward(wanted) and SUBSTITUTE not in wanted:
            assert wanted in found, back[:30]
