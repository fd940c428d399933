"""A stage's page: the body, and below it the message line and the one primary button."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.brief import Stage
from deskrisk.gui.widgets.announcing import announce
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
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
        menu_wanted(str): a line of the desk's menu, by its key.
        step_shown(str): the page is at another step of the method now, by its key in the script.
    """

    stage: ClassVar[Stage]
    page_actions: ClassVar[tuple[PageAction, ...]] = ()
    """What the page can do besides what its fields do; a page declares its own."""
    page_keys: ClassVar[tuple[PageKey, ...]] = ()
    """Keys that its fields, lists and walls answer themselves."""
    roomy: ClassVar[int] = 0
    """So wide it is at ease, in pixels: on a narrower desk the guide folds by itself."""
    go_to = Signal(object)
    lead_to = Signal(object, object)
    export_wanted = Signal(str)
    menu_wanted = Signal(str)
    step_shown = Signal(str)

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
        self.tone = "plain"
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.press_primary)
        for action in self.page_actions:
            if action.keys:
                shortcut = QShortcut(QKeySequence(action.keys), self)
                shortcut.activated.connect(partial(self.do_action, action))
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

    def step(self) -> str:
        """The step of the method that the page is at, by its key in the script; "" for its first.

        A page with several tells ``step_shown`` when it goes to another.
        """
        return ""

    def take_in_hand(self, thing: object) -> None:
        """Show one thing, e.g. a risk by its id, where somebody was led to it; else nothing."""

    def do_action(self, action: PageAction) -> None:
        """Do one of ``page_actions``; say in the message line why it cannot be done now."""
        reason = action.refused(self)
        if reason:
            self.say(reason, "hint")
        else:
            action.act(self)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something through a service; say in the message line what was refused.

        Returns:
            what the action gives; None if it was refused.
        """
        told: list[Changes] = []
        stop = self.meeting.listen(told.append)
        try:
            done = action()
        except DeskError as problem:
            self.say(sentence(problem), "care")
            self._refused = True
            return None
        finally:
            stop()
        substituted = sum(changes.substituted for changes in told)
        if substituted:
            self.say(substituted_words(substituted), "care")
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
        self.tone = tone
        sign, colour = _TONES[tone]
        self.message_sign.show_sign(sign if text else "")
        self.message_sign.setVisible(bool(sign and text))
        self.message.show_tone(colour)
        if text != self.message.text():
            announce(self.message, text)
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

    def primary_button(self) -> PrimaryButton | None:
        """The primary button that can be pressed now."""
        for button in self.findChildren(PrimaryButton):
            if button.isVisible() and button.isEnabled():
                return button
        return None

    def press_primary(self) -> None:
        """Hand over what is typed, then do what the primary button says."""
        flush_fields(self)
        button = self.primary_button()
        if button is not None:
            button.click()


def substituted_words(count: int) -> str:
    """What is said when characters could not be kept."""
    return ngettext(
        "{count} character could not be kept and was replaced by \N{REPLACEMENT CHARACTER}.",
        "{count} characters could not be kept and were replaced by \N{REPLACEMENT CHARACTER}.",
        count,
    ).format(count=count)
