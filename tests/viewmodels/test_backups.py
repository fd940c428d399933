from datetime import UTC, datetime

import pytest

from deskrisk.domain.backups import Backup, BackupContents, BadBackupError, NoBackupError, Reason
from deskrisk.viewmodels.backups import (
    backup_line,
    backup_row,
    held_words,
    put_back_words,
    size_words,
)
from deskrisk.viewmodels.problems import sentence

MADE = datetime(2025, 5, 16, 9, 5, tzinfo=UTC)


def a_backup(reason: Reason = Reason.TIME) -> Backup:
    return Backup(name="copy.db", made_at=MADE, reason=reason, size=2_400_000)


def test_a_copy_says_when_why_and_what_is_in_it() -> None:
    row = backup_row(a_backup(), BackupContents(workshops=2, titles=("First", "")), MADE)
    assert row.when.endswith("2025, 09:05")
    assert row.inside == "2 workshops: First"
    assert row.size == "2\N{NO-BREAK SPACE}MB"
    assert backup_line(row).startswith("copy.db")
    assert not backup_row(a_backup(), None, MADE).whole


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason: Reason) -> None:
    assert backup_row(a_backup(reason), None, MADE).why in put_back_words(a_backup(reason))


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 kB"), (240_000, "240 kB"), (5_000_000, "5 MB"), (1.2e9, "1.2 GB")]
)
def test_sizes_are_short(size: float, words: str) -> None:
    assert size_words(int(size)).replace("\N{NO-BREAK SPACE}", " ") == words


def test_problems_name_the_copy() -> None:
    assert "x.db" in sentence(NoBackupError("x.db"))
    assert "x.db" in sentence(BadBackupError("x.db"))
    assert held_words(1).startswith("1 copy")
