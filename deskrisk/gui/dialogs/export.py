"""Export: choose version and format, see the pages as they will be, write them."""

import threading
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.export_choices import ExportChoices
from deskrisk.gui.dialogs.files import ask_new_file, ask_picture
from deskrisk.gui.dialogs.release import ReleaseDialog
from deskrisk.gui.tasks import Task, Ticket
from deskrisk.gui.widgets.announcing import announce
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.pages_view import PagesView
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.services.chosen_exports import export_chosen, preview_chosen
from deskrisk.services.exports import FORMATS
from deskrisk.services.meeting import Meeting
from deskrisk.services.preview import read_logo
from deskrisk.viewmodels.exporting import (
    ExportChoice,
    export_name,
    has_pages,
    workshop_to_export,
)
from deskrisk.viewmodels.page_pictures import PagePicture
from deskrisk.viewmodels.problems import sentence

QUIET_MS = 250
"""How long nothing is chosen before the pages are made anew."""

_SIDE = 372


class ExportDialog(QDialog):
    """The choices, the pages, and a foot that says how it went.

    Signals:
        written(Path, ExportChoice): a file was written.
        open_wanted(Path): it is to be opened.
        folder_wanted(Path): it is to be shown in its folder.
    """

    written = Signal(object, object)
    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        workshop: Workshop,
        choice: ExportChoice,
        folder: str,
        *,
        meeting: Meeting | None = None,
    ) -> None:
        """Make the window.

        Args:
            parent: the window it belongs to.
            workshop: what is exported.
            choice: what was chosen the last time.
            folder: where the last one went; empty for the user's own.
            meeting: where words can be released; None where the workshop is not open.
        """
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workshop, self._folder, self._meeting = workshop, folder, meeting
        self._stop = threading.Event()
        self._making: Task | None = None
        self._stale = False
        self._writing: Task | None = None
        self._path: Path | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._make_pages)
        self._lay_out(choice)
        self._connect()
        self.choices.version.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scripts.hide()
        self._show_state()
        self._quiet.start(0)

    def _lay_out(self, choice: ExportChoice) -> None:
        self.choices = ExportChoices(self._workshop, choice, may_release=self._meeting is not None)
        self.choices.setFixedWidth(_SIDE)
        self.pages = PagesView()
        self.place = text_label("", "small", name="preview_place")
        self.note = text_label("", "small", name="preview_note")
        self.scripts = text_label("", "small", wraps=True, most_lines=3, tone="care")
        self.scripts.setObjectName("missing_scripts")
        top = QHBoxLayout()
        top.addWidget(self.place)
        top.addStretch(1)
        top.addWidget(self.note)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(top)
        right.addWidget(self.scripts)
        right.addWidget(self.pages, 1)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.choices)
        sides.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("Export"), "title"))
        whole.addLayout(sides, 1)
        whole.addWidget(hairline())
        whole.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.message = text_label("", "soft", wraps=True, most_lines=2, name="export_message")
        self.bar = QProgressBar()
        self.bar.setObjectName("export_progress")
        self.bar.setAccessibleName(_("How much is written"))
        self.bar.setRange(0, 100)
        self.bar.setFixedWidth(160)
        self.bar.setTextVisible(False)
        self.open_button = QuietButton(_("Open it"), "Alt+O", name="open_written")
        self.folder_button = QuietButton(_("Show in folder"), name="show_written")
        self.leave = QuietButton(_("Close"), "Esc", name="export_close")
        self.save = PrimaryButton(_("Save …"), "Ctrl+Enter", name="export_save")
        row.addWidget(self.message, 1)
        for each in (self.bar, self.open_button, self.folder_button, self.leave, self.save):
            row.addWidget(each)
        return row

    def _connect(self) -> None:
        self.choices.chosen.connect(self._chosen)
        self.choices.logo_wanted.connect(self._choose_logo)
        self.choices.release_wanted.connect(self._release)
        self.pages.page_seen.connect(self._show_place)
        self.pages.resized.connect(self._resized)
        self.open_button.clicked.connect(lambda _on=False: self.open_wanted.emit(self._path))
        self.folder_button.clicked.connect(lambda _on=False: self.folder_wanted.emit(self._path))
        self.leave.clicked.connect(lambda _on=False: self.reject())
        self.save.clicked.connect(lambda _on=False: self.ask_and_write())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save_by_key)
        QShortcut(QKeySequence("Alt+O"), self).activated.connect(self._open_by_key)
        for keys, by in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.pages.turn(by))

    def fit(self, window: QSize) -> None:
        """Take most of the room of the window it belongs to."""
        self.resize(
            min(max(round(window.width() * 0.86), 900), 1280),
            min(max(round(window.height() * 0.95), 600), 1000),
        )

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        return self.choices.choice

    @property
    def is_settled(self) -> bool:
        """Do the pages show what is chosen, and is nothing being written?"""
        return self._making is None and self._writing is None and not self._quiet.isActive()

    def ask_and_write(self) -> None:
        """Ask where to, and write it there."""
        flush_fields(self)
        chosen = next(each for each in FORMATS if each.key == self.choice.format)
        heading = _("Export: {what}").format(what=_(chosen.label))
        name = export_name(self._workshop, self.choice, "")
        path = ask_new_file(self, heading, _(chosen.label), name, chosen.suffix, self._folder)
        self.activateWindow()
        if path is not None:
            if not path.name.lower().endswith(chosen.suffix):
                path = path.with_name(path.name + chosen.suffix)
            self.write(path)

    def write(self, path: Path) -> None:
        """Write what is chosen to a file, off the window's thread."""
        workshop, choice, stop = self._workshop, self.choice, threading.Event()
        now = datetime.now(UTC).astimezone()

        def work(ticket: Ticket) -> Path:
            export_chosen(
                workshop, choice, path, now=now, progress=ticket.report, cancelled=stop.is_set
            )
            return path

        self._stop = stop
        task = Task(self, work)
        task.progressed.connect(lambda share: self.bar.setValue(round(share * 100)))
        task.done.connect(self._was_written)
        task.refused.connect(self._was_refused)
        self._writing = task
        self._path = None
        self._say(_("Writing {name} …").format(name=path.name))
        self.bar.setValue(0)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()
        task.start()

    def reject(self) -> None:
        """Escape stops the writing first, and closes then."""
        if self._writing is not None:
            self._stop.set()
            self._say(_("Stopping …"))
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being written is stopped; nothing half-written stays."""
        self._stop.set()
        for task in (self._making, self._writing):
            if task is not None:
                task.cancel()
        super().closeEvent(event)

    def _was_written(self, path: object) -> None:
        self._writing = None
        if isinstance(path, Path):
            self._path, self._folder = path, str(path.parent)
            self._say(_("It is written: {path}").format(path=path), "good")
            self._show_state()
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.written.emit(path, self.choice)

    def _was_refused(self, problem: object) -> None:
        self._writing = None
        self._show_state()
        if isinstance(problem, DeskError):
            self._say(sentence(problem), "care")
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        self._path = None
        self._say("")
        self.choices.show_workshop(self._exported())
        self._show_state()
        self._quiet.start()

    def _exported(self) -> Workshop:
        """What is exported now; the workshop itself while a seal does not hold."""
        try:
            return workshop_to_export(self._workshop, self.choice)
        except DeskError as problem:
            self._say(sentence(problem), "alarm")
            return self._workshop

    def _make_pages(self) -> None:
        """Make the pages for what is chosen; while some are being made, the next ones wait."""
        if self._making is not None:
            self._stale = True
            return
        self._stale = False
        workshop, choice, width = self._workshop, self.choice, self.pages.sharp_width()
        now = datetime.now(UTC).astimezone()

        def work(ticket: Ticket) -> tuple[tuple[QImage, ...], tuple[str, ...]]:
            pictures, lost = preview_chosen(
                workshop, choice, width, now=now, cancelled=lambda: ticket.cancelled
            )
            return tuple(map(_image, pictures)), lost

        self._making = Task(self, work)
        self._making.done.connect(self._pages_made)
        self._making.refused.connect(self._pages_refused)
        self.note.setText(_("Making the pages …"))
        self._making.start()

    def _pages_made(self, made: object) -> None:
        self._making = None
        if self._stale or not isinstance(made, tuple):
            self._make_pages()
            return
        images, lost = made
        self.pages.show_pages(images)
        self.scripts.setText("\n".join(lost))
        self.scripts.setVisible(bool(lost))
        same = has_pages(self.choice)
        self.note.setText("" if same else _("The same as PDF; the format itself has no pages."))

    def _pages_refused(self, problem: object) -> None:
        self._making = None
        self.note.setText(sentence(problem) if isinstance(problem, DeskError) else "")
        if self._stale:
            self._make_pages()

    def _resized(self) -> None:
        self._quiet.start()

    def _show_place(self, page: int) -> None:
        count = self.pages.count()
        words = _("Page {page} of {count}").format(page=page, count=count) if count else ""
        self.place.setText(words)

    def _choose_logo(self) -> None:
        path = ask_picture(self)
        self.activateWindow()
        if path is None:
            return
        try:
            read_logo(path)
        except DeskError as problem:
            self._say(sentence(problem), "care")
        else:
            self.choices.show_logo(str(path))

    def _release(self) -> None:
        if self._meeting is None:
            return
        dialog = ReleaseDialog(self, self._meeting)
        dialog.exec()
        self.activateWindow()
        self._workshop = self._meeting.workshop
        self._chosen()
        self.choices.release.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_by_key(self) -> None:
        if self.save.isEnabled():
            self.ask_and_write()

    def _open_by_key(self) -> None:
        if self._path is not None:
            self.open_wanted.emit(self._path)

    def _show_state(self) -> None:
        writing, there = self._writing is not None, self._path is not None
        self.bar.setVisible(writing)
        self.open_button.setVisible(there)
        self.folder_button.setVisible(there)
        self.save.setEnabled(not writing)
        self.choices.setEnabled(not writing)
        self.leave.set_words(_("Stop") if writing else _("Close"))

    def _say(self, text: str, tone: str = "ink_soft") -> None:
        self.message.show_tone(tone)
        if text != self.message.text():
            announce(self.message, text)
        self.message.setText(text)


def _image(page: PagePicture) -> QImage:
    """A page as a picture of its own: the bytes may go."""
    shape = (page.width, page.height, page.width * 4)
    return QImage(page.pixels, *shape, QImage.Format.Format_RGB32).copy()
