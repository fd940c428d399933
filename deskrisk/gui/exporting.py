"""Exporting from the menus: the dialog with its choices remembered, and the last one again."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.files import may_replace
from deskrisk.services.exports import FORMATS
from deskrisk.viewmodels.exporting import export_name, remembered, to_remember

if TYPE_CHECKING:
    from deskrisk.gui.program import Program


class Exporting:
    """What the menu lines about exporting do, for both windows."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def export(self, workshop: Workshop, format_key: str = "") -> None:
        """Show the dialog.

        Args:
            workshop: what is exported.
            format_key: the format that is proposed; empty for the last one.
        """
        # The dialog and what it needs are loaded when somebody exports.
        from deskrisk.gui.dialogs.export import ExportDialog  # noqa: PLC0415

        program = self._program
        choice = remembered(program.settings, workshop)
        if format_key:
            choice = replace(choice, format=format_key)
        meeting = program.desk.meeting if program.desk is not None else None
        folder = program.settings.export_folder
        dialog = ExportDialog(program.window(), workshop, choice, folder, meeting=meeting)
        dialog.written.connect(
            lambda path, chosen: program.keep(
                to_remember(program.settings, chosen, path.parent, workshop)
            )
        )
        dialog.open_wanted.connect(show_file)
        dialog.folder_wanted.connect(lambda path: show_file(path.parent))
        dialog.fit(program.window().size())
        dialog.exec()

    def again(self, workshop: Workshop) -> None:
        """Write the same as the last time, to the same folder; the dialog before the first time."""
        program = self._program
        folder = Path(program.settings.export_folder)
        if not program.settings.export_folder or not folder.is_dir():
            self.export(workshop)
            return
        choice = remembered(program.settings, workshop)
        suffix = next(each.suffix for each in FORMATS if each.key == choice.format)
        path = folder / export_name(workshop, choice, suffix)
        if not path.exists() or may_replace(program.window(), path):
            program.export(workshop, path, choice)


def show_file(path: Path) -> None:
    """Open a file or a folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
