"""One row of a list, whatever it stands for; shown by the list widget of the windows."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says.

    ``key`` tells the row from others, e.g. the id of a risk; ``title`` wraps, ``soft`` is a
    smaller line below, ``note`` stands at the right in the colour role ``tone``. ``sign`` is a
    category's sign or ``"icon:check:good"``; ``number`` stands before the title. ``fear`` sets the
    title in the person's face. A ``heading`` only divides the list and cannot be chosen.
    """

    key: Hashable
    title: str
    soft: str = ""
    note: str = ""
    tone: str = "ink_soft"
    sign: str = ""
    number: str = ""
    fear: bool = False
    strong: bool = False
    heading: bool = False
    quiet: bool = False
