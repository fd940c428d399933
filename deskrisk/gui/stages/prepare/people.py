"""The people of the room in their groups, written like a list."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from deskrisk.gui.stages.prepare.row_fields import RowField
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.buttons import SignButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import escaped_mnemonic, hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.prepare import GroupRows, PersonRow

_NAME_SHARE, _ROLE_SHARE = 3, 4
_TICK_WIDTH = 20


class GroupSign(QWidget):
    """Tells groups apart by fill and hatch, never by a colour of a category."""

    _FILLS = (
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.BDiagPattern,
        Qt.BrushStyle.NoBrush,
        Qt.BrushStyle.CrossPattern,
        Qt.BrushStyle.Dense4Pattern,
    )

    def __init__(self) -> None:
        super().__init__()
        self._fill = self._FILLS[0]
        self.setFixedSize(14, 14)

    def show_place(self, place: int) -> None:
        """Show the sign of the group at a place, counted from 0."""
        self._fill = self._FILLS[place % len(self._FILLS)]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        painter.setPen(QPen(theme().colour("ink_soft"), 1.5))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._fill is not Qt.BrushStyle.NoBrush:
            brush = painter.brush()
            brush.setColor(theme().colour("ink_soft"))
            brush.setStyle(self._fill)
            painter.setBrush(brush)
        painter.drawRect(box)


class GroupsBox(QWidget):
    """The groups side by side where names stay readable, else one below the other."""

    _EACH = 280

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[GroupBlock] = []
        self._cells: dict[GroupBlock, tuple[int, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)

    def show_blocks(self, blocks: list["GroupBlock"]) -> None:
        """Show these groups, in this order."""
        self._blocks = blocks
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for two beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= 2 * self._EACH and len(self._blocks) > 1
        columns = 2 if wide else 1
        wanted = {block: divmod(place, columns) for place, block in enumerate(self._blocks)}
        if wanted == self._cells:
            return
        for block in self._cells:
            self._grid.removeWidget(block)
        self._cells = wanted
        for block, cell in wanted.items():
            self._grid.addWidget(block, *cell)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


class PersonLine(QWidget):
    """One person: name, role, and a menu for the rest.

    Signals:
        changed(str, object): a field of the person and its new value.
        moved(int): up (-1) or down (1) in the group.
        turned(int): to the group before (-1) or after (1).
        removed(): the person goes.
        entered(): Enter in name or role.
    """

    changed = Signal(str, object)
    moved = Signal(int)
    turned = Signal(int)
    removed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row: PersonRow | None = None
        self._groups: tuple[tuple[object, str], ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.here = CheckField("", quiet=True)
        self.here.setFixedWidth(_TICK_WIDTH)
        self.here.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by key it is Alt+H in the name
        self.name = RowField(name=_("Name"), bare=True)
        self.role = LineField(name=_("Role"), placeholder=_("role"), role="small", bare=True)
        self.state = text_label("", "small")
        self.more = SignButton("icon:chevron-down", _("More about this person"))
        line.addWidget(self.here)
        line.addWidget(self.name, _NAME_SHARE)
        line.addWidget(self.role, _ROLE_SHARE)
        line.addWidget(self.state)
        line.addWidget(self.more)
        self.here.chosen.connect(lambda on: self.changed.emit("present", on))
        self.name.edited.connect(self._rename)
        self.name.left.connect(self._restore)
        self.name.moved.connect(self.moved)
        self.name.turned.connect(self.turned)
        self.name.ticked.connect(self._tick)
        self.name.removed.connect(self.removed)
        self.name.entered.connect(self.entered)
        self.role.entered.connect(self.entered)
        self.role.edited.connect(lambda text: self.changed.emit("role", text))
        self.more.clicked.connect(self._open_menu)

    def show_person(self, row: PersonRow, groups: tuple[tuple[object, str], ...], at: int) -> None:
        """Show a person; ``at`` is their place among all, from 1."""
        self._row, self._groups = row, groups
        self.name.setObjectName(f"person_{at}")
        self.role.setObjectName(f"person_role_{at}")
        self.more.setObjectName(f"person_more_{at}")
        self.here.setObjectName(f"person_here_{at}")
        self.here.setAccessibleName(_("{name} is here").format(name=row.name))
        self.here.say_on_hover(_("Is here (Alt+H in the name)"))
        self.here.show_value(row.present)
        self.name.show_value(row.name)
        self.role.show_value(row.role)
        self.state.setText(_state(row))

    def menu(self) -> QMenu:
        """What else can be said about the person."""
        menu = QMenu(self)
        menu.setObjectName("person_menu")
        row = self._row
        if row is None:
            return menu
        for words, field, held in (
            (_("Is here"), "present", row.present),
            (_("Scores"), "scores", row.scores),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(held)
            action.triggered.connect(lambda on, field=field: self.changed.emit(field, on))
        menu.addSeparator()
        for group, name in self._groups:
            if group != row.group:
                words = escaped_mnemonic(_("To {group}").format(group=name))
                action = menu.addAction(words)
                action.triggered.connect(
                    lambda _on=False, group=group: self.changed.emit("group", group)
                )
        menu.addSeparator()
        menu.addAction(_("Remove")).triggered.connect(lambda _on=False: self.removed.emit())
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _rename(self, text: object) -> None:
        if str(text).strip():
            self.changed.emit("name", text)

    def _tick(self, field: str) -> None:
        """Here or not, scores or not."""
        if self._row is not None:
            held = {"present": self._row.present, "scores": self._row.scores}
            self.changed.emit(field, not held[field])

    def _restore(self) -> None:
        if self._row is not None and self.name.is_blank():
            self.name.show_value(self._row.name)


class GroupBlock(QWidget):
    """A group: its name, its people, and an empty line for the next.

    Signals:
        renamed(str): the group is called differently.
        dissolved(): Delete in the emptied name.
        added(str, str): name and role of a new person.
        listed(str): a list was pasted into the empty line.
        changed(object, str, object): a person's id, a field and its new value.
        moved(object, int): a person's id and the direction.
        turned(object, int): a person's id, to the group before or after.
        removed(object): a person's id.
    """

    renamed = Signal(str)
    dissolved = Signal()
    added = Signal(str, str)
    listed = Signal(str)
    changed = Signal(object, str, object)
    moved = Signal(object, int)
    turned = Signal(object, int)
    removed = Signal(object)

    def __init__(self, *, named: bool) -> None:
        super().__init__()
        self._lines: dict[object, PersonLine] = {}
        self._stored = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._make_head(whole, named=named)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        whole.addLayout(self._people)
        self._make_entry(whole)
        self.warning = text_label("", "small", wraps=True)
        whole.addWidget(self.warning)
        whole.addStretch(1)

    def show_place(self, place: int) -> None:
        """Take a place among the groups, counted from 0; names and sign follow from it."""
        suffix = f"_{place + 1}" if place else ""
        self._sign.show_place(place)
        self.name.setObjectName(f"group_{place + 1}")
        self.warning.setObjectName(f"group_warning_{place + 1}")
        self.entry.setObjectName(f"person_field{suffix}")
        self.entry_role.setObjectName(f"person_role_field{suffix}")

    def show_group(
        self, rows: GroupRows, groups: tuple[tuple[object, str], ...], first: int
    ) -> None:
        """Show a group; ``first`` is the place of its first person among all, from 1."""
        self._stored = rows.name
        self.name.show_value(rows.name)
        self.count.setText(rows.count)
        self.warning.setText(rows.warning)
        self.warning.setVisible(bool(rows.warning))
        ids = [person.id for person in rows.people]
        for gone in [id_ for id_ in self._lines if id_ not in ids]:
            line = self._lines.pop(gone)
            self._people.removeWidget(line)
            retire(line)
        for at, person in enumerate(rows.people):
            line = self._lines.get(person.id) or self._make_line(person.id)
            if self._people.indexOf(line) != at:
                self._people.removeWidget(line)
                self._people.insertWidget(at, line)
            line.show_person(person, groups, first + at)

    def focus_person(self, person: object) -> bool:
        """Put the focus on a person's name, if they are here."""
        line = self._lines.get(person)
        if line is not None:
            line.name.setFocus()
        return line is not None

    def _make_head(self, whole: QVBoxLayout, *, named: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        self.name = RowField(name=_("Name of the group"), bare=True, role="strong")
        self.name.setReadOnly(not named)
        if not named:
            self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.count = text_label("", "small")
        self._sign = GroupSign()
        head.addWidget(self._sign)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        self._head = QWidget()
        inner = QVBoxLayout(self._head)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(hairline())
        whole.addWidget(self._head)
        self._sign.setVisible(named)  # once it has its place: before, it would be a window
        self.name.edited.connect(self._rename)
        self.name.removed.connect(self.dissolved)
        self.name.left.connect(self._restore)

    def show_head(self, *, shown: bool) -> None:
        """A single list of people needs no heading."""
        self._head.setVisible(shown)

    def _make_entry(self, whole: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addSpacing(_TICK_WIDTH + 4)
        words = _("Another person ...")
        self.entry = RowField(name=words, placeholder=words, entry=True, bare=True)
        self.entry.takes_lists = True
        self.entry_role = LineField(
            name=_("Role of the new person"),
            placeholder=_("role"),
            role="small",
            entry=True,
            bare=True,
        )
        line.addWidget(self.entry, _NAME_SHARE)
        line.addWidget(self.entry_role, _ROLE_SHARE)
        line.addSpacing(34)
        whole.addLayout(line)
        self.entry.entered.connect(self._add)
        self.entry_role.entered.connect(self._add)
        self.entry.listed.connect(self.listed)
        self.name.entered.connect(self.entry.setFocus)

    def _make_line(self, id_: object) -> PersonLine:
        line = PersonLine()
        self._lines[id_] = line
        line.changed.connect(lambda field, value: self.changed.emit(id_, field, value))
        line.moved.connect(lambda by: self.moved.emit(id_, by))
        line.turned.connect(lambda by: self.turned.emit(id_, by))
        line.removed.connect(lambda: self._remove(id_))
        line.entered.connect(lambda: self._after(id_).setFocus())
        return line

    def _ids(self) -> list[object]:
        return sorted(self._lines, key=lambda id_: self._people.indexOf(self._lines[id_]))

    def _after(self, id_: object) -> RowField:
        ids = self._ids()
        at = ids.index(id_) + 1
        return self._lines[ids[at]].name if at < len(ids) else self.entry

    def _remove(self, id_: object) -> None:
        after = self._after(id_)
        self.removed.emit(id_)
        if id_ not in self._lines:
            after.setFocus()

    def _add(self) -> None:
        if self.entry.is_blank():
            return
        self.added.emit(self.entry.text(), str(self.entry_role.value()))

    def clear_entry(self) -> None:
        """Empty the line for the next person, and go there."""
        self.entry.clear_entry()
        self.entry_role.clear_entry()
        self.entry.setFocus()

    def _rename(self, text: object) -> None:
        if str(text).strip():
            self.renamed.emit(str(text))

    def _restore(self) -> None:
        if self.name.is_blank():
            self.name.show_value(self._stored)


def _state(row: PersonRow) -> str:
    if not row.present:
        return _("not here")
    return "" if row.scores else _("does not score")
