"""The outside view: how many comparable projects had a risk (method B.15).

It is shown before the scoring and never mixed into a score: people adjust from it themselves.
"""

from dataclasses import dataclass

from deskrisk.domain.errors import RangeError
from deskrisk.domain.model.risks import Risk

PRIOR_CASES, PRIOR_HITS = 2, 1
"""Imagined projects, and those of them that had it, that keep the share cautious (Laplace)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceClass:
    """``k`` of ``n`` comparable projects had it; ``cautious`` is a share to start from, 0 to 1."""

    k: int
    n: int
    cautious: float


def cautious_share(k: int, n: int) -> float:
    """The share to start from when k of n comparable projects had it.

    Args:
        k: projects that had it, 0 to ``n``.
        n: comparable projects, 0 or more.

    Returns:
        a probability above 0 and below 1; one half for no project at all.

    Raises:
        RangeError: k is below 0 or above n.

    Source:
        Laplace's rule of succession: (k + 1) / (n + 2).
    """
    if not 0 <= k <= n:
        raise RangeError("risks", "base_rate_k", str(k), f"0 to {n}")
    return (k + PRIOR_HITS) / (n + PRIOR_CASES)


def reference_class(risk: Risk) -> ReferenceClass | None:
    """What is known of comparable projects; None, and then not shown, without any or k above n."""
    k, n = risk.base_rate_k, risk.base_rate_n
    if k is None or not n or not 0 <= k <= n:
        return None
    return ReferenceClass(k=k, n=n, cautious=cautious_share(k, n))
