"""The agreement as a Word file, for those who must edit: real headings, lists and tables."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from deskrisk.domain.documents import PageSize
from deskrisk.domain.texts import cleaned
from deskrisk.i18n import _, language_tag
from deskrisk.reports.about import About, property_text, running_text
from deskrisk.reports.styles import print_colours
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Passage, Piece
from deskrisk.viewmodels.tabled import Head, Kind, Table, in_words

_FACE = "Calibri"
_SIZES = {"Normal": 10.5, "Title": 24.0, "Heading 1": 16.0, "Heading 2": 12.5}
_TABLE_SIZE = Pt(9)
_MARGIN = Cm(2)
_PAPER = {PageSize.A4: (Cm(21.0), Cm(29.7)), PageSize.LETTER: (Cm(21.59), Cm(27.94))}
_ROOM = 5
"""Characters of room around the longest word of a head."""

_DAY_WIDTH, _MOST_WIDE = 17, 30

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TURNED = (Kind.WHOLE, Kind.NUMBER, Kind.SHARE)
_RIGHT = 2


def docx_bytes(pieces: Sequence[Piece], about: About, *, page: PageSize = PageSize.A4) -> bytes:
    """The pieces as a Word file; the same pieces and moment give the same bytes.

    Args:
        pieces: what stands in it.
        about: what the file says about itself; its mark stands on every page.
        page: the paper.
    """
    file = Document()
    _set_up(file, about, page)
    for piece in pieces:
        _add(file, piece)
    target = io.BytesIO()
    file.save(target)
    return _without_dates(target.getvalue())


def _set_up(file: WordFile, about: About, page: PageSize) -> None:
    """Paper, faces, running lines, and what the file says about itself."""
    sheet = file.sections[0]
    sheet.page_width, sheet.page_height = _PAPER[page]
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = _MARGIN
    _set_styles(file)
    _describe(file, about)
    head = " \N{MIDDLE DOT} ".join(part for part in (running_text(about.title), about.mark) if part)
    _run(sheet.header.paragraphs[0], head, bold=bool(about.mark))
    foot = sheet.footer.paragraphs[0]
    foot.alignment = _RIGHT
    _field(foot, "PAGE")
    _run(foot, _(" of "))
    _field(foot, "NUMPAGES")


def _describe(file: WordFile, about: About) -> None:
    told = file.core_properties
    told.title, told.author, told.subject = map(
        property_text, (about.title, about.author, about.subject)
    )
    told.last_modified_by, told.comments = property_text(about.author), about.mark
    told.created = told.modified = _moment(about.created)
    told.language = language_tag()


def _set_styles(file: WordFile) -> None:
    ink = RGBColor.from_string(print_colours()["ink"].removeprefix("#"))
    for name, size in _SIZES.items():
        style: Any = file.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FACE, Pt(size), ink
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            faces.attrib.pop(qn(f"w:{kind}"), None)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language_tag())
    normal: Any = file.styles["Normal"]
    normal.element.get_or_add_rPr().append(lang)


def _add(file: WordFile, piece: Piece) -> None:
    match piece:
        case Heading():
            file.add_heading(_line(piece.text), level=piece.level - 1)
        case Passage():
            _add_paragraph(file, piece)
        case Items():
            style = "List Number" if piece.numbered else "List Bullet"
            for text in piece.texts:
                _run(file.add_paragraph(style=style), text)
        case Grid():
            _add_table(file, piece.table)


def _add_paragraph(file: WordFile, piece: Passage) -> None:
    paragraph = file.add_paragraph(style="Quote" if piece.quoted else None)
    if piece.lead:
        _run(paragraph, _line(piece.lead), bold=True)
    if piece.lead and piece.text:
        paragraph.add_run(" ")
    run = _run(paragraph, piece.text)
    if piece.tight:
        paragraph.paragraph_format.space_after = Pt(2)
    if piece.soft:
        soft = print_colours()["ink_soft"].removeprefix("#")
        run.font.color.rgb = RGBColor.from_string(soft)


def _add_table(file: WordFile, table: Table) -> None:
    made = file.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False
    sheet = file.sections[0]
    room = (sheet.page_width or 0) - (sheet.left_margin or 0) - (sheet.right_margin or 0)
    wide = [_wide(head) for head in table.heads]
    widths = [int(room * each / sum(wide)) for each in wide]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        _fill(cell, head.words, bold=True)
        _shade(cell)
    _mark_row(made.rows[0], "tblHeader")  # stands on each page that the table runs over
    for row in table.rows:
        cells = made.add_row().cells
        for cell, head, value in zip(cells, table.heads, row, strict=True):
            _fill(cell, in_words(value, head.kind), right=head.kind in _TURNED)
    for row_made in made.rows:
        _mark_row(row_made, "cantSplit")
        for cell, width in zip(row_made.cells, widths, strict=True):
            cell.width = width
    file.add_paragraph()


def _fill(cell: WordCell, text: str, *, bold: bool = False, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = _run(paragraph, text, bold=bold)
    run.font.size = _TABLE_SIZE
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = _RIGHT


def _shade(cell: WordCell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), print_colours()["sunken"].removeprefix("#"))
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  there is no public way


def _mark_row(row: Any, name: str) -> None:
    mark = OxmlElement(f"w:{name}")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  there is no public way


def _wide(head: Head) -> int:
    """How wide a column is beside the others: its head is never broken, and no text takes all."""
    longest = max(map(len, head.words.split()), default=0) + _ROOM
    least = max(longest, _DAY_WIDTH) if head.kind is Kind.DAY else longest
    return max(least, min(head.width, _MOST_WIDE))


def _field(paragraph: WordParagraph, name: str) -> None:
    """A number that Word counts by itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001  there is no public way


def _run(paragraph: WordParagraph, text: str, *, bold: bool = False) -> Any:
    run = paragraph.add_run(cleaned(text)[0])
    run.bold = bold or None
    return run


def _line(text: str) -> str:
    return " ".join(cleaned(text)[0].split())


def _moment(created: datetime) -> datetime:
    moment = created.astimezone(UTC) if created.tzinfo else created
    return moment.replace(tzinfo=None, microsecond=0)


def _without_dates(content: bytes) -> bytes:
    """The same archive without the moments at which its parts were packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(target, "w") as fresh:
        for name in packed.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fresh.writestr(entry, packed.read(name))
    return target.getvalue()
