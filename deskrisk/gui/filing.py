"""Workshops come into the library, go to another shelf, and go for good."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskrisk.domain.errors import DeskError
from deskrisk.domain.library import Shelf
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.ask import ask
from deskrisk.gui.tasks import Task, Ticket, finished
from deskrisk.i18n import _, ngettext
from deskrisk.services.backups import Reason, back_up, copies_with, erase_in_copies, is_changed
from deskrisk.services.erasing import erase_history, erase_workshops
from deskrisk.services.library import Library
from deskrisk.services.many_files import export_all
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.viewmodels.backups import held_words
from deskrisk.viewmodels.figures import percent
from deskrisk.viewmodels.taking_in import is_same, update_words

if TYPE_CHECKING:
    from deskrisk.gui.program import Program

T = TypeVar("T")

WAIT_SECONDS = 10.0


class Filing:
    """Does it off the window's thread, and asks where something would be lost."""

    def __init__(self, program: "Program", new_id: Callable[[], WorkshopId]) -> None:
        self._program, self._new_id = program, new_id
        self.task: Task | None = None

    def take_sample(self) -> WorkshopId | None:
        """Put the sample into the library, once; its id, None if that was refused."""
        found = self._done(self._sample)
        if found is None:
            return None
        workshop, there = found
        return workshop.id if there or self.add(workshop) else None

    def take_file(self, path: Path) -> WorkshopId | None:
        """Take a workshop file in; the id of the workshop to be opened, None for none."""
        workshop = self._done(lambda: read_workshop_file(path))
        if workshop is None:
            return None
        self._program.keep(self._program.settings.with_recent_file(path))
        return self._taken_in(workshop)

    def export_all(self, folder: Path) -> None:
        """Write all workshops into a folder, a file each; goes on in the background."""
        program, library = self._program, self._library

        def write(ticket: Ticket) -> int:
            stopped = lambda: ticket.cancelled  # noqa: E731  asked again for each file
            return export_all(library, folder, told=ticket.report, stopped=stopped)

        task = Task(program, write)
        task.progressed.connect(
            lambda share: program.home.say(_("Writing files: {share}").format(share=percent(share)))
        )
        task.done.connect(self._all_written)
        task.refused.connect(program.refused)
        self.task = task.start()

    def stop(self) -> None:
        """The library is being closed: write no further file."""
        if self.task is not None:
            self.task.cancel()
            self.task.wait(WAIT_SECONDS)
            self.task = None

    def archive(self, id_: WorkshopId) -> None:
        """Put a workshop into the archive."""
        self._shelve(id_, Shelf.ARCHIVED, _("It is in the archive now."))

    def throw_away(self, id_: WorkshopId) -> None:
        """Put a workshop into the trash; nothing is lost by that."""
        self._shelve(id_, Shelf.TRASH, _("It is in the trash now, and can be put back."))

    def put_back(self, id_: WorkshopId) -> None:
        """Bring a workshop back to the others."""
        self._shelve(id_, Shelf.OPEN, _("It is among your workshops again."))

    def erase(self, id_: WorkshopId) -> None:
        """Erase a workshop for good, in the copies of the library too if that is wished."""
        path = self._library.path
        copies = self._done(lambda: copies_with(path, id_))
        if copies is None:
            return
        words = _("No word of it stays in the library. This cannot be undone.")
        answers = [("keep", _("Keep it")), ("erase", _("Erase it"))]
        if copies:
            words = f"{words}\n\n{held_words(len(copies))}"
            answers[1] = ("erase", _("Erase it here only"))
            answers.append(("everywhere", _("Erase it in the copies too")))
        answer = ask(self._program.home, _("Erase this workshop for good?"), words, answers)
        if answer == "keep":
            return
        held = copies if answer == "everywhere" else ()
        program = self._program
        recent = program.settings.recent_files

        def work() -> tuple[str, ...]:
            told = _files_that_tell(recent, id_, self._library.workshop(id_).brief.title)
            erase_workshops(self._library, (id_,))
            erase_in_copies(path, id_, held)
            return told

        told = self._done(work)
        if told is not None:
            program.keep(program.settings.without_recent_files(told))
            program.show_home()
            left = "" if held or not copies else held_words(len(copies))
            self._program.home.say(f"{_('It is erased.')} {left}".strip())

    def erase_history(self) -> None:
        """Erase what was deleted or changed in the workshop on the desk, and so its undo."""
        desk = self._program.desk
        if desk is None:
            return
        answer = ask(
            desk,
            _("Erase what was deleted and changed?"),
            _(
                "Words that you deleted or changed are kept so that it can be undone. Erase them "
                "for good? What stands now stays; nothing before can be undone any more."
            ),
            (("keep", _("Keep them")), ("erase", _("Erase them"))),
        )
        if answer != "erase":
            return
        desk.hand_over()
        id_ = desk.meeting.workshop.id

        def work() -> bool:
            self._library.flush()
            erase_history(self._library, id_)
            return True

        if self._done(work):
            self._program.open_workshop(id_)

    @property
    def _library(self) -> Library:
        return self._program.library

    def _all_written(self, count: int) -> None:
        self.task = None
        words = ngettext("{count} file was written.", "{count} files were written.", count)
        self._program.home.say(words.format(count=count))

    def _shelve(self, id_: WorkshopId, shelf: Shelf, words: str) -> None:
        def work() -> bool:
            self._library.put_on_shelf(id_, shelf)
            return True

        if self._done(work):
            self._program.show_home()
            self._program.home.say(words)

    def _taken_in(self, workshop: Workshop) -> WorkshopId | None:
        held = self._done(lambda: self._held(workshop.id))
        if held is None:
            return None
        if not held:
            return workshop.id if self.add(workshop) else None
        if is_same(held[0], workshop):
            return workshop.id
        answer = ask(
            self._program.window(),
            _("This workshop is in the library already"),
            update_words(held[0], workshop),
            (
                ("cancel", _("Cancel")),
                ("update", _("Update from the file")),
                ("both", _("Keep both")),
            ),
        )
        if answer == "both":
            copy = replace(workshop, id=self._new_id())
            return copy.id if self.add(copy) else None
        if answer == "update" and self._stored(lambda: self._library.replace(workshop)):
            return workshop.id
        return None

    def _held(self, id_: WorkshopId) -> tuple[Workshop, ...]:
        return (self._library.workshop(id_),) if self._library.holds(id_) else ()

    def _sample(self) -> tuple[Workshop, bool]:
        """The sample, and whether it is in the library."""
        workshop = sample()
        return workshop, self._library.holds(workshop.id)

    def add(self, workshop: Workshop) -> bool:
        """Take a workshop in that is not there yet; was it stored?"""
        return self._stored(lambda: self._library.add(workshop))

    def _stored(self, store: Callable[[], object]) -> bool:
        """Copy the library first if there is something to be lost, then store."""

        def work() -> bool:
            library = self._library
            if library.count() and is_changed(library.path):
                back_up(library, Reason.IMPORT, now=datetime.now(UTC))
            store()
            return True

        return bool(self._done(work))

    def _done(self, work: Callable[[], T]) -> T | None:
        """Do something on another thread; say in a dialog what was refused."""
        return self._program.attempt(lambda: waited_for(work))


def _files_that_tell(files: Sequence[str], id_: WorkshopId, title: str) -> tuple[str, ...]:
    """The files whose names may say something of a workshop: its own, and those that are gone."""
    found = []
    for each in files:
        try:
            held = read_workshop_file(Path(each))
        except DeskError:
            found.append(each)
        else:
            if held.id == id_ or held.brief.title == title:
                found.append(each)
    return tuple(found)


def waited_for(work: Callable[[], T]) -> T:
    """``finished``, and the pointer says that something is being done."""
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        return finished(work)
    finally:
        QApplication.restoreOverrideCursor()
