"""Sentences about files: which place, what is wrong there, and what to do."""

from collections.abc import Mapping

from deskrisk.domain.file_errors import (
    DiskFullError,
    FileInUseError,
    FileMissingError,
    FileThereError,
    FileUnreadableError,
    FolderMissingError,
    FolderReadOnlyError,
    NotAFileError,
    NotAPictureError,
    PathError,
    UnknownFormatError,
    WorkshopFileError,
    WritingCancelledError,
)
from deskrisk.i18n import N_, _

WORKSHOP_FILE_WORDS: Mapping[str, str] = {
    "empty": N_("This file is empty; please look for another copy of it."),
    "size": N_(
        "This file is larger than {wanted}, so it cannot be a workshop; choose another one."
    ),
    "encoding": N_("This file is not UTF-8 text; please export the workshop again."),
    "json": N_(
        "This is not a workshop file, or it is damaged: it stops making sense at {where};"
        " please export the workshop again."
    ),
    "depth": N_(
        "This file is nested more than {wanted} levels deep, which no workshop is;"
        " choose another one."
    ),
    "pieces": N_(
        "This file has more than {wanted} entries, which no workshop has; choose another one."
    ),
    "entries": N_(
        "The list {where} has {found} entries and {wanted} is the most;"
        " please shorten it and open the file again."
    ),
    "twice_key": N_(
        "The name “{found}” stands twice in one entry of this file; please remove one of them."
    ),
    "constant": N_(
        "This file holds {found} where a number should be; please put a number or null there."
    ),
    "digits": N_("A number in this file has {found} digits; please write a shorter one."),
    "format": N_(
        "This is no workshop file: “format” should be “{wanted}”; choose a file that ends"
        " in .deskrisk."
    ),
    "version": N_(
        "The “format_version” of this file should be {wanted}; please export the workshop again."
    ),
    "newer": N_(
        "This file was written by a newer DeskRisk (file version {found}, this one reads up to"
        " {wanted}); please update the program."
    ),
    "type": N_("At {where} this file should hold: {wanted}; please correct it there."),
    "missing": N_("At {where} something is missing from this file; please add it."),
    "unknown": N_(
        "This file has {where}, which a workshop does not know; please correct its name or"
        " remove it."
    ),
    "choice": N_("At {where} this file should hold one of: {wanted}; please correct it there."),
    "date": N_("At {where} this file should hold {wanted}; please correct it there."),
    "number": N_("At {where} this file should hold {wanted}; please correct it there."),
    "long": N_(
        "The text at {where} has {found} characters and {wanted} is the most; please shorten it."
    ),
    "id": N_(
        "The id at {where} should be 1 to {wanted} letters, digits, dots, dashes or underscores;"
        " please correct it there."
    ),
    "twice": N_(
        "At {where} the id {found} is used a second time in its list; please give one of the two"
        " another."
    ),
    "reference": N_(
        "At {where} this file points to {found}, which is not among its {wanted}; please add"
        " it or remove the pointer."
    ),
    "repeat": N_("At {where} this file has {found} twice; please remove one of the two."),
    "range": N_("At {where} the number {found} should be {wanted}; please correct it there."),
    "fixed": N_("The category {found} is missing from this file; please add it to its categories."),
    "unsound": N_("At {where} this file is not as it should be; please correct it there."),
    "memory": N_("There is not enough memory to read this file; please close other programs."),
}
"""One sentence a problem of ``WorkshopFileError``."""

_PATH_WORDS: Mapping[type[PathError], str] = {
    FileMissingError: N_("There is no file {path}; please check the name."),
    FileUnreadableError: N_("The file {path} may not be read; please check its permissions."),
    FileInUseError: N_(
        "{path} is open in another program or may not be replaced; please close it there, or"
        " choose another name."
    ),
    NotAFileError: N_("{path} is no ordinary file; please choose another name."),
    NotAPictureError: N_("{path} is no PNG or JPEG of at most 2 MB; please choose another one."),
    FolderMissingError: N_("The folder of {path} does not exist; please choose another one."),
    FolderReadOnlyError: N_(
        "Nothing may be written to the folder of {path}; please choose another one."
    ),
    DiskFullError: N_(
        "The disk is full, so {path} was not written; please make room or choose another place."
    ),
    FileThereError: N_("{path} is there already and was left as it is; --force replaces it."),
    UnknownFormatError: N_(
        "The ending of {path} says no format that can be written; use one of {known}."
    ),
    WritingCancelledError: N_("{path} was not written, as you wished."),
}


def workshop_file_sentence(error: WorkshopFileError) -> str:
    """What is wrong with a workshop file, and where."""
    words = _(WORKSHOP_FILE_WORDS.get(error.problem, WORKSHOP_FILE_WORDS["unsound"]))
    return words.format(where=error.where or _("the start"), found=error.found, wanted=error.wanted)


def path_sentence(error: PathError) -> str:
    """What is wrong with a place on the disk."""
    words = _PATH_WORDS.get(
        type(error), N_("The disk refused {path}; please choose another place.")
    )
    known = ", ".join(error.known) if isinstance(error, UnknownFormatError) else ""
    return _(words).format(path=error.path, known=known)
