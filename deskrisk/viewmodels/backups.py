"""Copies of the library in words: when, why, what is in them, and what has happened to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from deskrisk.domain.backups import Backup, BackupContents, BadBackupError, NoBackupError, Reason
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import day

_REASONS = {
    Reason.WORKSHOP: N_("after a workshop"),
    Reason.TIME: N_("while you worked"),
    Reason.IMPORT: N_("before an import"),
    Reason.DELETION: N_("before something was deleted"),
    Reason.RESTORE: N_("before a copy was put back"),
    Reason.MIGRATION: N_("before DeskRisk was updated"),
    Reason.WISH: N_("when you asked for it"),
}
_UNITS = ("kB", "MB", "GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One copy as the list shows it; ``whole`` is False for one that cannot be read."""

    name: str
    when: str
    why: str
    inside: str
    size: str
    whole: bool = True


def backup_row(
    backup: Backup, inside: BackupContents | None, zone: datetime | None = None
) -> BackupRow:
    """A copy in words.

    Args:
        backup: the copy.
        inside: what is in it; None if it cannot be read.
        zone: a moment whose time zone is used; that of this computer if None.
    """
    made = backup.made_at.astimezone(zone.tzinfo if zone else None)
    words = _("{day}, {time}").format(day=day(made.date()), time=made.strftime("%H:%M"))
    return BackupRow(
        name=backup.name,
        when=words,
        why=_(_REASONS[backup.reason]),
        inside=_("It cannot be read.") if inside is None else inside_words(inside),
        size=size_words(backup.size),
        whole=inside is not None,
    )


def inside_words(inside: BackupContents) -> str:
    """What is in a copy: how many workshops, and the last changed ones."""
    count = ngettext("{count} workshop", "{count} workshops", inside.workshops).format(
        count=inside.workshops
    )
    titles = "; ".join(title for title in inside.titles if title)
    return f"{count}: {titles}" if titles else count


def size_words(size: int) -> str:
    """A size as people read it: ``"240 kB"``, ``"1.2 GB"``."""
    amount = size / 1000
    for unit in _UNITS[:-1]:
        if amount < 1000:
            return f"{max(amount, 1):.0f}\N{NO-BREAK SPACE}{unit}"
        amount /= 1000
    return f"{amount:.1f}\N{NO-BREAK SPACE}{_UNITS[-1]}"


def put_back_words(backup: Backup) -> str:
    """That a copy was put back."""
    return _("The library is as it was {why}, {when}.").format(
        why=_(_REASONS[backup.reason]), when=backup_row(backup, None).when
    )


def held_words(copies: int) -> str:
    """In how many copies something that was erased still is."""
    return ngettext(
        "{count} copy of the library, made before, still holds it.",
        "{count} copies of the library, made before, still hold it.",
        copies,
    ).format(count=copies)


def backup_line(row: BackupRow) -> str:
    """A copy as a line for the console; its name is what ``deskrisk restore`` takes."""
    return f"{row.name}  {row.size}  {row.inside}"


def backup_problem(error: NoBackupError | BadBackupError) -> str:
    """What is the matter with a copy."""
    words: Mapping[type, str] = {
        NoBackupError: N_("There is no copy {name}. “deskrisk backup --list” names them."),
        BadBackupError: N_("The copy {name} is not whole, so it was not used. Nothing is changed."),
    }
    return _(words[type(error)]).format(name=error.name)
