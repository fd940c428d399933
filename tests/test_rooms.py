"""The rooms keep their order: who may use whom, and which library belongs where."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "deskrisk"

LEAVES = {"assets", "i18n", "settings"}
"""Open to every room but the domain."""

DOORS = {"main", "__main__", "commands", "self_test"}
"""What the system starts; they put everything together and may know every room."""

ROOMS: dict[str, tuple[set[str], set[str]]] = {
    "domain": (set(), set()),
    "viewmodels": ({"domain", *LEAVES}, set()),
    "charts": ({"domain", "viewmodels", *LEAVES}, {"numpy", "matplotlib"}),
    "storage": ({"domain", *LEAVES}, {"sqlmodel", "sqlalchemy", "sqlcipher3", "alembic"}),
    "reports": (
        {"domain", "viewmodels", "charts", *LEAVES},
        # The charts of a report are drawn by a renderer of matplotlib on the canvas of reportlab.
        {"reportlab", "matplotlib", "numpy", "xlsxwriter", "docx", "icalendar", "pypdfium2"},
    ),
    "services": ({"domain", "viewmodels", "storage", "reports", *LEAVES}, {"openpyxl"}),
    "gui": ({"domain", "viewmodels", "charts", "services", *LEAVES}, {"PySide6"}),
    "server": ({"domain", "viewmodels", "services", *LEAVES}, set()),
}
"""For each room: the rooms it may use, and the libraries that belong to it."""

HEAVY = set().union(*(libraries for _, libraries in ROOMS.values())) | {"pydantic", "PIL", "pypdf"}

SLOW_TO_LOAD = HEAVY - {"PySide6", "sqlcipher3"}
"""Not to be loaded on the way to the first window."""

LOADED_WITH_THE_WINDOW = ("domain", "viewmodels", "services", "gui")
"""Rooms whose modules stand between the start and the first paint."""

LOADED_LATER = (
    "deskrisk.charts",
    "deskrisk.reports",
    "deskrisk.storage.tables",
    "deskrisk.storage.migrations",
)


def modules(room: str) -> list[Path]:
    return sorted((SOURCE / room).rglob("*.py"))


def imports_of(path: Path, *, at_start: bool = False) -> Iterator[tuple[str, str]]:
    """Where and what a file imports; inside functions too unless only the start is asked for."""
    where = path.relative_to(SOURCE.parent).as_posix()
    for line, name in imports_in(path.read_text("utf-8"), at_start=at_start):
        yield f"{where}:{line}", name


def imports_in(source: str, *, at_start: bool = False) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    for node in _run_at_import(tree) if at_start else ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def _run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        yield node
        yield from _run_at_import(node)


def test_every_folder_is_a_room() -> None:
    folders = {each.name for each in SOURCE.iterdir() if any(each.glob("*.py"))}
    assert folders <= set(ROOMS)
    files = {each.stem for each in SOURCE.glob("*.py")}
    assert files <= {"__init__", *DOORS, *LEAVES}


@pytest.mark.parametrize("room", ROOMS)
def test_room_uses_only_what_it_may(room: str) -> None:
    rooms, libraries = ROOMS[room]
    wrong = []
    for path in modules(room):
        for where, name in imports_of(path):
            top, *rest = name.split(".")
            ours = top == "deskrisk" and not {*rest[:1]} <= rooms | {room, "__version__"}
            if ours or top in HEAVY - libraries:
                wrong.append(f"{where} {name}")
    assert not wrong


def test_leaves_know_only_leaves() -> None:
    wrong = []
    for leaf in sorted(LEAVES):
        for where, name in imports_of(SOURCE / f"{leaf}.py"):
            top, *rest = name.split(".")
            if top in HEAVY or (top == "deskrisk" and rest[0] not in LEAVES):
                wrong.append(f"{where} {name}")
    assert not wrong


@pytest.mark.parametrize("room", LOADED_WITH_THE_WINDOW)
def test_nothing_slow_is_loaded_on_the_way_to_the_first_window(room: str) -> None:
    wrong = []
    for path in modules(room):
        for where, name in imports_of(path, at_start=True):
            if name.split(".")[0] in SLOW_TO_LOAD or name.startswith(LOADED_LATER):
                wrong.append(f"{where} {name}")
    assert not wrong


def test_the_doors_load_nothing_heavy() -> None:
    wrong = [
        f"{where} {name}"
        for path in SOURCE.glob("*.py")
        if path.stem in DOORS
        for where, name in imports_of(path, at_start=True)
        if name.split(".")[0] in HEAVY or name.startswith(LOADED_LATER)
    ]
    assert not wrong


def test_these_checks_see_what_hides() -> None:
    source = (
        "import os\n"
        "if TYPE_CHECKING:\n    from a import b\n"
        "def late():\n    import numpy\n"
        "class C:\n    import c\n    def m(self):\n        from d import e\n"
    )
    assert {name for _, name in imports_in(source)} == {"os", "a.b", "numpy", "c", "d.e"}
    assert {name for _, name in imports_in(source, at_start=True)} == {"os", "c"}
