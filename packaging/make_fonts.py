"""How the font files in ``resources/fonts`` were made. No part of any set-up: the results are kept.

Usage: ``python packaging/make_fonts.py SOURCES``, where SOURCES is a folder that holds, anywhere
below it, the files named in ``CUTS`` as their makers publish them (Inter 4.1 and Noto Serif 2.15 as
variable TrueType fonts, Noto Emoji Regular and DejaVu Sans 2.37 as static ones) and their licences.
Needs fontTools, which comes with matplotlib.

Why cuts: a PDF is written with static TrueType outlines only, and nothing there can switch on a
feature such as tabular figures. So each cut is one weight and one optical size, keeps the scripts
that the program is set in, and has its digits pointed at the figures of equal width.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

ALPHABETS = (
    (0x0020, 0x024F),  # Latin with all its extensions for European languages
    (0x02B0, 0x036F),  # modifiers and combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, Welsh
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x21FF),  # letter-like signs, fractions, arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x2473),  # numbers in circles
    (0x25A0, 0x25FF),  # shapes
    (0x2600, 0x27BF),  # signs and dingbats
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFD, 0xFFFD),  # the announced substitute
)
EVERYTHING = ((0x0020, 0x10FFFF),)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
FIXED_TIME = 3_786_912_000
"""Seconds since 1904: a font made twice is the same file."""


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One font file: where it comes from, where it lies on the axes, and what it is called."""

    source: str
    target: str
    family: str
    style: str
    axes: dict[str, float] | None = None
    keeps: tuple[tuple[int, int], ...] = ALPHABETS


CUTS = (
    Cut(
        source="Inter[opsz,wght].ttf",
        target="Inter-Regular.ttf",
        family="Inter",
        style="Regular",
        axes={"opsz": 14, "wght": 400},
    ),
    Cut(
        source="Inter[opsz,wght].ttf",
        target="Inter-SemiBold.ttf",
        family="Inter",
        style="SemiBold",
        axes={"opsz": 14, "wght": 600},
    ),
    Cut(
        source="Inter[opsz,wght].ttf",
        target="InterDisplay-SemiBold.ttf",
        family="Inter Display",
        style="SemiBold",
        axes={"opsz": 32, "wght": 600},
    ),
    Cut(
        source="NotoSerif-Italic[wdth,wght].ttf",
        target="NotoSerif-Italic.ttf",
        family="Noto Serif",
        style="Italic",
        axes={"wdth": 100, "wght": 400},
    ),
    Cut(
        source="DejaVuSans.ttf",
        target="DejaVuSans.ttf",
        family="DejaVu Sans",
        style="Book",
        keeps=EVERYTHING,
    ),
    Cut(
        source="NotoEmoji_400Regular.ttf",
        target="NotoEmoji-Regular.ttf",
        family="Noto Emoji",
        style="Regular",
        keeps=EVERYTHING,
    ),
)


def make(cut: Cut, sources: Path) -> Path:
    """Make one font file and give its path."""
    font = TTFont(_found(sources, cut.source), recalcTimestamp=False)
    if cut.axes is not None:
        font = instantiateVariableFont(font, cut.axes)
    _bake_tabular_figures(font)
    _subset(font, cut.keeps)
    _name(font, cut)
    font["head"].modified = font["head"].created = FIXED_TIME
    target = TARGET / cut.target
    font.save(target)
    return target


def _found(sources: Path, name: str) -> Path:
    return next(path for path in sorted(sources.rglob("*.ttf")) if path.name == name)


def _bake_tabular_figures(font: Any) -> None:
    """Point the digits at the glyphs that the feature ``tnum`` would put in their place."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(wanted):
        for each in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(each, "ExtSubTable", each), "mapping", {}))
    for subtable in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            glyph = subtable.cmap.get(code)
            if glyph is not None:
                subtable.cmap[code] = swaps.get(glyph, glyph)


def _subset(font: Any, keeps: tuple[tuple[int, int], ...]) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    options.drop_tables += ["FFTM", "MATH"]
    subsetter = Subsetter(options)
    held = font.getBestCmap()
    subsetter.populate(
        unicodes=[code for code in held if any(low <= code <= high for low, high in keeps)]
    )
    subsetter.subset(font)


def _name(font: Any, cut: Cut) -> None:
    """Names by which systems find the cut: family and style, whatever the source was called."""
    plain = cut.style in {"Regular", "Italic", "Book"}
    names = {
        1: cut.family if plain else f"{cut.family} {cut.style}",
        2: cut.style if plain else "Regular",
        4: f"{cut.family} {cut.style}",
        6: f"{cut.family.replace(' ', '')}-{cut.style}",
        16: cut.family,
        17: cut.style,
    }
    table = font["name"]
    table.names = [each for each in table.names if each.nameID in {0, 5, 13, 14}]
    for id_, text in names.items():
        table.setName(text, id_, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 600 if cut.style == "SemiBold" else 400


if __name__ == "__main__":
    for each in CUTS:
        made = make(each, Path(sys.argv[1]))
        print(f"{made.name}: {made.stat().st_size:,} bytes")  # noqa: T201  a console tool
