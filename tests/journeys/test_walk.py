"""One walk through the whole program by keys alone: from an empty library to an agreed document.

Then the program is closed, opened another day, undone to the first blank page, and redone.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.responses import Decision
from deskrisk.domain.model.risks import COST, DELIVERY, OPERATIONAL
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.domain.stages import stage_done
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    SHIFT,
    K,
    at,
    choose,
    desk_in_front,
    enter,
    export_by_keys,
    go_to_stage,
    no_stray_window,
    press,
    primary,
    reach,
    seen,
    type_into,
    type_text,
    typed_in,
)

PEOPLE = ("Ada Byron", "Bo Larsen", "Cy Okafor")
AIMS = ("Members get right answers", "We are live by June", "The night shift can sleep")
FEARS = (
    "It will break at night",
    "Only Bo knows the old code",
    "We will be late again",
    "The invoice will surprise us",
)
ABOUT_US = "Nobody listens when I say no"
"""The fear about people; it is heard and kept, and becomes no risk."""


@dataclass(frozen=True)
class Written:
    """One risk as it is written, and what is promised about it."""

    fear: str
    cause: str
    event: str
    consequence: str
    kind: str
    category: str
    title: str
    aim: int
    answers: tuple[str, str]
    owner: str
    promise: str
    signal: str
    first_sign: str
    fallback: str


RISKS = (
    Written(
        FEARS[0],
        "the old interface has no test system",
        "a wrong field may reach live orders",
        "members get wrong answers for a day",
        "Operational",
        OPERATIONAL,
        "Wrong data in live orders",
        1,
        ("544", "554"),
        PEOPLE[0],
        "Build a test system",
        "Two nights without one wrong order",
        "The night report shows a red line",
        "Ada stops the feed within the hour",
    ),
    Written(
        FEARS[1],
        "one person knows the old code",
        "work may stop for two weeks",
        "June is missed by a month",
        "Not delivering",
        DELIVERY,
        "Nobody can mend the old code",
        2,
        ("433", "333"),
        PEOPLE[1],
        "Pair on the old code each Tuesday",
        "Cy has mended a fault alone",
        "Bo is away for three days",
        "Bo is called, and the date moves",
    ),
    Written(
        FEARS[3],
        "machines are rented by the hour",
        "the bill may double",
        "a third of the budget is gone",
        "Cost",
        COST,
        "Bill grows with each member",
        3,
        ("212", "123"),
        PEOPLE[2],
        "Set a limit on the rented machines",
        "The weekly bill stays under the limit",
        "A weekly bill 20 % over plan",
        "Cy switches the second site off",
    ),
)
RESERVATION = "I want to look again in May, before the holidays"


def another_day(qtbot: QtBot, folder: Path) -> AbstractContextManager[Program]:
    """The program, opened on the library that is in the folder."""
    return running(qtbot, folder)


def open_first(qtbot: QtBot, program: Program) -> DeskWindow:
    """Open the first workshop of the list by Enter."""
    program.home.activateWindow()
    qtbot.waitUntil(program.home.isActiveWindow)
    enter()
    return desk_in_front(qtbot, program)


def start_workshop(qtbot: QtBot, program: Program) -> DeskWindow:
    program.home.activateWindow()
    qtbot.waitUntil(program.home.isActiveWindow)
    assert at() == "first_start"
    press(K.Key_N, CTRL)
    return desk_in_front(qtbot, program)


def prepare() -> None:
    assert at() == "title_field"
    type_text("Answers by machine")
    enter()
    type_text("Agree what we do about the new answers")
    enter()
    for aim in AIMS:
        type_text(aim)
        enter()
    enter()
    for name in PEOPLE:
        type_text(name)
        enter()
    reach("group_field")
    type_text("Night shift")
    enter()
    reach("person_3")
    press(K.Key_Left, ALT)
    type_into("horizon_field", f"30.6.{date.today().year + 1}")  # noqa: DTZ011  as a user sees it
    enter()


def name_fears() -> None:
    assert at() == "fear_field"
    press(K.Key_K, ALT)
    type_text(ABOUT_US)
    enter()
    press(K.Key_K, ALT)
    for text in FEARS:
        type_text(text)
        enter()
    reach("wall")
    press(K.Key_A, CTRL)
    press(K.Key_G, CTRL)
    type_text("What keeps us awake")
    enter()


def hear_and_go_on(desk: DeskWindow) -> None:
    """The main button leads from typing through hearing and piles to the next stage."""
    for _way in range(3):
        if desk.pages.stage() is Stage.NAME:
            primary()
    assert desk.pages.stage() is Stage.RECAST


def recast(desk: DeskWindow) -> None:
    by_fear = {risk.fear: risk for risk in RISKS}
    for _turn in range(3 * len(FEARS)):
        if desk.pages.stage() is not Stage.RECAST:
            break
        fear = seen(desk, QLabel, "fear_text").text()
        if fear in by_fear:
            write_risk(by_fear[fear])
        elif fear == ABOUT_US:
            choose("disposition_field", "heard")
        elif desk.meeting.workshop.risks:  # it says the same as a risk that is there
            press(K.Key_L, ALT)
            press(K.Key_Down)
            enter()
        else:  # slips come in no order; this one has to wait for the first risk
            press(K.Key_PageDown, CTRL)
            continue
        if not open_fears(desk):
            look_for_the_other_kinds(desk)
        primary()
    assert desk.pages.stage() is Stage.RANK, desk.foot_bar.words.text()


def open_fears(desk: DeskWindow) -> int:
    """How many fears have no place yet."""
    return sum(fear.disposition is None for fear in desk.meeting.workshop.fears.values())


def look_for_the_other_kinds(desk: DeskWindow) -> None:
    for kind in desk.meeting.workshop.categories:
        if not any(risk.category == kind for risk in desk.meeting.workshop.risks.values()):
            reach(f"looked_{kind}")
            press(K.Key_Space)


def write_risk(risk: Written) -> None:
    assert at() == "cause_field"
    for text in (risk.cause, risk.event, risk.consequence):
        type_text(text)
        enter()
    assert at() == "category_field"
    choose("category_field", risk.kind)
    reach(f"hurts_{risk.aim}")
    press(K.Key_Space)
    type_into("title_field", risk.title)
    enter()


def rank(desk: DeskWindow) -> None:
    assert at() == "score_grid"
    by_title = {risk.title: risk for risk in RISKS}
    for _risk in RISKS:
        shown = seen(desk, QLabel, "risk_title").text()
        type_text("".join(by_title[shown].answers))
        enter()
    primary()  # close the round: asked once more
    enter()
    press(K.Key_O, ALT)  # nobody has to talk before the order is looked at
    for _step in range(2):  # confirm the order, go on
        primary()
    assert desk.meeting.workshop.progress.order_confirmed
    assert desk.pages.stage() is Stage.RESPOND


def respond(desk: DeskWindow) -> None:
    by_title = {risk.title: risk for risk in RISKS}
    for _risk in RISKS:
        answer(by_title[seen(desk, QLabel, "risk_title").text()])
        primary()


def answer(risk: Written) -> None:
    reach("decision_field")
    press(K.Key_Space)
    choose("owner_field", risk.owner)
    reach("add_promise")
    press(K.Key_Space)
    assert at() == "promise_title_field"
    type_text(risk.promise)
    choose("promise_owner_field", risk.owner)
    type_into("due_field", "+21")
    type_into("signal_statement_field", risk.signal)
    type_into("trigger_field", risk.first_sign)
    type_into("fallback_field", risk.fallback)
    choose("residual_likelihood_field", "Unlikely")
    choose("residual_impact_field", "Setback")
    type_into("review_date_field", "+28")


def agree() -> None:
    assert at() == "stance_grid"
    type_text("5")
    type_text("3")
    assert at() == "reservation_field"
    type_text(RESERVATION)
    reach("stance_grid")
    press(K.Key_Down)
    type_text("4")


def export(qtbot: QtBot, desk: DeskWindow, path: Path) -> str:
    """Export by the key of the menu and read what was written."""
    export_by_keys(qtbot, path)
    desk.activateWindow()  # what a window manager does when a dialog closes
    qtbot.waitUntil(desk.isActiveWindow)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def undo_all(desk: DeskWindow) -> None:
    while desk.meeting.next_undo is not None:
        left = len(desk.meeting.history)
        press(K.Key_Z, CTRL)
        assert len(desk.meeting.history) == left - 1


def redo(desk: DeskWindow, most: int) -> None:
    for _time in range(most):
        if desk.meeting.next_redo is None:
            return
        left = len(desk.meeting.history)
        press(K.Key_Z, CTRL | SHIFT)
        assert len(desk.meeting.history) == left + 1


def check_what_is_held(workshop: Workshop) -> None:
    assert [each.name for each in in_order(workshop.participants)] == list(PEOPLE)
    assert [each.text for each in in_order(workshop.objectives)] == list(AIMS)
    (group,) = workshop.groups.values()
    assert [p.name for p in workshop.participants.values() if p.group == group.id] == [PEOPLE[2]]
    assert {fear.text for fear in workshop.fears.values()} == {*FEARS, ABOUT_US}
    assert all(fear.disposition is not None for fear in workshop.fears.values())
    heard = next(fear for fear in workshop.fears.values() if fear.text == ABOUT_US)
    assert (heard.kind, heard.disposition) == (FearKind.PEOPLE, Disposition.ACKNOWLEDGED)
    check_risks(workshop)
    assert sign_off(workshop).result is SignOffResult.ADOPTED_WITH_RESERVATIONS
    for stage in (Stage.PREPARE, Stage.NAME, Stage.RECAST, Stage.RANK, Stage.RESPOND, Stage.AGREE):
        assert stage_done(workshop, stage), stage


def check_risks(workshop: Workshop) -> None:
    names = {person.id: person.name for person in workshop.participants.values()}
    titles = [workshop.risks[risk].title for risk in standing_order(workshop)]
    assert titles == [risk.title for risk in RISKS]
    assert must_respond(workshop)
    by_title = {risk.title: risk for risk in workshop.risks.values()}
    for said in RISKS:
        risk = by_title[said.title]
        assert (risk.cause, risk.event, risk.consequence, risk.category) == (
            said.cause,
            said.event,
            said.consequence,
            said.category,
        )
        linked = [workshop.fears[fear].text for fear in risk.fears]
        assert said.fear in linked
        response = workshop.responses[risk.id]
        assert response.decision is Decision.MITIGATE
        assert response.owner is not None
        assert names[response.owner] == said.owner
        assert (response.trigger, response.fallback) == (said.first_sign, said.fallback)
        assert response.review_date is not None
        (promise,) = (m for m in workshop.mitigations.values() if risk.id in m.risks)
        assert promise.signal is not None
        assert (promise.title, promise.signal.statement) == (said.promise, said.signal)
        assert promise.due is not None
        scores = [each for each in workshop.scores.values() if each.risk == risk.id]
        assert len(scores) == len(PEOPLE)


def check_document(text: str) -> None:
    flat = " ".join(text.split())
    places = [flat.index(risk.title) for risk in RISKS]
    assert places == sorted(places)
    for risk in RISKS:
        for words in (risk.title, risk.owner, risk.promise, risk.signal, risk.first_sign):
            assert words in flat, words
    assert RESERVATION in flat
    assert ABOUT_US not in flat  # what was said about people is nobody else's business


def test_from_an_empty_library_to_an_agreed_document(qtbot: QtBot, tmp_path: Path) -> None:
    with another_day(qtbot, tmp_path) as program:
        desk = start_workshop(qtbot, program)
        new = desk.meeting.workshop
        with no_stray_window():
            prepare()
            primary()
            name_fears()
            hear_and_go_on(desk)
            recast(desk)
            rank(desk)
            respond(desk)
            agree()
        agreed = typed_in(desk)
        check_what_is_held(agreed)
        check_document(export(qtbot, desk, tmp_path / "agreed.pdf"))
        press(K.Key_Q, CTRL)
        assert program.desk is None
    with another_day(qtbot, tmp_path) as program:
        desk = open_first(qtbot, program)
        assert desk.meeting.workshop == agreed
        for stage in Stage:
            go_to_stage(desk, stage)
        undo_all(desk)
        assert desk.meeting.workshop == new
        redo(desk, 20)
        between = desk.meeting.workshop
        press(K.Key_W, CTRL)
        assert program.desk is None
    with another_day(qtbot, tmp_path) as program:
        desk = open_first(qtbot, program)
        assert desk.meeting.workshop == between
        redo(desk, 1_000)
        assert desk.meeting.workshop == agreed
        go_to_stage(desk, Stage.RECAST)
        undo_all(desk)
        assert desk.meeting.workshop == new
