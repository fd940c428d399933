"""Labels that find a place of their own: near their mark, on nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.charts.sheet import Box

_AROUND = 16
_STEPS = (0.0, 0.5, 1.1, 1.9, 3.0, 4.5, 6.5, 9.0, 12.0)
"""How far from its mark a label is tried, in heights of its line, nearest first."""

_AIR = 0.15

_CROSSING = 0.8
"""What it costs a label to stand on a line, in steps of distance."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a label belongs to: a round place of a radius around a point."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(
            self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius
        )


class Places:
    """What is taken on a sheet, and where the next label may stand.

    Args:
        within: no label leaves it.
        line: the height of a line of text, which is the measure for distances.
    """

    def __init__(self, within: Box, line: float) -> None:
        self._within, self._line = within, line
        self._taken: list[Box] = []
        self._lines: list[Box] = []

    def take(self, box: Box) -> None:
        """No label may stand here."""
        self._taken.append(box)

    def cross(self, box: Box) -> None:
        """A label stands here only if there is nothing better near."""
        self._lines.append(box)

    def find(self, mark: Mark, wide: float, high: float, far: float = math.inf) -> Box | None:
        """The best free place for a label of a size, which is taken then; None if there is none.

        Args:
            mark: what it belongs to.
            wide: its width.
            high: its height.
            far: how far from its mark it may stand, in heights of a line.
        """
        best: tuple[float, Box] | None = None
        for step in _STEPS:
            if step > far or (best is not None and best[0] <= step):
                break
            for box, turn in self._around(mark, wide, high, step * self._line):
                if not self._is_free(box):
                    continue
                crossed = sum(box.meets(line) for line in self._lines)
                cost = step + crossed * _CROSSING + turn
                if best is None or cost < best[0]:
                    best = (cost, box)
        if best is None:
            return None
        self._taken.append(best[1])
        return best[1]

    def _around(
        self, mark: Mark, wide: float, high: float, far: float
    ) -> Sequence[tuple[Box, float]]:
        """Boxes around a mark that come no nearer than ``far``; beside it is liked best."""
        found = []
        air = self._line * 0.25
        for number in range(_AROUND):
            angle = number * math.tau / _AROUND
            across, up = math.cos(angle), math.sin(angle)
            reach = mark.radius + air + far
            x, y = mark.x + across * reach, mark.y + up * reach
            left = x if across > 0.3 else x - wide if across < -0.3 else x - wide / 2
            top = y if up > 0.6 else y - high if up < -0.6 else y - high / 2
            box = Box(left, top, left + wide, top + high)
            found.append((box, 0.15 * (1 - across) + 0.1 * abs(up)))
        return found

    def _is_free(self, box: Box) -> bool:
        return box.within(self._within) and not any(
            box.meets(each, self._line * _AIR) for each in self._taken
        )
