"""The picture of an organisation at the head of the document."""

import io
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from deskrisk.domain.errors import UnprintableLogoError
from deskrisk.i18n import _
from deskrisk.reports.tags import drawn_as

_HEIGHT, _WIDTH = 36.0, 160.0
_AFTER = 12.0
LARGEST = 5_000_000
"""Bytes of a picture; more would make every document heavy."""

MOST_DOTS = 20_000_000
"""Dots of a picture: a small file can hold more than a machine can."""


class Logo(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture, as large as its place allows, in its own proportions."""

    def __init__(self, picture: bytes, organisation: str) -> None:
        super().__init__()
        self._picture = _read(picture)
        self._words = organisation.strip() or _("Logo")
        wide, high = self._picture.getSize()
        scale = min(_WIDTH / wide, _HEIGHT / high)
        self._size = (wide * scale, high * scale)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """The picture and some air below."""
        self.width, self.height = self._size[0], self._size[1] + _AFTER
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as a figure."""
        wide, high = self._size
        box = (0, _AFTER, wide, _AFTER + high)
        with drawn_as(self.canv, "Figure", self._words, box):
            self.canv.drawImage(self._picture, 0, _AFTER, wide, high, mask="auto")


def _read(picture: bytes) -> Any:
    """The picture, opened.

    Raises:
        UnprintableLogoError: it is no picture that can be printed.
    """
    if len(picture) > LARGEST:
        raise UnprintableLogoError
    try:
        found = ImageReader(io.BytesIO(picture))
        wide, high = found.getSize()
        if min(wide, high) >= 1 and wide * high <= MOST_DOTS:
            found.getRGBData()  # a file that ends too early says so now
    except Exception as error:  # any reader of pictures may raise anything
        raise UnprintableLogoError from error
    if min(wide, high) < 1 or wide * high > MOST_DOTS:
        raise UnprintableLogoError
    return found
