"""The samples' ranking in the real windows, by keys alone: answers, talks, once more, the order.

The first room answers by cards, talks about what its queue says, answers once more, votes in the
booth and moves a risk. The second answers on paper and holds duels. Whatever is shown on the way is
what the domain works out, and in the end the workshop is the sample again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.agreement import list_agreement
from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.exposures import FINAL, risk_exposures
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope, Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import ranked, stability, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.proposal import propose_order
from deskrisk.domain.scores import is_late
from deskrisk.domain.sheets import asked
from deskrisk.domain.talks import notes_of
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.stages.rank.dot_list import DotList
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.paper import PaperPart
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.services.samples import sample
from deskrisk.viewmodels.figures import about_points, points
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    SHIFT,
    K,
    at,
    desk_in_front,
    enter,
    go_to_stage,
    press,
    primary,
    reach,
    seen,
    type_text,
)


def not_ranked(name: str) -> Workshop:
    """A sample as it is when its risks are written and nobody has judged one."""
    whole = sample(name)
    progress = replace(
        whole.progress, round_closed=0, agreed_order=(), order_confirmed=False, order_note=""
    )
    return replace(
        whole,
        scores={},
        discussion_notes={},
        ballots={},
        duels={},
        order_moves={},
        even_over={},
        stage_notes={},
        progress=progress,
    )


class Room:
    """A room that gives the sample's answers; ``wanted`` is the sample, ``desk`` the window."""

    def __init__(self, desk: DeskWindow, name: str) -> None:
        self.desk, self.wanted = desk, sample(name)
        page = desk.pages.page()
        assert isinstance(page, RankPage)
        self.page = page
        self.keys = 0

    @property
    def workshop(self) -> Workshop:
        return self.desk.meeting.workshop

    def label(self, name: str) -> str:
        return seen(self.desk, QLabel, name).text()

    def main_button(self) -> str:
        return seen(self.desk, PrimaryButton, "primary").words()

    def score(self, who: str, risk: str, round_: int) -> Score | None:
        return self.wanted.scores.get(f"{round_}/{who}/{risk}")

    def write(self, keys: str) -> None:
        type_text(keys)
        self.keys += len(keys)

    def show_cards(self, risk: RiskId, round_: int) -> None:
        """Everybody shows how likely, then how bad; whoever cannot judge is a nought."""
        people = [row.id for row in self.page.answers.cards._view.rows]
        scores = [self.score(str(who), risk, round_) for who in people]
        assert all(scores)
        held = [each for each in scores if each is not None]
        self.write("".join("0" if each.abstain else str(each.likelihood) for each in held))
        self.write("".join(str(each.impact) for each in held if not each.abstain))

    def check_dots(self, round_: int) -> None:
        """Every row of the difference, as it is painted, said and hovered over."""
        dots = seen(self.desk, DotList, "dot_list")
        assert QApplication.focusWidget() is dots
        exposures = risk_exposures(self.workshop, round_)
        press(K.Key_Home)
        for row in dots.rows():
            known = exposures[row.risk]
            assert dots.current() == row.risk
            said = self.label("spread_said")
            if known.n < 3:
                assert said.startswith("Too few answers to show.")
            else:
                assert row.dots == tuple(sorted(known.answers.values()))
                assert f"The middle answer is {about_points(known.median)}; " in said
                assert f"says {points(known.q1)} to {points(known.q3)}." in said
            press(K.Key_Down)
        agreed = list_agreement(self.workshop, round_).w
        assert agreed is not None
        assert f" {agreed:.2f}, where 0 is no common order" in self.label("agreement_words")

    def talk(self, risk: RiskId) -> None:
        """The talk in hand is about this risk; what was heard is typed."""
        assert self.label("talk_title") == self.workshop.risks[risk].title
        assert at() == "talk_field"
        known = risk_exposures(self.workshop, 1)[risk]
        assert about_points(known.median) in self.label("talk_figures")
        for note in notes_of(self.wanted, risk):
            type_text(note.text)
            enter()
        heard = [note.text for note in notes_of(self.workshop, risk)]
        assert heard == [note.text for note in notes_of(self.wanted, risk)]

    def check_order(self) -> None:
        """Places, losses, and what holds whoever is left out."""
        view = self.page.order.main._view
        holds = stability(self.workshop)
        exposures = risk_exposures(self.workshop)
        assert [row.id for row in view.rows] == list(standing_order(self.workshop))
        assert view.line_after == self.workshop.brief.focus_count
        tiers = {each.risk: each.tier for each in ranked(self.workshop)}
        for bracket in view.brackets:
            inside = view.rows[bracket.first - 1 : bracket.last]
            assert len({tiers[row.id] for row in inside}) == 1
        order = seen(self.desk, OrderList, "order_list")
        press(K.Key_Home)
        for row in view.rows:
            assert order.current() == row.id
            assert order.accessibleDescription() == row.spoken
            assert row.value == about_points(exposures[row.id].median)
            some = "borderline" if row.id in holds.borderline else ""
            assert row.hold == ("firm" if row.id in holds.firm else some)
            press(K.Key_Down)


