"""Respond of both samples from nothing, by keys alone; every number shown is the domain's."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.gaps import GapKind, gaps_of
from deskrisk.domain.leverage import effort_of, leverages, total
from deskrisk.domain.missing import Lack, missing
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Happiness,
    Mitigation,
    MitigationStatus,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of, portfolio, residual_of
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.gap_check import GapCheck
from deskrisk.gui.stages.respond.at_hand import AtHandDialog
from deskrisk.gui.stages.respond.entries import OwnerField
from deskrisk.gui.stages.respond.page import RespondPage
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.services.samples import sample, sample_names
from deskrisk.viewmodels.figures import about_points, person_days, points
from deskrisk.viewmodels.measure import written_measure
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    SHIFT,
    K,
    answering,
    at,
    choose,
    desk_in_front,
    enter,
    in_focus,
    paste,
    press,
    primary,
    reach,
    seen,
    type_text,
    typed_in,
)

DECISIONS, TREATMENTS = tuple(Decision), tuple(Treatment)
FEWEST = 3
"""Of fewer answers the wall shows no figure: it would give single ones away."""

DIGITS = (K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5, K.Key_6, K.Key_7, K.Key_8, K.Key_9, K.Key_0)
MOST_KEYS = 12
"""What a promise with its signal may cost besides its letters."""

_TYPED = (
    *("decision", "owner", "reason", "trigger", "fallback"),
    *("residual_likelihood", "residual_impact", "leverage_note", "review_date"),
)
_PROMISED = ("title", "owner", "due", "treatment", "effort_person_days", "required", "signal")


class Hands:
    """Counts every key that is no letter."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key: K, held: object = None) -> None:
        self.keys += 1
        if held is None:
            press(key)
        else:
            press(key, held)  # type: ignore[arg-type]  # Alt or Ctrl


def put(text: str) -> None:
    """Letters; those that a test cannot type are pasted."""
    if text.isascii() and len(text) < 60:
        type_text(text)
    else:
        paste(text)


def bare(workshop: Workshop) -> Workshop:
    """The sample as it stands before anybody has responded."""
    return replace(
        workshop, responses={}, mitigations={}, stances={}, amendments={}, reviews={}, outcomes={}
    )


@pytest.fixture(params=sample_names())
def wanted(request: pytest.FixtureRequest) -> Workshop:
    found = sample(request.param)
    people = {who: replace(each, present=True) for who, each in found.participants.items()}
    return replace(found, participants=people)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, wanted: Workshop) -> Iterator[DeskWindow]:
    start = bare(wanted)
    with running(qtbot, tmp_path, start) as program:
        program.open_workshop(start.id)
        found = desk_in_front(qtbot, program)
        found.pages.show_stage(Stage.RESPOND)
        yield found


