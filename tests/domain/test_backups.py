from datetime import UTC, datetime, timedelta

from deskrisk.domain.backups import DAYS, FEWEST, MONTHS, WEEKS, Backup, Reason, thinned

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def made(hours: float, size: int = 1) -> Backup:
    when = NOW - timedelta(hours=hours)
    return Backup(name=when.isoformat(), made_at=when, reason=Reason.TIME, size=size)


def kept(backups: list[Backup], **more: int) -> list[Backup]:
    gone = thinned(backups, NOW, **more)
    return [each for each in backups if each not in gone]


def test_all_of_the_last_day_stay() -> None:
    assert len(kept([made(hours / 2) for hours in range(48)])) == 48


def test_then_the_last_of_seven_days_four_weeks_and_twelve_months() -> None:
    two_years = [made(hours) for hours in range(0, 2 * 365 * 24, 6)]
    left = kept(two_years)
    older = [each for each in left if each.made_at <= NOW - timedelta(hours=24)]
    days = {each.made_at.date() for each in left}
    months = {(each.made_at.year, each.made_at.month) for each in left}
    assert {NOW.date() - timedelta(days=day) for day in range(DAYS)} <= days
    assert len(months) == MONTHS
    assert len(older) <= DAYS + WEEKS + MONTHS
    oldest = min(each.made_at for each in left)
    assert NOW - oldest < timedelta(days=366)
    assert kept(left) == left


def test_a_few_old_ones_all_stay() -> None:
    old = [made(24 * 400), made(24 * 800), made(24 * 1200)]
    assert kept(old) == old


def test_a_clock_that_was_set_back_makes_none_old() -> None:
    ahead = [made(-24 * 30 * month) for month in range(20)]
    assert kept(ahead) == ahead


def test_the_oldest_go_when_there_is_no_room_but_never_the_last_two() -> None:
    three = [made(0, 10), made(30, 10), made(60, 10)]
    assert kept(three, most_bytes=25) == three[:2]
    assert kept(three, most_bytes=1) == three[:FEWEST]