def ballot_keys(ballot: Ballot, keys: Mapping[RiskId, str]) -> str:
    """A key a risk, = before one that is level with the last, 0 before one without opinion."""
    placed = "".join("=".join(keys[risk] for risk in level) for level in ballot.ranking)
    return placed + "".join(f"0{keys[risk]}" for risk in ballot.no_opinion)


@pytest.fixture
def program(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, not_ranked(request.param)) as found:
        found.open_workshop(sample(request.param).id)
        yield found


@pytest.mark.parametrize("program", ["question-suggestions"], indirect=True)
def test_cards_talks_once_more_the_booth_and_a_move(qtbot: QtBot, program: Program) -> None:
    desk = desk_in_front(qtbot, program)
    go_to_stage(desk, Stage.RANK)
    room = Room(desk, "question-suggestions")
    cards_are_shown(room)
    the_queue_is_talked_about(room)
    what_moved_is_seen(room)
    the_booth_decides_the_tier(qtbot, room)
    the_order_is_agreed(room)


def cards_are_shown(room: Room) -> None:
    """Two keys an answer and one a risk; then one act shows all."""
    reach("score_grid")
    for risk in asked(room.workshop):
        assert room.label("risk_title") == room.workshop.risks[risk].title
        room.show_cards(risk, 1)
        press(K.Key_Return)
        room.keys += 1
    assert room.keys <= 2 * 8 * 12 + 2 * 12
    first = {key: each for key, each in room.wanted.scores.items() if each.round == 1}
    assert dict(room.workshop.scores) == first
    press(K.Key_F, ALT)
    assert "Everybody has answered. Close the round" in room.label("message")
    primary()
    enter()
    assert room.workshop.progress.round_closed == 1
    room.check_dots(1)


def the_queue_is_talked_about(room: Room) -> None:
    """The seven that the sample's room asked once more are the first seven of its queue."""
    again = {each.risk for each in room.wanted.scores.values() if each.round == 2}
    queue = [each.risk for each in discussion_queue(room.workshop)][: len(again)]
    assert set(queue) == again
    press(K.Key_Home)
    enter()
    for number, risk in enumerate(queue, start=1):
        room.talk(risk)
        primary()
        assert room.label("risk_title") == room.workshop.risks[risk].title
        room.show_cards(risk, 2)
        assert len(asked(room.workshop, 2)) == number
        assert room.main_button() == "Talk about the next risk"
        if number < len(queue):
            enter()
    assert dict(room.workshop.scores) == dict(room.wanted.scores)
    assert room.page.order.why_hidden()
    press(K.Key_R, CTRL)
    enter()
    assert room.workshop.progress.round_closed == 2


def what_moved_is_seen(room: Room) -> None:
    """The middles before and after, by risk."""
    room.check_dots(FINAL)
    before, after = (risk_exposures(room.workshop, round_) for round_ in (1, FINAL))
    for row in seen(room.desk, DotList, "dot_list").rows():
        if row.before:
            assert row.before == tuple(sorted(before[row.risk].answers.values()))
            assert about_points(after[row.risk].median) in row.moved
    assert room.main_button() == "See the order"
    primary()
    assert at() == "order_list"
    room.check_order()


