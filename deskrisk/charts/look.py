"""How a chart looks on paper, in a window and on the wall: colours by role, from the one file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk import assets


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as ``#RRGGBB`` by role, and sizes in points.

    ``paper`` is the ground that the chart stands on. ``categories`` maps the id of a fixed category
    to its shape and colour; ``own`` are the signs of the room's own categories, in turn. ``hair``
    is the width of a line of the ground, ``stroke`` that of a line that says something.
    """

    name: str
    paper: str
    ink: str
    ink_soft: str
    edge: str
    band: str
    grid: str
    accent: str
    categories: Mapping[str, tuple[str, str]]
    own: tuple[tuple[str, str], ...]
    text_size: float
    small_size: float
    dot_radius: float
    hair: float
    stroke: float

    def sign(self, category: str | None, place: int = 0) -> tuple[str, str]:
        """Shape and colour of a category; ``place`` counts the room's own ones from 0."""
        if not category:
            return "ring", self.ink_soft
        found = self.categories.get(category)
        if found is None and category.startswith("own-"):
            place = int(category.removeprefix("own-")) - 1
        return self.own[place % len(self.own)] if found is None else found


LOOKS = ("print", "light", "dark", "wall-light", "wall-dark")
"""Paper, the two themes of the windows, and the same two in the type of the wall."""

_SIZES: Mapping[str, Mapping[str, float]] = {
    "print": {"text_size": 8.5, "small_size": 7.5, "dot_radius": 2.1, "hair": 0.4, "stroke": 1.0},
    "window": {"text_size": 14, "small_size": 12, "dot_radius": 3.5, "hair": 1, "stroke": 1.5},
    "wall": {"text_size": 34, "small_size": 28, "dot_radius": 10, "hair": 2, "stroke": 3.5},
}


@cache
def look(name: str = "print") -> Look:
    """A look by its name.

    Args:
        name: one of ``LOOKS``.
    """
    tokens: dict[str, Any] = json.loads(
        assets.path("theme", "tokens.json").read_text(encoding="utf-8")
    )
    on_wall, shade = name.startswith("wall-"), name.removeprefix("wall-")
    colours = {**tokens["colours"][shade], **(tokens["wall"][shade] if on_wall else {})}
    sizes = _SIZES["wall" if on_wall else "print" if name == "print" else "window"]
    signs = "dark" if shade == "dark" else "light"
    return Look(
        name=name,
        paper=colours["paper"],
        ink=colours["ink"],
        ink_soft=colours["ink_soft"],
        edge=colours["edge"],
        band=colours["sunken"] if name == "print" else colours.get("band", colours["line"]),
        grid=colours.get("grid", colours["line"]),
        accent=colours["accent"],
        categories={
            id_: (sign["shape"], sign[signs]) for id_, sign in tokens["categories"].items()
        },
        own=tuple((sign["shape"], sign[signs]) for sign in tokens["own_categories"]),
        text_size=sizes["text_size"],
        small_size=sizes["small_size"],
        dot_radius=sizes["dot_radius"],
        hair=sizes["hair"],
        stroke=sizes["stroke"],
    )
