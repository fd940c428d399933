"""The sources keep the house's rules, those that no linter knows."""

import ast
import gc
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from deskrisk.viewmodels.steps import STEP_WORDS
from tests.source_rules import RULES, nodes_of

ROOT = Path(__file__).resolve().parent.parent
GENERATED = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", "pictures"}
GENERATED |= {".mypy_cache", ".ruff_cache", ".pytest_cache"}
TEXT_FILES = {".py", ".md", ".toml", ".txt", ".lock", ".json", ".yaml", ".yml", ".cfg", ".spec", ""}
LONGEST_FILE = 450

UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
REASONED = re.compile(
    r"#\s*(?:noqa: [A-Z0-9]+(?:, [A-Z0-9]+)*|type: ignore\[[a-z, -]+\])\s+(?:#\s*)?\S.{5,}"
)
EXCUSED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?!: (?:ARG002|FBT003)$)")
"""ARG002 and FBT003 need no words: the signature is somebody else's."""

INDEX_HOSTS = re.compile(r"(?:pypi|pythonhosted|npmjs)\.(?:org|com)|(?<!emit-)index-url|/simple/")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that somebody wrote."""
    found = []
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [each for each in inner if each not in GENERATED]
        found += [Path(folder, name) for name in names]
    return tuple(sorted(found))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def sources() -> dict[str, ast.Module]:
    """The syntax tree of each Python file, by its name from the project's folder."""
    gc.disable()  # no node is garbage, and looking for it takes most of the time
    try:
        return {
            name_of(path): ast.parse(path.read_text("utf-8"))
            for path in files()
            if path.suffix == ".py"
        }
    finally:
        gc.enable()


@pytest.mark.parametrize("said", RULES)
def test_rule_is_kept(said: str) -> None:
    rule = RULES[said]
    wrong = [
        f"{name}:{line}"
        for name, tree in sources().items()
        if name.startswith(rule.within) and not name.startswith(rule.spared or ("-",))
        for line in rule.find(tree)
    ]
    assert not wrong


@pytest.mark.parametrize("said", RULES)
def test_rule_finds_what_it_forbids(said: str) -> None:
    rule = RULES[said]
    assert list(rule.find(ast.parse(rule.broken)))


def test_no_file_is_long() -> None:
    counted = {
        name_of(path): len(path.read_text("utf-8").splitlines())
        for path in files()
        if path.suffix == ".py"
    }
    assert not {name: count for name, count in counted.items() if count > LONGEST_FILE}


def test_nothing_is_marked_as_unfinished() -> None:
    wrong = [
        f"{name_of(path)}:{number}"
        for path in files()
        if path.suffix in {".py", ".md", ".toml"}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert not wrong


def test_each_exception_from_a_check_has_its_reason() -> None:
    """It stands behind the exception, or in a comment within the five lines above."""
    wrong = []
    for path in files():
        if path.suffix != ".py" or not path.is_relative_to(ROOT / "deskrisk"):
            continue
        lines = path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            above = lines[max(number - 5, 0) : number]
            said = REASONED.search(line) or any(each.lstrip().startswith("# ") for each in above)
            if EXCUSED.search(line) and not said:
                wrong.append(f"{name_of(path)}:{number + 1}")
    assert not wrong


def test_no_file_names_a_package_index() -> None:
    wrong = [
        f"{name_of(path)}: {found.group()}"
        for path in files()
        if path.suffix in TEXT_FILES and path != Path(__file__)
        for found in [INDEX_HOSTS.search(path.read_text("utf-8", errors="replace"))]
        if found is not None
    ]
    assert not wrong


def test_what_a_class_leaves_open_is_filled() -> None:
    """A method that only raises is a question to subclasses: at least one has to answer it."""
    classes = [
        each
        for name, tree in sources().items()
        if name.startswith("deskrisk/")
        for each in nodes_of(tree)
        if isinstance(each, ast.ClassDef)
    ]
    answers = {
        (base, method.name)
        for each in classes
        for base in _ancestors(each, {other.name: other for other in classes})
        for method in each.body
        if isinstance(method, ast.FunctionDef)
    }
    questions = {
        (each.name, method.name)
        for each in classes
        for method in each.body
        if isinstance(method, ast.FunctionDef) and "NotImplementedError" in ast.unparse(method)
    }
    assert questions <= answers


def _ancestors(of: ast.ClassDef, known: dict[str, ast.ClassDef]) -> Iterator[str]:
    for base in of.bases:
        name = ast.unparse(base).split("[")[0].split(".")[-1]
        yield name
        if name in known and name != of.name:
            yield from _ancestors(known[name], known)


def test_no_function_is_left_unwritten() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in sources().items()
        if name.startswith("deskrisk/")
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and "NotImplementedError" in ast.unparse(node)
    ]
    assert not wrong


def step_labels() -> dict[str, str]:
    """Each label of a step that a service takes, and where."""
    found = {}
    for name, tree in sources().items():
        if not name.startswith("deskrisk/"):
            continue
        for node in nodes_of(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            first = node.args[0] if node.args else None
            label = first.value if isinstance(first, ast.Constant) else None
            if node.func.attr == "step" and isinstance(label, str):
                found[label] = f"{name}:{node.lineno}"
    return found


def test_every_step_has_words() -> None:
    without = {label: where for label, where in step_labels().items() if label not in STEP_WORDS}
    assert not without
    assert step_labels()