def the_booth_decides_the_tier(qtbot: QtBot, room: Room) -> None:
    """Eight sealed ballots, at most two keys a place; the tie at the line is said aloud."""
    press(K.Key_B, ALT)
    primary()
    booth = room.page.order.ballot.booth
    assert booth is not None
    qtbot.waitUntil(booth.isActiveWindow)
    scope = BallotScope.BOUNDARY_TIER
    for person in in_order(room.wanted.participants):
        ballot = room.wanted.ballots[Ballot(participant=person.id, scope=scope).id]
        enter()
        assert booth.who == person.id
        view = booth.slip._view
        keys = ballot_keys(ballot, {row.id: row.key for row in view.rows})
        places = sum(map(len, ballot.ranking)) + len(ballot.no_opinion)
        assert len(keys) <= 2 * places
        type_text(keys)
        enter()
        enter()
    press(K.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(room.desk.isActiveWindow)
    for id_, ballot in room.wanted.ballots.items():
        cast = room.workshop.ballots[id_]
        assert (cast.ranking, cast.no_opinion) == (ballot.ranking, ballot.no_opinion)
    said = room.label("ballot_lines")
    assert "A system nobody can maintain" in said
    assert "What do you want to do?" in said
    assert room.main_button() == "Take this order"
    primary()
    assert room.workshop.progress.agreed_order == propose_order(room.workshop).order


def the_order_is_agreed(room: Room) -> None:
    """The red line goes first, inside its bracket; three trade-offs; a show of hands."""
    assert at() == "order_list"
    press(K.Key_Home)
    press(K.Key_Down)
    order = seen(room.desk, OrderList, "order_list")
    assert order.current() == "r02"
    press(K.Key_Up, ALT)
    room.check_order()
    assert standing_order(room.workshop) == standing_order(room.wanted)
    (move,) = room.workshop.order_moves.values()
    assert (move.risk, move.from_position, move.to_position) == (RiskId("r02"), 2, 1)
    assert not move.crosses_tier
    press(K.Key_E, ALT)
    for line in in_order(room.wanted.even_over):
        type_text(line.more)
        enter()
        type_text(line.less)
        enter()
    primary()
    said = [(line.more, line.less) for line in in_order(room.workshop.even_over)]
    assert said == [(line.more, line.less) for line in in_order(room.wanted.even_over)]
    assert room.main_button() == "Confirm this order"
    primary()
    assert room.workshop.progress.order_confirmed
    primary()
    assert room.desk.pages.stage() is Stage.RESPOND


@pytest.mark.parametrize("program", ["hospital-ward"], indirect=True)
def test_paper_sheets_talks_once_more_and_duels(qtbot: QtBot, program: Program) -> None:
    desk = desk_in_front(qtbot, program)
    go_to_stage(desk, Stage.RANK)
    room = Room(desk, "hospital-ward")
    sheets_are_keyed_in(room, 1)
    close_with_a_reason(room, 1)
    room.check_dots(1)
    what_was_heard_is_noted(room)
    sheets_are_keyed_in(room, 2)
    close_with_a_reason(room, 2)
    room.check_dots(FINAL)
    primary()
    room.check_order()
    duels_are_held(room)
    a_move_across_the_bracket_has_its_reason(room)


def sheets_are_keyed_in(room: Room, round_: int) -> None:
    """One sheet after the other, two keys an answer; what a sheet leaves empty stays empty."""
    reach("sheet_grid")
    paper = room.page.answers.part
    assert isinstance(paper, PaperPart)
    people = [row.key for row in paper.people.rows() if not row.quiet]
    risks = asked(room.workshop, round_)
    for who in people:
        reach("sheet_people")
        press(K.Key_Home)
        press(K.Key_Down, times=people.index(who))
        reach("sheet_grid")
        for risk in risks:
            score = room.score(str(who), risk, round_)
            if score is None:
                press(K.Key_Down)
            else:
                room.write("0" if score.abstain else f"{score.likelihood}{score.impact}")
    typed = {key: each for key, each in room.workshop.scores.items() if each.round == round_}
    assert typed == {key: each for key, each in room.wanted.scores.items() if each.round == round_}


def close_with_a_reason(room: Room, round_: int) -> None:
    """Somebody is missing: one line why, then all answers are shown."""
    press(K.Key_R, CTRL)
    type_text("Two of us had to go back to the ward")
    enter()
    assert room.workshop.progress.round_closed == round_


def what_was_heard_is_noted(room: Room) -> None:
    """On paper all is talked about first; the second round asks about those alone."""
    again = {each.risk for each in room.wanted.scores.values() if each.round == 2}
    queue = [each.risk for each in discussion_queue(room.workshop)]
    press(K.Key_Home)
    enter()
    for risk in queue:
        if risk in again:
            room.talk(risk)
        press(K.Key_PageDown)
    assert at() == "dot_list"
    late = {risk for risk in room.workshop.risks if is_late(room.workshop, risk)}
    assert set(asked(room.workshop, 2)) == again | late
    press(K.Key_A, ALT)
    assert room.page.answers.round == 2


def duels_are_held(room: Room) -> None:
    """Two at a time, each side counted; the next pair is the domain's."""
    press(K.Key_D, ALT)
    for duel in in_order(room.wanted.duels, by="sequence"):
        sides = room.page.order.duel._view.sides
        assert [side.id for side in sides] == [duel.a, duel.b]
        for count in (duel.wins_a, duel.wins_b, duel.equal, duel.skipped):
            type_text(str(count))
            enter()
    assert room.label("duel_lines").startswith("The line is fairly clear after")
    primary()
    assert room.workshop.progress.agreed_order == propose_order(room.wanted).order


def a_move_across_the_bracket_has_its_reason(room: Room) -> None:
    """The sample's one move, step by step; each step across asks for a line that is printed."""
    (wanted,) = room.wanted.order_moves.values()
    order = seen(room.desk, OrderList, "order_list")
    press(K.Key_Home)
    press(K.Key_Down, times=wanted.from_position - 1)
    assert order.current() == wanted.risk
    for _step in range(wanted.from_position - wanted.to_position):
        press(K.Key_Up, ALT)
        if at() == "reason_field":
            type_text(wanted.reason)
            enter()
    assert standing_order(room.workshop) == standing_order(room.wanted)
    reasons = {each.reason for each in room.workshop.order_moves.values() if each.crosses_tier}
    assert reasons == {wanted.reason}
    room.check_order()
    primary()
    assert room.workshop.progress.order_confirmed
