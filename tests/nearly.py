"""Numbers held against the method's examples."""

from typing import Any

import pytest

TOLERANCE = 1e-6
"""The examples are printed to so many digits."""


def near(value: Any) -> Any:
    """Equal to this number (or list, or mapping of numbers) within the tolerance; None is None."""
    return value if value is None else pytest.approx(value, abs=TOLERANCE, rel=0)
