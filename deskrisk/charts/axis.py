"""The logarithmic axis of expected loss that the charts share."""

EDGE = 1.25
"""Room beyond either end of the axis, as a factor, so that no dot is cut."""


def tick_text(tick: float) -> str:
    """A number of the axis, without useless noughts."""
    return f"{tick:g}"
