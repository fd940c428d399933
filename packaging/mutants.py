"""Change the domain in thousands of small ways and see whether its tests notice.

    python3 dev.py mutants            change everything, some twenty minutes; then say what survived
    python3 dev.py mutants order      only this module (or several)

Everything happens in a folder of the system's temporary place: an environment with
``mutation-requirements.txt``, a copy of the program and of the tests of the domain. What mutmut is
to do stands in ``mutation.toml``; what has survived, and why, in ``docs/mutants.md``.
"""

import ast
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
PLACE = Path(tempfile.gettempdir()) / "deskrisk-mutants"
TREE = PLACE / "tree"
SURVIVORS = PLACE / "survivors.txt"

NEEDED = ("deskrisk", "resources", "tests")
OTHER_TESTS = ("charts", "gui", "journeys", "reports", "storage")

REMEMBERING = re.compile(r"^@(?:remembered\(.*\)|cache|lru_cache\(.*\))\n", re.MULTILINE)
"""What only remembers answers. It is taken off, so that no answer of the unchanged program is left
for a changed one, and so that mutmut, which passes over decorated functions, changes these too."""

PROPERTY = re.compile(
    r"^    @property\n(    def (\w+)\(self\)(?:.*\n)(?:(?:        .*)?\n)*)", re.MULTILINE
)

QUICK = """

settings.register_profile(
    "mutants",
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=4,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutants")
"""
"""Fewer examples, the same ones each time: a mutant must not live or die by chance."""

SURVIVED, UNTESTED = 0, 33
LEAST_KILLED = 0.9


def main(modules: Sequence[str]) -> int:
    """Make the mutants, run the tests on each, and count.

    Returns:
        1 if fewer than 90 in 100 were killed.
    """
    os.nice(15)
    make_tree()
    names = [f"deskrisk.domain.{module}.*" for module in modules]
    command = [str(environment()), "-m", "mutmut", "run", "--max-children", "1", *names]
    subprocess.call(command, cwd=TREE, env=quiet())
    verdicts = dict(read_verdicts())
    counts = Counter(verdicts.values())
    lived = [name for name, verdict in verdicts.items() if verdict in {SURVIVED, UNTESTED}]
    SURVIVORS.write_text("\n".join(described(lived)) + "\n", encoding="utf-8")
    killed = sum(counts.values()) - len(lived)
    share = killed / max(sum(counts.values()), 1)
    print(f"{killed} of {sum(counts.values())} killed ({share:.1%}); the others: {SURVIVORS}")
    return int(share < LEAST_KILLED)


def make_tree() -> None:
    """Copy what is needed, and take off what remembers."""
    shutil.rmtree(TREE, ignore_errors=True)
    for name in NEEDED:
        shutil.copytree(ROOT / name, TREE / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in OTHER_TESTS:
        shutil.rmtree(TREE / "tests" / name)
    shutil.copy(HERE / "mutation.toml", TREE / "pyproject.toml")
    with (TREE / "tests" / "conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(QUICK)
    for path in (TREE / "deskrisk" / "domain").glob("*.py"):
        source = path.read_text("utf-8")
        plain = PROPERTY.sub(_undecorated, REMEMBERING.sub("", source))
        path.write_text(plain, encoding="utf-8")


def _undecorated(found: re.Match[str]) -> str:
    return f"{found[1].rstrip()}\n\n    {found[2]} = property({found[2]})\n\n"


def environment() -> Path:
    """The Python of an environment with what is needed; made when it is missing."""
    place = PLACE / "venv"
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
        wanted = str(HERE / "mutation-requirements.txt")
        subprocess.check_call([str(python), "-m", "pip", "install", "--quiet", "-r", wanted])
    return python


def quiet() -> Mapping[str, str]:
    """The variables of the run: nothing of the caller's Python."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def read_verdicts() -> Iterator[tuple[str, int]]:
    """Each mutant that was tried, and how its tests ended: 0 survived, 33 without any test."""
    for path in sorted((TREE / "mutants" / "deskrisk" / "domain").rglob("*.meta")):
        for name, verdict in json.loads(path.read_text("utf-8"))["exit_code_by_key"].items():
            if verdict is not None:
                yield name, verdict


def described(names: Sequence[str]) -> Iterator[str]:
    """Each mutant with the lines that it changed."""
    for name in names:
        module, _, function = name.rpartition(".")
        path = TREE / "mutants" / Path(*module.split(".")).with_suffix(".py")
        held = functions_of(path)
        original = held[re.sub(r"__mutmut_\d+$", "__mutmut_orig", function)]
        changed = held[function]
        yield name.removeprefix("deskrisk.domain.")
        for line in difflib.unified_diff(original[1:], changed[1:], lineterm="", n=0):
            if not line.startswith(("---", "+++", "@@")):
                yield f"    {line[0]} {line[1:].strip()}"


@cache
def functions_of(path: Path) -> Mapping[str, list[str]]:
    """The lines of each function of a file of mutants."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    return {
        node.name: lines[node.lineno - 1 : node.end_lineno]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
