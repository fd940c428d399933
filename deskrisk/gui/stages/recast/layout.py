"""The widgets of the page Recast and where they stand: fear, sentence, risks."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskrisk.gui.stages.recast.needs import NeedsPanel, PlaceChoice
from deskrisk.gui.stages.recast.sentence import SentenceEditor
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import EmptyKindRow, RecastView

_NARROW = 188
"""The least width of the list of the risks, in pixels."""
_LONGEST_FEAR = 12
"""Lines of a fear on its card; the rest is seen on hover and on the wall."""


class EmptyKind(QWidget):
    """A kind of risk without a risk: none found, or not looked? One line, ticked at its end.

    Signals:
        looked(bool): the room looked and found none, or takes that back.
    """

    looked = Signal(object)

    def __init__(self, row: EmptyKindRow) -> None:
        super().__init__()
        self.sign = SignMark(row.sign)
        self.words = text_label("", "body")
        self.box = CheckField("")
        self.box.setFixedWidth(20)
        self.box.chosen.connect(self.looked)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self.sign)
        line.addWidget(self.words, 1)
        line.addWidget(self.box)

    def show_kind(self, row: EmptyKindRow) -> None:
        """Show whether somebody looked."""
        self.sign.show_sign(row.sign)
        self.words.setText(row.name)
        self.words.setAccessibleName(row.text)
        self.box.setAccessibleName(f"{row.text}. {row.act}")
        self.box.say_on_hover(row.act)
        self.box.show_value(row.looked)
        self.box.setObjectName(f"looked_{row.id}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed box: something could stand here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class FindField(LineField):
    """Finds a risk on the list by words of its name; arrows walk on the list below.

    Signals:
        typed(str): the words changed.
        stepped(int): down (1) or up (-1) on the list.
        left(): Escape.
    """

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="", entry=True)
        self.setObjectName("find_risk")
        self.textChanged.connect(self.typed)

    def ask(self, question: str) -> None:
        """Say what the risk is looked for."""
        self.setPlaceholderText(question)
        self.setAccessibleName(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose on the list, Escape gives up."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RecastLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout, today: date) -> None:
        self.needs = NeedsPanel(today)
        self.sentence = SentenceEditor()
        sides = QHBoxLayout()
        sides.setSpacing(20)
        self.left = _scrolling(self._make_left(), 176)
        self.middle = _scrolling(self.sentence, 240)
        sides.addWidget(self.left, 24)
        sides.addWidget(self.middle, 52)
        right = QWidget()
        right.setLayout(self._make_right())
        right.setMinimumWidth(_NARROW)  # whatever it shows, the columns stay where they are
        sides.addWidget(right, 24)
        body.addLayout(sides, 1)

    def arrange(self, *, wide: bool) -> None:
        """Set the fear in hand as large as the sentence beside it."""
        self.fear.show_role("fear_large" if wide else "fear_reading")

    def show_side(self, view: RecastView) -> None:
        """Show how many risks there are, and the other side while nobody has said it."""
        self.risks_note.setText(view.risks_note)
        self.limit_note.setText(view.limit_note)
        self.limit_note.setVisible(bool(view.limit_note))
        self.counter_words.setText(view.counter_risk)
        for part in (self.counter_words, self.counter):
            part.setVisible(bool(view.counter_risk))

    def show_kinds(self, rows: tuple[EmptyKindRow, ...]) -> tuple[EmptyKind, ...]:
        """Show the empty kinds; gives the boxes that are new and wait to be connected."""
        ids = [row.id for row in rows]
        fresh = []
        for gone in [id_ for id_ in self.kinds if id_ not in ids]:
            box = self.kinds.pop(gone)
            self._kinds_box.removeWidget(box)
            retire(box)
        for at, row in enumerate(rows):
            if row.id not in self.kinds:
                self.kinds[row.id] = EmptyKind(row)
                self._kinds_box.insertWidget(at, self.kinds[row.id])
                fresh.append(self.kinds[row.id])
            self.kinds[row.id].show_kind(row)
        self._kinds_question.setVisible(bool(rows))
        return tuple(fresh)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(4, 0, 4, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(text_label(_("As it was said"), "label"))
        self.place_note = text_label("", "small", name="place_note")
        self.place_note.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.place_note, 1)
        column.addLayout(head)
        self.card = QFrame()
        self.card.setProperty("ground", "surface")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(16, 12, 16, 12)
        self.fear = text_label(
            "", "fear_large", wraps=True, most_lines=_LONGEST_FEAR, name="fear_text"
        )
        inside.addWidget(self.fear)
        column.addWidget(self.card)
        self.no_fear = text_label("", "soft", wraps=True, name="no_fear")
        column.addWidget(self.no_fear)
        column.addWidget(self._make_becomes())
        column.addWidget(self.needs)
        column.addWidget(self._make_held())
        column.addSpacing(8)
        self.pile = text_label("", "strong", name="pile_name")
        column.addWidget(self.pile)
        self.mates = RowList(_("In the same pile"))
        self.mates.setObjectName("mates")
        self.mates.setMinimumHeight(88)
        column.addWidget(self.mates, 1)
        self._space = QWidget()
        column.addWidget(self._space, 1)
        return left

    def _make_becomes(self) -> QWidget:
        self._becomes = QWidget()
        column = QVBoxLayout(self._becomes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = QHBoxLayout()
        words.addWidget(text_label(_("Becomes"), "soft"), 1)
        words.addWidget(text_label(_("Alt+D"), "small"))
        column.addLayout(words)
        self.disposition = PlaceChoice(_("What becomes of the fear"))
        self.disposition.setObjectName("disposition_field")
        column.addWidget(self.disposition)
        return self._becomes

    def _make_held(self) -> QWidget:
        self.held = QWidget()
        column = QVBoxLayout(self.held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            text_label(_("Does the sentence still hold what was meant?"), "soft", wraps=True)
        )
        answer = QHBoxLayout()
        self.still_holds = CheckField(_("Yes, it does"), name="still_holds")
        self.still_holds.setAccessibleDescription(_("The sentence still holds what was meant"))
        answer.addWidget(self.still_holds, 1)
        answer.addWidget(text_label(_("Alt+T"), "small"))
        column.addLayout(answer)
        return self.held

    def show_fear_parts(self, *, shown: bool, mates: bool) -> None:
        """Without a fear there is nothing to choose; without a pile there are no mates."""
        self._becomes.setVisible(shown)
        self.card.setVisible(shown)
        self.pile.setVisible(mates)
        self.mates.setVisible(mates)
        self._space.setVisible(not mates)
        self.place_note.setVisible(shown)
        self.no_fear.setVisible(not shown)

    def _make_right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 6)
        head.addWidget(text_label(_("Risks"), "label"))
        self.risks_note = text_label("", "small", name="risks_note")
        self.risks_note.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.risks_note, 1)
        right.addLayout(head)
        right.addWidget(hairline())
        self.find = FindField()
        kept = self.find.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.find.setSizePolicy(kept)
        find = QHBoxLayout()
        find.setContentsMargins(0, 6, 0, 4)
        find.addWidget(self.find, 1)
        right.addLayout(find)
        self.risks = RowList(_("Risks"))
        self.risks.setObjectName("risk_list")
        right.addWidget(self.risks, 1)
        self.limit_note = text_label("", "small", wraps=True, name="limit_note")
        right.addWidget(self.limit_note)
        acts = QVBoxLayout()
        acts.setContentsMargins(0, 4, 0, 4)
        acts.setSpacing(0)
        self.link = LinkButton("", name="link_risk")
        self.by_hand = LinkButton(_("By hand"), sign="icon:plus:ink_soft", name="add_risk")
        self.counter = LinkButton(_("Write it down"), _("Alt+O"), name="counter_risk")
        acts.addWidget(self.link)
        acts.addWidget(self.by_hand)
        right.addLayout(acts)
        self.counter_words = text_label("", "soft", wraps=True, name="counter_words")
        right.addWidget(self.counter_words)
        right.addWidget(self.counter)
        self._kinds_box = QVBoxLayout()
        self._kinds_box.setSpacing(4)
        self.kinds: dict[str, EmptyKind] = {}
        question = text_label(_("None found, or not looked?"), "small", name="kinds_question")
        self._kinds_question = QWidget()
        asked = QHBoxLayout(self._kinds_question)
        asked.setContentsMargins(0, 0, 4, 4)
        asked.addWidget(question, 1)
        asked.addWidget(text_label(_("looked"), "small"))
        right.addWidget(self._kinds_question)
        right.addLayout(self._kinds_box)
        return right


def _scrolling(content: QWidget, narrowest: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumWidth(narrowest)
    return area
