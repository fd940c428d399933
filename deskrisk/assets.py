"""Where the files of ``resources/`` are: the only module that knows.

They lie beside the package in a source tree, inside it in a wheel, and in the bundle of a frozen
program.
"""

import sys
from functools import cache
from pathlib import Path


class AssetMissingError(FileNotFoundError):
    """A file that belongs to the program is not there: the installation is damaged."""


@cache
def root() -> Path:
    """The folder that holds the program's own files."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [here / "_resources", here.parent / "resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise AssetMissingError(str(places[0]))


def content_language(folder: str, name: str, wished: str) -> str:
    """The language of a file of content: the wished one if there is such a file, else English.

    Args:
        folder: among the program's own files, e.g. ``"guide"``.
        name: of the file, with ``{code}`` in it.
        wished: the code of a language.
    """
    there = (root() / folder / name.format(code=wished)).is_file()
    return wished if there else "en"


def path(*parts: str) -> Path:
    """The path of one file or folder of the program, e.g. ``path("theme", "tokens.json")``.

    Raises:
        AssetMissingError: it is not there.
    """
    found = root().joinpath(*parts)
    if not found.exists():
        raise AssetMissingError(str(found))
    return found
