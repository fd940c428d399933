"""Risks and their categories."""

from dataclasses import dataclass

from deskrisk.domain.model.fields import refers, words
from deskrisk.domain.model.ids import CategoryId, FearId, ObjectiveId, RiskId

OPERATIONAL = CategoryId("operational")
COST = CategoryId("cost")
MAINTAINABILITY = CategoryId("maintainability")
DELIVERY = CategoryId("delivery")
FIXED_CATEGORIES = (OPERATIONAL, COST, MAINTAINABILITY, DELIVERY)
"""Always there, in this order; their names are texts of the program, not of the workshop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A kind of risk. A fixed one keeps an empty name: the program says it in the user's words."""

    id: CategoryId
    position: int
    name: str = words(advice=(0, 40), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Because *cause*, *event* may happen, so that *consequence*.

    ``base_rate_k`` of ``base_rate_n`` comparable projects had it (0 to 1000 each, k <= n).
    ``secondary_to`` is the risk whose response brought this one. ``hints_off`` holds the codes of
    the wording hints that were sent away for good. ``note`` keeps what an imported register said
    that has no field of its own.
    """

    id: RiskId
    number: int
    title: str = words(advice=(3, 60), default="")
    cause: str = words(advice=(5, 160), default="")
    event: str = words(advice=(5, 160), default="")
    consequence: str = words(advice=(5, 160), default="")
    category: CategoryId | None = refers("categories", default=None)
    tags: tuple[str, ...] = ()
    objectives: tuple[ObjectiveId, ...] = refers("objectives", default=())
    fears: tuple[FearId, ...] = refers("fears", default=())
    red_line: bool = False
    red_line_reason: str = words(advice=(5, 120), default="")
    base_rate_n: int | None = None
    base_rate_k: int | None = None
    ideas: tuple[str, ...] = ()
    secondary_to: RiskId | None = refers("risks", default=None)
    hints_off: tuple[str, ...] = ()
    note: str = words(advice=(0, 2000), default="")
