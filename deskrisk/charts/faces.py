"""The faces of charts: the program's own cuts, and how wide a line set in them is."""

import logging
import re
from functools import cache, lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags

from deskrisk import assets

_CUTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "DejaVuSans.ttf", "NotoEmoji-Regular.ttf")
_OURS = ("Inter", "DejaVu Sans", "Noto Emoji")
_OTHERS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Droid Sans Fallback",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans",
    "Yu Gothic",
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)
"""Faces of other scripts that a system may have."""

NO_GLYPH = "\N{WHITE SQUARE}"
"""Stands for a character that no face has."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
"""White space at which a line may be broken."""

_UNITS_A_POINT = 64.0
_MEASURED_AT = 100.0


@cache
def load_faces() -> None:
    """Make the cuts known; does nothing the second time."""
    # DejaVu has no semibold cut and its bold stands in: nothing to warn a facilitator of.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for cut in _CUTS:
        fontManager.addfont(str(assets.path("fonts", cut)))
    mpl.rcParams["text.hinting"] = "no_hinting"  # letters keep their widths at every size
    mpl.rcParams["path.simplify"] = False


@cache
def families() -> list[str]:
    """The faces in which a text is looked for, ours first."""
    load_faces()
    known = {each.name for each in fontManager.ttflist}
    return [*_OURS, *(name for name in _OTHERS if name in known)]


def face(size: float, *, bold: bool = False) -> FontProperties:
    """A face of ours in a size in points."""
    return FontProperties(family=families(), size=size, weight="semibold" if bold else "normal")


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text in one line, with a box for every character that no face has."""
    plain = _BREAKS.sub(" ", text.strip())
    return "".join(each if _is_known(each) else NO_GLYPH for each in plain)


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    font: Any = get_font(_files(bold))
    font.set_size(_MEASURED_AT, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    wide, _high = font.get_width_height()
    return float(wide) / _UNITS_A_POINT * size / _MEASURED_AT


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of it as fits into a width, with an ellipsis."""
    plain = printable(text)
    if text_width(plain, size, bold=bold) <= width:
        return plain
    low, high = 0, len(plain)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(plain[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return plain[:low].rstrip() + ELLIPSIS


def broken(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """The text in lines of a width, the last one shortened.

    Args:
        text: of people or of the program.
        width: in points.
        size: of the letters, in points.
        lines: how many at most.
        bold: whether it is set in the heavier cut.
    """
    found: list[str] = []
    words = printable(text).split(" ")
    while words and len(found) < lines - 1:
        count = 1
        while count < len(words):
            if text_width(" ".join(words[: count + 1]), size, bold=bold) > width:
                break
            count += 1
        found.append(shortened(" ".join(words[:count]), width, size, bold=bold))
        words = words[count:]
    if words:
        found.append(shortened(" ".join(words), width, size, bold=bold))
    return found


@lru_cache(maxsize=8192)
def _is_known(character: str) -> bool:
    return any(ord(character) in _characters(path) for path in _files(bold=False))


@cache
def _characters(path: str) -> frozenset[int]:
    font: Any = get_font(path)
    return frozenset(font.get_charmap())


@cache
def _files(bold: bool) -> tuple[str, ...]:  # noqa: FBT001  the cache's key
    wanted = "semibold" if bold else "normal"
    return tuple(
        str(fontManager.findfont(FontProperties(family=name, weight=wanted))) for name in families()
    )
