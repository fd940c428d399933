"""What a screen reader finds in the file: a tree of headings, paragraphs, tables and figures.

Whatever is drawn belongs to a tag or is an artifact. reportlab writes no such tree; this one is
collected while the pages are drawn, in the order in which they are read, and written with the file.

Source:
    ISO 32000-1, 14.7 and 14.8 (logical structure, tagged PDF); ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from deskrisk.domain.texts import cleaned

HEADINGS = {"H1": 1, "H2": 2, "H3": 3}


@dataclass(slots=True, eq=False)
class Tag:
    """One element of the tree.

    ``kids`` are tags, places on pages (page from 0, number of the marked content), and links, in
    reading order. ``alternative`` says a figure in words; ``box`` is its place on the page.
    ``spans`` counts the columns of a cell.
    """

    role: str
    parent: "Tag | None"
    kids: "list[Kid]" = field(default_factory=list)
    alternative: str = ""
    box: tuple[float, ...] = ()
    spans: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class LinkPlace:
    """A link on a page, from 0, and the reference to its annotation."""

    page: int
    annotation: Any


Kid: TypeAlias = Tag | tuple[int, int] | LinkPlace


@dataclass(slots=True, eq=False)
class Held:
    """A place for the tags that the parts of one thing share when pages part it."""

    tag: Tag | None = None
    cells: dict[int, Tag] = field(default_factory=dict)


class TagTree:
    """Collects the tags of one document while it is drawn on a reportlab canvas."""

    def __init__(self, canvas: Any) -> None:
        self.root = Tag("Document", None)
        self._canvas = canvas
        self.places: list[list[Tag]] = [[]]
        self.links: list[Tag] = []
        self._inside = [self.root]
        self._levels: list[int] = []
        self._is_marked = False
        self._alone: Tag | None = None

    def next_page(self) -> None:
        """What is drawn from now on stands on the next page."""
        self.places.append([])

    def tag(self, role: str, held: Held | None = None) -> Tag:
        """A tag in the present one; the same again where a part of it was drawn before."""
        if held is not None and held.tag is not None:
            return held.tag
        found = self._made(role)
        if held is not None:
            held.tag = found
        return found

    def cell(self, role: str, row: Held, column: int, spans: int) -> Tag:
        """The tag of a cell in the present row; the same again in the other part of the row."""
        if column not in row.cells:
            row.cells[column] = self._made(role)
            row.cells[column].spans = spans
        return row.cells[column]

    @contextmanager
    def group(self, tag: Tag) -> Iterator[None]:
        """Tags made in here go into this one."""
        self._inside.append(tag)
        try:
            yield
        finally:
            self._inside.pop()

    def enter(self, tag: Tag, *, alone: bool = False) -> None:
        """Until ``leave`` tags are made in this one; a paragraph that is alone in it is it."""
        self._inside.append(tag)
        self._alone = tag if alone else None

    def leave(self) -> None:
        """Back to where the last ``enter`` came from."""
        self._inside.pop()
        self._alone = None

    def paragraph(self, role: str, held: Held | None) -> Tag:
        """The tag of a paragraph, which may be that of the cell it stands in."""
        alone = self._alone
        if alone is not None and alone is self._inside[-1] and role == "P":
            return alone
        return self.tag(role, held)

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[None]:
        """What is drawn in here belongs to the tag; inside of a mark nothing is marked again."""
        if self._is_marked:
            yield
            return
        with self._between(self.opening(tag)):
            yield

    def opening(self, tag: Tag) -> str:
        """The instruction from which on, up to ``EMC``, all belongs to the tag."""
        place = self.places[-1]
        tag.kids.append((len(self.places) - 1, len(place)))
        place.append(tag)
        return f"/{tag.role} <</MCID {len(place) - 1}>> BDC"

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn in here is no part of the text; ``kind`` may be ``Pagination``."""
        if self._is_marked:
            yield
            return
        with self._between(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC"):
            yield

    @property
    def is_marked(self) -> bool:
        """Does what is drawn now belong to something already?"""
        return self._is_marked

    def next_link(self) -> int:
        """The number that the annotation of the next link must carry."""
        return len(self.links)

    def add_link(self, tag: Tag, annotation: Any) -> None:
        """Note that an annotation on the present page belongs to a tag."""
        tag.kids.append(LinkPlace(len(self.places) - 1, annotation))
        self.links.append(tag)

    def write(self, document: Any) -> None:
        """Put the tree into the file.

        Args:
            document: reportlab's document, all its pages drawn.
        """
        pages = document.Pages.pages
        for place, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = len(self.links) + place
            page.Tabs = PDFName("S")
        catalog = document.Catalog
        catalog.StructTreeRoot = _Root(self, [document.Reference(page) for page in pages])
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        code = self._canvas._code  # noqa: SLF001  there is no public way to mark content
        code.append(opening)
        self._is_marked = True
        try:
            yield
        finally:
            self._is_marked = False
            code.append("EMC")

    def _made(self, role: str) -> Tag:
        above = self._inside[-1]
        found = Tag(self._levelled(role), above)
        above.kids.append(found)
        return found

    def _levelled(self, role: str) -> str:
        """Headings go down one step at a time, whatever the look of the page is."""
        wanted = HEADINGS.get(role)
        if wanted is None:
            return role
        while self._levels and self._levels[-1] >= wanted:
            self._levels.pop()
        self._levels.append(wanted)
        return f"H{len(self._levels)}"


@contextmanager
def artifact(canvas: Any) -> Iterator[None]:
    """What is drawn in here is no part of the text."""
    tags: TagTree | None = getattr(canvas, "tags", None)
    if tags is None:
        yield
        return
    with tags.artifact():
        yield


@contextmanager
def drawn_as(
    canvas: Any, role: str, alternative: str = "", box: tuple[float, ...] = ()
) -> Iterator[None]:
    """What is drawn in here is one element.

    Args:
        canvas: a reportlab canvas, with a tree of tags or without.
        role: such as ``P`` or ``Figure``.
        alternative: a figure in words.
        box: left, bottom, right and top of a figure, as the canvas stands now.
    """
    tags: TagTree | None = getattr(canvas, "tags", None)
    if tags is None or tags.is_marked:
        yield
        return
    tag = tags.tag(role)
    tag.alternative = alternative
    if box:
        left, bottom = canvas.absolutePosition(*box[:2])
        right, top = canvas.absolutePosition(*box[2:])
        tag.box = (left, bottom, right, top)
    with tags.marked(tag):
        yield


class _Root(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The root of the tree in the file, with the table that leads from the pages into it."""

    __RefOnly__ = 1

    def __init__(self, tree: TagTree, pages: list[Any]) -> None:
        self._tree = tree
        self._pages = pages

    def format(self, document: Any) -> bytes:
        """The bytes of the root; from here on all elements have their numbers."""
        writer = _Writer(document, self._pages, document.Reference(self))
        first = writer.reference(self._tree.root)
        links = self._tree.links
        numbers = [f"{number} {writer.reference(tag)}" for number, tag in enumerate(links)]
        for place, tags in enumerate(self._tree.places[: len(self._pages)]):
            row = " ".join(map(writer.reference, tags))
            numbers.append(f"{len(links) + place} [{row}]")
        return (
            f"<< /Type /StructTreeRoot /K [{first}] /ParentTree << /Nums [{' '.join(numbers)}] >> "
            f"/ParentTreeNextKey {len(numbers)} >>"
        ).encode("ascii")


class _Writer:
    """Gives each tag its object in the file."""

    def __init__(self, document: Any, pages: list[Any], root: Any) -> None:
        self.document = document
        self.root: str = root.format(document).decode("ascii")
        self.pages = [page.format(document).decode("ascii") for page in pages]
        self._references: dict[int, str] = {}

    def reference(self, tag: Tag) -> str:
        """The reference to a tag, such as ``12 0 R``."""
        found = self._references.get(id(tag))
        if found is None:
            made = self.document.Reference(_Element(tag, self))
            found = made.format(self.document).decode("ascii")
            self._references[id(tag)] = found
        return found


class _Element(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """One element of the tree in the file."""

    __RefOnly__ = 1

    def __init__(self, tag: Tag, writer: _Writer) -> None:
        self._tag = tag
        self._writer = writer

    def format(self, document: Any) -> bytes:
        """The bytes of the element."""
        tag, writer = self._tag, self._writer
        above = writer.root if tag.parent is None else writer.reference(tag.parent)
        page = next((kid[0] for kid in tag.kids if isinstance(kid, tuple)), None)
        parts = [f"<< /Type /StructElem /S /{tag.role} /P {above}"]
        if page is not None:
            parts.append(f"/Pg {writer.pages[page]}")
        kids = " ".join(self._kid(kid, page, document) for kid in tag.kids)
        parts.append(f"/K [{kids}]")
        if tag.alternative:
            parts.append(f"/Alt {_text(tag.alternative)}")
        parts.append(_attributes(tag))
        return " ".join([*filter(None, parts), ">>"]).encode("ascii")

    def _kid(self, kid: Kid, page: int | None, document: Any) -> str:
        if isinstance(kid, Tag):
            return self._writer.reference(kid)
        if isinstance(kid, LinkPlace):
            at = kid.annotation.format(document).decode("ascii")
            return f"<< /Type /OBJR /Obj {at} /Pg {self._writer.pages[kid.page]} >>"
        where, number = kid
        if where == page:
            return str(number)
        return f"<< /Type /MCR /Pg {self._writer.pages[where]} /MCID {number} >>"


def _attributes(tag: Tag) -> str:
    found: list[str] = []
    if tag.role == "TH":
        found.append("/Scope /Column")
    if tag.spans > 1:
        found.append(f"/ColSpan {tag.spans}")
    if found:
        return f"/A << /O /Table {' '.join(found)} >>"
    if tag.box:
        numbers = " ".join(f"{edge:.2f}" for edge in tag.box)
        return f"/A << /O /Layout /BBox [{numbers}] /Placement /Block >>"
    return ""


def _text(text: str) -> str:
    """A text of the file in hexadecimal UTF-16, so that any script may stand in it."""
    code = f"\ufeff{cleaned(text)[0]}".encode("utf-16-be").hex().upper()
    return f"<{code}>"
