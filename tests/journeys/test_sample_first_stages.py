"""The sample's first three stages from nothing, by keys alone, and every key is counted.

A fear costs its letters and one key; a linked risk the letters of its sentence and its name, and
at most six keys: on to the next part twice, the kind, each aim, and on to the next fear.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition, Fear, FearKind
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.stages import conditions
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.services.samples import sample
from tests.gui.windows import running
from tests.journeys import hands
from tests.journeys.hands import ALT, CTRL, K, at, desk_in_front, reach, seen, typed_in

MOST_KEYS = 6
FIRST_LETTERS = dict(zip(FIXED_CATEGORIES, (K.Key_O, K.Key_C, K.Key_M, K.Key_N), strict=True))


class Fingers:
    """Counts what is typed: letters, and all other keys."""

    def __init__(self) -> None:
        self.letters = 0
        self.keys = 0

    def write(self, text: str) -> None:
        hands.type_text(text)
        self.letters += len(text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = hands.NONE, times: int = 1) -> None:
        hands.press(key, held, times)
        self.keys += times

    def enter(self) -> None:
        self.press(K.Key_Return)

    @contextmanager
    def costing(self, letters: int, most: int) -> Iterator[None]:
        """What is done inside takes so many letters, and at most so many other keys."""
        letters_before, keys_before = self.letters, self.keys
        yield
        assert self.letters - letters_before == letters
        assert self.keys - keys_before <= most, f"{self.keys - keys_before} keys"


class Story:
    """Somebody types the sample; ``wanted`` is the sample itself, ``desk`` where it is typed."""

    def __init__(self, desk: DeskWindow) -> None:
        self.desk, self.wanted, self.hand = desk, sample(), Fingers()
        self.written: set[RiskId] = set()
        self.risk_keys: list[int] = []

    def prepare(self) -> None:
        self.hand.write(self.wanted.brief.title)
        self.hand.enter()
        self.hand.write(self.wanted.brief.purpose)
        self.hand.enter()
        for aim in in_order(self.wanted.objectives):
            self.hand.write(aim.text)
            self.hand.enter()
        self.hand.enter()
        for person in in_order(self.wanted.participants):
            self.hand.write(person.name)
            self.hand.enter()
        self.hand.press(K.Key_Return, CTRL)
        assert self.desk.pages.stage() is Stage.NAME

    def name_fears(self) -> None:
        """One fear of each pile begins it; the others are typed straight into it."""
        for about_us in (True, False):
            if about_us:
                self.hand.press(K.Key_K, ALT)
            for number, pile in enumerate(in_order(self.wanted.clusters), start=1):
                texts = [f.text for f in self._fears_of(pile.id, about_us=about_us)]
                if texts:
                    self._fill_pile(number, pile.name, texts)
            if about_us:
                self.hand.press(K.Key_K, ALT)
        for _way in range(3):
            if self.desk.pages.stage() is Stage.NAME:
                self.hand.press(K.Key_Return, CTRL)
        assert self.desk.pages.stage() is Stage.RECAST

    def _fears_of(self, pile: str, *, about_us: bool) -> list[Fear]:
        kind = FearKind.PEOPLE if about_us else FearKind.OUTCOME
        return [f for f in self.wanted.fears.values() if f.cluster == pile and f.kind is kind]

    def _fill_pile(self, number: int, name: str, texts: list[str]) -> None:
        self._type_fear(texts[0])
        reach("wall")
        self._walk_to(texts[0])
        self.hand.press(K.Key_G, CTRL)
        self.hand.write(name)
        self.hand.enter()
        hands.press(K.Key_Escape)
        reach("fear_field")
        self.hand.press(Qt.Key(int(K.Key_0) + number), ALT)
        for text in texts[1:]:
            self._type_fear(text)
        self.hand.press(Qt.Key(int(K.Key_0) + number), ALT)

    def _type_fear(self, text: str) -> None:
        assert at() == "fear_field"
        with self.hand.costing(len(text), 1):
            self.hand.write(text)
            self.hand.enter()

    def _walk_to(self, text: str) -> None:
        """Go by arrows, column by column, to a slip."""
        wall = seen(self.desk, QAbstractItemView, "wall")
        for _step in range(12):
            hands.press(K.Key_Left)
            hands.press(K.Key_Up)
        for _column in range(8):
            for _row in range(20):
                if wall.currentIndex().data() == text:
                    return
                hands.press(K.Key_Down)
            hands.press(K.Key_Up, times=20)
            hands.press(K.Key_Right)
        raise AssertionError("the slip is not reached")

    def recast(self) -> None:
        for _fear in self.wanted.fears:
            assert at() == "cause_field"
            text = seen(self.desk, QWidget, "fear_text").accessibleName()
            fear = next(each for each in self.wanted.fears.values() if each.text == text)
            self._place(fear)
        assert self.desk.pages.stage() is Stage.RANK

    def _place(self, fear: Fear) -> None:
        if fear.agreement is not None:
            self.hand.press(K.Key_A, ALT)
            self.hand.write(self.wanted.working_agreements[fear.agreement].text)
        if fear.disposition is Disposition.QUESTION:
            self._ask(fear)
        row = [r for r in in_order(self.wanted.risks, by="number") if fear.id in r.fears]
        for place, risk in enumerate(row):
            self._stand_for(risk, last=place == len(row) - 1 and not fear.note)
        if row and fear.note:
            self._reword(fear)
        if not row or fear.note:
            self.hand.press(K.Key_Return, CTRL)

    def _ask(self, fear: Fear) -> None:
        assert fear.owner is not None
        assert fear.due is not None
        self.hand.press(K.Key_Q, ALT)
        self.hand.write(fear.note)
        self.hand.enter()
        assert at() == "owner_field"
        self.hand.write(self.wanted.participants[fear.owner].name[0])
        self.hand.press(K.Key_Tab)
        self.hand.write(fear.due.isoformat())

    def _reword(self, fear: Fear) -> None:
        """It led to an agreement and became a risk as well."""
        self.hand.press(K.Key_D, ALT)
        self.hand.press(K.Key_Home)
        self.hand.press(K.Key_Down)
        self.hand.enter()
        reach("note_field")
        self.hand.write(fear.note)

    def _stand_for(self, risk: Risk, *, last: bool) -> None:
        if risk.id in self.written:
            self.hand.press(K.Key_L, ALT)
            self.hand.write(risk.title)
            self.hand.enter()
            self._move_on(last=last)
        else:
            self.written.add(risk.id)
            self._write(risk, last=last)

    def _write(self, risk: Risk, *, last: bool) -> None:
        if at() != "cause_field":
            reach("cause_field")
        before = self.hand.keys
        texts = (risk.cause, risk.event, risk.consequence, risk.title)
        with self.hand.costing(sum(map(len, texts)), MOST_KEYS - 1):
            self._write_sentence(risk)
        counted = self.hand.keys - before
        if risk.red_line:
            self.hand.press(K.Key_R, ALT)
            self.hand.write(risk.red_line_reason)
        self.hand.press(K.Key_K, ALT)
        self.hand.write(", ".join(risk.tags))
        self._move_on(last=last)
        self.risk_keys.append(counted + 1)

    def _write_sentence(self, risk: Risk) -> None:
        assert risk.category is not None
        aims = [aim.id for aim in in_order(self.wanted.objectives)]
        self.hand.write(risk.cause)
        self.hand.enter()
        self.hand.write(risk.event)
        self.hand.enter()
        self.hand.write(risk.consequence)
        if len(risk.objectives) > 1:
            place = FIXED_CATEGORIES.index(risk.category) + 1
            self.hand.press(Qt.Key(int(K.Key_0) + place), ALT)
        else:
            self.hand.enter()
            self.hand.press(FIRST_LETTERS[risk.category])
        for aim in risk.objectives:
            self.hand.press(Qt.Key(int(K.Key_1) + aims.index(aim)))
        self.hand.write(risk.title[0])  # the first letter goes on to the name
        self.hand.write(risk.title[1:])

    def _move_on(self, *, last: bool) -> None:
        if last:
            self.hand.press(K.Key_Return, CTRL)
        else:
            self.hand.press(K.Key_N, ALT)


def told(workshop: Workshop) -> object:
    """Fears, risks, links and places, without ids, in no order."""
    texts = {id_: fear.text for id_, fear in workshop.fears.items()}
    return {texts[id_]: _fear(workshop, id_) for id_ in texts}, {
        risk.title: _risk(workshop, risk) for risk in workshop.risks.values()
    }


def _fear(workshop: Workshop, id_: FearId) -> object:
    fear = workshop.fears[id_]
    pile = workshop.clusters[fear.cluster].name if fear.cluster else ""
    agreed = workshop.working_agreements[fear.agreement].text if fear.agreement else ""
    owner = workshop.participants[fear.owner].name if fear.owner else ""
    return fear.kind, pile, fear.disposition, agreed, fear.note, owner, fear.due


def _risk(workshop: Workshop, risk: Risk) -> object:
    aims = {workshop.objectives[id_].text for id_ in risk.objectives}
    links = {workshop.fears[id_].text for id_ in risk.fears}
    sentence = (risk.cause, risk.event, risk.consequence)
    red = (risk.red_line, risk.red_line_reason)
    return sentence, risk.category, aims, links, risk.tags, red


def test_the_sample_from_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path) as program:
        program.home.activateWindow()
        qtbot.waitUntil(program.home.isActiveWindow)
        hands.press(K.Key_N, CTRL)
        desk = desk_in_front(qtbot, program)
        start = desk.meeting.workshop
        story = Story(desk)
        story.prepare()
        story.name_fears()
        story.recast()
        done = typed_in(desk)
        wanted = story.wanted
        assert len(done.participants) == len(wanted.participants) == 8
        assert told(done) == told(wanted)
        assert len(story.risk_keys) == 12
        assert max(story.risk_keys) <= MOST_KEYS
        assert all(condition.met for condition in conditions(done, Stage.RECAST))
        meeting = desk.meeting
        while meeting.next_undo is not None:
            meeting.undo()
        assert meeting.workshop == start
        while meeting.next_redo is not None:
            meeting.redo()
        assert meeting.workshop == done
