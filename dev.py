"""The one door to every task of a developer: ``python3 dev.py run``, ``python3 dev.py test`` ...

Needs nothing but Python 3.11 or later. The first call of any command sets everything up: a private
environment in ``.venv`` with the locked versions, and the system libraries of Qt where they are
missing and it may install them. On Windows type ``py dev.py run``.
"""

from __future__ import annotations  # an older Python must get as far as the sentence about itself

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / ".deskrisk-stamp"
DEBIAN_PACKAGES = ROOT / "packaging" / "debian-packages.txt"
DEBIAN_TEST_PACKAGES = ROOT / "packaging" / "debian-test-packages.txt"
SAMPLE = ROOT / "resources" / "samples" / "question-suggestions.deskrisk"
SAMPLE_PDF = ROOT / "deskrisk-sample.pdf"

OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")
HEADLESS = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}

QT_STARTS = "from PySide6.QtWidgets import QApplication; QApplication([])"
"""Run by the environment's Python: fails where a library of the system or the screen is missing."""


class SetUpError(Exception):
    """Something that only the person at the keyboard can put right; the text says how."""


def main(arguments: list[str]) -> int:
    """Do one task.

    Returns:
        0 if it went well, else what the failing program returned.
    """
    use_newer_python(arguments)
    parser = argparse.ArgumentParser(prog="dev.py", description="Every task of a developer.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (task, text) in TASKS.items():
        commands.add_parser(name, help=text, add_help=task in {setup, lint, types})
    chosen, rest = parser.parse_known_args(arguments)
    task, _ = TASKS[chosen.command]
    try:
        prepare()
        return task(rest)
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


# The tasks


def run(rest: list[str]) -> int:
    """Open the window, on the sample unless something else is named."""
    if has_screen():
        return start("-m", "deskrisk", *(rest or ["--sample"]))
    say("This machine has no screen that Qt can use, so here is the sample's document instead.")
    wanted = ["export", str(SAMPLE), "--to", str(SAMPLE_PDF), "--force"]
    return start("-m", "deskrisk", *wanted, headless=True)  # it names what it has written


def test(rest: list[str]) -> int:
    """Lint, types, then the tests; whatever is said after ``test`` goes to pytest."""
    need_test_programs()
    spread = [] if rest else ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    return lint([]) or types([]) or start("-m", "pytest", "-q", *spread, *rest, headless=True)


def lint(rest: list[str]) -> int:
    """Look for faults of style, and for files the formatter would change."""
    paths = rest or ["."]
    return start("-m", "ruff", "check", *paths) or start("-m", "ruff", "format", "--check", *paths)


def types(rest: list[str]) -> int:
    """Check the types of everything, strictly."""
    return start("-m", "mypy", *rest)


def tidy(rest: list[str]) -> int:
    """Format the sources, and mend what can be mended without a thought."""
    paths = rest or ["."]
    return start("-m", "ruff", "format", *paths) or start("-m", "ruff", "check", "--fix", *paths)


def setup(_rest: list[str]) -> int:
    """Set everything up; ``prepare`` has just done it."""
    say(f"Ready: {PYTHON}")
    return 0


def convert_sample(rest: list[str]) -> int:
    """Turn a file of the method's own sample format into a workshop file: IN.json OUT.deskrisk."""
    return start("packaging/convert_sample.py", *rest)


def schema(_rest: list[str]) -> int:
    """Write the schemas, and the pages made from the sources (workshop file, keys), anew."""
    scripts = ("make_schema.py", "make_pack_schema.py", "make_keys.py")
    return max(start(f"packaging/{name}", headless=True) for name in scripts)


def pictures(rest: list[str]) -> int:
    """Take pictures of every window and page, to be looked at; words choose among their names."""
    return start("packaging/pictures.py", *rest)


def charts(rest: list[str]) -> int:
    """Take pictures of every chart with few, many and odd risks; words choose among the charts."""
    return start("packaging/chart_gallery.py", *rest)


def bench(rest: list[str]) -> int:
    """Measure how fast the program is."""
    return start("-m", "bench", *rest, headless=True)


def library(rest: list[str]) -> int:
    """Make a library of many realistic workshops: --workshops N PATH."""
    return start("-m", "bench.made_library", *rest, headless=True)


def desktop(rest: list[str]) -> int:
    """Let a double click on a workshop file open this checkout: --remove takes it back."""
    return start("packaging/linux_desktop.py", *rest)


def mutants(rest: list[str]) -> int:
    """Change the domain in thousands of small ways and see whether its tests notice."""
    return start("packaging/mutants.py", *rest)


def lock(_rest: list[str]) -> int:
    """Write the locked versions anew, by hash and without the address of any index."""
    uv = shutil.which("uv", path=os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", "")]))
    if uv is None:
        raise SetUpError("This task needs uv: install it, then try again.")
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    options += ["--no-emit-index-url", "--no-annotate", "--group", "dev", "pyproject.toml"]
    return subprocess.call([uv, "pip", "compile", *options, "-o", LOCK.name], cwd=ROOT)


TASKS = {
    "run": (run, "open the window on the sample (or on what you name)"),
    "test": (test, "lint, types and all tests; more words go to pytest"),
    "lint": (lint, "look for faults of style"),
    "types": (types, "check the types"),
    "desktop": (desktop, "open workshop files by double click (--remove takes it back)"),
    "format": (tidy, "format the sources"),
    "setup": (setup, "only set up"),
    "convert-sample": (convert_sample, "IN.json OUT.deskrisk: make a workshop file of a sample"),
    "schema": (schema, "write the schemas, and the pages about workshop file and keys, anew"),
    "pictures": (pictures, "take pictures of every page into pictures/, to be looked at"),
    "charts": (charts, "take pictures of every chart into pictures/charts/, to be looked at"),
    "bench": (bench, "measure how fast the program is"),
    "library": (library, "--workshops N PATH: make a library of many workshops, to try with"),
    "mutants": (mutants, "change the domain in small ways: do its tests notice? (long)"),
    "lock": (lock, "write the locked versions anew (needs uv)"),
}


# Starting programs


def say(text: str) -> None:
    """Tell the person at the keyboard, at once."""
    print(text, flush=True)


def environment(*, headless: bool = False) -> dict[str, str]:
    """The variables for a program: byte code is kept, and no screen is wanted where there is none.

    Without byte code every start takes two to three times as long.
    """
    variables = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    variables.pop("PYTHONPATH", None)
    if headless:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return variables


def start(*words: str, headless: bool = False) -> int:
    """Run the environment's Python in the project's folder and give what it returns."""
    return subprocess.call([str(PYTHON), *words], cwd=ROOT, env=environment(headless=headless))


def quietly(*words: str, headless: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a program and keep what it says."""
    return subprocess.run(
        words,
        cwd=ROOT,
        env=environment(headless=headless),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


# Setting up


def use_newer_python(arguments: list[str]) -> None:
    """Go on with a newer Python if this one is too old; end with a sentence if there is none."""
    if sys.version_info >= OLDEST:
        return
    found = next(filter(None, map(shutil.which, NEWER_NAMES)), None)
    if found is not None:
        sys.exit(subprocess.call([found, __file__, *arguments]))
    sys.exit(
        f"DeskRisk needs Python 3.11 or later; this is {sys.version.split()[0]}. "
        "Install a newer one and start this file with it, for example: python3.12 dev.py run"
    )


def prepare() -> None:
    """Make the environment unless it stands already, and see that Qt can start."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    say("Setting up, once: some 700 MB of libraries go into .venv. This takes a minute or so.")
    install(make_environment())
    put_tree_on_path()
    need_qt_libraries()
    start("-m", "compileall", "-q", "deskrisk")
    STAMP.write_text(wanted, "utf-8")


def make_environment() -> list[str]:
    """Create ``.venv``.

    Returns:
        the words that begin a command of the installer for it: of uv where it is found, else of
        the environment's own pip, else of the system's pip (Debian without python3-venv).
    """
    version = (
        quietly(str(PYTHON), "-c", "import sys; print(sys.version)") if PYTHON.exists() else None
    )
    if version is None or version.stdout.strip() != sys.version:
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=False, symlinks=os.name != "nt")
    uv = shutil.which("uv")
    if uv is not None:
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
    own_pip = [str(PYTHON), "-m", "pip"]
    if quietly(*own_pip, "--version").returncode != 0:
        made = quietly(str(PYTHON), "-m", "ensurepip", "--default-pip")
        if made.returncode != 0:
            own_pip = system_pip()
    return [*own_pip, "install", "--quiet", "--disable-pip-version-check", "--no-input"]


def system_pip() -> list[str]:
    """The pip of the Python that runs this file, working on ``.venv``.

    Raises:
        SetUpError: it has none either.
    """
    if importlib.util.find_spec("pip") is None:
        raise SetUpError(
            "This Python has neither pip nor venv. Type one line, then try again:\n"
            "  sudo apt-get install python3-pip python3-venv"
        )
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def install(installer: list[str]) -> None:
    """Install the locked versions, by hash, nothing built from source.

    Raises:
        SetUpError: it did not work; what the installer says stands above.
    """
    options = ["--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
    if subprocess.call([*installer, *options], cwd=ROOT, env=environment()) != 0:
        raise SetUpError(
            "The libraries could not be installed; what the installer says stands above. "
            "Is the network there? Then type the same line again."
        )


def put_tree_on_path() -> None:
    """Let the environment's Python find the sources from any folder, without building a wheel."""
    asked = quietly(str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    Path(asked.stdout.strip(), "deskrisk-tree.pth").write_text(f"{ROOT}\n", "utf-8")


def has_screen() -> bool:
    """Can Qt open a window here?"""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in HEADLESS:
        return False
    if not sys.platform.startswith("linux"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if quietly(str(PYTHON), "-c", QT_STARTS).returncode == 0:
        return True
    # Most desktops lack a single library for windows: install it, or name it, and look again.
    install_system_libraries()
    return quietly(str(PYTHON), "-c", QT_STARTS).returncode == 0


def need_qt_libraries() -> None:
    """See that Qt starts at all; install what the system lacks.

    Raises:
        SetUpError: Qt does not start, and this program may not install anything.
    """
    tried = quietly(str(PYTHON), "-c", QT_STARTS, headless=True)
    if tried.returncode == 0:
        return
    if not install_system_libraries():
        raise SetUpError(f"Qt cannot start here: {last_line(tried.stderr)}")
    tried = quietly(str(PYTHON), "-c", QT_STARTS, headless=True)
    if tried.returncode != 0:
        raise SetUpError(f"Qt still cannot start: {last_line(tried.stderr)}")


def need_test_programs() -> None:
    """See that windows can be opened on screens that come and go; install what the system lacks.

    Where nothing may be installed, the line to type is said; the test that needs it fails then.
    """
    if shutil.which("dpkg-query") is None:
        return
    names = debian_packages(DEBIAN_TEST_PACKAGES)
    names += [name for name in debian_packages() if name.startswith("libxcb")]
    known = quietly("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names).stdout
    if {f"{name} installed" for name in names} - set(known.splitlines()):
        install_system_libraries(names)


def install_system_libraries(names: list[str] | None = None) -> bool:
    """Install packages on Debian and its kin, or say what to type.

    Args:
        names: the packages; None for the system libraries of Qt.

    Returns:
        whether they have been installed.
    """
    names = debian_packages() if names is None else names
    if shutil.which("apt-get") is None:
        say(f"Some packages of your system are missing; on Debian they are: {' '.join(names)}")
        return False
    if os.name == "nt" or os.geteuid() != 0:
        say("Some packages of your system are missing. Type one line, then try again:")
        say(f"  sudo apt-get install --no-install-recommends {' '.join(names)}")
        return False
    say(f"Installing {len(names)} packages of the system: {names[0]} and others.")
    silent = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    options = ["install", "-y", "-qq", "--no-install-recommends", *names]
    for words in (["update", "-qq"], options):
        done = subprocess.run(
            ["apt-get", *words], env=silent, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode != 0:
            return False
    return True


def debian_packages(file: Path = DEBIAN_PACKAGES) -> list[str]:
    """The names in a list of packages, without its comments."""
    lines = file.read_text("utf-8").splitlines()
    return [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]


def last_line(text: str) -> str:
    """The last line that says something: there a program names its reason."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no reason given")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
