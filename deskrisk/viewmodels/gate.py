"""What is asked when a stage is left unfinished: what is open, and one line why (method A.0)."""

from dataclasses import dataclass

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.notes import note_of
from deskrisk.domain.stages import conditions
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.guide import guide_view


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """An unfinished stage. ``open`` are the keys of what is not done; ``because`` what was said."""

    stage: Stage
    open: frozenset[str]
    words: str
    because: str


def gate_view(workshop: Workshop, stage: Stage) -> GateView | None:
    """What to ask on leaving a stage; None if it is done."""
    unmet = frozenset(each.key for each in conditions(workshop, stage) if not each.met)
    if not unmet:
        return None
    rows = [row for row in guide_view(workshop, stage).done_when if row.key in unmet]
    first = f"{rows[0].text}, {rows[0].count}" if rows[0].count else rows[0].text
    words = _("Still open: {what}.").format(what=first)
    others = len(rows) - 1
    if others:
        more = ngettext("And {count} more.", "And {count} more.", others).format(count=others)
        words = f"{words} {more}"
    return GateView(
        stage=stage,
        open=unmet,
        words=words,
        because=note_of(workshop, stage).passed_because,
    )
