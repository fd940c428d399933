from datetime import date

from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.promise_dates import Standing, promise_dates_view


def test_the_sample_stands_in_the_order_of_days() -> None:
    view = promise_dates_view(sample())
    dues = [row.due for row in view.rows if row.due]
    assert dues == sorted(dues)
    assert view.line == "14 promises: twelve proven."
    assert view.start <= dues[0]
    assert view.end >= dues[-1]
    assert view.today is None


def test_what_is_due_and_not_done_is_late_from_the_next_day_on() -> None:
    view = promise_dates_view(sample(), date(2025, 5, 31))
    late = [row for row in view.rows if row.standing is Standing.LATE]
    assert [row.word for row in late] == ["late since 30\N{NO-BREAK SPACE}May"]
    assert view.line == "14 promises: twelve proven, one late."
    on_the_day = promise_dates_view(sample(), date(2025, 5, 30))
    assert not any(row.standing is Standing.LATE for row in on_the_day.rows)


def test_what_is_late_is_seen_up_to_today_if_that_is_not_far_off() -> None:
    usual = promise_dates_view(sample())
    soon = promise_dates_view(sample(), date(2025, 8, 1))
    assert (soon.end, soon.today) == (date(2025, 8, 1), date(2025, 8, 1))
    years = promise_dates_view(sample(), date(2028, 8, 1))
    assert (years.end, years.today) == (usual.end, None)


def test_looks_that_were_held_are_told_from_those_to_come() -> None:
    text = chart_words(promise_dates_view(sample()))
    assert "Looked again on" in text
    held = [look for look in promise_dates_view(sample()).looks if look.held]
    assert len(held) == len(sample().reviews)
