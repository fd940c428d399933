"""Asking for files: which one to open, where to write."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from deskrisk.domain.register_files import REGISTER_SUFFIXES
from deskrisk.gui.dialogs.ask import ask
from deskrisk.i18n import _
from deskrisk.services.exports import FORMATS
from deskrisk.services.workshop_files import SUFFIX
from deskrisk.viewmodels.desk import file_name

LIBRARY_SUFFIX = ".db"


def ask_workshop_file(parent: QWidget) -> Path | None:
    """Which workshop file to open; None for none."""
    words = _("Workshop files (*{suffix})").format(suffix=SUFFIX)
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Open a workshop file"), "", words)
    return Path(name) if name else None


def ask_register_file(parent: QWidget) -> Path | None:
    """Which risk register to read; None for none."""
    words = _("Risk registers ({endings})").format(
        endings=" ".join(f"*{suffix}" for suffix in REGISTER_SUFFIXES)
    )
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Import a risk register"), "", words)
    return Path(name) if name else None


def ask_fear_file(parent: QWidget) -> Path | None:
    """Which list of fears to read; None for none."""
    words = _("Lists (*.csv *.tsv *.txt)")
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Import fears"), "", words)
    return Path(name) if name else None


def ask_slips(parent: QWidget, title: str) -> Path | None:
    """Where to write the sheets of slips; None for not at all."""
    name = _("Slips {title}").format(title=title)
    return ask_new_file(parent, _("Print slips"), _("Slips as PDF"), name, ".pdf")


def ask_table(parent: QWidget) -> Path | None:
    """Which filled-in table to read; None for none."""
    words = _("Tables (*.csv *.tsv *.txt)")
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Read a table"), "", words)
    return Path(name) if name else None


def ask_new_file(
    parent: QWidget, heading: str, words: str, name: str, suffix: str, folder: str = ""
) -> Path | None:
    """Where to write one file; None for not at all.

    Args:
        parent: the window it belongs to.
        heading: what is being done.
        words: what kind of file it is.
        name: what it is about, for the proposed name.
        suffix: how its name ends, e.g. ``".pdf"``.
        folder: where the last one went; empty for the user's own.
    """
    dialog = QFileDialog(parent, heading, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked below, in our words
    dialog.setNameFilter(f"{words} (*{suffix})")
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.selectFile(file_name(name, suffix))
    accepted = bool(dialog.exec())
    files = dialog.selectedFiles()
    dialog.deleteLater()
    path = Path(files[0]) if accepted and files else None
    if path is None or (path.exists() and not may_replace(parent, path)):
        return None
    return path


def ask_picture(parent: QWidget) -> Path | None:
    """Which picture to print; None for none."""
    words = _("Pictures (*.png *.jpg *.jpeg)")
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Choose a logo"), "", words)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Which folder; None for none."""
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None


def ask_library(parent: QWidget, folder: Path) -> Path | None:
    """Which library to use, one that is there or a new one; None for none."""
    dialog = QFileDialog(parent, _("Use another library"), str(folder))
    dialog.setNameFilter(_("Libraries (*{suffix})").format(suffix=LIBRARY_SUFFIX))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is opened, not written over
    dialog.setDefaultSuffix(LIBRARY_SUFFIX.removeprefix("."))
    accepted = bool(dialog.exec())
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None


def ask_export(parent: QWidget, title: str, folder: str, format_key: str = "") -> Path | None:
    """Where to write a workshop, and as what; None for not at all.

    Args:
        parent: the window it belongs to.
        title: of the workshop, for the proposed name.
        folder: where the last one went; empty for the user's own.
        format_key: which format is proposed; empty for the usual one.
    """
    proposed = next((each for each in FORMATS if each.key == format_key), FORMATS[0])
    dialog = QFileDialog(parent, _("Export"), folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked below, in our words
    filters = {f"{_(each.label)} (*{each.suffix})": each.suffix for each in FORMATS}
    dialog.setNameFilters(list(filters))
    dialog.selectNameFilter(f"{_(proposed.label)} (*{proposed.suffix})")
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name][1:]))
    dialog.selectFile(file_name(title, proposed.suffix))
    accepted = bool(dialog.exec())
    files = dialog.selectedFiles()
    suffix = filters.get(dialog.selectedNameFilter(), proposed.suffix)
    dialog.deleteLater()
    if not accepted or not files:
        return None
    path = Path(files[0])
    if not path.name.lower().endswith(tuple(each.suffix for each in FORMATS)):
        path = path.with_name(path.name + suffix)
    return path if not path.exists() or may_replace(parent, path) else None


def ask_page(parent: QWidget, name: str, folder: str) -> Path | None:
    """Where to write a page to be printed, as a PDF; None for not at all."""
    return ask_new_file(parent, name, _("PDF"), name, ".pdf", folder)


def may_replace(parent: QWidget, path: Path) -> bool:
    """Whether a file that is there may be replaced; always asked before."""
    answer = ask(
        parent,
        _("Replace the file that is there?"),
        _("{name} is in this folder already.").format(name=path.name),
        (("keep", _("Keep it")), ("replace", _("Replace it"))),
    )
    return answer == "replace"
