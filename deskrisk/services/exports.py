"""A workshop as a file for others. Menu and command line list what stands in ``FORMATS``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from deskrisk.domain.file_errors import FolderMissingError, NotAFileError, UnknownFormatError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import N_
from deskrisk.services.atomic import named_errors
from deskrisk.services.workshop_files import SUFFIX, write_workshop_file

Writer = Callable[[Workshop, Path, datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One kind of file. ``label`` is shown after ``_()``; ``suffix`` begins with a dot."""

    key: str
    label: str
    suffix: str
    write: Writer


def _write_pdf(workshop: Workshop, path: Path, now: datetime) -> None:
    # reportlab and matplotlib take a second to load, and most starts never export.
    from deskrisk.reports.agreement import write_pdf  # noqa: PLC0415

    write_pdf(workshop, path, created=now)


def _write_file(workshop: Workshop, path: Path, _now: datetime) -> None:
    write_workshop_file(workshop, path)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(key="pdf", label=N_("Agreement as PDF"), suffix=".pdf", write=_write_pdf),
    ExportFormat(key="file", label=N_("Workshop file"), suffix=SUFFIX, write=_write_file),
)
"""All formats, the usual one first."""


def format_of(path: Path) -> ExportFormat:
    """The format that the ending of a name asks for.

    Raises:
        UnknownFormatError: there is none.
    """
    for each in FORMATS:
        if path.suffix.lower() == each.suffix:
            return each
    raise UnknownFormatError(str(path))


def export_workshop(workshop: Workshop, path: Path, *, now: datetime) -> None:
    """Write a workshop in the format that the ending of the name asks for.

    A file of this name is replaced, whole or not at all: whoever calls asks first.

    Args:
        workshop: what to write.
        path: where; its folder must exist.
        now: printed as the moment of writing, where the format has one.

    Raises:
        UnknownFormatError: the ending says no format.
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """
    format_ = format_of(path)
    with named_errors(path):
        if not path.parent.is_dir():
            raise FolderMissingError(str(path))
        if path.exists() and not path.is_file():
            raise NotAFileError(str(path))
        format_.write(workshop, path, now)


def print_slips(workshop: Workshop, path: Path, *, now: datetime) -> None:
    """Write sheets of blank slips as a PDF, to be cut and written on.

    Raises:
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """
    with named_errors(path):
        if not path.parent.is_dir():
            raise FolderMissingError(str(path))
        if path.exists() and not path.is_file():
            raise NotAFileError(str(path))
        from deskrisk.reports.slips import write_slips  # noqa: PLC0415  see _write_pdf

        write_slips(workshop, path, created=now)
