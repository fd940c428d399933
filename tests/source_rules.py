"""What no source of the program may hold: each rule gives the lines that break it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

Finder = Callable[[ast.AST], Iterator[int]]

TEXT_SETTERS = {
    "setText",
    "setTitle",
    "setWindowTitle",
    "setToolTip",
    "setStatusTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "addAction",
    "addMenu",
    "addTab",
}
TEXT_MAKERS = {
    "text_label",
    "PrimaryButton",
    "QuietButton",
    "LinkButton",
    "CheckField",
    "QAction",
}
"""Calls whose first text is read by people."""

NAMED_MAKERS = {
    "LineField",
    "TextField",
    "DayField",
    "NumberField",
    "ChoiceField",
    "Segments",
}
"""Calls whose first text, or ``name``, is said by a screen reader."""

MARKUP_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown"}
FORBIDDEN_NAMES = {"pickle", "marshal", "shelve", "pyplot", "QSplashScreen", "QUndoStack"}
SQL = re.compile(
    r"^\s*(select|insert|update|delete|create|drop|alter|replace|attach|with)\s", re.IGNORECASE
)
LETTER = re.compile(r"[^\W\d_]")
SAME_EVERYWHERE = re.compile(r"\bDeskRisk\b|\bF\d{1,2}\b")
"""The program's name and the names of keys are the same in every language."""


@dataclass(frozen=True)
class Rule:
    """A rule, the rooms or files it is for, those that it spares, and a source that breaks it."""

    find: Finder
    broken: str
    within: tuple[str, ...] = ("deskrisk/",)
    spared: tuple[str, ...] = ()


def called(node: ast.AST) -> str:
    """The last part of the name that a call calls; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree; every rule asks for them."""
    return tuple(ast.walk(tree))


def lines_where(holds: Callable[[ast.AST], bool]) -> Finder:
    """The rule that forbids each node of which something holds."""

    def find(tree: ast.AST) -> Iterator[int]:
        for node in nodes_of(tree):
            if holds(node):
                yield getattr(node, "lineno", 0)

    return find


def calls(*names: str) -> Finder:
    """The rule that forbids calls of these names, whatever they are called on."""
    return lines_where(lambda node: called(node) in names)


def plain_calls(*names: str) -> Finder:
    """The rule that forbids calls of builtins; a method of the same name is another thing."""
    return lines_where(
        lambda node: (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        )
    )


