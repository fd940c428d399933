"""Calendar files, read by another library."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from deskrisk.reports.calendar_file import calendar_bytes
from deskrisk.services.samples import sample
from deskrisk.viewmodels.dates import DayEntry, day_entries
from tests.nasty import NASTY, expected

CREATED = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)


def of_sample(name: str = "hospital-ward", created: datetime = CREATED) -> bytes:
    workshop = replace(sample(name), reviews={}, review_entries={})
    entries = day_entries(workshop, CREATED.date())
    return calendar_bytes(entries, name="Ward 4B", scope=workshop.id, created=created)


def events(content: bytes) -> list[Any]:
    calendar = Calendar.from_ical(content)
    return list(calendar.walk("VEVENT"))


def test_every_day_of_the_sample_is_a_whole_day_that_blocks_nobody() -> None:
    workshop = replace(sample("hospital-ward"), reviews={}, review_entries={})
    entries, found = day_entries(workshop, CREATED.date()), events(of_sample())
    assert [each.decoded("dtstart") for each in found] == [each.day for each in entries]
    assert [str(each["summary"]) for each in found] == [each.title for each in entries]
    assert [str(each["description"]) for each in found] == [each.text for each in entries]
    for each in found:
        assert each.decoded("dtend") - each.decoded("dtstart") == timedelta(days=1)
        assert each["transp"] == "TRANSPARENT"
        assert each.decoded("dtstamp") == CREATED


def test_lines_are_as_long_as_the_format_allows_and_end_as_it_asks() -> None:
    content = of_sample()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")


def test_names_are_each_once_stay_the_same_and_a_later_file_wins() -> None:
    first, later = events(of_sample()), events(of_sample(created=CREATED + timedelta(days=1)))
    names = [str(each["uid"]) for each in first]
    assert len(set(names)) == len(names)
    assert [str(each["uid"]) for each in later] == names
    assert all(b["sequence"] > a["sequence"] for a, b in zip(first, later, strict=True))


def test_alike_twice() -> None:
    assert of_sample() == of_sample()


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_come_back(text: str) -> None:
    entry = DayEntry(key="promise-m1", day=date(2025, 4, 4), title=text, text=text)
    (found,) = events(calendar_bytes([entry], name=text, scope="w", created=CREATED))
    assert str(found["summary"]) == " ".join(expected(text).split())
    assert str(found["description"]) == expected(text)
    assert len(found.property_items()) == 11  # ten properties, and the begin of them
