"""Duels: two risks side by side, and the room's votes typed as counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.duels import Votes
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import NumberField
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.ballots import take_proposal
from deskrisk.services.duels import hold_duel, take_back_duel
from deskrisk.viewmodels.duels import DuelSide, duel_view
from deskrisk.viewmodels.scenes import Scene, pair

MOST_VOTES = 1000
_MOST_SHOWN = 8


class _Side(QFrame):
    """One of the two risks, and how many chose it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        top = QHBoxLayout()
        self.sign = SignMark()
        self.title = text_label("", "title", wraps=True, most_lines=3, name=f"{name}_title")
        top.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.title, 1)
        self.sentence = text_label("", "soft", wraps=True, most_lines=6)
        self.votes = NumberField(
            name=_("Votes"), whole=True, highest=MOST_VOTES, placeholder=_("votes")
        )
        self.votes.setObjectName(name)
        self.votes.setFixedWidth(110)
        column.addLayout(top)
        column.addWidget(self.sentence)
        column.addStretch(1)
        column.addWidget(self.votes)

    def show_side(self, side: DuelSide) -> None:
        """Show a risk."""
        self.sign.show_sign(side.sign)
        self.title.setText(side.title)
        self.sentence.setText(side.sentence)
        self.votes.setAccessibleName(_("Votes for {title}").format(title=side.title))


class DuelPart(Part):
    """The pair in hand, four counts, and the duels so far."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.going_on = False
        self.heading = text_label("", "heading", name="duel_heading")
        self.question = text_label("", "soft", wraps=True)
        self.a, self.b = _Side("wins_a"), _Side("wins_b")
        self.equal = NumberField(name=_("Equal"), whole=True, highest=MOST_VOTES)
        self.equal.setObjectName("equal_votes")
        self.skipped = NumberField(name=_("Skipped"), whole=True, highest=MOST_VOTES)
        self.skipped.setObjectName("skipped_votes")
        self.lines = text_label("", "body", wraps=True, name="duel_lines")
        self.held = text_label("", "soft", wraps=True, most_lines=_MOST_SHOWN, name="duels_held")
        self.back = LinkButton(_("Take the last duel back"), name="take_duel_back")
        self.back.clicked.connect(lambda _on=False: self._take_back())
        self.more = LinkButton(_("One more duel"), name="more_duels")
        self.more.clicked.connect(lambda _on=False: self._go_on_asking())
        self.fields = (self.a.votes, self.b.votes, self.equal, self.skipped)
        for field, following in zip(self.fields, (*self.fields[1:], None), strict=True):
            field.entered.connect(lambda then=following: self._entered(then))
        self._lay_out()

    def _lay_out(self) -> None:
        self.asked = QWidget()
        pair_row = QHBoxLayout()
        pair_row.setSpacing(20)
        pair_row.addWidget(self.a, 1)
        pair_row.addWidget(self.b, 1)
        counts = QHBoxLayout()
        counts.setSpacing(12)
        for words, field in ((_("Equal"), self.equal), (_("Skipped"), self.skipped)):
            field.setFixedWidth(90)
            counts.addWidget(text_label(words, "soft"))
            counts.addWidget(field)
        counts.addStretch(1)
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pair_row, 1)
        column.addLayout(counts)
        ways = QHBoxLayout()
        ways.addWidget(self.back)
        ways.addWidget(self.more)
        ways.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self.heading, self.question):
            whole.addWidget(part)
        whole.addWidget(self.asked)
        whole.addWidget(self.lines)
        whole.addWidget(self.held)
        whole.addLayout(ways)
        whole.addStretch(1)

    def refresh(self) -> None:
        """Show the pair in hand, or what the duels say."""
        view = duel_view(self.meeting.workshop, going_on=self.going_on)
        self._view = view
        self.heading.setText(view.heading)
        self.question.setText(view.question)
        self.question.setVisible(bool(view.sides))
        self.asked.setVisible(bool(view.sides))
        for box, side in zip((self.a, self.b), view.sides, strict=False):
            box.show_side(side)
        self.lines.setText("\n".join(view.lines))
        self.held.setText("\n".join(view.held))
        self.back.setVisible(bool(view.held))
        self.more.setVisible(view.over and not view.sides)

    def focus_widget(self) -> QWidget | None:
        """The first count."""
        return self.a.votes if self._view.sides else None

    def foot(self) -> Foot:
        """The next pair, until the line is clear."""
        back = _("Back to the order")
        if self._view.sides:
            message = _("Votes for the left one, Enter, the right one, Enter, equal, skipped.")
            aside = _("Stop here") if self._view.held else back
            return Foot(primary=_("Next duel"), aside=aside, message=message)
        if not self._view.held:
            return Foot(primary=back)
        return Foot(primary=_("Take this order"), aside=back)

    def go_on(self) -> None:
        """Record the counts, or take the result."""
        if self._view.sides:
            self._hold()
        elif not self._view.held or self._take():
            self.done.emit()

    def step_aside(self) -> None:
        """Stop, or go back to the order."""
        self.done.emit()

    def put_on_wall(self) -> None:
        """The two risks, side by side."""
        if self._view.sides:
            a, b = self._view.sides
            self.page.room.show(Scene.DUEL, pair(a.id, b.id), curtain=False)
        else:
            self.page.room.show(Scene.ORDER, curtain=False)

    def _take(self) -> bool:
        return self.page.attempt(lambda: take_proposal(self.meeting)) is not None

    def _entered(self, following: NumberField | None) -> None:
        if following is None:
            self._hold()
        else:
            following.setFocus()
            following.selectAll()

    def _hold(self) -> None:
        counts = [each.value() for each in self.fields]
        if any(field.is_flawed() for field in self.fields):
            return
        numbers = [int(count) if isinstance(count, (int, float)) else 0 for count in counts]
        a, b = self._view.sides
        votes = Votes(wins_a=numbers[0], wins_b=numbers[1], equal=numbers[2], skipped=numbers[3])
        if self.page.attempt(lambda: hold_duel(self.meeting, a.id, b.id, votes)) is None:
            return
        self.going_on = False
        self._clear()
        self.refresh()
        self.put_on_wall()
        self.foot_changed.emit()
        (self.focus_widget() or self.page.primary_button() or self).setFocus()

    def _clear(self) -> None:
        for field in self.fields:
            field.clear_entry()

    def _take_back(self) -> None:
        if self.page.attempt(lambda: take_back_duel(self.meeting)) is not None:
            self._asked_again()

    def _go_on_asking(self) -> None:
        self.going_on = True
        self._asked_again()

    def _asked_again(self) -> None:
        self.refresh()
        self.put_on_wall()
        self.foot_changed.emit()
        (self.focus_widget() or self).setFocus()
