"""Copies of the library that make themselves, and putting one back."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.ask import ask
from deskrisk.gui.dialogs.backups import BackupsDialog
from deskrisk.gui.filing import waited_for
from deskrisk.gui.tasks import Task
from deskrisk.i18n import _, ngettext
from deskrisk.services.backups import (
    Backup,
    Reason,
    back_up,
    back_up_file,
    is_changed,
    is_time,
    keep_as_file,
    restore,
)
from deskrisk.services.erasing import erase_old_trash
from deskrisk.viewmodels.backups import put_back_words

if TYPE_CHECKING:
    from deskrisk.gui.program import Program

LOOK_MS = 60_000
"""How often it is looked whether a copy is due."""

TRASH_MS = 5_000
"""How long after the start the trash is looked through."""

WAIT_SECONDS = 20.0
QUICKLY_COPIED = 50 * 1024 * 1024
"""A library of so many bytes is copied when the program ends; a larger one at the next start."""

_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Looks after the copies of the library that is open."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._tasks: list[Task] = []
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()
        QTimer.singleShot(TRASH_MS, self, self._empty_trash)

    def after_workshop(self, workshop: Workshop) -> None:
        """A workshop has been closed: keep it as a file, and copy the library if it has changed."""
        library = self._program.library

        def keep(_ticket: object) -> None:
            library.flush(WAIT_SECONDS)
            if is_changed(library.path):
                keep_as_file(library.path, workshop)
                back_up(library, Reason.WORKSHOP, now=_now())

        self._start(keep)

    def stop(self, *, leaving: bool = False) -> None:
        """Wait for the copy that is being made: the library is being closed.

        Args:
            leaving: the program ends; what has changed is copied, if that is quick.
        """
        for task in self._tasks:
            task.cancel()
            task.wait(WAIT_SECONDS)
        self._tasks.clear()
        if leaving:
            self._quietly(self._last_copy)

    def show(self) -> None:
        """Show the copies."""
        dialog = BackupsDialog(self._program.window(), self._program.library.path)
        dialog.copy_wanted.connect(lambda: self._copy_now(dialog))
        dialog.restore_wanted.connect(lambda backup: self._asked(dialog, backup))
        dialog.exec()

    def restore(self, backup: Backup) -> bool:
        """Put a copy in the place of the library; the one before can be put back again.

        Returns:
            whether it was done.
        """
        program = self._program
        if program.desk is not None:
            program.back_home()
        program.feed.stop()
        self.stop()
        before = program.library
        done = program.attempt(lambda: waited_for(lambda: restore(before, backup, now=_now())))
        if done is None:
            program.reopen_library()
            return False
        program.library, undo = done
        program.library.warm_up()
        program.show_home()
        answer = ask(
            program.home,
            _("The copy is in its place"),
            put_back_words(backup),
            (("done", _("Done")), ("undo", _("Undo"))),
        )
        if answer == "undo":
            self.restore(undo)
        return True

    def _asked(self, dialog: BackupsDialog, backup: Backup) -> None:
        answer = ask(
            dialog,
            _("Put this copy in the place of the library?"),
            _(
                "The library as it is now is copied first, so that this can be undone. "
                "Workshops that came later are in that copy."
            ),
            (("keep", _("Keep what is there")), ("restore", _("Put it back"))),
        )
        if answer == "restore":
            dialog.close()
            self.restore(backup)

    def _copy_now(self, dialog: BackupsDialog) -> None:
        library = self._program.library
        made = self._program.attempt(
            lambda: waited_for(lambda: back_up(library, Reason.WISH, now=_now()))
        )
        if made is not None:
            dialog.show_copies()

    def _look(self) -> None:
        library = self._program.library
        if library.closed:
            return

        def keep(_ticket: object) -> None:
            if library.save_state.saved and is_time(library.path, _now()):
                back_up(library, Reason.TIME, now=_now())

        self._start(keep)

    def _empty_trash(self) -> None:
        library = self._program.library
        if library.closed:
            return
        task = self._start(lambda _ticket: erase_old_trash(library, _now()))
        task.done.connect(self._erased)

    def _erased(self, count: int) -> None:
        if count:
            words = ngettext(
                "{count} workshop was erased from the trash.",
                "{count} workshops were erased from the trash.",
                count,
            )
            self._program.home.say(words.format(count=count))

    def _start(self, work: Callable[[object], object]) -> Task:
        self._tasks = [each for each in self._tasks if not each.wait(0)]
        task = Task(self, work)
        task.refused.connect(_not_made)
        self._tasks.append(task)
        return task.start()

    def _last_copy(self) -> None:
        library = self._program.library
        path = library.path
        small = path.exists() and path.stat().st_size <= QUICKLY_COPIED
        if small and library.save_state.saved and library.count() and is_changed(path):
            back_up_file(path, Reason.WORKSHOP, now=_now())

    def _quietly(self, work: Callable[[], object]) -> None:
        try:
            work()
        except DeskError as problem:
            _not_made(problem)


def _not_made(problem: object) -> None:
    """The saving itself tells when the disk is the matter; a copy is tried again."""
    _log.warning("no copy: %s", type(problem).__name__)


def _now() -> datetime:
    return datetime.now(UTC)
