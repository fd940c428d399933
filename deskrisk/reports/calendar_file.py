"""Due days and review days for any calendar (RFC 5545): whole days, which block nobody's time."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from deskrisk.domain.texts import cleaned
from deskrisk.viewmodels.dates import DayEntry

_MAKER = "-//DeskRisk//DeskRisk//EN"


def calendar_bytes(
    entries: Sequence[DayEntry], *, name: str, scope: str, created: datetime
) -> bytes:
    """The days as a calendar file; the same days and moment give the same bytes.

    An entry is an event and not a task, because many calendars show no tasks. It keeps its name
    (UID), so that a later file moves what an earlier one brought instead of doubling it.

    Args:
        entries: the days.
        name: what the calendar is called.
        scope: the id of the workshop, which makes names unique everywhere.
        created: the moment of writing.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(name))
    for entry in entries:
        calendar.add_component(_event(entry, scope, _moment(created)))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: DayEntry, scope: str, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{scope}.deskrisk")
    event.add("dtstamp", stamp)
    # Later files carry a later stamp and number, so that a calendar takes the newer one.
    event.add("sequence", max(int(stamp.timestamp()) // 60, 0))
    event.add("summary", _line(entry.title))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("description", cleaned(entry.text)[0])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _line(text: str) -> str:
    return " ".join(cleaned(text)[0].split())


def _moment(created: datetime) -> datetime:
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    return moment.replace(microsecond=0)
