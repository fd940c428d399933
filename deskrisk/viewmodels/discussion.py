"""Which risks to talk about first, and why, in a few words each.

Shown between the two rounds of scores.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.discussion import Queued, Reason, discussion_queue
from deskrisk.domain.groups import GroupGap
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import N_, _

_REASON_WORDS: Mapping[Reason, str] = {
    Reason.SPLIT: N_("two camps"),
    Reason.LONE_ALARM: N_("one of us sees it ten times larger"),
    Reason.WIDE_GAP: N_("groups read it very differently"),
    Reason.SPREAD: N_("far apart"),
    Reason.GAP: N_("groups read it differently"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """A risk to talk about: its name, why, and which group is the more worried if groups differ."""

    risk: RiskId
    number: int
    title: str
    why: str
    groups: str


def discussion_view(workshop: Workshop, round_: int = 1) -> tuple[TalkRow, ...]:
    """The risks worth talking about after a round, the most pressing first."""
    return tuple(_row(workshop, each) for each in discussion_queue(workshop, round_))


def _row(workshop: Workshop, each: Queued) -> TalkRow:
    risk = workshop.risks[each.risk]
    return TalkRow(
        risk=risk.id,
        number=risk.number,
        title=risk.title,
        why=_(", ").join(_(_REASON_WORDS[reason]) for reason in each.reasons),
        groups="" if each.gap is None else _groups(workshop, each.gap),
    )


def _groups(workshop: Workshop, gap: GroupGap) -> str:
    calm = gap.b if gap.more_worried == gap.a else gap.a
    worried = gap.a if gap.more_worried == gap.a else gap.b
    return _("{worried} is more worried than {calm}.").format(
        worried=workshop.groups[worried].name, calm=workshop.groups[calm].name
    )
