"""A ballot in the making: risks are put on one place after the other, by single keys."""

from dataclasses import dataclass, replace

from deskrisk.domain.model.ids import RiskId

PLACED, TIED, UNSURE = "placed", "tied", "unsure"
"""How a risk was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What somebody has put on their ballot so far.

    ``risks`` are what it is about. ``steps`` are the risks in the order they were named, each with
    how it was: on a place of its own, tied with the one before, or without an opinion. ``tying``
    and ``unsure`` say what the next risk will be.
    """

    risks: tuple[RiskId, ...]
    steps: tuple[tuple[RiskId, str], ...] = ()
    tying: bool = False
    unsure: bool = False

    @property
    def ranking(self) -> tuple[tuple[RiskId, ...], ...]:
        """The places, the best first, each a set of tied risks."""
        places: list[tuple[RiskId, ...]] = []
        for risk, how in self.steps:
            if how == TIED:
                places[-1] = (*places[-1], risk)
            elif how == PLACED:
                places.append((risk,))
        return tuple(places)

    @property
    def no_opinion(self) -> tuple[RiskId, ...]:
        """The risks without an opinion."""
        return tuple(risk for risk, how in self.steps if how == UNSURE)

    @property
    def left(self) -> tuple[RiskId, ...]:
        """The risks that are not named yet; handed in so, they are last."""
        named = {risk for risk, _how in self.steps}
        return tuple(risk for risk in self.risks if risk not in named)


def named(slip: Slip, risk: RiskId) -> Slip:
    """The slip with one risk more, as it was announced; as it is if the risk stands there."""
    if risk not in slip.left:
        return slip
    how = UNSURE if slip.unsure else TIED if slip.tying and slip.ranking else PLACED
    return replace(slip, steps=(*slip.steps, (risk, how)), tying=False, unsure=False)


def tie_next(slip: Slip) -> Slip:
    """The next risk stands level with the last one; twice, it does not."""
    return replace(slip, tying=bool(slip.ranking) and not slip.tying, unsure=False)


def unsure_next(slip: Slip) -> Slip:
    """There is no opinion on the next risk; twice, there is."""
    return replace(slip, unsure=not slip.unsure, tying=False)


def taken_back(slip: Slip) -> Slip:
    """The slip without the last thing that was done to it."""
    if slip.tying or slip.unsure:
        return replace(slip, tying=False, unsure=False)
    return replace(slip, steps=slip.steps[:-1])
