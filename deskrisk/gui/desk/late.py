"""Late fears and risks: one line at the foot of any stage."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from deskrisk.gui.desk.foot_bar import FootBar, Question
from deskrisk.i18n import _
from deskrisk.services.fears import name_fear
from deskrisk.services.meeting import Meeting
from deskrisk.services.risks import add_risk
from deskrisk.viewmodels.late import fear_added_words, risk_added_words


class LateBar(QObject):
    """Adds fears and risks without leaving the stage that is seen."""

    def __init__(
        self,
        parent: QObject,
        meeting: Meeting,
        bar: FootBar,
        attempt: Callable[[Callable[[], Any]], Any],
    ) -> None:
        super().__init__(parent)
        self._meeting, self._bar, self._attempt = meeting, bar, attempt

    def ask_fear(self) -> None:
        """Ask for a fear."""
        words = _("A late fear, as it was said")
        self._ask(words, self._add_fear)

    def ask_risk(self) -> None:
        """Ask for a risk."""
        words = _("A late risk: what may happen?")
        self._ask(words, self._add_risk)

    def _ask(self, words: str, answer: Callable[[str], object]) -> None:
        question = Question(
            words=words,
            sign="icon:plus:ink_soft",
            name=words,
            placeholder="",
            keys=_("Enter adds, Esc closes"),
        )
        self._bar.ask(question, answer)

    def _add_fear(self, text: str) -> None:
        if text and self._attempt(lambda: name_fear(self._meeting, text, origin=self)):
            self._added(fear_added_words(self._meeting.workshop))

    def _add_risk(self, text: str) -> None:
        if text and self._attempt(lambda: add_risk(self._meeting, event=text, origin=self)):
            self._added(risk_added_words(self._meeting.workshop))

    def _added(self, words: str) -> None:
        self._bar.field.clear_entry()
        self._bar.say(words, "icon:check:good")
