"""Files from elsewhere: read as far as they may be, and their letters told."""

from pathlib import Path

from deskrisk.domain.file_errors import FileMissingError, FileUnreadableError, NotAFileError


def content_of(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None if it has more than ``most``.

    Raises:
        FileMissingError, FileUnreadableError, NotAFileError: the file.
    """
    try:
        if path.exists() and not path.is_file():
            raise NotAFileError(str(path))
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise FileMissingError(str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise FileUnreadableError(str(path)) from error
    return None if len(content) > most else content


def decoded(content: bytes) -> str | None:
    """The text in UTF-8, or in UTF-16 where the file says so; None if it is neither."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None
