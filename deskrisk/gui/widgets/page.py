"""A stage's page: the body, and below it the message line and the one primary button."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.brief import Stage
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import ngettext
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from deskrisk.viewmodels.problems import sentence

T = TypeVar("T")

MARGIN = 32
FOOT_HEIGHT = 64
_TONES = {
    "plain": ("", "ink_soft"),
    "hint": ("icon:info:ink_soft", "ink_soft"),
    "good": ("icon:check:good", "ink_soft"),
    "care": ("icon:circle-alert:care", "care"),
    "alarm": ("icon:triangle-alert:alarm", "alarm"),
}


class StagePage(QWidget):
    """The page of one stage.

    A page overrides ``build`` (once, when it is first opened), ``refresh`` (at once when it is
    seen, on opening when it was hidden) and ``first_focus``. It calls services through
    ``attempt`` alone.

    Signals:
        go_to(Stage): the facilitator goes on to another stage.
        lead_to(Stage, object): the same, to one thing there, e.g. a risk by its id.
        export_wanted(str): the document should be written, in this format.
    """

    stage: ClassVar[Stage]
    go_to = Signal(object)
    lead_to = Signal(object, object)
    export_wanted = Signal(str)

    def __init__(self, meeting: Meeting, room: Show | None = None) -> None:
        super().__init__()
        self.meeting = meeting
        self.room = room or Show()
        self.setObjectName(f"{self.stage.value}_page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 0)
        whole.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        whole.addLayout(self.body, 1)
        whole.addSpacing(12)
        whole.addWidget(hairline())
        whole.addWidget(self._make_foot())
        self._refused = False
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._press_primary)
        self.build()

    def build(self) -> None:
        """Make the widgets, in ``self.body`` and ``self.foot``."""
        raise NotImplementedError

    def refresh(self, changes: Changes | None) -> None:
        """Show the workshop as it is.

        Args:
            changes: what has changed; None for everything, e.g. on the first opening.
        """
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """What has the focus when the page is opened."""
        return None

    def put_on_wall(self) -> None:
        """Ask ``self.room`` to show what belongs to this page as it is now.

        The desk calls it when the page is opened, the page itself when its subject changes. What
        must not be seen is covered in the same call: ``self.room.show(..., curtain=True)``.
        """

    def take_in_hand(self, thing: object) -> None:
        """Show one thing, e.g. a risk by its id, where somebody was led to it; else nothing."""

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something through a service; say in the message line what was refused.

        Returns:
            what the action gives; None if it was refused.
        """
        try:
            done = action()
        except DeskError as problem:
            self.say(sentence(problem), "care")
            self._refused = True
            return None
        if isinstance(done, Changes) and done.substituted:
            self.say(substituted_words(done.substituted), "care")
        elif self._refused:
            self.say("")
        return done

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line.

        Args:
            text: the sentence; ``""`` clears the line.
            tone: plain, hint, good, care or alarm.
        """
        self._refused = False
        sign, colour = _TONES[tone]
        self.message_sign.show_sign(sign if text else "")
        self.message_sign.setVisible(bool(sign and text))
        self.message.show_tone(colour)
        self.message.setText(text)

    def set_primary(
        self, text: str, action: Callable[[], object], key: str = "Ctrl+Enter"
    ) -> PrimaryButton:
        """Put the primary button at the right end of the foot."""
        button = PrimaryButton(text, key)
        button.clicked.connect(lambda _checked=False: action())
        self.foot.addWidget(button)
        return button

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.message_sign = SignMark()
        self.message_sign.hide()
        self.message = text_label("", "soft", wraps=True, most_lines=2, name="message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.message_sign)
        row.addWidget(self.message, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        row.addLayout(self.foot)
        return foot

    def _press_primary(self) -> None:
        flush_fields(self)
        for button in self.findChildren(PrimaryButton):
            if button.isVisible() and button.isEnabled():
                button.click()
                return


def substituted_words(count: int) -> str:
    """What is said when characters could not be kept."""
    return ngettext(
        "{count} character could not be kept and was replaced by \N{REPLACEMENT CHARACTER}.",
        "{count} characters could not be kept and were replaced by \N{REPLACEMENT CHARACTER}.",
        count,
    ).format(count=count)
