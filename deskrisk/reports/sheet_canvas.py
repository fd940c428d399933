"""A canvas for pages that are drawn and not set: slips, cards and the poster."""

from datetime import datetime
from typing import Any

from deskrisk.i18n import language_tag
from deskrisk.reports import fonts
from deskrisk.reports.fonts import REGULAR
from deskrisk.reports.page import Imprint, PageCanvas
from deskrisk.reports.styles import print_colours
from deskrisk.reports.text import Setter, one_line


def drawing_setter() -> Setter:
    """A setter of text, with the faces known."""
    fonts.register()
    return Setter(soft_ink=print_colours()["ink_soft"])


def sheet_canvas(
    target: Any,
    setter: Setter,
    *,
    title: str,
    subject: str,
    created: datetime,
    size: tuple[float, float],
) -> PageCanvas:
    """A canvas that says what it is, and gives the same bytes for the same drawing.

    Args:
        target: an open binary file.
        setter: sets the text.
        title: what it is about.
        subject: what it is.
        created: the moment it is dated with.
        size: width and height in points.
    """
    imprint = Imprint(
        title=title,
        author="DeskRisk",
        subject=subject,
        language=language_tag(),
        created=created,
        foot="",
        running="",
        corner="",
    )
    canvas = PageCanvas(
        target,
        imprint=imprint,
        setter=setter,
        tagged=False,
        pagesize=size,
        invariant=1,
        lang=language_tag(),
        initialFontName=REGULAR,
        pageCompression=1,
    )
    canvas.setTitle(one_line(title))
    canvas.setSubject(subject)
    canvas.setCreator("DeskRisk")
    canvas.setProducer("DeskRisk")
    return canvas