def mentions(*names: str) -> Finder:
    """The rule that forbids these names altogether: imported, called or read."""

    def holds(node: ast.AST) -> bool:
        if isinstance(node, ast.Import):
            return any(set(alias.name.split(".")) & set(names) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            parts = {*(node.module or "").split("."), *(alias.name for alias in node.names)}
            return bool(parts & set(names))
        if isinstance(node, ast.Attribute):
            return node.attr in names
        return isinstance(node, ast.Name) and node.id in names

    return lines_where(holds)


def _swallows(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = ast.unparse(node.type) if node.type else "BaseException"
    silent = all(isinstance(each, ast.Pass | ast.Continue) for each in node.body)
    return silent and caught in {"Exception", "BaseException"}


def _is_text(node: ast.expr | None) -> bool:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return any(
        isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and bool(LETTER.search(SAME_EVERYWHERE.sub("", each.value)))
        for each in parts
    )


def _untranslated(node: ast.AST) -> bool:
    name = called(node)
    if not isinstance(node, ast.Call) or name not in TEXT_SETTERS | TEXT_MAKERS | NAMED_MAKERS:
        return False
    named = [each.value for each in node.keywords if each.arg == "name" and name in NAMED_MAKERS]
    return any(_is_text(each) for each in (*node.args[:1], *named))


def _translates_no_literal(node: ast.AST) -> bool:
    """A text that is put together before it is looked up is never found in a catalogue."""
    return called(node) in {"_", "N_", "ngettext"} and any(
        isinstance(each, ast.JoinedStr | ast.BinOp) for each in getattr(node, "args", [])
    )


def _shouts(node: ast.AST) -> bool:
    return called(node) in {"_", "N_", "ngettext"} and any(
        isinstance(each, ast.Constant) and "!" in str(each.value)
        for each in getattr(node, "args", [])
    )


def _is_sql(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(SQL.match(node.value))
    )


def _sql_put_together(node: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr):
        filled = any(isinstance(each, ast.FormattedValue) for each in node.values)
        return filled and bool(node.values) and _is_sql(node.values[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add):
        return _is_sql(node.left)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "format_map"}
        and _is_sql(node.func.value)
    )


def _naive_time(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner = ast.unparse(node.func.value).split(".")[-1]
    bare = not node.args and not node.keywords
    return (owner in {"datetime", "date"} and node.func.attr in {"utcnow", "today"}) or (
        owner == "datetime" and node.func.attr == "now" and bare
    )


def _reads_the_world(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        module = getattr(node, "module", None)
        tops = {(module or alias.name).split(".")[0] for alias in node.names}
        return bool(tops & {"time", "random", "secrets", "uuid", "locale", "os", "pathlib"})
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return called(node) in {"now", "today", "utcnow"} if is_method else called(node) == "open"


def _refreshes_a_session(node: ast.AST) -> bool:
    return (
        called(node) == "refresh"
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and "session" in ast.unparse(node.func.value).lower()
    )


def _leaves_out_a_test(node: ast.AST) -> bool:
    """A system that has no such thing, such as signals, is the one reason to leave a test out."""
    if isinstance(node, ast.Call) and called(node) == "skipif":
        return not ast.unparse(node.args[0]).startswith("sys.platform")
    return isinstance(node, ast.Attribute) and node.attr in {
        "skip",
        "importorskip",
        "xfail",
        "skipTest",
    }


def _takes_rich_text(node: ast.AST) -> bool:
    return called(node) == "setAcceptRichText" and "True" in ast.unparse(node)


RULES: dict[str, Rule] = {
    "no error is swallowed whole": Rule(
        lines_where(_swallows), "try:\n    f()\nexcept Exception:\n    pass"
    ),
    "labels come from the factory that shows plain text": Rule(
        calls("QLabel"), "QLabel(fear)", spared=("deskrisk/gui/widgets/text.py",)
    ),
    "questions come from the factory that shows plain text": Rule(
        calls("QMessageBox"), "QMessageBox(window)", spared=("deskrisk/gui/dialogs/question.py",)
    ),
    "nothing reads markup": Rule(calls(*MARKUP_CALLS), "label.setHtml(fear)"),
    "no field takes rich text": Rule(
        lines_where(_takes_rich_text), "field.setAcceptRichText(True)"
    ),
    "paragraphs come from the helper that escapes": Rule(
        calls("Paragraph"), "Paragraph(fear)", spared=("deskrisk/reports/text.py",)
    ),
    "nothing runs text as code": Rule(plain_calls("eval", "exec", "compile"), "eval(answer)"),
    "what blocks, leaks or forgets stays out": Rule(
        mentions(*FORBIDDEN_NAMES), "from matplotlib import pyplot"
    ),
    # Python keeps what it was given for an item, Qt deletes the item: the program dies of it later.
    "no item of a layout is asked for": Rule(
        calls("itemAt", "itemAtPosition"), "layout.itemAt(0).widget()"
    ),
    "no session is refreshed": Rule(lines_where(_refreshes_a_session), "session.refresh(row)"),
    "a statement is never put together with values": Rule(
        lines_where(_sql_put_together), 'cursor.execute(f"delete from fear where id = {id_}")'
    ),
    "a time knows its zone": Rule(lines_where(_naive_time), "datetime.now()"),
    "texts for people go through the catalogue": Rule(
        lines_where(_untranslated), 'label.setText("All saved")', within=("deskrisk/gui/",)
    ),
    "only whole literals are translated": Rule(
        lines_where(_translates_no_literal), '_(f"{count} fears")'
    ),
    "nothing shouts": Rule(lines_where(_shouts), '_("Saved!")'),
    "the domain reads no clock and throws no dice": Rule(
        lines_where(_reads_the_world),
        "import random",
        within=("deskrisk/domain/",),
    ),
    "every test runs": Rule(
        lines_where(_leaves_out_a_test),
        "@pytest.mark.skip\ndef test_a(): ...",
        within=("tests/",),
    ),
    "nothing is mocked": Rule(
        mentions("mock", "MagicMock", "mocker"), "from unittest import mock", within=("tests/",)
    ),
}
