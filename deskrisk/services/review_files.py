"""The report of a review as a file."""

from datetime import datetime
from pathlib import Path

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.ids import ReviewId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.exports import write_made


def print_review(
    workshop: Workshop,
    review: ReviewId,
    path: Path,
    *,
    now: datetime,
    options: DocumentOptions | None = None,
) -> None:
    """Write the report of a review as a PDF. Safe on any thread.

    Args:
        workshop: any workshop; what the version must not hold is taken out.
        review: which review.
        path: where; a file of this name is replaced, whole or not at all.
        now: the moment it is dated with.
        options: for whom, and on what paper; the team version unless something else is said.

    Raises:
        MissingError: there is no such review.
        PathError: the folder is missing or read-only, the disk is full, and the like.
    """

    def make() -> bytes:
        from deskrisk.reports.review import review_bytes  # noqa: PLC0415  loaded to export alone

        return review_bytes(workshop, review, created=now, options=options or DocumentOptions())

    write_made(path, make)
