"""Pages: running line, foot with "page x of y", bookmarks, and what a reader sees of the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import FrameBreak

from deskrisk.i18n import _
from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.metadata import PROGRAM, Packed, as_utc, describe
from deskrisk.reports.styles import PAINTS, paper
from deskrisk.reports.tags import TagTree
from deskrisk.reports.text import Setter, one_line, shortened
from deskrisk.viewmodels.document import BETWEEN

_TOTAL = "%DeskRisk-total"
_LATER = re.compile(r"%DeskRisk-page (\S+) (\S+) (\S+) (\S+)")
_SMALL = 7.5
_FOOT_WIDTH = 60.0
_ABOVE_MARK = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the file says about itself, and what every page repeats.

    ``confidential`` is printed in bold on every page; empty for a document that anybody may read.
    """

    title: str
    author: str
    subject: str
    language: str
    created: datetime
    foot: str
    running: str
    corner: str
    confidential: str = ""


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that knows the number of pages in the end, and when the document was made."""

    def __init__(
        self, *args: Any, imprint: Imprint, setter: Setter, tagged: bool = True, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.setter = setter
        self.tags = TagTree(self) if tagged else None
        self.running: tuple[str, str] = (imprint.running, imprint.corner)
        self.pages_of: dict[str, int] = {}
        self._imprint = imprint
        self._doc._timeStamp = _moment(imprint.created)  # noqa: SLF001  no public way to set it
        self._described: list[Any] = []

    def draw_foot(self, imprint: Imprint) -> None:
        """Draw running line and foot of the page that ends here; the total follows in ``save``."""
        page = paper()
        left, right = page.side, page.width - page.side
        top = page.height - page.running - _SMALL
        code = self._code
        code.append("/Artifact <</Type /Pagination>> BDC")
        self.saveState()
        self.setFillColor(PAINTS["ink_soft"])
        section, topic = self.running
        self._line((left, top), section, page.text_width / 2 - 10)
        self._line((right, top), topic, page.text_width / 2 - 10, end=1)
        self._line((left, page.running), self._foot(imprint), page.text_width - _FOOT_WIDTH)
        code.append(_TOTAL)
        if imprint.confidential:
            self.setFillColor(PAINTS["ink"])
            at = (page.width / 2, page.height - page.running - _SMALL + 12)
            self.setter.draw(self, at, imprint.confidential, BOLD, _SMALL, end=0.5)
        self.restoreState()
        code.append("EMC")

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """End the page."""
        super().showPage()
        if self.tags is not None:
            self.tags.next_page()

    def save(self) -> None:
        """Put "x of y" onto every page and pages into lists of contents, then write the file."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, start=1):
            stream = page.stream.replace(_TOTAL, self._of(number, len(pages)))
            # Compressed and no more: the letters of a page need not be printable as text.
            content = _LATER.sub(self._number, stream).encode("latin-1")
            page.Contents = Packed(content)
        if self.tags is not None and pages:
            self.tags.write(self._doc)
            describe(
                self._doc,
                title=one_line(self._imprint.title),
                author=one_line(self._imprint.author),
                subject=self._imprint.subject,
                language=self._imprint.language,
                created=self._imprint.created,
            )
        super().save()

    def draw_page_of(self, key: str, right: float, y: float, face: str, size: float) -> None:
        """Draw the page that a signpost stands on, also of a later one, ending at a place."""
        self._code.append(f"%DeskRisk-page {key} {right:.3f} {y:.3f} {face}/{size:g}")

    def _number(self, found: re.Match[str]) -> str:
        key, right, y, cut = found.groups()
        face, size = cut.split("/")
        number = str(self.pages_of.get(key, ""))
        return self._drawn(
            lambda: self.setter.draw(
                self, (float(right), float(y)), number, face, float(size), end=1
            )
        )

    def _of(self, number: int, total: int) -> str:
        """The drawing instructions of one "x of y"."""
        of_total = _(" of {total}").format(total=total)
        page = paper()
        right = page.width - page.side
        start = right - self.setter.width(of_total, REGULAR, _SMALL)

        def draw() -> None:
            self.setter.draw(self, (start, page.running), str(number), BOLD, _SMALL, end=1)
            self.setter.draw(self, (right, page.running), of_total, REGULAR, _SMALL, end=1)

        return self._drawn(draw)

    def _drawn(self, draw: Any) -> str:
        """The instructions that a drawing gives, without drawing them anywhere."""
        kept = self._code
        self._code: list[str] = []
        draw()
        drawn = self._code
        self._code = kept
        return "\n".join(drawn)

    def _foot(self, imprint: Imprint) -> str:
        """The foot, in which a long name gives way to what follows it."""
        name, dot, rest = imprint.foot.partition(BETWEEN)
        room = paper().text_width - _FOOT_WIDTH - self.setter.width(dot + rest, REGULAR, _SMALL)
        return shortened(self.setter, name, room, REGULAR, _SMALL) + dot + rest

    def _line(self, at: tuple[float, float], text: str, room: float, *, end: float = 0) -> None:
        line = shortened(self.setter, text, room, REGULAR, _SMALL)
        self.setter.draw(self, at, line, REGULAR, _SMALL, end=end)