class Story:
    """Somebody types what the sample holds; ``wanted`` is the sample."""

    def __init__(self, qtbot: QtBot, desk: DeskWindow, wanted: Workshop) -> None:
        self.qtbot, self.desk, self.wanted = qtbot, desk, wanted
        self.people = [each.id for each in in_order(wanted.participants)]
        self.given: set[str] = set()

    def page(self) -> RespondPage:
        page = self.desk.pages.page()
        assert isinstance(page, RespondPage)
        return page

    def own(self, hands: Hands, who: ParticipantId | None) -> None:
        """Somebody says "I do", with the owner's field in focus."""
        assert who is not None
        place = self.people.index(who)
        if place < len(DIGITS):
            hands.press(DIGITS[place])
        else:
            field = in_focus()
            assert isinstance(field, OwnerField)
            while field.value() != who:
                hands.keys += 1
                type_text(self.wanted.participants[who].name[0])

    def respond(self, risk: RiskId) -> None:
        response, hands = self.wanted.responses[risk], Hands()
        assert response.decision is not None
        assert self.page().risk == risk
        watched_first = response.decision is Decision.ACCEPT and bool(response.trigger)
        if watched_first:  # what is accepted is asked for no sign, but keeps the one it has
            self.decide(Decision.WATCH)
            self.write("trigger_field", response.trigger)
            self.write("fallback_field", response.fallback)
        self.decide(response.decision)
        hands.press(K.Key_O, ALT)
        self.own(hands, response.owner)
        if response.reason:
            self.write("reason_field", response.reason)
        for promise in mitigations_of(self.wanted, risk):
            if promise.id in self.given:
                self.share(promise)
            else:
                self.promise(promise)
        if response.trigger and not watched_first:
            self.write("trigger_field", response.trigger)
            self.write("fallback_field", response.fallback)
        if response.residual_likelihood and response.residual_impact:
            choose("residual_likelihood_field", LIKELIHOOD_WORDS[response.residual_likelihood])
            choose("residual_impact_field", IMPACT_WORDS[response.residual_impact])
        if response.leverage_note:
            self.write("leverage_note_field", response.leverage_note)
        assert response.review_date is not None
        self.write("review_date_field", response.review_date.isoformat())
        press(K.Key_1, ALT)

    def decide(self, decision: Decision) -> None:
        """By Space the first, by the arrows from there."""
        reach("decision_field")
        chosen = self.page().parts.decision.value()
        if chosen is None:
            press(K.Key_Space)
        begin = DECISIONS.index(chosen) if isinstance(chosen, Decision) else 0
        by = DECISIONS.index(decision) - begin
        press(K.Key_Right if by > 0 else K.Key_Left, times=abs(by))

    def write(self, name: str, text: str) -> None:
        reach(name)
        put(text)
        press(K.Key_Tab)

    def promise(self, promise: Mitigation) -> None:
        """A promise with everything the page asks for, and its keys are counted."""
        hands = Hands()
        hands.press(K.Key_N, ALT)
        put(promise.title)
        hands.press(K.Key_Tab)
        self.own(hands, promise.owner)
        hands.press(K.Key_Tab)
        assert promise.due is not None
        put(promise.due.isoformat())
        hands.press(K.Key_Tab)
        signal = promise.signal
        put(signal.statement if signal else "")
        hands.press(K.Key_Tab)
        put(written_measure(signal) if signal else "")
        hands.press(K.Key_Tab)
        self.treat(hands, promise.treatment)
        hands.press(K.Key_Tab)
        if promise.effort_person_days is not None:
            put(f"{promise.effort_person_days:g}")
        hands.press(K.Key_Tab)
        assert hands.keys <= MOST_KEYS
        if not promise.required:
            assert at() == "promise_more"
            press(K.Key_Space)
            reach("required_field")
            press(K.Key_Space)
        self.given.add(promise.id)

    def treat(self, hands: Hands, treatment: Treatment) -> None:
        """By the arrow, from "make it less likely"; at most twice."""
        field = in_focus()
        assert isinstance(field, QComboBox)
        by = TREATMENTS.index(treatment) - field.currentIndex()
        for _step in range(abs(by)):
            hands.press(K.Key_Down if by > 0 else K.Key_Up)

    def share(self, promise: Mitigation) -> None:
        """A promise that was given for another risk serves this one too."""

        def pick(dialog: QWidget) -> None:
            assert isinstance(dialog, AtHandDialog)
            rows = {row.key: row.title for row in dialog.list.rows()}
            for _step in range(len(rows)):
                if rows.get(dialog.list.current_key()) == promise.title:
                    break
                press(K.Key_Down)
            enter()

        with answering(pick):
            press(K.Key_P, ALT)
        self.desk.activateWindow()  # what a window manager does once the list is closed
        self.qtbot.waitUntil(self.desk.isActiveWindow)


def shown(desk: DeskWindow, name: str) -> str:
    return seen(desk, QLabel, name).text()


