"""What the lines of the menus do that concern the whole program."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from deskrisk import __version__
from deskrisk import settings as kept
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.beginnings import Beginnings
from deskrisk.gui.desk.window import edit_focused
from deskrisk.gui.dialogs.ask import tell
from deskrisk.gui.dialogs.files import (
    ask_export,
    ask_folder,
    ask_library,
    ask_page,
    ask_workshop_file,
)
from deskrisk.gui.dialogs.keys import KeysDialog
from deskrisk.gui.dialogs.learned import LearnedDialog
from deskrisk.gui.exporting import Exporting
from deskrisk.gui.palette.offers import WORKSHOP, desk_offers, do_offer, home_offers
from deskrisk.gui.palette.surface import open_palette
from deskrisk.gui.registers import bring_in_register
from deskrisk.gui.shortcuts import key_sections
from deskrisk.gui.tasks import finished
from deskrisk.gui.theme import ThemeChoice
from deskrisk.i18n import _
from deskrisk.services.continuing import copied
from deskrisk.services.key_sheet import write_key_sheet
from deskrisk.services.templates import save_template
from deskrisk.viewmodels.palette import Offer
from deskrisk.viewmodels.shortcuts import KeySection

if TYPE_CHECKING:
    from deskrisk.gui.program import Program


_WORKSHOPS_BY_NAME = 500
"""How many workshops the palette opens by name, the newest ones."""


class MenuAnswers:
    """Answers the menus of both windows."""

    def __init__(self, program: "Program") -> None:
        self._program = program
        self._beginnings = Beginnings(program)
        self._exporting = Exporting(program)

    def answer(self, key: str) -> None:
        """Do what a line of the menu asks for."""
        if key.startswith("view.theme."):
            self._program.choose_theme(ThemeChoice(key.rpartition(".")[2]))
        elif key.startswith("edit."):
            edit_focused(key.partition(".")[2])
        else:
            self._acts()[key]()

    def open_file(self) -> None:
        """Ask for a workshop file and open it."""
        path = ask_workshop_file(self._program.window())
        if path is not None:
            self._program.open_file(path)

    def export(self, format_key: str = "") -> None:
        """Show the dialog for the workshop that is open or chosen.

        Args:
            format_key: the format that is proposed; empty for the last one.
        """
        workshop = self._workshop()
        if workshop is not None:
            self._exporting.export(workshop, format_key)

    def export_again(self) -> None:
        """Write the same as the last time."""
        workshop = self._workshop()
        if workshop is not None:
            self._exporting.again(workshop)

    def save_copy(self) -> None:
        """Write the whole workshop somewhere else, because the library cannot be written."""
        program = self._program
        workshop = self._workshop()
        if workshop is None:
            return
        folder = program.settings.export_folder
        path = ask_export(program.window(), workshop.brief.title, folder, "file")
        if path is not None:
            program.export(workshop, path)

    def show_library_folder(self) -> None:
        """Show where the library is."""
        path = self._program.library.path
        tell(self._program.window(), _("Your library"), str(path), _("Close"))

    def show_palette(self) -> None:
        """Open the palette over the window that is seen, or close it."""
        program = self._program
        recent = program.settings.recent_actions
        open_palette(program.window(), self._offers, recent, self._take_offer)

    def show_beginnings(self) -> None:
        """Offer what a workshop can begin with."""
        self._choose(self._beginnings.offers(), _("Begin with a template, or like a past workshop"))

    def show_people(self) -> None:
        """Offer the workshops whose people can be taken."""
        self._choose(self._beginnings.people(), _("Take the people of a past workshop"))

    def _choose(self, offers: Sequence[Offer], prompt: str) -> None:
        window = self._program.window()
        open_palette(window, lambda _held: offers, (), self._take_offer, prompt=prompt)

    def _offers(self, held: QWidget | None) -> Sequence[Offer]:
        program = self._program
        if program.desk is not None:
            return desk_offers(program.desk, held)
        library = program.library
        rows = program.attempt(lambda: finished(lambda: library.rows(_WORKSHOPS_BY_NAME, 0))) or ()
        chosen = program.home.list.current() is not None
        return home_offers(program.home_actions, rows, chosen=chosen)

    def _take_offer(self, key: str) -> None:
        program = self._program
        if self._beginnings.take(key):
            return
        if ":" not in key:  # places are no actions
            program.keep(program.settings.with_recent_action(key))
        if key.startswith(WORKSHOP):
            program.open_workshop(WorkshopId(key.removeprefix(WORKSHOP)))
        elif program.desk is None:
            program.home_actions[key].trigger()
        elif not do_offer(program.desk, key):
            program.desk.actions_by_key[key].trigger()

    def _acts(self) -> dict[str, Callable[[], object]]:
        program = self._program
        return {
            "file.new": program.start_workshop,
            "file.begin": self.show_beginnings,
            "people.take": self.show_people,
            "file.open": self.open_file,
            "file.register": lambda: bring_in_register(program),
            "file.sample": program.open_sample,
            "file.export": self.export,
            "file.export_again": self.export_again,
            "file.review": self._review,
            "file.copy": self._copy,
            "file.template": self._keep_as_template,
            "file.remove": self._remove,
            "file.archive": self._archive,
            "file.export_all": self._export_all,
            "file.backups": program.keeping.show,
            "workshop.forget": program.filing.erase_history,
            "file.learned": self._show_learned,
            "file.library": self._use_library,
            "file.where": self.show_library_folder,
            "home.find": program.home.begin_search,
            "file.quit": lambda: program.window().close(),
            "view.full_screen": self._full_screen,
            "help.palette": self.show_palette,
            "help.keys": self._show_keys,
            "help.packs": lambda: _show_folder(kept.packs_folder()),
            "help.log": lambda: _show_folder(kept.log_folder()),
            "help.about": self._about,
        }

    def _workshop(self) -> Workshop | None:
        program = self._program
        if program.desk is not None:
            program.desk.hand_over()
            return program.desk.meeting.workshop
        chosen = program.home.list.current()
        if chosen is None:
            return None
        return program.attempt(lambda: finished(lambda: program.library.workshop(chosen)))

    def _show_learned(self) -> None:
        """Show what all workshops of the library show together."""
        dialog = LearnedDialog(self._program.window(), self._program.library)
        dialog.workshop_wanted.connect(self._open_past)
        dialog.exec()

    def _open_past(self, id_: WorkshopId) -> None:
        if self._program.desk is not None:
            self._program.back_home()
        self._program.open_workshop(id_)

    def _review(self) -> None:
        """Open the chosen workshop where it is looked at again: with what was promised."""
        chosen = self._program.home.list.current()
        if chosen is not None:
            self._program.open_workshop(chosen, lambda _held: (Stage.FOLLOW_UP, ""))

    def _copy(self) -> None:
        """Duplicate the workshop that is open or chosen, and open the copy."""
        program, workshop = self._program, self._workshop()
        if workshop is None:
            return
        copy = copied(workshop)
        if program.filing.add(copy):
            if program.desk is not None:
                program.back_home()
            program.open_workshop(copy.id)

    def _keep_as_template(self) -> None:
        """Keep what was prepared for the workshop that is open or chosen."""
        program, workshop = self._program, self._workshop()
        if workshop is None:
            return
        name = workshop.brief.title
        if program.attempt(lambda: save_template(workshop, name)) is not None:
            words = _("“{title}” is offered from now on when you start a workshop (Ctrl+Shift+N).")
            title = words.format(title=name)
            tell(program.window(), _("Kept as a template"), title, _("Close"))

    def _remove(self) -> None:
        chosen = self._program.home.list.current()
        if chosen is not None:
            self._program.filing.throw_away(chosen)

    def _export_all(self) -> None:
        program = self._program
        title = _("A folder for all workshops")
        folder = ask_folder(program.window(), title, program.settings.export_folder)
        if folder is not None:
            program.filing.export_all(folder)

    def _archive(self) -> None:
        chosen = self._program.home.list.current()
        if chosen is not None:
            self._program.filing.archive(chosen)

    def _use_library(self) -> None:
        program = self._program
        path = ask_library(program.window(), program.library.path.parent)
        if path is not None:
            program.use_library(path)

    def _full_screen(self) -> None:
        window = self._program.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _show_keys(self) -> None:
        sections = key_sections()
        dialog = KeysDialog(self._program.window(), sections)
        dialog.print_wanted.connect(lambda: self._print_keys(dialog, sections))
        dialog.exec()
        dialog.deleteLater()

    def _print_keys(self, parent: QWidget, sections: Sequence[KeySection]) -> None:
        program = self._program
        path = ask_page(parent, _("Keyboard shortcuts"), program.settings.export_folder)
        if path is not None:
            now = datetime.now(UTC).astimezone()
            program.attempt(lambda: write_key_sheet(sections, path, now=now))

    def _about(self) -> None:
        text = _(
            "Version {version}. From fear to agreed document.\n\n"
            "Works alone: no account, no network. Licence: Apache-2.0. "
            "Made with Qt for Python (LGPL-3)."
        ).format(version=__version__)
        tell(self._program.window(), "DeskRisk", text, _("Close"))


def _show_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
