"""The faces of charts: the program's own cuts, made known to matplotlib."""

from functools import cache

from matplotlib.font_manager import fontManager

from deskrisk import assets

_CUTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "DejaVuSans.ttf")


@cache
def load_faces() -> None:
    """Make the cuts known; does nothing the second time."""
    for cut in _CUTS:
        fontManager.addfont(str(assets.path("fonts", cut)))
