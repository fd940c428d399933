"""A workshop as a file for others. Menu, command line and dialog list what stands in ``FORMATS``.

Every document is made of ``published(...)`` alone, so that nothing which a version leaves out is in
any file of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.file_errors import (
    FolderMissingError,
    NotAFileError,
    UnknownFormatError,
    WritingCancelledError,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import N_
from deskrisk.services.atomic import named_errors, write_whole
from deskrisk.services.workshop_files import SUFFIX

Progress = Callable[[float], object]
"""Told the share that is done, 0 to 1."""

Cancelled = Callable[[], bool]
"""Says whether the file is not wanted any more."""

_CHOSEN, _MADE, _WRITTEN = 0.05, 0.95, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One kind of file. ``label`` is shown after ``_()``; ``suffix`` begins with a dot.

    ``whole`` says that it holds all of the workshop unless a version is asked for, because it is
    read back and not only read.
    """

    key: str
    label: str
    suffix: str
    whole: bool = False


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(key="pdf", label=N_("Agreement as PDF"), suffix=".pdf"),
    ExportFormat(key="docx", label=N_("Agreement to edit in Word"), suffix=".docx"),
    ExportFormat(
        key="markdown",
        label=N_("Agreement for a wiki, as Markdown"),
        suffix=".md",
    ),
    ExportFormat(
        key="xlsx",
        label=N_("Register and action plan as Excel workbook"),
        suffix=".xlsx",
    ),
    ExportFormat(key="csv", label=N_("Risk register as CSV"), suffix=".csv"),
    ExportFormat(
        key="actions",
        label=N_("Action plan as CSV"),
        suffix=".actions.csv",
    ),
    ExportFormat(
        key="calendar",
        label=N_("Due and review days for a calendar"),
        suffix=".ics",
    ),
    ExportFormat(key="file", label=N_("Workshop file"), suffix=SUFFIX, whole=True),
)
"""All formats, the usual one first."""


def format_of(path: Path) -> ExportFormat:
    """The format that the ending of a name asks for; the longest ending that fits decides.

    Raises:
        UnknownFormatError: there is none.
    """
    name = path.name.lower()
    for each in sorted(FORMATS, key=lambda each: len(each.suffix), reverse=True):
        if name.endswith(each.suffix) and len(name) > len(each.suffix):
            return each
    raise UnknownFormatError(str(path), tuple(each.suffix for each in FORMATS))


def export_workshop(
    workshop: Workshop,
    path: Path,
    *,
    now: datetime,
    options: DocumentOptions | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a workshop in the format that the ending of the name asks for.

    A file of this name is replaced, whole or not at all: whoever calls asks first. Safe on any
    thread.

    Args:
        workshop: what to write.
        path: where; its folder must exist.
        now: printed as the moment of writing, where the format has one.
        options: which version; without them documents are the team version, and the workshop file
            holds everything.
        progress: is told how far it is.
        cancelled: is asked between the steps.

    Raises:
        UnknownFormatError: the ending says no format.
        PathError: the folder is missing or read-only, the disk is full, the file is open in a
            program that locks it, or it is no file's name.
        WritingCancelledError: it was cancelled in time; nothing was written.
    """
    format_ = format_of(path)
    write_made(
        path,
        lambda: _made(format_, workshop, options, now),
        progress=progress,
        cancelled=cancelled,
    )


def write_made(
    path: Path,
    make: Callable[[], bytes],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Look whether a file can go there, make it, and write it whole or not at all.

    Raises:
        PathError, WritingCancelledError: as ``export_workshop``.
    """

    def reached(share: float) -> None:
        if cancelled is not None and cancelled():
            raise WritingCancelledError(str(path))
        if progress is not None:
            progress(share)

    with named_errors(path):
        if not path.parent.is_dir():
            raise FolderMissingError(str(path))
        if path.exists() and not path.is_file():
            raise NotAFileError(str(path))
    reached(_CHOSEN)
    content = make()
    reached(_MADE)
    write_whole(path, content)
    if progress is not None:
        progress(_WRITTEN)


def _made(
    format_: ExportFormat, workshop: Workshop, options: DocumentOptions | None, now: datetime
) -> bytes:
    from deskrisk.domain.publishing import published  # noqa: PLC0415  loaded to export alone
    from deskrisk.services.made_files import MAKERS, Order  # noqa: PLC0415  loaded to export alone

    held = workshop
    if not format_.whole or (options is not None and options != _everything(options)):
        held = published(workshop, options or DocumentOptions())
    order = Order(workshop=held, options=options or DocumentOptions(), now=now, whole=workshop)
    return MAKERS[format_.key](order)


def _everything(options: DocumentOptions) -> DocumentOptions:
    """The choice that keeps the workshop as it is: the archive, names and private notes."""
    return DocumentOptions(
        version=DocumentVersion.ARCHIVE,
        private_notes=True,
        page=options.page,
        logo=options.logo,
    )
