"""What the command line can do without a window, through the same services as the window."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from deskrisk import settings
from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.errors import DeskError
from deskrisk.domain.file_errors import FileMissingError, FileThereError
from deskrisk.domain.library import LibraryRow, NoSuchWorkshopError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.register_files import REGISTER_SUFFIXES, RegisterError
from deskrisk.domain.register_rows import taken
from deskrisk.domain.registers import guessed_fields
from deskrisk.i18n import _
from deskrisk.services.backups import (
    BackupContents,
    Reason,
    back_up,
    back_up_file,
    backup_named,
    backups_of,
    is_changed,
    look_into,
    restore_file,
)
from deskrisk.services.exports import export_workshop, format_of
from deskrisk.services.library import Library
from deskrisk.services.printing import print_paper
from deskrisk.services.registers import import_register, read_register
from deskrisk.services.workshop_files import SUFFIX, open_workshop_file, read_workshop_file
from deskrisk.viewmodels.backups import backup_line, backup_row, put_back_words
from deskrisk.viewmodels.console import library_line, one_line, substituted_line
from deskrisk.viewmodels.library import health_lines
from deskrisk.viewmodels.register_import import column_lines, register_view

PAGE = 200
"""Rows of the library read at a time."""


def list_workshops(library: Path | None) -> int:
    """Write one line for each workshop, the last changed first.

    Raises:
        LibraryError: the library cannot be opened.
    """
    lines: list[str] = []
    path = settings.library_path(library)
    if path.exists():  # looking must not make a library
        with Library.open(path) as held:
            lines = [library_line(row) for row in _rows(held)]
    for line in lines or [_("There are no workshops yet.")]:
        _say(line)
    return 0


def import_file(file: Path, library: Path | None, *, replace: bool) -> int:
    """Add a workshop file, or a new workshop made of a risk register, to the library.

    Nothing is changed unless all of it is sound.

    Raises:
        DeskError: the file is wrong, the workshop is there already, or the library is not well.
    """
    if file.suffix.lower() in REGISTER_SUFFIXES:
        return _import_register(file, library)
    read = open_workshop_file(file)
    with Library.open(settings.library_path(library)) as held:
        if held.count() and is_changed(held.path):
            back_up(held, Reason.IMPORT, now=datetime.now(UTC))
        if replace and held.holds(read.workshop.id):
            held.replace(read.workshop)
        else:
            held.add(read.workshop)
    _say(_("Imported: {title}").format(title=one_line(read.workshop.brief.title)))
    if read.substituted:
        _say(substituted_line(read.substituted))
    return 0


def _import_register(file: Path, library: Path | None) -> int:
    """A new workshop made of a register, with every column as it is guessed; that is said."""
    table = max(read_register(file), key=lambda each: len(each.rows))
    fields = guessed_fields(table)
    found = taken(table, fields)
    if not found.risks:
        raise RegisterError("empty")
    with Library.open(settings.library_path(library)) as held:
        title = _("Risks of {name}").format(name=file.stem)
        meeting = held.create(title)
        import_register(meeting, found.risks)
        view = register_view(meeting.workshop, table, fields, found)
    _say(_("Imported: {title}").format(title=one_line(title)))
    for line in (*column_lines(view), view.summary, view.kept, *view.remarks):
        if line:
            _say(one_line(line))
    return 0


def export(
    workshop: str,
    target: Path,
    library: Path | None,
    *,
    options: DocumentOptions | None = None,
    force: bool,
) -> int:
    """Write a workshop, named by title, id or file, in the format of the target's ending.

    Args:
        workshop: which one.
        target: the file to write.
        library: where workshops are looked for; None for the usual one.
        options: which version; None for the usual one of the format.
        force: replace a file that is there.

    Raises:
        DeskError: there is no such workshop, or the target cannot be written.
    """
    format_of(target)
    if target.exists() and not force:
        raise FileThereError(str(target))
    export_workshop(_named(workshop, library), target, now=datetime.now(UTC), options=options)
    _say(_("Written: {path}").format(path=target))
    return 0


def print_for(paper: str, workshop: str, target: Path, library: Path | None, *, force: bool) -> int:
    """Write a paper for the room, such as the poster of the scales, as a PDF.

    Raises:
        DeskError: there is no such workshop, or the target cannot be written.
    """
    if target.exists() and not force:
        raise FileThereError(str(target))
    print_paper(paper, _named(workshop, library), target, now=datetime.now(UTC))
    _say(_("Written: {path}").format(path=target))
    return 0


def backup(library: Path | None, *, only_list: bool) -> int:
    """Copy the library, or name the copies that there are; it may be open elsewhere meanwhile.

    Raises:
        FileMissingError: there is no library.
        DeskError: it cannot be copied.
    """
    path = settings.library_path(library).expanduser().resolve()
    if only_list:
        for each in backups_of(path):
            inside: BackupContents | None = None
            with suppress(DeskError):
                inside = look_into(path, each)
            _say(one_line(backup_line(backup_row(each, inside))))
        return 0
    if not path.exists():
        raise FileMissingError(str(path))
    made = back_up_file(path, Reason.WISH, now=datetime.now(UTC))
    _say(_("Copied: {name}").format(name=made.name))
    return 0


def restore(name: str, library: Path | None) -> int:
    """Put a copy in the place of the library, which is copied before so that it can be undone.

    Raises:
        LibraryBusyError: DeskRisk has the library open.
        DeskError: there is no such copy, it is not whole, or the disk does not take it.
    """
    path = settings.library_path(library).expanduser().resolve()
    wanted = backup_named(path, name)
    undo = restore_file(path, wanted, now=datetime.now(UTC))
    _say(put_back_words(wanted))
    if undo is not None:
        _say(_("To undo it: deskrisk restore {name}").format(name=undo.name))
    return 0


def check(library: Path | None) -> int:
    """Say how the library is; 1 if something is wrong with it.

    Raises:
        FileMissingError: there is none.
        LibraryError: it cannot be opened at all.
    """
    with _opened(library) as held:
        health = held.check()
    for line in health_lines(health):
        _say(line)
    return 0 if health.ok else 1


def _named(workshop: str, library: Path | None) -> Workshop:
    """The workshop in a file, without touching the library, or one of the library."""
    path = Path(workshop)
    if path.suffix.lower() == SUFFIX or path.is_file():
        return read_workshop_file(path)
    if not settings.library_path(library).exists():
        raise NoSuchWorkshopError(workshop)
    with _opened(library) as held:
        return held.workshop(held.find(workshop))


@contextmanager
def _opened(library: Path | None) -> Iterator[Library]:
    """A library that is there already."""
    path = settings.library_path(library)
    if not path.exists():
        raise FileMissingError(str(path))
    with Library.open(path) as held:
        yield held


def _rows(library: Library) -> Iterator[LibraryRow]:
    for offset in range(0, library.count(), PAGE):
        yield from library.rows(limit=PAGE, offset=offset)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
