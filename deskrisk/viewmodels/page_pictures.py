"""A page of a document as a picture, as the preview shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page; ``pixels`` are four bytes each, blue, green, red and one unused, row by row."""

    width: int
    height: int
    pixels: bytes
