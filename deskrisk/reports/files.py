"""A report is written beside its place and then moved there: whole, or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is the old one or the new one.

    A link stays a link: the file that it points to is replaced.

    Raises:
        OSError: it could not be written; what was there before is untouched.
    """
    target = Path(os.path.realpath(path))
    handle, part = tempfile.mkstemp(prefix=".deskrisk-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise
