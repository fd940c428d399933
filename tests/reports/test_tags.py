"""What a screen reader finds, read back out of the file by somebody else's library."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from reportlab.platypus import PageBreak

from deskrisk.domain.documents import DocumentVersion
from deskrisk.reports import fonts
from deskrisk.reports.grid import Cell, Grid, Row
from deskrisk.reports.page import Imprint, build
from deskrisk.reports.styles import style
from deskrisk.reports.text import Setter
from tests.papers import CREATED
from tests.reports.printed import EVERY, TEAM, made, opened

fonts.register()


@dataclass
class Element:
    """One element of the tree: its role, its attributes, what is in it, how many pieces of text."""

    role: str
    held: Any
    inside: "list[Element]" = field(default_factory=list)
    pieces: int = 0

    def walk(self) -> "Iterator[Element]":
        yield self
        for each in self.inside:
            yield from each.walk()


def tree_of(content: bytes) -> Element:
    root = opened(content).root_object["/StructTreeRoot"]
    return _element(root["/K"][0].get_object())  # type: ignore[index]  # the root of the tree


def _element(held: Any) -> Element:
    found = Element(str(held["/S"])[1:], held)
    for kid in held.get("/K", []):
        each = kid.get_object()
        if isinstance(each, int) or each.get("/Type") == "/MCR":
            found.pieces += 1
        elif each.get("/Type") != "/OBJR":
            found.inside.append(_element(each))
    return found


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_headings_go_down_one_step_at_a_time(name: str, version: DocumentVersion) -> None:
    levels = [int(e.role[1]) for e in tree_of(made(name, version)).walk() if e.role[0] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_every_row_of_a_table_has_as_many_columns_as_its_head(
    name: str, version: DocumentVersion
) -> None:
    tables = [each for each in tree_of(made(name, version)).walk() if each.role == "Table"]
    assert tables or name == "nothing" or version is not TEAM
    for table in tables:
        wide = {sum(map(columns, row.inside)) for row in table.inside}
        assert len(wide) == 1, wide
        assert {cell.role for cell in table.inside[0].inside} == {"TH"}
        assert all(cell.role == "TD" for row in table.inside[1:] for cell in row.inside)


def columns(cell: Element) -> int:
    return int(cell.held.get("/A", {}).get("/ColSpan", 1))


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_every_figure_is_told_in_words(name: str, version: DocumentVersion) -> None:
    for each in tree_of(made(name, version)).walk():
        if each.role == "Figure":
            assert str(each.held["/Alt"]).strip()


def a_document(*story: Any) -> Element:
    target = io.BytesIO()
    imprint = Imprint(
        title="t",
        author="a",
        subject="s",
        language="en",
        created=CREATED,
        foot="f",
        running="r",
        corner="c",
    )
    build(target, list(story), imprint, SETTER)
    return tree_of(target.getvalue())


SETTER = Setter(soft_ink="#4A4F57")


def said(text: str) -> Any:
    return SETTER.paragraph(style("body"), text)


def test_what_two_pages_share_is_one_element_and_a_repeated_head_is_not_read_again() -> None:
    rows = tuple(Row(cells=(Cell(content=(said(f"row {n}"),)),)) for n in range(60))
    head = Row(cells=(Cell(content=(said("head"),)),))
    tree = a_document(Grid((100.0,), rows, heads=(head,)))
    tables = [each for each in tree.walk() if each.role == "Table"]
    assert len(tables) == 1
    assert len(tables[0].inside) == 61
    assert sum(each.role == "TH" for each in tree.walk()) == 1


def test_a_paragraph_and_a_row_on_two_pages_are_one() -> None:
    tree = a_document(said("word " * 3000))
    (paragraph,) = tree.inside
    assert (paragraph.role, paragraph.pieces) == ("P", 4)
    long = Row(cells=(Cell(content=(said("a"),)), Cell(content=(said("word " * 900),))))
    tree = a_document(Grid((60.0, 60.0), (long,), heads=(long_head(),)))
    rows = [each for each in tree.walk() if each.role == "TR"]
    assert len(rows) == 2
    assert [cell.role for cell in rows[1].inside] == ["TD", "TD"]


def long_head() -> Row:
    return Row(cells=(Cell(content=(said("one"),)), Cell(content=(said("two"),))))


def test_an_empty_page_has_an_empty_place_in_the_tree() -> None:
    tree = a_document(said("before"), PageBreak(), said("after"))
    assert [each.role for each in tree.inside] == ["P", "P"]
