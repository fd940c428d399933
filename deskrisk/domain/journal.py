"""A step: what a user would call one thing, with everything needed to undo and redo it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the journal.

    ``label`` is a key such as ``"fear.add"``; ``args`` fills the words that are shown for it and
    never holds words or names of people. ``at`` is the UTC minute, ``"2026-11-21T09:31Z"``: no
    finer, so that it cannot be matched to a person. Steps of one ``merge_key`` that follow each
    other become one.
    """

    id: StepId
    label: str
    args: Mapping[str, str] = field(default_factory=dict)
    merge_key: str | None = None
    at: str
    changes: Changes
    undone: bool = False
