"""A part of the page Rank that works by itself: it shows the workshop and knows what comes next."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What the foot of the page says for a part: the primary button, a way aside, a message."""

    primary: str
    key: str = "Ctrl+Enter"
    aside: str = ""
    aside_key: str = ""
    message: str = ""
    tone: str = "plain"


class Part(QWidget):
    """One way of working on the page.

    Signals:
        foot_changed(): what comes next is something else.
        done(): this part is finished or left; whoever opened it goes on.
    """

    foot_changed = Signal()
    done = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__()
        self.page = page

    @property
    def meeting(self) -> Meeting:
        """The open workshop."""
        return self.page.meeting

    def refresh(self) -> None:
        """Show the workshop as it is."""
        raise NotImplementedError

    def focus_widget(self) -> QWidget | None:
        """What has the focus when the part is opened."""
        return None

    def foot(self) -> Foot:
        """What comes next."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The primary button was pressed."""
        raise NotImplementedError

    def step_aside(self) -> None:
        """The way aside was chosen."""

    def take_in_hand(self, thing: object) -> None:
        """Show one thing, e.g. a risk by its id."""

    def put_on_wall(self) -> None:
        """Ask the room to show what belongs to this part."""


def keep_seen(area: QScrollArea, rect: QRectF) -> None:
    """Scroll so that a rectangle is in sight."""
    if not rect.isEmpty():
        middle, half = rect.center().toPoint(), int(rect.height() / 2)
        area.ensureVisible(middle.x(), middle.y(), 0, half + 24)
