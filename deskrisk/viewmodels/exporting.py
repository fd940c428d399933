"""What the dialog before a document offers, and what it says about each choice."""

from dataclasses import dataclass, replace
from pathlib import Path

from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.domain.freezing import agreement_of
from deskrisk.domain.model.fears import Cluster, Fear
from deskrisk.domain.model.ids import VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.publishing import is_released, may_be_named
from deskrisk.i18n import N_, _
from deskrisk.settings import Settings
from deskrisk.viewmodels.desk import file_name
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.inclusions import inclusion_rows
from deskrisk.viewmodels.rows import Row

VERSION_WORDS = {
    DocumentVersion.SUMMARY: N_("Summary"),
    DocumentVersion.TEAM: N_("Team"),
    DocumentVersion.ARCHIVE: N_("Archive"),
}
"""The three versions, as they are chosen."""

VERSION_SENTENCES = {
    DocumentVersion.SUMMARY: N_("One page to hand up: aims, order, who does what by when."),
    DocumentVersion.TEAM: N_("All that the room agreed, for everybody who was there."),
    DocumentVersion.ARCHIVE: N_("Everything, for you alone; marked confidential on every page."),
}
"""For whom each version is."""

PAGE_WORDS = {PageSize.A4: N_("A4"), PageSize.LETTER: N_("Letter")}
"""The paper."""

NOW = ""
"""Stands for the agreement as it is now, among the frozen versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """What is chosen before an export.

    ``format`` is the key of an export format, ``frozen`` the id of a frozen version or ``NOW``,
    ``logo`` the path of a picture or empty, ``organisation`` the name on the first page.
    """

    format: str = "pdf"
    frozen: str = NOW
    version: DocumentVersion = DocumentVersion.TEAM
    roles_for_names: bool = False
    private_notes: bool = False
    page: PageSize = PageSize.A4
    organisation: str = ""
    logo: str = ""

    def options(self, logo: bytes = b"") -> DocumentOptions:
        """The same for those who write documents."""
        return DocumentOptions(
            version=self.version,
            roles_for_names=self.roles_for_names,
            page=self.page,
            private_notes=self.private_notes and self.version is DocumentVersion.ARCHIVE,
            logo=logo,
        )


def with_format(choice: ExportChoice, format_: str, *, whole: bool) -> ExportChoice:
    """The choice with another format.

    A format that is read back begins with everything, so that nobody loses a part of a workshop by
    moving it; the others never take that over.

    Args:
        choice: what is chosen now.
        format_: the key of the other format.
        whole: whether it is read back.
    """
    if whole:
        return replace(
            choice,
            format=format_,
            version=DocumentVersion.ARCHIVE,
            private_notes=True,
            roles_for_names=False,
        )
    usual = ExportChoice()
    return replace(choice, format=format_, version=usual.version, private_notes=usual.private_notes)


def version_sentence(choice: ExportChoice, *, whole: bool) -> str:
    """For whom it is; of a format that is read back, whether all of it is in the file."""
    if not whole:
        return _(VERSION_SENTENCES[choice.version])
    if choice.options() == with_format(choice, choice.format, whole=True).options():
        return _("The whole workshop, to be opened again, here or on another computer.")
    return _("Only a part of the workshop: whoever opens the file has no more than this.")


def frozen_options(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """The agreement as it is now, and every frozen version, the latest first."""
    versions = reversed(in_order(workshop.versions, by="number"))
    return (
        (NOW, _("As it is now")),
        *(
            (
                each.id,
                _("Version {number}, {day}").format(number=each.number, day=day(each.agreed_on)),
            )
            for each in versions
        ),
    )


def workshop_to_export(workshop: Workshop, choice: ExportChoice) -> Workshop:
    """What is exported: the agreement as it is now, or as it was frozen.

    Raises:
        BrokenSealError: the version is not as it was sealed.
    """
    found = workshop
    if choice.frozen in workshop.versions:
        found = agreement_of(workshop, VersionId(choice.frozen))
    organisation = choice.organisation.strip()
    return with_organisation(found, organisation)


def with_organisation(workshop: Workshop, name: str) -> Workshop:
    """The workshop with another name of the organisation; an empty one leaves it."""
    if not name or name == workshop.brief.organisation:
        return workshop
    return replace(workshop, brief=replace(workshop.brief, organisation=name))


def inclusion_list(workshop: Workshop, choice: ExportChoice) -> tuple[Row, ...]:
    """What stays out and why, then what goes in."""
    rows = inclusion_rows(workshop, choice.options())
    inside = [each for each in rows if each.goes_in]
    outside = [each for each in rows if not each.goes_in]
    found: list[Row] = []
    if outside:
        found.append(Row(key="out", title=_("Stays out"), heading=True))
    found += [
        Row(
            key=each.key,
            title=each.what,
            soft=each.why,
            note=str(each.count),
            sign="icon:x:ink_soft",
        )
        for each in outside
    ]
    found.append(Row(key="in", title=_("Goes in"), heading=True))
    found += [
        Row(key=each.key, title=each.what, note=str(each.count), sign="icon:check:good")
        for each in inside
    ]
    return tuple(found)


def released_words(workshop: Workshop) -> str:
    """How many fears are printed in people's own words."""
    fears = [each for each in workshop.fears.values() if not each.held_back]
    released = sum(map(is_released, fears))
    return _("{released} of {count} fears are released in people's own words").format(
        released=released, count=len(fears)
    )