class Signpost(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Takes no room: a bookmark, and from here on the words of the running line.

    ``key`` names the place for links and for the list of contents.
    """

    def __init__(
        self,
        title: str,
        *,
        running: tuple[str, str] | None = None,
        level: int = 0,
        key: str = "",
    ) -> None:
        super().__init__()
        self.title = one_line(title)
        self.level = level
        self._running = running
        self._key = key
        self.width = self.height = 0

    def named(self, key: str) -> str:
        """The key it has, or else this one, which it has from now on."""
        self._key = self._key or key
        return self._key

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Nothing by nothing."""
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark where it stands."""
        canvas = self.canv
        if self._running is not None:
            canvas.running = self._running
        key = self._key or f"mark-{len(canvas._described)}"  # noqa: SLF001  our own canvas
        canvas._described.append(key)  # noqa: SLF001  our own canvas
        _x, y = canvas.absolutePosition(0, 0)
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=y + _ABOVE_MARK, zoom=0)
        canvas.addOutlineEntry(self.title, key, level=self.level, closed=self.level > 0)
        canvas.pages_of[key] = canvas.getPageNumber()


class Anchor(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Takes no room: a place that links can lead to."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.width = self.height = 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Nothing by nothing."""
        return 0, 0

    def draw(self) -> None:
        """Set the place."""
        _x, y = self.canv.absolutePosition(0, 0)
        self.canv.bookmarkPage(self._key, fit="XYZ", left=0, top=y + _ABOVE_MARK, zoom=0)


class NewPage(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Ends the page, unless so little stands on it that what follows shares it."""

    def __init__(self, least: float, before: float = 0.0) -> None:
        super().__init__()
        self._least = least
        self._before = before

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """The room above what follows on the same page; nothing where the page ends."""
        whole = paper().body_height
        frame = self._doctemplateAttr("frame")
        if avail_height >= whole - 1 or frame is None:
            return 0, 0
        if whole - avail_height < self._least * whole:
            return 0, self._before
        frame.add_generated_content(FrameBreak)
        return 0, 0

    def draw(self) -> None:
        """Nothing is drawn."""


def build(
    target: Any, story: Sequence[Flowable], imprint: Imprint, setter: Setter
) -> dict[str, int]:
    """Lay the story out on the present paper and write it.

    Args:
        target: an open binary file.
        story: the flowables, in order.
        imprint: title, author and the repeated lines.
        setter: sets running line and foot.

    Returns:
        the pages, from 1, that the signposts with keys stand on; ``""`` is the number of pages.
    """
    page = paper()
    document = BaseDocTemplate(
        target,
        pagesize=(page.width, page.height),
        title=one_line(imprint.title),
        author=one_line(imprint.author),
        subject=imprint.subject,
        creator=PROGRAM,
        producer=PROGRAM,
        lang=imprint.language,
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    frame = Frame(
        page.side,
        page.bottom,
        page.text_width,
        page.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(
        PageTemplate("page", [frame], onPageEnd=lambda canvas, _doc: canvas.draw_foot(imprint))
    )
    places: dict[str, int] = {}

    def make_canvas(*args: Any, **options: Any) -> PageCanvas:
        options["initialFontName"] = REGULAR
        canvas = PageCanvas(*args, imprint=imprint, setter=setter, **options)
        canvas.pages_of = places
        return canvas

    document.build(list(story), canvasmaker=make_canvas)
    places[""] = document.page
    return places


def _moment(created: datetime) -> TimeStamp:
    """The time that the file says it was made at, in UTC."""
    stamp = TimeStamp(invariant=1)
    moment = as_utc(created)
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp
