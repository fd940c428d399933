"""What the home window shows: the workshops as rows in words, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, day, short_day
from deskrisk.viewmodels.words import said

STAGES = tuple(Stage)
SOON_DAYS = 7
"""How many days ahead something counts as due."""
MOST_DUE = 3
"""How many due things the card shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRow:
    """One workshop of the list. ``reached`` is 1 to 7; ``sign`` is that of the first risk."""

    id: WorkshopId
    title: str
    project: str
    held: str
    reached: int
    reached_word: str
    sign: str
    first: str
    has_first: bool
    promises: str
    next: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Something that is due; ``tone`` is a colour role."""

    workshop: WorkshopId
    when: str
    tone: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueView:
    """What is due, the most urgent first; ``heading`` counts all of it."""

    heading: str
    rows: tuple[DueRow, ...]


def home_row(row: LibraryRow, today: date) -> HomeRow:
    """A workshop as the list says it."""
    reached = STAGES.index(row.stage) + 1
    title = row.title or _("Without a title")
    held = short_day(row.held_on, with_year=True)
    if row.stage is Stage.PREPARE and row.held_on >= today:
        held = _("not held yet")
    promises = ""
    if row.promises:
        promises = _("{kept} of {all}").format(kept=row.promises_kept, all=row.promises)
    next_day = short_day(row.next_date, with_year=_far(row.next_date, today))
    word = said(row.stage)
    first = row.first_risk or _("No risks yet")
    return HomeRow(
        id=row.id,
        title=title,
        project=row.project,
        held=held,
        reached=reached,
        reached_word=word,
        sign=_sign(row),
        first=first,
        has_first=bool(row.first_risk),
        promises=promises,
        next=next_day if row.next_date else "",
        spoken=_("{title}, {held}, reached {stage}, first: {first}").format(
            title=title, held=held, stage=word, first=first
        ),
    )


def due_view(rows: Sequence[LibraryRow], today: date) -> DueView:
    """What is due within a week, or overdue, in the workshops of the list."""
    due = sorted(
        (row for row in rows if row.next_date is not None and _is_due(row, today)),
        key=lambda row: (row.next_date or date.max, row.id),
    )
    heading = ngettext("{count} thing is due", "{count} things are due", len(due)).format(
        count=count_word(len(due))
    )
    return DueView(
        heading=heading[:1].upper() + heading[1:],
        rows=tuple(_due_row(row, today) for row in due[:MOST_DUE]),
    )


def library_note(count: int) -> str:
    """How many workshops there are: ``"3 workshops"``; nothing for none."""
    if not count:
        return ""
    return ngettext("{count} workshop", "{count} workshops", count).format(count=count)


def _is_due(row: LibraryRow, today: date) -> bool:
    if row.next_date is None or (row.next_date - today).days > SOON_DAYS:
        return False
    # A meeting that is planned is worth a word until its day; then it stands first in the list.
    return row.stage is not Stage.PREPARE or row.next_date > today


def _due_row(row: LibraryRow, today: date) -> DueRow:
    when = row.next_date or today
    days = (when - today).days
    if days < 0:
        words, tone = _("Overdue"), "alarm"
        detail = _("Something was due on {day}.").format(day=day(when))
    elif days == 0:
        words, tone = _("Today"), "care"
        detail = _("Something is due today.")
    else:
        words, tone = ngettext("In {days} day", "In {days} days", days).format(days=days), "care"
        detail = _("Something is due on {day}.").format(day=day(when))
    if row.stage is Stage.PREPARE:
        detail = _("The workshop is on {day}.").format(day=day(when))
    elif row.promises:
        kept = _("{kept} of {all} promises are proven.").format(
            kept=row.promises_kept, all=row.promises
        )
        detail = f"{detail} {kept}"
    title = row.title or _("Without a title")
    return DueRow(workshop=row.id, when=words, tone=tone, title=title, detail=detail)


def _far(when: date | None, today: date) -> bool:
    return when is not None and when.year != today.year


def _sign(row: LibraryRow) -> str:
    if not row.first_risk or row.first_risk_category is None:
        return ""
    # The list does not know the order of a room's own categories; they share the first sign.
    return row.first_risk_category if row.first_risk_category in FIXED_CATEGORIES else "own-1"
