"""What the frame of the desk says: title, counts, what would be undone, what is saved."""

import re
from dataclasses import dataclass
from datetime import tzinfo

from deskrisk.domain.journal import Step
from deskrisk.domain.library import SaveState
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """The frame of the desk for a workshop."""

    title: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """The saved mark. ``offer_copy`` asks for a way to keep a copy elsewhere."""

    text: str
    tone: str
    sign: str
    offer_copy: bool


def desk_view(workshop: Workshop) -> DeskView:
    """What the frame says about a workshop."""
    people, fears = len(workshop.participants), len(workshop.fears)
    risks = len(workshop.risks)
    counts = (
        ngettext("{count} person", "{count} people", people).format(count=people),
        ngettext("{count} fear", "{count} fears", fears).format(count=fears),
        ngettext("{count} risk", "{count} risks", risks).format(count=risks),
    )
    return DeskView(
        title=workshop.brief.title.strip() or _("Without a title"), counts="  ·  ".join(counts)
    )


def saved_view(state: SaveState, zone: tzinfo | None = None) -> SavedView:
    """Whether everything is on the disk, in words.

    Args:
        state: what the writer reports.
        zone: the user's time zone; None for that of the computer.
    """
    if state.problem is not None:
        text = _("Not saved: {reason}").format(reason=sentence(state.problem))
        sign = "icon:triangle-alert:alarm"
        return SavedView(text=text, tone="alarm", sign=sign, offer_copy=True)
    if state.pending:
        return SavedView(text=_("Saving …"), tone="ink_soft", sign="", offer_copy=False)
    text = _("Everything saved")
    if state.saved_at is not None:
        text = f"{text} {state.saved_at.astimezone(zone):%H:%M}"
    return SavedView(text=text, tone="ink_soft", sign="icon:check:good", offer_copy=False)


def undo_words(step: Step | None) -> str:
    """What Undo would take back, ``"Undo: add fear"``; ``"Undo"`` for nothing."""
    return _("Undo: {step}").format(step=step_words(step)) if step else _("Undo")


def redo_words(step: Step | None) -> str:
    """What Redo would bring back, ``"Redo: add fear"``; ``"Redo"`` for nothing."""
    return _("Redo: {step}").format(step=step_words(step)) if step else _("Redo")


def file_name(title: str, suffix: str) -> str:
    """A name for a file about a workshop that every computer takes."""
    stem = " ".join(_UNFIT.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")
    return f"{stem or _('Workshop')}{suffix}"
