"""The booth for answers: somebody chooses their name, answers alone, and seals the sheet.

Each sheet asks in an order of its own, from chance, and that order is kept nowhere.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import Question
from deskrisk.domain.sheets import Answer, Sheet, still_asked
from deskrisk.gui.stages.rank.scale_card import ScaleCard
from deskrisk.gui.widgets.person_booth import PersonBooth, Shuffle, shuffled_by_chance
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.rank import CANNOT_JUDGE, scale_view
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.sheets import booth_risk, sheets_view

Levels = tuple[int | None, int | None]


class HoldsWorkshop(Protocol):
    """What the booth asks: the workshop as it is now, or as it is at a review."""

    @property
    def workshop(self) -> Workshop:
        """The value."""


_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(6)}


class AnswerSheet(QWidget):
    """One person's own sheet, around the scale: one risk at a time, two keys each."""

    def __init__(self, booth: "ScoreBooth", scale: QWidget) -> None:
        super().__init__()
        self.setObjectName("booth_sheet")
        self.setAccessibleName(_("Your answers"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._booth = booth
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.addWidget(scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or leave the key to whoever is around."""
        if not self._booth.take_key(event):
            super().keyPressEvent(event)


class ScoreBooth(PersonBooth):
    """The booth for the answers of one round."""

    def __init__(
        self,
        meeting: HoldsWorkshop,
        round_: int,
        anchors: Callable[[RiskId | None], tuple[str, ...]],
        seal: Callable[[Sheet], str],
        parent: QWidget,
        *,
        shuffle: Shuffle = shuffled_by_chance,
    ) -> None:
        """Make the window.

        Args:
            meeting: the open workshop, or a review of it.
            round_: which round it is.
            anchors: what the levels of impact look like for a risk.
            seal: takes a sheet; gives why it was refused, or "".
            parent: the window that it belongs to.
            shuffle: puts the risks of a sheet into its own order.
        """
        self._meeting, self._round, self._anchors, self._seal = meeting, round_, anchors, seal
        self._shuffle = shuffle
        self._risks: tuple[RiskId, ...] = ()
        self._given: list[Levels] = []
        super().__init__(parent)

    def people_rows(self) -> Sequence[Row]:
        """Who is asked, and who is in."""
        return sheets_view(self._meeting.workshop, self._round).people

    def turnout_words(self) -> str:
        """How many are in."""
        return sheets_view(self._meeting.workshop, self._round).turnout_words

    def make_parts(self) -> list[QWidget | QHBoxLayout | int]:
        """The risk, the two questions, and the scale of the one in hand."""
        self.place = text_label("", "soft", name="booth_place")
        self.sign = SignMark()
        self.title = text_label("", "title", wraps=True, most_lines=2, name="booth_title")
        self.sentence = text_label("", "soft", wraps=True, most_lines=5, name="booth_sentence")
        self.step = text_label("", "strong", name="booth_step")
        self.scale = ScaleCard()
        self.sheet = AnswerSheet(self, self.scale)
        below = QWidget()
        below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.sign)
        top.addWidget(self.place, 1)
        return [top, self.title, self.sentence, 8, self.step, self.sheet, below]

    def begin(self, who: ParticipantId) -> bool:
        """Open the sheet of somebody; False if nothing is asked of them."""
        risks = list(still_asked(self._meeting.workshop, who, self._round))
        self._shuffle(risks)
        self._risks, self._given = tuple(risks), []
        if risks:
            self._show_step()
            self.sheet.setFocus()
        return bool(risks)

    def answer(self, level: int) -> None:
        """One key: a level for the question in hand, or "cannot judge" for the whole risk."""
        if self.complete():
            return
        self.say("")
        if level == CANNOT_JUDGE:
            self._put(CANNOT_JUDGE, CANNOT_JUDGE)
        elif self._question() is Question.LIKELIHOOD:
            self._given.append((level, None))
        else:
            self._put(self._given[-1][0], level)
        self._show_step()

    def back(self) -> None:
        """Take the last key back; a sheet that is not sealed is the person's own."""
        self.say("")
        if self._given and self._given[-1][1] not in {None, CANNOT_JUDGE}:
            self._given[-1] = (self._given[-1][0], None)
        elif self._given:
            self._given.pop()
        self._show_step()

    def complete(self) -> bool:
        """Is every risk of the sheet answered?"""
        return len(self._given) == len(self._risks) and self._question() is Question.LIKELIHOOD

    def hand_in(self, who: ParticipantId) -> str:
        """Seal the sheet; why it was refused, or nothing."""
        answers = tuple(
            Answer(risk=risk)
            if CANNOT_JUDGE in levels
            else Answer(risk=risk, likelihood=levels[0], impact=levels[1])
            for risk, levels in zip(self._risks, self._given, strict=True)
        )
        return self._seal(Sheet(who=who, answers=answers))

    def forget(self) -> None:
        """Nothing of the sheet stays."""
        self._risks, self._given = (), []
        for label in (self.place, self.title, self.sentence, self.step):
            label.setText("")
        self.sheet.setAccessibleDescription("")

    def take_key(self, event: QKeyEvent) -> bool:
        """1 to 5 answer, 0 cannot judge, Backspace goes back, Enter hands in, Escape leaves."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Backspace: self.back,
            Qt.Key.Key_Return: self.go_on,
            Qt.Key.Key_Enter: self.go_on,
            Qt.Key.Key_Escape: self.wish_to_leave,
        }
        if held != Qt.KeyboardModifier.NoModifier or self.who is None:
            return False
        if key in _LEVEL_KEYS:
            self.answer(_LEVEL_KEYS[key])
        elif key in acts:
            acts[key]()
        return key in _LEVEL_KEYS or key in acts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys once all is answered and the button has the focus."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _put(self, likelihood: int | None, impact: int) -> None:
        if self._question() is Question.IMPACT:
            self._given.pop()
        self._given.append((likelihood, impact))

    def _question(self) -> Question:
        half = bool(self._given) and self._given[-1][1] is None
        return Question.IMPACT if half else Question.LIKELIHOOD

    def _at(self) -> int:
        done = len(self._given) - (self._question() is Question.IMPACT)
        return min(done, len(self._risks) - 1)

    def _show_step(self) -> None:
        complete = self.complete()
        risk = booth_risk(
            self._meeting.workshop, self._risks[self._at()], self._at(), len(self._risks)
        )
        self.sign.show_sign("" if complete else risk.sign)
        self.place.setText("" if complete else risk.place)
        self.title.setText(_("That was the last one") if complete else risk.title)
        handed = _("Enter hands the sheet in. Then nobody can open it. Backspace goes back.")
        self.sentence.setText(handed if complete else risk.sentence)
        self.sheet.setVisible(not complete)
        self.step.setVisible(not complete)
        question = self._question()
        first = question is Question.LIKELIHOOD
        self.step.setText(_("First: how likely?") if first else _("Second: how bad?"))
        view = scale_view(self._meeting.workshop, question, self._anchors(risk.id))
        self.scale.show_scale(view)
        self.sheet.setAccessibleDescription(f"{risk.place}, {risk.title}, {view.question}")
        self.primary_changed()
        (self.done if complete else self.sheet).setFocus()
