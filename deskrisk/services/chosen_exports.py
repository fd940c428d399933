"""An export as it was chosen: written, or shown before it is written. Safe on any thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.exports import Cancelled, Progress, export_workshop
from deskrisk.services.preview import preview, read_logo
from deskrisk.services.scripts import missing_scripts
from deskrisk.viewmodels.exporting import ExportChoice, workshop_to_export
from deskrisk.viewmodels.page_pictures import PagePicture
from deskrisk.viewmodels.scripts import script_sentence


def export_chosen(
    workshop: Workshop,
    choice: ExportChoice,
    path: Path,
    *,
    now: datetime,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write what was chosen.

    Raises:
        BrokenSealError: the frozen version is not as it was sealed.
        PathError: the file, or that of the logo.
        WritingCancelledError: it was cancelled in time; nothing was written.
    """
    export_workshop(
        workshop_to_export(workshop, choice),
        path,
        now=now,
        options=choice.options(_logo(choice)),
        progress=progress,
        cancelled=cancelled,
    )


def preview_chosen(
    workshop: Workshop,
    choice: ExportChoice,
    width: int,
    *,
    now: datetime,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[tuple[PagePicture, ...], tuple[str, ...]]:
    """The pages of what was chosen, and what cannot be printed as it was typed, in sentences.

    Raises:
        BrokenSealError: the frozen version is not as it was sealed.
        PathError: the file of the logo.
    """
    held, options = workshop_to_export(workshop, choice), choice.options(_logo(choice))
    pictures = preview(held, options, width, now=now, cancelled=cancelled)
    lost = () if cancelled() else missing_scripts(held, options)
    sentences = tuple(
        script_sentence(each.script, each.characters, each.example, missing=each.missing)
        for each in lost
    )
    return pictures, sentences


def _logo(choice: ExportChoice) -> bytes:
    return read_logo(Path(choice.logo)) if choice.logo else b""