def check_numbers(desk: DeskWindow, risk: RiskId) -> None:
    """Today, then, effort and what it is worth: on the page as in the domain."""
    workshop = typed_in(desk)
    page = desk.pages.page()
    assert isinstance(page, RespondPage)
    exposure = risk_exposures(workshop)[risk]
    today, told = exposure.median, len(exposure.answers) >= FEWEST
    rest = residual_of(workshop, risk, today)
    said = page.parts.loss.accessibleDescription()
    assert said == "today {}, when proven {}".format(
        "not scored" if today is None else f"about {points(today)}",
        "not said yet" if rest.residual is None else f"about {points(rest.residual)}",
    )
    effort, gain = effort_of(workshop, risk), leverages(workshop)[risk]
    if effort is not None:
        assert shown(desk, "effort_note") == f"Effort: {person_days(effort)}"
    if gain.leverage is not None and not gain.adds_risk and gain.leverage >= 0.1:
        assert shown(desk, "worth_note") == f"Saves about {points(gain.leverage)} times its effort"
    wall = desk.show_of_room.view(workshop).spoken()
    if today is not None:
        assert (about_points(today) in wall) is told
    if rest.residual is not None and told:
        assert about_points(rest.residual) in wall
    if effort is not None:
        assert person_days(effort) in wall


def check_together(desk: DeskWindow) -> None:
    """The picture of all promises adds up to what the domain adds up to."""
    press(K.Key_T, ALT)
    workshop = typed_in(desk)
    sums, sum_ = portfolio(workshop), total(workshop)
    said = seen(desk, ChartView, "portfolio_chart").accessibleDescription()
    for value in (sums.inherent, sums.target, sums.current):
        assert about_points(value) in said
    assert f"{sum_.effort:g} person-days in all" in shown(desk, "portfolio_facts")
    press(K.Key_T, ALT)


def check_nothing_missing(desk: DeskWindow, wanted: Workshop) -> None:
    """What the gap check lists is what the sample itself lacks."""
    press(K.Key_M, CTRL | SHIFT)
    check = desk.findChild(GapCheck, "gap_check")
    assert isinstance(check, GapCheck)
    workshop = desk.meeting.workshop
    left = missing(workshop)
    unsigned = {each.title for each in wanted.mitigations.values() if each.signal is None}
    open_ = [each.gap for each in left if each.gap is not None]
    assert {gap.kind for gap in open_} <= {GapKind.PROMISE_SIGNAL}
    ids = [gap.mitigation for gap in open_ if gap.mitigation is not None]
    assert {workshop.mitigations[id_].title for id_ in ids} == unsigned
    stays = {each.lack for each in missing(bare(wanted)) if each.lack is not Lack.RESPONSE}
    assert {each.lack for each in left if each.gap is None} == stays
    heading = check.findChild(QLabel, "gap_heading")
    assert heading is not None
    count = {0: "Nothing is missing", 1: "1 thing is missing"}
    assert heading.text() == count.get(len(left), f"{len(left)} things are missing")
    assert desk.status.gaps.words() == (f"{len(left)} missing" if left else "nothing missing")
    press(K.Key_Escape)


def test_respond_is_typed_from_nothing(qtbot: QtBot, desk: DeskWindow, wanted: Workshop) -> None:
    story = Story(qtbot, desk, wanted)
    needed = must_respond(wanted)
    order = [*needed, *(each for each in standing_order(wanted) if each not in needed)]
    for place, risk in enumerate(order):
        story.respond(risk)
        check_numbers(desk, risk)
        if place < len(order) - 1:
            primary()
    check_together(desk)

    workshop = typed_in(desk)
    for id_, response in wanted.responses.items():
        typed = workshop.responses[id_]
        assert {name: getattr(typed, name) for name in _TYPED} == {
            name: getattr(response, name) for name in _TYPED
        }
        assert typed.happy is Happiness.HAPPY
    by_title = {each.title: each for each in workshop.mitigations.values()}
    assert by_title.keys() == {each.title for each in wanted.mitigations.values()}
    for promise in wanted.mitigations.values():
        typed_promise = by_title[promise.title]
        assert set(typed_promise.risks) == set(promise.risks)
        for name in _PROMISED:
            assert getattr(typed_promise, name) == getattr(promise, name), (promise.title, name)
    verified = MitigationStatus.VERIFIED
    assert not [each for each in workshop.mitigations.values() if each.status is verified]
    assert portfolio(workshop).current == portfolio(workshop).inherent
    check_nothing_missing(desk, wanted)
    whole = sum(not gaps_of(workshop, risk) for risk in needed)
    assert shown(desk, "respond_progress") == f"{whole} of {len(needed)} decided"
    assert isinstance(seen(desk, LinkButton, "together_button"), LinkButton)
