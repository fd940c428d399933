"""The guide at the right of the desk: the facilitator's script for the stage, and their notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.widgets.buttons import SignButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel, hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import NO_BREAK
from deskrisk.viewmodels.guide import DoneRow, GuideView
from deskrisk.viewmodels.guide_cards import GuideCard, guide_cards

WIDTH = 272
FOLDED = 44


_AHEAD_LINES = 2
"""So much is seen of what is read out next."""


class Guide(QFrame):
    """What to read out, what to watch for, when the stage is done, and private notes.

    One thing to read out is shown at a time, what comes after it softly; one steps on and back.

    Signals:
        noted(Stage, str): the facilitator noted something about a stage.
        fold_wanted(): fold the guide away, or show it again.
        step_reached(str): the facilitator stepped on or back to a step of the method, by its key.
        line_reached(str, int): the same, to a line of a step, counted from 0.
    """

    noted = Signal(object, str)
    fold_wanted = Signal()
    step_reached = Signal(str)
    line_reached = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self._view: GuideView | None = None
        self._cards: tuple[GuideCard, ...] = ()
        self._places: dict[Stage, int] = {}
        self._done: dict[str, tuple[SignMark, TextLabel]] = {}
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(hairline(upright=True))
        self._stack = QStackedWidget()
        whole.addWidget(self._stack, 1)
        self._stack.addWidget(self._open_page())
        self._stack.addWidget(self._folded_page())
        self.fold(folded=False)

    @property
    def folded(self) -> bool:
        """Is it folded away?"""
        return self._stack.currentIndex() == 1

    def fold(self, *, folded: bool) -> None:
        """Fold it away, or show it."""
        self._stack.setCurrentIndex(1 if folded else 0)
        self.setFixedWidth(FOLDED if folded else WIDTH)

    def show_guide(self, view: GuideView) -> None:
        """Show the guide for a stage; a note being typed is left alone."""
        before = self._view
        if before is None or before.stage is not view.stage:
            self.notes.flush()  # it belongs to the stage before
            self._view = view
            self._fill_done(view)
        elif len(before.done_when) != len(view.done_when):
            self._fill_done(view)
        self._view = view
        if before is None or (before.stage, before.steps) != (view.stage, view.steps):
            self._cards = guide_cards(view)
            self._show_card()
        self._show_done(view)
        self.notes.show_value(view.private)

    @property
    def card(self) -> GuideCard | None:
        """What is to be read out now; None before the first stage is shown."""
        return self._cards[self._place()] if self._cards else None

    def step_on(self, by: int) -> None:
        """Show what is read out next (1) or was read before (-1); at the ends nothing happens."""
        before = self.card
        to = self._place() + by
        if self._view is None or before is None or not 0 <= to < len(self._cards):
            return
        self._places[self._view.stage] = to
        self._show_card()
        step = self._cards[to].step
        if step != before.step:
            self.step_reached.emit(step)
        first = next(at for at, card in enumerate(self._cards) if card.step == step)
        self.line_reached.emit(step, to - first)

    def show_line(self, step: str, line: int) -> None:
        """Show a line of a step of this stage, as the wall shows it; nobody is told.

        Args:
            step: its key; a step of another stage changes nothing.
            line: counted from 0; one that is not there changes nothing.
        """
        places = [at for at, card in enumerate(self._cards) if card.step == step]
        if self._view is not None and line < len(places) and self._place() != places[line]:
            self._places[self._view.stage] = places[line]
            self._show_card()

    def _place(self) -> int:
        held = 0 if self._view is None else self._places.get(self._view.stage, 0)
        return min(held, len(self._cards) - 1)

    def _open_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._area = QScrollArea()
        self._area.setAccessibleName(_("Guide"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(20, 8, 16, 0)
        below.setSpacing(8)
        below.addWidget(hairline())
        self._counted = text_label("", "small")
        below.addLayout(_head(_("Done when"), self._counted))
        self._conditions = QVBoxLayout()
        self._conditions.setSpacing(4)
        below.addLayout(self._conditions)
        below.addSpacing(4)
        below.addWidget(hairline())
        below.addLayout(_head(_("My notes"), text_label(_("private"), "small")))
        self.notes = TextField(
            name=_("My private notes about this stage"),
            placeholder=_("Only you can see this."),
            lines=2,
            most_lines=8,
        )
        self.notes.setObjectName("private_note")
        self.notes.edited.connect(self._noted)
        below.addWidget(self.notes)
        column.addLayout(below)
        return page

    def _folded_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        show = SignButton("icon:chevron-left", _("Show the guide"), name="show_guide")
        show.clicked.connect(self.fold_wanted)
        column.addWidget(show, 0, middle)
        for words in (_("Guide"), "F1"):
            column.addWidget(text_label(words, "small"), 0, middle)
        column.addSpacing(12)
        self._folded_mark = SignMark("icon:circle:ink_soft")
        self._folded_count = text_label("", "small")
        column.addWidget(self._folded_mark, 0, middle)
        column.addWidget(self._folded_count, 0, middle)
        column.addStretch(1)
        return page

    def _head(self) -> QHBoxLayout:
        self.fold_button = SignButton(
            "icon:chevron-right", _("Fold the guide away (F1)"), name="fold_guide"
        )
        self.fold_button.clicked.connect(self.fold_wanted)
        self.place = text_label("", "small", name="guide_place")
        self.back = SignButton(
            "icon:chevron-up", _("What was read out before (Shift+F3)"), name="guide_before"
        )
        self.back.clicked.connect(lambda: self.step_on(-1))
        self.on = SignButton(
            "icon:chevron-down", _("What is read out next (F3)"), name="guide_next"
        )
        self.on.clicked.connect(lambda: self.step_on(1))
        right = (self.place, self.back, self.on, self.fold_button)
        row = _head(_("Read out"), *right)
        row.setContentsMargins(20, 0, 8, 4)
        row.setSpacing(2)
        return row

    def _show_card(self) -> None:
        card = self.card
        if card is None:
            return
        self.place.setText(card.place)
        self.back.setEnabled(self._place() > 0)
        self.on.setEnabled(self._place() < len(self._cards) - 1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(_sheet(card))
        self._area.verticalScrollBar().setValue(0)

    def _fill_done(self, view: GuideView) -> None:
        while (item := self._conditions.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._done = {row.key: self._done_row() for row in view.done_when}

    def _done_row(self) -> tuple[SignMark, TextLabel]:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark, words = SignMark(size=14), text_label("", "body", wraps=True)
        mark.setFixedHeight(20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._conditions.addWidget(place)
        return mark, words

    def _show_done(self, view: GuideView) -> None:
        for row in view.done_when:
            mark, words = self._done[row.key]
            mark.show_sign("icon:check:good" if row.met else "icon:circle:ink_soft")
            words.show_tone("ink_soft" if row.met else "ink")
            words.setText(_done_words(row))
            words.setAccessibleName(
                _("done: {what}").format(what=row.text) if row.met else _done_words(row)
            )
        all_, done = len(view.done_when), view.done
        self._counted.setText(_("{done} of {all}").format(done=done, all=all_))
        self._folded_count.setText(f"{done}/{all_}")
        self._folded_mark.show_sign("icon:check:good" if done == all_ else "icon:circle:ink_soft")

    def _noted(self, text: object) -> None:
        if self._view is not None:
            self.noted.emit(self._view.stage, str(text))


def _done_words(row: DoneRow) -> str:
    count = row.count.replace(" ", NO_BREAK)
    words = f"{row.text}, {count}" if count and not row.met else row.text
    return words[:1].upper() + words[1:]


def _sheet(card: GuideCard) -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 0, 16, 8)
    column.setSpacing(8)
    column.addLayout(_head(card.name, text_label(card.time, "small")))
    if card.when:
        column.addWidget(text_label(card.when, "small", wraps=True))
    if card.say:
        column.addWidget(text_label(f"“{card.say}”", "body", wraps=True, name="read_out"))
    for say in card.after:
        ahead = text_label(say, "small", wraps=True, most_lines=_AHEAD_LINES)
        column.addWidget(ahead)
    if card.later:
        later = _("Then: {step}").format(step=card.later)
        column.addWidget(text_label(later, "small", wraps=True, name="later_step"))
    column.addSpacing(8)
    column.addWidget(text_label(_("Watch for"), "label"))
    for text in card.watch_for:
        column.addWidget(text_label(text, "soft", wraps=True))
    column.addStretch(1)
    return sheet


def _head(words: str, *right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(text_label(words, "label"), 1)
    for each in right:
        row.addWidget(each)
    return row
