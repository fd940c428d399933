"""The list of contents: what there is and on which page, each line leading there."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from deskrisk.reports.blocks import Press
from deskrisk.reports.fonts import BOLD
from deskrisk.reports.page import Signpost
from deskrisk.reports.paragraph import Link, Text, draw_link
from deskrisk.reports.styles import PAGE

_NUMBER = 24.0
_SIZE = 9.0


class ContentsLine:
    """One line: a text that leads somewhere, and the page that is there."""

    def __init__(self, press: Press, title: str, key: str) -> None:
        self.key = key
        self.link = Link(f"#{key}", title)
        self.text: Text = press.spaced("plain", title, after=2)


class ContentsList(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The chapters of a document below each other, with their pages at the right end."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ContentsLine, ...] = ()

    def fill(self, press: Press, chapters: Sequence[Flowable]) -> None:
        """Name the chapters.

        Args:
            press: sets the lines.
            chapters: the document from the second one on; their signposts get keys.
        """
        found = [each for each in chapters if isinstance(each, Signpost) and not each.level]
        self._lines = tuple(
            ContentsLine(press, each.title, each.named(f"chapter-{number}"))
            for number, each in enumerate(found, start=1)
        )

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """All the width there is."""
        self.width = min(avail_width, PAGE.body_width)
        room = self.width - _NUMBER
        self.height = sum(each.text.wrap(room, avail_height)[1] + 2 for each in self._lines)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines; the numbers of the pages are known when all are drawn."""
        tags = getattr(self.canv, "tags", None)
        y = self.height
        if tags is None:
            return
        with tags.group(tags.tag("TOC")):
            for each in self._lines:
                y -= each.text.height
                with tags.group(tags.tag("TOCI")), tags.group(tags.tag("Reference")):
                    link = tags.tag("Link")
                with tags.marked(link):
                    each.text.drawOn(self.canv, 0, y)
                    base = y + each.text.style.leading - _SIZE - 0.4
                    self.canv.draw_page_of(each.key, self.width, base, BOLD, _SIZE)
                box = (0, y, self.width, y + each.text.height)
                number = tags.next_link()
                tags.add_link(link, draw_link(self.canv, box, each.link, number))
                y -= 2
