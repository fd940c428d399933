from datetime import date

import pytest

from deskrisk.viewmodels.figures import short_day
from deskrisk.viewmodels.typed import UnreadableError, moved_day, read_day, read_number

TODAY = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-04-08", date(2025, 4, 8)),
        ("8.4.2025", date(2025, 4, 8)),
        ("8/4/25", date(2025, 4, 8)),
        (" 8  April 2025 ", date(2025, 4, 8)),
        ("Apr 8, 2025", date(2025, 4, 8)),
        ("8 jan", date(2026, 1, 8)),
        ("8.1.", date(2026, 1, 8)),
        ("1 Dec", date(2025, 12, 1)),
        ("29 feb 2024", date(2024, 2, 29)),
        ("+14", date(2026, 1, 3)),
        ("", None),
        ("  ", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["soon", "31 feb", "2025-13-01", "0.0.", "8 foo", "29 feb 2025"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_day(text, TODAY)


def test_a_shown_day_is_read_back() -> None:
    for month in range(1, 13):
        day = date(2024, month, 28)
        assert read_day(short_day(day, with_year=True), TODAY) == day


def test_the_calendar_has_ends() -> None:
    assert moved_day(date.max, 7) == date.max
    assert moved_day(date.min, -7) == date.min
    assert moved_day(TODAY, -1) == date(2025, 12, 19)


def test_whole_numbers_are_asked_for() -> None:
    assert read_number("4", lowest=0, highest=9, whole=True) == 4
    with pytest.raises(UnreadableError):
        read_number("4.5", lowest=0, highest=9, whole=True)
