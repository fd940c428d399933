"""The agreement as a PDF: what a reader holds who was not in the room."""

import io
from datetime import datetime

from reportlab.platypus import Flowable

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.i18n import _, language_tag
from deskrisk.reports import fonts
from deskrisk.reports.archive import archive_pages
from deskrisk.reports.blocks import Press, press_of
from deskrisk.reports.contents import ContentsList
from deskrisk.reports.decisions import decision_pages, other_pages
from deskrisk.reports.differ import differ_pages
from deskrisk.reports.first_page import first_page, open_items
from deskrisk.reports.method_note import method_page
from deskrisk.reports.page import Imprint, Signpost, build
from deskrisk.reports.priorities import priorities_page
from deskrisk.reports.styles import PAGES, laid_out_on
from deskrisk.reports.summary import summary_bytes
from deskrisk.reports.support import support_pages
from deskrisk.viewmodels.document import TEAM, DocumentView, document_view
from deskrisk.viewmodels.versions import versions_view

LISTED_FROM = 6
"""A document of so many pages has a list of contents."""


def pdf_bytes(workshop: Workshop, *, created: datetime, options: DocumentOptions = TEAM) -> bytes:
    """The agreement of a workshop, however far it has come, as the bytes of a PDF.

    Args:
        workshop: any workshop; what the version must not hold is taken out here.
        created: the moment the document is dated with. The same workshop, moment and options give
            the same bytes.
        options: for whom, and on what paper.

    Raises:
        UnprintableLogoError: the logo is no picture that can be printed.
    """
    fonts.register()
    printed = published(workshop, options)
    versions = versions_view(workshop, options)
    view = document_view(printed, today=created.date(), options=options, versions=versions)
    with laid_out_on(PAGES[options.page]):
        if options.version is DocumentVersion.SUMMARY:
            return summary_bytes(lambda: press_of(printed), view, _imprint(view, created))
        return _pages(printed, view, _imprint(view, created), options)


def _pages(
    workshop: Workshop, view: DocumentView, imprint: Imprint, options: DocumentOptions
) -> bytes:
    """All pages; with a list of contents if there are so many that somebody would look for it."""
    wanted: bool | None = None
    for _attempt in range(2):
        target = io.BytesIO()
        press = press_of(workshop)
        told, listed = story(press, view, options, with_contents=wanted)
        pages = build(target, told, imprint, press.setter)[""]
        if listed == (pages >= LISTED_FROM):
            break
        wanted = not listed
    return target.getvalue()


def story(
    press: Press, view: DocumentView, options: DocumentOptions, *, with_contents: bool | None = None
) -> tuple[list[Flowable], bool]:
    """The whole document in reading order (method A.10), and whether it has a list of contents.

    Args:
        press: sets the text.
        view: the document.
        options: which version.
        with_contents: list the chapters or not; None for whether there are so many that their
            pages will be.
    """
    chapters = [
        *priorities_page(press, view.priorities),
        *differ_pages(press, view.differ),
        *decision_pages(press, view.decisions),
        *other_pages(press, view.decisions),
        *_together(press, view),
        *support_pages(press, view.support, view.look_back, view.time_line),
    ]
    if view.archive is not None:
        chapters += archive_pages(press, view.archive)
    if with_contents is None:
        marks = [each for each in chapters if isinstance(each, Signpost) and not each.level]
        with_contents = len(marks) + 2 >= LISTED_FROM  # the first page and the method note too
    listed = ContentsList()
    section = [press.section(_("In this document"), listed)] if with_contents else []
    first = first_page(press, view, section, logo=options.logo)
    # Last, because only now is it known what could not be printed.
    chapters += method_page(press, view.method, press.setter.losses, view.seal)
    listed.fill(press, chapters)
    return [*first, *chapters], with_contents


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


def _imprint(view: DocumentView, created: datetime) -> Imprint:
    author = ", ".join(part for part in (view.facilitator, view.organisation) if part)
    return Imprint(
        title=view.title,
        author=author or "DeskRisk",
        subject=view.subject,
        language=language_tag(),
        created=created,
        foot=view.foot,
        running=view.subject,
        corner=view.organisation,
        confidential=view.confidential,
    )
