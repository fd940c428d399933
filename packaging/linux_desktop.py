"""Let a double click on a workshop file open DeskRisk: ``python3 dev.py desktop [--remove]``.

Writes a menu entry, a kind of file and an icon into the user's own data folder, as the desktops of
Linux read them; nothing of the system is touched. The entry starts the program of this checkout.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging" / "linux"
ICON = ROOT / "resources" / "icons" / "deskrisk.svg"
PROGRAM = "deskrisk-window"


def data_folder() -> Path:
    """Where the user's own menu entries and kinds of file lie."""
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if chosen else Path.home() / ".local" / "share"


def targets(folder: Path) -> tuple[Path, Path, Path]:
    """The three files: menu entry, kind of file, icon."""
    return (
        folder / "applications" / "deskrisk.desktop",
        folder / "mime" / "packages" / "deskrisk.xml",
        folder / "icons" / "hicolor" / "scalable" / "apps" / "deskrisk.svg",
    )


def entry(python: Path) -> str:
    """The menu entry, which starts this checkout; blanks in its path are kept together."""
    text = (SOURCE / "deskrisk.desktop").read_text("utf-8")
    quoted = str(python).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    here = f'Path={ROOT}\nExec="{quoted}" -m deskrisk '
    return text.replace(f"Exec={PROGRAM} ", here)


def install(folder: Path, python: Path) -> None:
    """Write the three files, and tell the desktop."""
    menu, kind, icon = targets(folder)
    for path in (menu, kind, icon):
        path.parent.mkdir(parents=True, exist_ok=True)
    menu.write_text(entry(python), "utf-8")
    shutil.copyfile(SOURCE / "deskrisk.xml", kind)
    shutil.copyfile(ICON, icon)
    tell_desktop(folder)


def remove(folder: Path) -> None:
    """Take the three files away again."""
    for path in targets(folder):
        path.unlink(missing_ok=True)
    tell_desktop(folder)


def tell_desktop(folder: Path) -> None:
    """Have the desktop read anew, where its tools are there; without them it takes a while."""
    tools = {"update-mime-database": "mime", "update-desktop-database": "applications"}
    for tool, where in tools.items():
        found = shutil.which(tool)
        if found is not None:
            subprocess.run([found, str(folder / where)], check=False)  # noqa: S603  a tool of the system, no text of people


def main(words: list[str]) -> int:
    """Install, or remove."""
    if not sys.platform.startswith("linux"):
        sys.stdout.write("On this system the installer does it; nothing was changed.\n")
        return 0
    folder = data_folder()
    if "--remove" in words:
        remove(folder)
        sys.stdout.write("Removed. A double click opens no workshop file any more.\n")
        return 0
    install(folder, Path(sys.executable))
    sys.stdout.write(f"Done: a double click on a .deskrisk file opens it. Written to {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
