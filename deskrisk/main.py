"""Puts everything together: the command line, and the start of the window.

Without a command the window opens; the commands need no screen and load no Qt. Exit status: 0 all
is well, 1 the world is not (no file, no room, no screen), 2 the command was misspelt.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from deskrisk import __version__
from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.domain.errors import DeskError
from deskrisk.domain.file_errors import FileMissingError, NotAFileError
from deskrisk.i18n import _

COMMANDS = ("list", "import", "export", "print", "check", "backup", "restore")

OK, FAILED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: without the program's name; the command line's own by default.

    Returns:
        the exit status.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    _use_lasting_cache()
    _never_fail_on_letters()
    options = _command_parser().parse_args(given) if _has_command(given) else _read(given)
    try:
        return _run(options)
    except DeskError as error:
        # The sentences load after the window's needs are known: most starts have no error.
        from deskrisk.viewmodels.console import one_line  # noqa: PLC0415
        from deskrisk.viewmodels.problems import sentence  # noqa: PLC0415

        sys.stderr.write(f"{one_line(sentence(error))}\n")
        return FAILED
    except BrokenPipeError:  # the reader, such as "head", has seen enough
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return FAILED


def _use_lasting_cache() -> None:
    """Let matplotlib keep its list of fonts, which takes seconds to make, between starts."""
    from platformdirs import user_cache_path  # noqa: PLC0415  8 ms, and only if not set

    if "MPLCONFIGDIR" not in os.environ:
        os.environ["MPLCONFIGDIR"] = str(user_cache_path("deskrisk", False) / "matplotlib")  # noqa: FBT003


def _never_fail_on_letters() -> None:
    """A console that cannot show a letter shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _has_command(given: Sequence[str]) -> bool:
    """Is the first word that is no option one of the commands?"""
    words = iter(given)
    for word in words:
        if word == "--library":
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False


def _read(given: Sequence[str]) -> argparse.Namespace:
    """The options of a start without a command."""
    parser = argparse.ArgumentParser(
        prog="deskrisk",
        description=_("From fear to agreed document: lead a team through its risks."),
        epilog=_(
            "Commands without a window: {commands}. “deskrisk COMMAND --help” explains each."
        ).format(commands=", ".join(COMMANDS)),
    )
    _add_library(parser)
    parser.add_argument("--version", action="version", version=f"deskrisk {__version__}")
    parser.add_argument("--sample", action="store_true", help=_("open the sample workshop"))
    parser.add_argument(
        "--self-test", action="store_true", help=_("try the whole program without a window")
    )
    parser.add_argument("file", nargs="?", type=Path, help=_("a workshop file to open"))
    options = parser.parse_args(given)
    options.command = "test" if options.self_test else "window"
    return options


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="deskrisk")
    _add_library(parser)
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help=_("list the workshops of the library"))
    importing = commands.add_parser(
        "import", help=_("add a workshop file, or a risk register, to the library")
    )
    importing.add_argument(
        "file", type=Path, help=_("the workshop file, or an .xlsx or .csv of risks")
    )
    importing.add_argument(
        "--replace", action="store_true", help=_("replace the workshop if it is there already")
    )
    exporting = commands.add_parser("export", help=_("write a workshop as a file for others"))
    _add_export(exporting)
    printing = commands.add_parser("print", help=_("write a paper for the room as PDF"))
    _add_print(printing)
    backing = commands.add_parser("backup", help=_("copy the library, and keep what is needed"))
    backing.add_argument("--list", action="store_true", help=_("only name the copies there are"))
    restoring = commands.add_parser("restore", help=_("put a copy in the place of the library"))
    restoring.add_argument(
        "copy", nargs="?", default="newest", help=_("the name of a copy; the newest if left out")
    )
    checking = commands.add_parser("check", help=_("check the health of the library"))
    for each in (listing, importing, exporting, printing, backing, restoring, checking):
        _add_library(each)
    return parser


def _add_export(parser: argparse.ArgumentParser) -> None:
    from deskrisk.services.exports import FORMATS  # noqa: PLC0415  the window does without it here

    endings = ", ".join(each.suffix for each in FORMATS)
    parser.add_argument("workshop", help=_("a title, an id, or a workshop file"))
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help=_("ends in one of {endings}").format(endings=endings),
    )
    parser.add_argument(
        "--as",
        dest="version",
        choices=[each.value for each in DocumentVersion],
        help=_("one page, the whole of it for the room, or everything; team if not said"),
    )
    parser.add_argument(
        "--roles", action="store_true", help=_("write people's roles instead of their names")
    )
    parser.add_argument(
        "--page", choices=[each.value for each in PageSize], help=_("the paper; a4 if not said")
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file of this name"))


def _add_print(parser: argparse.ArgumentParser) -> None:
    from deskrisk.services.printing import PAPERS  # noqa: PLC0415  the window does without it here

    parser.add_argument("paper", choices=[each.key for each in PAPERS], help=_("which one"))
    parser.add_argument("workshop", help=_("a title, an id, or a workshop file"))
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help=_("the PDF to write")
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file of this name"))


def _document_options(given: argparse.Namespace) -> DocumentOptions | None:
    """What was chosen for an export; None if nothing was, which each format takes its own way."""
    if given.version is None and given.page is None and not given.roles:
        return None
    return DocumentOptions(
        version=DocumentVersion(given.version or DocumentVersion.TEAM.value),
        roles_for_names=given.roles,
        page=PageSize(given.page or PageSize.A4.value),
    )


def _add_library(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS: given before the command it must not be undone by the command's own default.
    parser.add_argument(
        "--library",
        type=Path,
        metavar="PATH",
        default=argparse.SUPPRESS,
        help=_("use this library instead of the usual one"),
    )


def _run(options: argparse.Namespace) -> int:
    library: Path | None = getattr(options, "library", None)
    if options.command == "window":
        return _open_window(library, options.file, sample=options.sample)
    if options.command == "test":
        from deskrisk.self_test import self_test  # noqa: PLC0415  needs every library there is

        return self_test()
    return _run_command(options, library)


def _run_command(given: argparse.Namespace, library: Path | None) -> int:
    from deskrisk import commands  # noqa: PLC0415  the window does without them

    acts: Mapping[str, Callable[[], int]] = {
        "list": lambda: commands.list_workshops(library),
        "import": lambda: commands.import_file(given.file, library, replace=given.replace),
        "export": lambda: commands.export(
            given.workshop,
            given.to,
            library,
            options=_document_options(given),
            force=given.force,
        ),
        "print": lambda: commands.print_for(
            given.paper, given.workshop, given.to, library, force=given.force
        ),
        "check": lambda: commands.check(library),
        "backup": lambda: commands.backup(library, only_list=given.list),
        "restore": lambda: commands.restore(given.copy, library),
    }
    return acts[given.command]()


def _open_window(library: Path | None, file: Path | None, *, sample: bool) -> int:
    if not _has_screen():
        sys.stderr.write(
            _(
                "There is no screen here, so no window can open;"
                " “deskrisk export” and the other commands work without one."
            )
            + "\n"
        )
        return FAILED
    if file is not None and not file.exists():
        raise FileMissingError(str(file))
    if file is not None and not file.is_file():
        raise NotAFileError(str(file))
    from deskrisk.gui.app import run  # noqa: PLC0415  the commands load no Qt

    return run(library, file, sample=sample)


def _has_screen() -> bool:
    """Linux says so in its environment; a chosen Qt platform needs none of it."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
