"""Fears from a file: read as a whole, then all of them are put on the wall, or none."""

from pathlib import Path

from deskrisk.domain import fears
from deskrisk.domain.fear_lists import FearListError, LineFault, fears_in_lines, fears_in_table
from deskrisk.domain.model.ids import FearId
from deskrisk.services.meeting import Meeting
from deskrisk.services.reading import content_of, decoded

SUFFIXES = (".csv", ".tsv", ".txt")
"""A table by the first two, one fear a line in anything else."""

MOST_BYTES = 2_000_000
"""500 fears of the longest kind are shorter; anything larger is another file."""


def read_fear_file(path: Path) -> tuple[str, ...]:
    """The fears in a file, in its order; the same words twice are two fears.

    Raises:
        FileMissingError, FileUnreadableError, NotAFileError: the file.
        FearListError: what is wrong in it, line by line.
    """
    text = _decoded(_content(path)).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise FearListError((LineFault(0, "encoding"),))
    table = path.suffix.lower() in SUFFIXES[:2]
    return fears_in_table(text) if table else fears_in_lines(text)


def import_fears(meeting: Meeting, texts: tuple[str, ...]) -> int:
    """Put fears from a file on the wall as one step; their order in the file is forgotten.

    Returns:
        how many they were.
    """
    ids = tuple(FearId(meeting.new_id()) for _ in texts)
    meeting.step("fear.import", lambda w: fears.fears_added(w, ids, texts))
    return len(texts)


def _content(path: Path) -> bytes:
    content = content_of(path, MOST_BYTES)
    if content is None:
        raise FearListError((LineFault(0, "size"),))
    return content


def _decoded(content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise FearListError((LineFault(0, "encoding"),))
    return text
