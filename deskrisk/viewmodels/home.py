"""What the home window shows: the workshops as rows in words, and what is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from deskrisk.domain.due import DueItem, DueKind
from deskrisk.domain.library import LibraryRow
from deskrisk.domain.listing import DueEntry, DueList
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import count_word, day, short_day, short_month
from deskrisk.viewmodels.words import said

STAGES = tuple(Stage)
SOON_DAYS = 7
"""How many days ahead something counts as due."""
LONG_DAYS = 60
"""After how many days late nobody counts them any more."""

ROUND = 100
"""What is not counted to the end is said in hundreds."""

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
    """Something that is due: ``when`` in the colour role ``tone``, ``title`` and then ``rest``.

    ``act`` is what the button says; ``subject`` the id of the promise or risk that it leads to.
    """

    workshop: WorkshopId
    kind: DueKind
    subject: str
    when: str
    tone: str
    title: str
    rest: str
    detail: str
    act: str


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


def due_view(due: DueList, today: date) -> DueView:
    """What is due within a week, or overdue, in words."""
    heading = ngettext("{count} thing is due", "{count} things are due", due.things).format(
        count=count_word(due.things)
    )
    if due.more:
        about = due.things // ROUND * ROUND
        heading = _("More than {count} things are due").format(count=about or due.things)
    return DueView(
        heading=heading[:1].upper() + heading[1:],
        rows=tuple(_due_row(each, today) for each in due.entries[:MOST_DUE]),
    )


def due_until(today: date) -> date:
    """The last day that counts as soon."""
    return today + timedelta(days=SOON_DAYS)


def library_note(count: int) -> str:
    """How many workshops there are: ``"3 workshops"``; nothing for none."""
    if not count:
        return ""
    return ngettext("{count} workshop", "{count} workshops", count).format(count=count)


def _due_row(entry: DueEntry, today: date) -> DueRow:
    item, where = entry.item, entry.workshop_title or _("Without a title")
    when, tone = _when(item, today)
    title = item.title or (where if not item.subject else _("Without a title"))
    rest = "" if not item.who else f", {item.who}"
    words = {"day": day(item.day), "workshop": where}
    return DueRow(
        workshop=entry.workshop,
        kind=item.kind,
        subject=item.subject,
        when=when,
        tone=tone,
        title=title,
        rest=rest,
        detail=_(_DETAILS[item.kind]).format(**words),
        act=_(_ACTS.get(item.kind, N_("Look at it"))),
    )


_DETAILS = {
    DueKind.MEETING: N_("The workshop is on {day}."),
    DueKind.ADJOURNED: N_("The sign-off was put off to {day}."),
    DueKind.PROMISE: N_("Promised for {day}, in {workshop}."),
    DueKind.UNPROVEN: N_("Due on {day}, done, and its signal has not been read. In {workshop}."),
    DueKind.ACCEPTED: N_("Accepted until {day}, in {workshop}."),
    DueKind.RISK: N_("To be looked at again on {day}, in {workshop}."),
    DueKind.REVIEW: N_("The agreement is to be looked at again on {day}."),
}
_ACTS = {
    DueKind.UNPROVEN: N_("Enter a reading"),
    DueKind.ACCEPTED: N_("Decide again"),
    DueKind.REVIEW: N_("Prepare the review"),
}
_KINDS = {
    DueKind.MEETING: N_("Workshop"),
    DueKind.ADJOURNED: N_("Sign-off"),
    DueKind.PROMISE: N_("Promise"),
    DueKind.UNPROVEN: N_("Not proven"),
    DueKind.ACCEPTED: N_("Accepted risk"),
    DueKind.RISK: N_("Risk"),
    DueKind.REVIEW: N_("Review"),
}


def _when(item: DueItem, today: date) -> tuple[str, str]:
    """What is due and when, and its colour role."""
    days, kind = (item.day - today).days, _(_KINDS[item.kind])
    if days < -LONG_DAYS:
        return _("{kind}, since {month}").format(kind=kind, month=short_month(item.day)), "alarm"
    if days < 0:
        words = ngettext("{kind}, {days} day late", "{kind}, {days} days late", -days)
        return words.format(kind=kind, days=-days), "alarm"
    if days == 0:
        return _("{kind} today").format(kind=kind), "care"
    words = ngettext("{kind} in {days} day", "{kind} in {days} days", days)
    return words.format(kind=kind, days=days), "care"


def _far(when: date | None, today: date) -> bool:
    return when is not None and when.year != today.year


def _sign(row: LibraryRow) -> str:
    if not row.first_risk or row.first_risk_category is None:
        return ""
    return f"own-{row.first_risk_place}" if row.first_risk_place else row.first_risk_category
