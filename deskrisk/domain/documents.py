"""Which version of the agreement is printed, and how: what is chosen before a document is made."""

from dataclasses import dataclass
from enum import Enum


class DocumentVersion(Enum):
    """For whom a document is: one page to hand up, the whole of it for the room, or everything."""

    SUMMARY = "summary"
    TEAM = "team"
    ARCHIVE = "archive"


class PageSize(Enum):
    """The paper it is laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """What is chosen for one document.

    ``roles_for_names`` prints people's roles instead of their names, inside of texts too.
    ``private_notes`` lets the facilitator's own notes into the archive; no other version ever holds
    them. ``logo`` is a picture (PNG or JPEG) for the head of the first page, or nothing.
    """

    version: DocumentVersion = DocumentVersion.TEAM
    roles_for_names: bool = False
    page: PageSize = PageSize.A4
    private_notes: bool = False
    logo: bytes = b""
