"""How a chart looks on paper and on screen: colours by role, from the one file of tokens."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk import assets

FAMILIES = ("Inter", "DejaVu Sans")
"""The faces of charts; the second has what the first lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as ``#RRGGBB`` by role, and sizes in points.

    ``categories`` maps the id of a fixed category to its shape and colour; ``own`` are the signs
    of the room's own categories, in turn.
    """

    paper: str
    ink: str
    ink_soft: str
    band: str
    grid: str
    accent: str
    categories: Mapping[str, tuple[str, str]]
    own: tuple[tuple[str, str], ...]
    text_size: float = 7.5
    dot_radius: float = 2.1
    families: tuple[str, ...] = FAMILIES

    def sign(self, category: str | None, place: int = 0) -> tuple[str, str]:
        """Shape and colour of a category; ``place`` counts the room's own ones from 0."""
        if category is None:
            return "ring", self.ink_soft
        found = self.categories.get(category)
        return self.own[place % len(self.own)] if found is None else found


@cache
def look(name: str = "print") -> Look:
    """A look by its name.

    Args:
        name: ``print``, ``light`` or ``dark``.
    """
    tokens: dict[str, Any] = json.loads(
        assets.path("theme", "tokens.json").read_text(encoding="utf-8")
    )
    colours = tokens["colours"][name]
    shade = "dark" if name == "dark" else "light"
    return Look(
        paper=colours["surface"],
        ink=colours["ink"],
        ink_soft=colours["ink_soft"],
        band=colours["sunken"] if name == "print" else colours["line"],
        grid=colours.get("grid", colours["line"]),
        accent=colours["accent"],
        categories={
            id_: (sign["shape"], sign[shade]) for id_, sign in tokens["categories"].items()
        },
        own=tuple((sign["shape"], sign[shade]) for sign in tokens["own_categories"]),
    )
