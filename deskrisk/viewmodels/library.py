"""What is said about the library and its file, in words."""

from deskrisk.domain.library import (
    AlreadyThereError,
    DamagedLibraryError,
    Finding,
    ForeignFileError,
    Health,
    HealthProblem,
    LibraryBusyError,
    LibraryError,
    LibraryFullError,
    LibraryGoneError,
    LibraryLockedError,
    NewerLibraryError,
    NoSuchWorkshopError,
    ReadOnlyLibraryError,
    SeveralWorkshopsError,
)
from deskrisk.i18n import N_, _, ngettext

_SENTENCES: dict[type[LibraryError], str] = {
    LibraryBusyError: N_("DeskRisk has this library open already. Use that window, or close it."),
    LibraryLockedError: N_(
        "Another program holds the library file just now. Nothing is lost; "
        "DeskRisk keeps trying while it is open."
    ),
    ForeignFileError: N_("This file is not a DeskRisk library. It has not been touched."),
    LibraryFullError: N_(
        "There is no room left where the library is. Please free some; nothing is lost meanwhile."
    ),
    ReadOnlyLibraryError: N_(
        "The library may not be written where it is. Please allow it, or choose another place."
    ),
    LibraryGoneError: N_("The library file is not where it was. Please put it back."),
}


def library_sentence(error: LibraryError) -> str:
    """What has happened to the library, what is safe, and what to do."""
    if isinstance(error, NewerLibraryError):
        return _(
            "A newer DeskRisk wrote this library (version {version}; this one reads {known}). "
            "It has not been touched. Please update DeskRisk."
        ).format(version=error.version, known=error.known)
    if isinstance(error, DamagedLibraryError):
        return _damaged(error)
    words = _SENTENCES.get(type(error))
    if words is not None:
        return _(words)
    return _("The disk does not take the library just now. Nothing is lost; it is tried again.")


def already_there_sentence(_error: AlreadyThereError) -> str:
    """The workshop is in the library."""
    return _("This workshop is in the library already.")


def no_such_workshop_sentence(error: NoSuchWorkshopError) -> str:
    """Nothing fits what was asked for."""
    return _("There is no workshop {text} in the library.").format(text=error.text)


def several_workshops_sentence(error: SeveralWorkshopsError) -> str:
    """More than one fits, and which."""
    return _("More than one workshop fits {text}: {titles}. Please name one of them.").format(
        text=error.text, titles="; ".join(error.titles)
    )


def health_lines(health: Health) -> tuple[str, ...]:
    """The result of a check, a line for each thing; the last line sums up."""
    read = ngettext("{count} workshop read.", "{count} workshops read.", health.workshops)
    total = read.format(count=health.workshops)
    if health.ok:
        return (_("Everything is in order. {read}").format(read=total),)
    return (*(_finding(each) for each in health.findings), total)


def _damaged(error: DamagedLibraryError) -> str:
    if error.empty:
        return _("The library file is empty. It has not been touched. Please put a copy back.")
    if error.workshop is not None:
        return _("This workshop is damaged and cannot be read. The others are not affected.")
    return _("The library file is damaged. It has not been touched. Please put a copy back.")


def _finding(finding: Finding) -> str:
    words = {
        HealthProblem.FILE: _("The file itself is damaged."),
        HealthProblem.LINKS: _("Some entries belong to no workshop."),
        HealthProblem.UNREADABLE: _("Workshop {id} cannot be read."),
        HealthProblem.CHANGED: _("Workshop {id} is not what was stored. Please look it through."),
        HealthProblem.UNSOUND: _("Workshop {id} holds {count} entries that do not fit."),
    }[finding.problem]
    return words.format(id=finding.workshop or "", count=finding.count)
