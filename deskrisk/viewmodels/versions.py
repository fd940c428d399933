"""The frozen versions of an agreement, and in words what each one changed."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.errors import BrokenSealError
from deskrisk.domain.freezing import (
    agreed_in,
    agreed_side,
    broken_versions,
    may_freeze,
)
from deskrisk.domain.model.signoff import AgreementVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.publishing import published
from deskrisk.domain.versions import changes_between
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.version_words import change_words

SEAL_SHOWN = 12
"""Digits of a seal that are shown; two documents that agree in them are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One frozen version.

    ``seal`` is the beginning of its seal, as printed; ``why`` the one line given; ``changes`` what
    it changed against the version before. ``broken`` says that its seal does not hold. ``line``
    says most of it in one line.
    """

    number: int
    name: str
    agreed_on: date
    seal: str
    why: str
    changes: tuple[str, ...]
    broken: bool
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsView:
    """All versions, the first one first, and what was changed since the last one.

    ``since`` is empty when nothing was; ``heading`` says it in a few words; ``may_freeze`` says
    that there is something to freeze, ``next_number`` as which version.
    """

    rows: tuple[VersionRow, ...]
    heading: str
    since: tuple[str, ...]
    may_freeze: bool
    next_number: int


def versions_view(workshop: Workshop, options: DocumentOptions | None = None) -> VersionsView:
    """The versions of an agreement.

    Args:
        workshop: the whole workshop: what is published has no snapshots any more.
        options: the document that prints it; what that may not hold is in no line. None for the
            desk.
    """
    rows: list[VersionRow] = []
    before: Workshop | None = None
    broken = set(broken_versions(workshop))
    shown = workshop if options is None else published(workshop, options)
    for version in in_order(workshop.versions, by="number"):
        held, said = _held(version), shown.versions[version.id]
        rows.append(_row(said, _lines(before, held, options), broken=version.number in broken))
        before = held
    since = () if not rows else _lines(before, agreed_side(workshop), options)
    return VersionsView(
        rows=tuple(rows),
        heading=_heading(rows, since),
        since=since,
        may_freeze=may_freeze(workshop),
        next_number=rows[-1].number + 1 if rows else 1,
    )


def _held(version: AgreementVersion) -> Workshop | None:
    try:
        return agreed_in(version)
    except BrokenSealError:
        return None


def _lines(
    old: Workshop | None, new: Workshop | None, options: DocumentOptions | None
) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    if options is not None:
        old, new = published(old, options), published(new, options)
    return tuple(change_words(each, old, new) for each in changes_between(old, new))


def _row(version: AgreementVersion, changes: tuple[str, ...], *, broken: bool) -> VersionRow:
    return VersionRow(
        number=version.number,
        name=_("Version {number}").format(number=version.number),
        agreed_on=version.agreed_on,
        seal=version.seal[:SEAL_SHOWN],
        why=version.changed.strip(),
        changes=changes,
        broken=broken,
        line=_line(version, broken=broken),
    )


def _line(version: AgreementVersion, *, broken: bool) -> str:
    said = _("Version {number}, {day}, seal {seal}").format(
        number=version.number, day=day(version.agreed_on), seal=version.seal[:SEAL_SHOWN]
    )
    if broken:
        return _("{version}: its text is not as it was sealed").format(version=said)
    why = version.changed.strip()
    return _("{version}: {why}").format(version=said, why=why) if why else said


def _heading(rows: list[VersionRow], since: tuple[str, ...]) -> str:
    if not rows:
        return _("Not frozen yet")
    last = rows[-1]
    if last.broken:
        return _("{version} is not as it was sealed").format(version=last.name)
    if not since:
        return _("{version}, {day}").format(version=last.name, day=day(last.agreed_on))
    return ngettext(
        "{count} change since version {number}",
        "{count} changes since version {number}",
        len(since),
    ).format(count=len(since), number=last.number)
