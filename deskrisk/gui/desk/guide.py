"""The guide at the right of the desk: the facilitator's script for the stage, and their notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import SignButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel, hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import NO_BREAK
from deskrisk.viewmodels.guide import DoneRow, GuideView

WIDTH = 272
FOLDED = 44


class Guide(QFrame):
    """What to read out, what to watch for, when the stage is done, and private notes.

    Signals:
        noted(Stage, str): the facilitator noted something about a stage.
        fold_wanted(): fold the guide away, or show it again.
    """

    noted = Signal(object, str)
    fold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self._view: GuideView | None = None
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
            self._fill(view)
            self._area.verticalScrollBar().setValue(0)
        elif before.steps != view.steps or len(before.done_when) != len(view.done_when):
            self._fill(view)
        self._view = view
        self._show_done(view)
        self.notes.show_value(view.private)

    def _open_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(0)
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

    def _fill(self, view: GuideView) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 0, 16, 8)
        column.setSpacing(8)
        fold = SignButton("icon:chevron-right", _("Fold the guide away"), name="fold_guide")
        fold.clicked.connect(self.fold_wanted)
        column.addLayout(_head(_("Read out"), text_label("F1", "small"), fold))
        for step in view.steps:
            if len(view.steps) > 1:
                column.addWidget(text_label(step.name, "label", wraps=True))
            for line in step.read_out:
                if line.when:
                    column.addWidget(text_label(line.when, "small", wraps=True))
                column.addWidget(text_label(f"“{line.say}”", "body", wraps=True))
        column.addSpacing(8)
        column.addWidget(text_label(_("Watch for"), "label"))
        for text in view.watch_for:
            column.addWidget(text_label(text, "soft", wraps=True))
        column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(sheet)
        self._fill_done(view)

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


def _head(words: str, *right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(text_label(words, "label"), 1)
    for each in right:
        row.addWidget(each)
    return row
