"""What can go wrong with files, with data and no sentences."""

from dataclasses import dataclass

from deskrisk.domain.errors import DeskError


@dataclass(eq=False)
class WorkshopFileError(DeskError):
    """A workshop file cannot be read; nothing has been taken from it.

    ``problem`` is a key of ``viewmodels.file_problems``. ``where`` is the place in the file, such
    as ``risks[3].title``, empty for the whole of it. ``found`` and ``wanted`` are short and never
    hold words of people.
    """

    problem: str
    where: str = ""
    found: str = ""
    wanted: str = ""


@dataclass(eq=False)
class PathError(DeskError):
    """Something about a place on the disk; ``path`` is as the user gave it."""

    path: str


class FileMissingError(PathError):
    """There is no such file."""


class FileUnreadableError(PathError):
    """The file is there and may not be read."""


class NotAFileError(PathError):
    """A folder or a device stands where a file is wanted."""


class FileInUseError(PathError):
    """The file that is there is open in a program that locks it, or may not be replaced."""


class NotAPictureError(PathError):
    """A file that is to be printed as a logo is no PNG or JPEG, or far too large."""


class FolderMissingError(PathError):
    """The folder in which a file is to be written does not exist."""


class FolderReadOnlyError(PathError):
    """Nothing may be written in this folder."""


class DiskFullError(PathError):
    """There is no room left on the disk."""


class DiskTroubleError(PathError):
    """The disk refuses for a reason of its own."""


class FileThereError(PathError):
    """A file is there already, and nobody has said that it may be replaced."""


@dataclass(eq=False)
class UnknownFormatError(PathError):
    """The ending of the name is none of the formats that can be written; ``known`` are those."""

    known: tuple[str, ...]


class WritingCancelledError(PathError):
    """Nobody wants the file any more; nothing was written."""


@dataclass(eq=False)
class UnknownSampleError(DeskError):
    """No sample of this name is shipped."""

    name: str
