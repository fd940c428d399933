"""Pages: running line, foot with "page x of y", bookmarks, and what a reader sees of the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from deskrisk.i18n import _
from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.styles import PAGE, PAINTS
from deskrisk.reports.text import Setter, one_line, shortened

_TOTAL = "%DeskRisk-total"
_SMALL = 7.5
_FOOT_WIDTH = 60.0
_ABOVE_MARK = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the file says about itself, and what every page repeats."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime
    foot: str
    running: str
    corner: str


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that knows the number of pages in the end, and when the document was made."""

    def __init__(self, *args: Any, imprint: Imprint, setter: Setter, **options: Any) -> None:
        super().__init__(*args, **options)
        self.setter = setter
        self.running: tuple[str, str] = (imprint.running, imprint.corner)
        self._doc._timeStamp = _moment(imprint.created)  # noqa: SLF001  no public way to set it
        self._described: list[Any] = []

    def draw_foot(self, imprint: Imprint) -> None:
        """Draw running line and foot of the page that ends here; the total follows in ``save``."""
        left, right = PAGE.side, PAGE.width - PAGE.side
        top = PAGE.height - PAGE.running - _SMALL
        self.saveState()
        self.setFillColor(PAINTS["ink_soft"])
        section, topic = self.running
        self._line((left, top), section, PAGE.text_width / 2 - 10)
        self._line((right, top), topic, PAGE.text_width / 2 - 10, end=1)
        self._line((left, PAGE.running), imprint.foot, PAGE.text_width - _FOOT_WIDTH)
        self._code.append(_TOTAL)
        self.restoreState()

    def save(self) -> None:
        """Put "x of y" onto every page, then write the file."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, start=1):
            page.stream = page.stream.replace(_TOTAL, self._of(number, len(pages)))
        super().save()

    def _of(self, number: int, total: int) -> str:
        """The drawing instructions of one "x of y"."""
        kept = self._code
        self._code: list[str] = []
        of_total = _(" of {total}").format(total=total)
        right = PAGE.width - PAGE.side
        start = right - self.setter.width(of_total, REGULAR, _SMALL)
        self.setter.draw(self, (start, PAGE.running), str(number), BOLD, _SMALL, end=1)
        self.setter.draw(self, (right, PAGE.running), of_total, REGULAR, _SMALL, end=1)
        drawn = self._code
        self._code = kept
        return "\n".join(drawn)

    def _line(self, at: tuple[float, float], text: str, room: float, *, end: float = 0) -> None:
        line = shortened(self.setter, text, room, REGULAR, _SMALL)
        self.setter.draw(self, at, line, REGULAR, _SMALL, end=end)


class Signpost(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Takes no room: a bookmark, and from here on the words of the running line."""

    def __init__(
        self, title: str, *, running: tuple[str, str] | None = None, level: int = 0
    ) -> None:
        super().__init__()
        self._title = one_line(title)
        self._running = running
        self._level = level
        self.width = self.height = 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Nothing by nothing."""
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark where it stands."""
        canvas = self.canv
        if self._running is not None:
            canvas.running = self._running
        key = f"mark-{len(canvas._described)}"  # noqa: SLF001  our own canvas
        canvas._described.append(key)  # noqa: SLF001  our own canvas
        _x, y = canvas.absolutePosition(0, 0)
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=y + _ABOVE_MARK, zoom=0)
        canvas.addOutlineEntry(self._title, key, level=self._level, closed=self._level > 0)


def build(target: Any, story: Sequence[Flowable], imprint: Imprint, setter: Setter) -> None:
    """Lay the story out on pages and write it.

    Args:
        target: an open binary file.
        story: the flowables, in order.
        imprint: title, author and the repeated lines.
        setter: sets running line and foot.
    """
    document = BaseDocTemplate(
        target,
        pagesize=(PAGE.width, PAGE.height),
        title=one_line(imprint.title),
        author=one_line(imprint.author),
        subject=imprint.subject,
        creator="DeskRisk",
        producer="DeskRisk",
        lang=imprint.language,
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    frame = Frame(
        PAGE.side,
        PAGE.bottom,
        PAGE.text_width,
        PAGE.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates(
        PageTemplate("page", [frame], onPageEnd=lambda canvas, _doc: canvas.draw_foot(imprint))
    )

    def make_canvas(*args: Any, **options: Any) -> PageCanvas:
        options["initialFontName"] = REGULAR
        return PageCanvas(*args, imprint=imprint, setter=setter, **options)

    document.build(list(story), canvasmaker=make_canvas)


def _moment(created: datetime) -> TimeStamp:
    """The time that the file says it was made at, in UTC."""
    stamp = TimeStamp(invariant=1)
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp
