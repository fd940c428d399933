"""The agreement as a PDF, team version: what a reader holds who was not in the room."""

import io
from datetime import datetime
from pathlib import Path

from reportlab.platypus import Flowable

from deskrisk.charts.look import look
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.i18n import _
from deskrisk.reports import fonts
from deskrisk.reports.blocks import Press
from deskrisk.reports.decisions import decision_pages, other_pages
from deskrisk.reports.files import replace_file
from deskrisk.reports.first_page import first_page, open_items
from deskrisk.reports.method_note import method_page
from deskrisk.reports.page import Imprint, build
from deskrisk.reports.priorities import priorities_page
from deskrisk.reports.styles import print_colours
from deskrisk.reports.support import support_pages
from deskrisk.reports.text import Setter
from deskrisk.viewmodels.document import DocumentView, document_view

LANGUAGE = "en-GB"
"""The language that the document says it is written in."""


def write_pdf(workshop: Workshop, path: Path, *, created: datetime) -> None:
    """Write the agreement of a workshop, however far it has come.

    The file is there as a whole or not at all; an older one is replaced only by a complete one.

    Args:
        workshop: any workshop.
        path: where the file goes; its folder must be there.
        created: the moment the document is dated with. The same workshop and moment give the same
            bytes.

    Raises:
        OSError: the disk is full, the folder is read-only, and the like; nothing was changed.
    """
    replace_file(path, pdf_bytes(workshop, created=created))


def pdf_bytes(workshop: Workshop, *, created: datetime) -> bytes:
    """The agreement as the bytes of a PDF; see ``write_pdf``."""
    fonts.register()
    view = document_view(workshop, today=created.date())
    press = Press(
        setter=Setter(soft_ink=print_colours()["ink_soft"]),
        look=look("print"),
        signs=_signs(workshop),
    )
    target = io.BytesIO()
    build(target, story(press, view), _imprint(view, created), press.setter)
    return target.getvalue()


def story(press: Press, view: DocumentView) -> list[Flowable]:
    """The whole document in reading order (method A.10)."""
    found = [
        *first_page(press, view),
        *priorities_page(press, view.priorities),
        *decision_pages(press, view.decisions),
        *other_pages(press, view.decisions),
        *_together(press, view),
        *support_pages(press, view.support, view.look_back),
    ]
    # Last, because only now is it known what could not be printed.
    return [*found, *method_page(press, view.method, press.setter.losses)]


def _together(press: Press, view: DocumentView) -> list[Flowable]:
    """Issues, questions and working agreements: they share a page with what stands before."""
    found: list[Flowable] = []
    if view.worries.issues:
        found.append(open_items(press, _("Issues"), view.worries.issues))
    if view.worries.questions:
        found.append(open_items(press, _("Open questions"), view.worries.questions))
    if view.working_agreements:
        note = _("Agreed by the room, for the worries that are about us and not about the work.")
        listed = press.listed(view.working_agreements)
        found.append(press.section(_("How we work together"), listed, note=note))
    return found


def _signs(workshop: Workshop) -> dict[CategoryId, tuple[str, str]]:
    """Shape and colour of each category; the room's own ones in turn."""
    own = [each for each in in_order(workshop.categories) if each.id not in FIXED_CATEGORIES]
    places = {each.id: place for place, each in enumerate(own)}
    return {id_: look("print").sign(id_, places.get(id_, 0)) for id_ in workshop.categories}


def _imprint(view: DocumentView, created: datetime) -> Imprint:
    author = ", ".join(part for part in (view.facilitator, view.organisation) if part)
    return Imprint(
        title=view.title,
        author=author or "DeskRisk",
        subject=view.subject,
        language=LANGUAGE,
        created=created,
        foot=view.foot,
        running=view.subject,
        corner=view.organisation,
    )
