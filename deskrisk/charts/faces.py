"""The faces of charts: the program's own cuts, made known to matplotlib."""

import logging
from functools import cache

from matplotlib.font_manager import fontManager

from deskrisk import assets

_CUTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "DejaVuSans.ttf")


@cache
def load_faces() -> None:
    """Make the cuts known; does nothing the second time."""
    # DejaVu has no semibold cut and its bold stands in: nothing to warn a facilitator of.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for cut in _CUTS:
        fontManager.addfont(str(assets.path("fonts", cut)))