def export_name(workshop: Workshop, choice: ExportChoice, suffix: str) -> str:
    """The name that is proposed for a file."""
    parts = [workshop.brief.title]
    if choice.frozen in workshop.versions:
        number = workshop.versions[VersionId(choice.frozen)].number
        parts.append(_("version {number}").format(number=number))
    if choice.version is not DocumentVersion.TEAM:
        parts.append(_(VERSION_WORDS[choice.version]).lower())
    return file_name(" - ".join(parts), suffix)


def release_rows(workshop: Workshop) -> tuple[Row, ...]:
    """The piles by name, and the fears in people's own words; ticked where they may be printed."""
    fears = sorted(workshop.fears.values(), key=lambda fear: fear.id)
    found: list[Row] = []
    printed = _("printed by name anyway: three slips or more, and none about us")
    piles = [
        (each, [fear for fear in fears if fear.cluster == each.id])
        for each in in_order(workshop.clusters)
    ]
    if piles:
        found.append(Row(key="piles", title=_("Names of piles"), heading=True))
    found += [
        Row(
            key=("pile", each.id),
            title=each.name,
            soft=printed if _is_printed_anyway(each, pile) else "",
            note=str(len(pile)),
            sign=_tick(ticked=each.released),
            strong=each.released,
        )
        for each, pile in piles
    ]
    words = [each for each in fears if not each.held_back and each.text.strip()]
    if words:
        found.append(Row(key="fears", title=_("Fears in people's own words"), heading=True))
    found += [
        Row(
            key=("fear", each.id),
            title=each.text,
            fear=True,
            sign=_tick(ticked=each.released),
            note=_("may be printed") if each.released else "",
        )
        for each in words
    ]
    return tuple(found)


def _tick(*, ticked: bool) -> str:
    return "icon:check:accent" if ticked else "icon:circle:edge"


def logo_words(choice: ExportChoice) -> str:
    """What stands on the button of the logo."""
    name = choice.logo.replace("\\", "/").rpartition("/")[2]
    return name or _("Choose a picture …")


def has_pages(choice: ExportChoice) -> bool:
    """Is the preview the very file? Other formats hold the same in another dress."""
    return choice.format == "pdf"


def remembered(settings: Settings, workshop: Workshop) -> ExportChoice:
    """What was chosen the last time; private notes are asked for anew each time."""
    versions = {each.value: each for each in DocumentVersion}
    pages = {each.value: each for each in PageSize}
    return ExportChoice(
        format=settings.export_format,
        version=versions.get(settings.export_version, DocumentVersion.TEAM),
        roles_for_names=settings.export_roles,
        page=pages.get(settings.export_page, PageSize.A4),
        organisation=workshop.brief.organisation.strip() or settings.export_organisation,
        logo=settings.export_logo,
    )


def to_remember(
    settings: Settings, choice: ExportChoice, folder: Path, workshop: Workshop
) -> Settings:
    """The settings with what was chosen now."""
    own = choice.organisation.strip() != workshop.brief.organisation.strip()
    return replace(
        settings,
        export_folder=str(folder),
        export_format=choice.format,
        export_version=choice.version.value,
        export_roles=choice.roles_for_names,
        export_page=choice.page.value,
        export_logo=choice.logo,
        export_organisation=choice.organisation if own else settings.export_organisation,
    )


def _is_printed_anyway(pile: Cluster, fears: list[Fear]) -> bool:
    return bool(fears) and not pile.released and may_be_named(pile, fears)
