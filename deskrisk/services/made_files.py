"""The bytes of each format.

What makes them takes a second to load, and most starts never export.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.workshop_files import to_text
from deskrisk.viewmodels.action_plan import action_plan_table
from deskrisk.viewmodels.answer_counts import answers_table, each_answer_table
from deskrisk.viewmodels.dates import day_entries
from deskrisk.viewmodels.document import document_view, mark_of
from deskrisk.viewmodels.outline import outline
from deskrisk.viewmodels.pieces import Piece
from deskrisk.viewmodels.register import register_table
from deskrisk.viewmodels.versions import versions_view

if TYPE_CHECKING:
    from deskrisk.reports.about import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a file is made of: a workshop that was published for these options, and the moment.

    ``whole`` is the workshop as it is. It is only for a writer that publishes it itself, because it
    says what was changed since an earlier version, of which nothing published holds anything.
    """

    workshop: Workshop
    options: DocumentOptions
    now: datetime
    whole: Workshop


def pdf(order: Order) -> bytes:
    """The agreement to be read and printed."""
    from deskrisk.reports.agreement import pdf_bytes  # noqa: PLC0415  see the module

    return pdf_bytes(order.whole, created=order.now, options=order.options)


def docx(order: Order) -> bytes:
    """The agreement for those who must edit it."""
    from deskrisk.reports.docx import docx_bytes  # noqa: PLC0415  see the module

    return docx_bytes(_pieces(order), _about(order), page=order.options.page)


def markdown(order: Order) -> bytes:
    """The agreement for a wiki."""
    from deskrisk.reports.markdown import markdown_bytes  # noqa: PLC0415  see the module

    return markdown_bytes(_pieces(order))


def xlsx(order: Order) -> bytes:
    """Register and action plan; the answers as counts, and one by one for the archive."""
    from deskrisk.reports.xlsx import xlsx_bytes  # noqa: PLC0415  see the module

    tables = [register_table(order.workshop), action_plan_table(order.workshop)]
    if order.options.version is not DocumentVersion.SUMMARY and order.workshop.scores:
        tables.append(answers_table(order.workshop))
    if order.options.version is DocumentVersion.ARCHIVE and order.workshop.scores:
        tables.append(each_answer_table(order.workshop))
    return xlsx_bytes(tables, _about(order))


def register_csv(order: Order) -> bytes:
    """The risk register."""
    from deskrisk.reports.csv_tables import csv_bytes  # noqa: PLC0415  see the module

    return csv_bytes(register_table(order.workshop))


def actions_csv(order: Order) -> bytes:
    """The action plan."""
    from deskrisk.reports.csv_tables import csv_bytes  # noqa: PLC0415  see the module

    return csv_bytes(action_plan_table(order.workshop))


def calendar(order: Order) -> bytes:
    """Due and review days."""
    from deskrisk.reports.calendar_file import calendar_bytes  # noqa: PLC0415  see the module

    workshop = order.workshop
    return calendar_bytes(
        day_entries(workshop, order.now.date()),
        name=workshop.brief.title,
        scope=workshop.id,
        created=order.now,
    )


def workshop(order: Order) -> bytes:
    """The workshop itself."""
    return to_text(order.workshop).encode()


MAKERS: Mapping[str, Callable[[Order], bytes]] = {
    "pdf": pdf,
    "docx": docx,
    "markdown": markdown,
    "xlsx": xlsx,
    "csv": register_csv,
    "actions": actions_csv,
    "calendar": calendar,
    "file": workshop,
}
"""What makes each format of ``exports.FORMATS``, by its key."""


def _pieces(order: Order) -> tuple[Piece, ...]:
    view = document_view(
        order.workshop,
        today=order.now.date(),
        options=order.options,
        versions=versions_view(order.whole, order.options),
    )
    return outline(order.workshop, view, order.options)


def _about(order: Order) -> "About":
    from deskrisk.reports.about import About  # noqa: PLC0415  see the module

    brief = order.workshop.brief
    view = document_view(order.workshop, today=order.now.date(), options=order.options)
    author = ", ".join(part for part in (brief.facilitator, brief.organisation) if part)
    return About(
        title=brief.title,
        author=author or "DeskRisk",
        subject=view.subject,
        mark=mark_of(order.options),
        created=order.now,
    )
