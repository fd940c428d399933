"""Find and read content packs: the program's own, and those that a facilitator dropped in."""

from dataclasses import dataclass
from pathlib import Path

from deskrisk import settings
from deskrisk.domain.content import ContentError, Mistake
from deskrisk.domain.packs import Pack
from deskrisk.services.declared import Form, content_from_text, read_content, usable_content

FORM = Form("deskrisk-pack", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The packs that can be used, and what is wrong with those that cannot."""

    packs: tuple[Pack, ...]
    faults: tuple[ContentError, ...]


def find_packs(own: Path | None = None) -> Shelf:
    """All packs: the program's, then those in a folder of the user, each by name of file.

    Args:
        own: the user's folder; it does not have to exist.
    """
    found, faults = usable_content("packs", own, read_pack)
    return Shelf(packs=found, faults=faults)


def known_packs() -> Shelf:
    """All packs there are here: the program's, and those dropped into the user's own folder."""
    return find_packs(settings.packs_folder())


def read_pack(path: Path) -> Pack:
    """Read one file.

    Raises:
        ContentError: every mistake in it, with its line.
    """
    return read_content(path, Pack, FORM)


def pack_from_text(text: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack in a text; None and all mistakes, in the order of their lines, if it has any."""
    return content_from_text(text, Pack, FORM)
