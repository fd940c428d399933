"""The gap check on the real desk: one key opens it everywhere, Enter leads to the right field."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import DecisionRule, Stage
from deskrisk.domain.model.ids import ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Happiness, Response, Signal
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.places import go_to_place
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.gap_check import GapCheck
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from deskrisk.viewmodels.gaps import gap_view
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop, an_objective

K = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    found = Library.open(tmp_path / "library.db")
    yield found
    found.close()


def a_desk(qtbot: QtBot, library: Library, workshop: Workshop) -> DeskWindow:
    library.add(workshop)
    desk = DeskWindow(library.open_meeting(workshop.id), library)
    qtbot.addWidget(desk, before_close_func=lambda _desk: desk.end())
    desk.resize(1280, 720)
    desk.open_reached()
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    return desk


def the_check(qtbot: QtBot, desk: DeskWindow) -> GapCheck:
    focus = QApplication.focusWidget()
    QTest.keyClick(focus or desk, K.Key_M, CTRL_SHIFT)
    check = desk.findChild(GapCheck, "gap_check")
    assert isinstance(check, GapCheck)
    qtbot.waitUntil(check.isActiveWindow)
    return check


def in_front(qtbot: QtBot, desk: DeskWindow) -> None:
    """The desk again, as the window manager has it once the check is closed."""
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)


def whole(**fields: object) -> Response:
    given: dict[str, object] = {
        "risk": RiskId("r1"),
        "decision": Decision.MITIGATE,
        "owner": ParticipantId("p1"),
        "reason": "as we said",
        "trigger": "errors",
        "fallback": "switch off",
        "residual_likelihood": 1,
        "residual_impact": 1,
        "review_date": date(2025, 4, 8),
        **fields,
    }
    return Response(**given)  # type: ignore[arg-type]  # fields of the test


def a_room(*parts: object, **fields: object) -> Workshop:
    workshop = a_workshop(
        *(a_participant(f"p{n}") for n in (1, 2)),
        *(an_objective(f"o{n}") for n in (1, 2)),
        a_risk("r1", objectives=(ObjectiveId("o1"),)),
        **{"purpose": "We agree what to do", **fields},  # type: ignore[arg-type]  # of the brief
    )
    return put(workshop, *parts)  # type: ignore[arg-type]  # parts of a workshop


def unpromised(field: str) -> Workshop:
    given: dict[str, object] = {
        "title": "Load test",
        "owner": ParticipantId("p1"),
        "due": date(2025, 4, 1),
        "signal": Signal(statement="300 ms"),
    }
    lacking = {**given, field: "" if field == "title" else None}
    return a_room(whole(), a_mitigation("m1", "r1", **given), a_mitigation("m2", "r1", **lacking))


CASES = {
    "purpose_field": a_room(purpose=""),
    "aim_field": a_workshop(purpose="We agree what to do"),
    "person_field": a_workshop(an_objective("o1"), an_objective("o2"), purpose="We agree"),
    "horizon_field": a_room(horizon=date(2025, 3, 11)),
    "decision_owner_field": a_room(decision_rule=DecisionRule.OWNER_AFTER_ADVICE),
    "cause_field": a_room(a_risk("r1", cause="", objectives=(ObjectiveId("o1"),))),
    "event_field": a_room(a_risk("r1", event="", objectives=(ObjectiveId("o1"),))),
    "consequence_field": a_room(a_risk("r1", consequence="", objectives=(ObjectiveId("o1"),))),
    "hurts_1": a_room(a_risk("r1")),
    "category_field": a_room(a_risk("r1", category=None, objectives=(ObjectiveId("o1"),))),
    "red_line_reason_field": a_room(
        a_risk("r1", red_line=True, objectives=(ObjectiveId("o1"),)),
    ),
    "decision_field": a_room(),
    "owner_field": a_room(whole(owner=None)),
    "reason_field": a_room(whole(decision=Decision.ACCEPT, reason="")),
    "add_promise": a_room(whole()),
    "trigger_field": a_room(whole(trigger="", fallback="")),
    "fallback_field": a_room(whole(fallback="")),
    "residual_likelihood_field": a_room(whole(residual_likelihood=None)),
    "review_date_field": a_room(whole(review_date=None)),
    "happy_field": a_room(whole(happy=Happiness.NOT_YET)),
    "promise_title_field": unpromised("title"),
    "promise_owner_field": unpromised("owner"),
    "due_field": unpromised("due"),
    "signal_statement_field": unpromised("signal"),
}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.value)
def test_one_key_opens_it_on_every_page(qtbot: QtBot, library: Library, stage: Stage) -> None:
    desk = a_desk(qtbot, library, sample())
    desk.pages.show_stage(stage)
    check = the_check(qtbot, desk)
    assert check.findChild(QLabel, "gap_heading").text() == "Nothing is missing"  # type: ignore[union-attr]  # there is one
    QTest.keyClick(check.list, K.Key_Escape)
    in_front(qtbot, desk)
    assert desk.pages.stage() is stage


@pytest.mark.parametrize("field", CASES)
def test_a_line_leads_to_the_field_that_is_missing(
    qtbot: QtBot, library: Library, field: str
) -> None:
    workshop = CASES[field]
    desk = a_desk(qtbot, library, workshop)
    line = next(
        line for line in gap_view(workshop).lines if line.place and line.place.field == field
    )
    check = the_check(qtbot, desk)
    check.list.show_current(line.key)
    QTest.keyClick(check.list, K.Key_Return)
    in_front(qtbot, desk)
    assert line.place is not None
    assert desk.pages.stage() is line.place.stage
    chain = []
    around = QApplication.focusWidget()
    while around is not None:
        chain.append(around.objectName())
        around = around.parentWidget()
    assert field in chain
    assert not line.place.within or line.place.within in chain


def test_lines_without_a_field_lead_to_the_page(qtbot: QtBot, library: Library) -> None:
    stance = Stance(round=1, participant=ParticipantId("p1"), level=5)
    workshop = a_room(a_fear("f1"), stance)
    desk = a_desk(qtbot, library, workshop)
    for line in gap_view(workshop).lines:
        assert line.place is not None
        go_to_place(desk.pages, line.place)
        assert desk.pages.stage() is line.place.stage


def test_the_foot_counts_what_is_missing_and_opens_it(qtbot: QtBot, library: Library) -> None:
    workshop = put(sample(), replace(sample().responses["r02"], owner=None, reason="why"))
    desk = a_desk(qtbot, library, workshop)
    assert desk.status.gaps.words() == "1 missing"
    desk.status.gaps.click()
    check = desk.findChild(GapCheck, "gap_check")
    assert isinstance(check, GapCheck)
    button = check.findChild(PrimaryButton, "gap_go")
    assert isinstance(button, PrimaryButton)
    button.click()
    in_front(qtbot, desk)
    assert desk.pages.stage() is Stage.RESPOND
    owner = QApplication.focusWidget()
    assert owner is not None
    assert owner.objectName() == "owner_field"
    QTest.keyClick(owner, K.Key_1)
    assert desk.status.gaps.words() == "nothing missing"


def test_with_nothing_at_all_it_says_so_and_closes(qtbot: QtBot, library: Library) -> None:
    people = {who: replace(each, present=True) for who, each in sample().participants.items()}
    fewer = {id_: each for id_, each in sample().mitigations.items() if id_ in ("m01", "m13")}
    workshop = replace(sample(), participants=people, mitigations=fewer)
    accepted = [
        replace(each, decision=Decision.ACCEPT, reason="small", trigger="", fallback="")
        for each in workshop.responses.values()
    ]
    desk = a_desk(qtbot, library, put(workshop, *accepted))
    check = the_check(qtbot, desk)
    assert not check.findChild(RowList, "gap_list").isVisible()  # type: ignore[union-attr]  # there is one
    assert "asked for its agreement." in check.note.text()
    QTest.keyClick(check.go, K.Key_Return)
    assert desk.findChild(GapCheck, "gap_check") is None or not check.isVisible()
