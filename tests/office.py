"""Files opened by LibreOffice without a window, as a reader of our files would open them."""

import os
import shutil
import subprocess
from pathlib import Path

PROGRAM = "soffice"
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Every sheet as CSV in UTF-8, each cell as it is shown; formulas as what they calculate."""

FROM_CSV = "CSV:44,34,76,1"
"""A table in UTF-8, its cells apart by commas."""

AS_TEXT = "txt:Text (encoded):UTF8"
SECONDS = 120


def converted(folder: Path, kind: str, *files: Path, opened_as: str = "") -> list[Path]:
    """The files that LibreOffice makes of ours, all in one start of the program.

    Args:
        folder: an empty folder for them, and for the program's own settings.
        kind: the format wanted, with its filter.
        files: what to open.
        opened_as: the filter that opens them, as a person would choose it; empty to let it guess.
    """
    program = shutil.which(PROGRAM)
    assert program, "LibreOffice is missing; packaging/debian-test-packages.txt has its packages"
    made = folder / "made"
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *([f"--infilter={opened_as}"] if opened_as else []),
            "--convert-to",
            kind,
            "--outdir",
            str(made),
            *map(str, files),
        ],
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    return sorted(made.iterdir())
