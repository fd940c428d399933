"""Tables as a workbook: days are days, numbers are numbers, and text is never a formula."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from deskrisk.domain.tables import could_be_formula
from deskrisk.domain.texts import cleaned
from deskrisk.reports.about import About, property_text, running_text
from deskrisk.reports.styles import print_colours
from deskrisk.viewmodels.tabled import Head, Kind, Table, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_IN_CELL = 32_767
"""Characters that a cell of this format can hold."""

_NUMBER_FORMATS = {
    Kind.WHOLE: "0",
    Kind.NUMBER: "General",
    Kind.SHARE: "0%",
    Kind.DAY: "yyyy-mm-dd",
}
_HEAD_HEIGHT = 45
_LINE_HEIGHT, _MOST_LINES = 15, 20
"""Of a row, in points and lines; a longer text is read in its cell."""

_A4 = 9
_SCALE = 60
_FITS_A_PAGE = 230
"""Characters side by side that can still be read on one page across."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_bytes(tables: Sequence[Table], about: About) -> bytes:
    """A workbook with a sheet a table.

    The head stays in sight, each column can be filtered, and the same tables give the same bytes.
    """
    target = io.BytesIO()
    book = Workbook(target, _OPTIONS)
    book.set_properties(
        {
            "title": property_text(about.title),
            "subject": property_text(about.subject),
            "author": property_text(about.author),
            "comments": about.mark,
            "created": _moment(about.created),
        }
    )
    formats = _formats(book)
    for table in tables:
        _write_sheet(book.add_worksheet(table.name), table, formats, about)
    book.close()
    return target.getvalue()


def _formats(book: Workbook) -> Mapping[str, "Format"]:
    shape: dict[str, Any] = {"valign": "top", "text_wrap": True}
    head = {
        **shape,
        "bold": True,
        "valign": "bottom",
        "bg_color": print_colours()["sunken"],
        "bottom": 1,
    }
    found = {
        "head": book.add_format(head),
        # Without this mark a formula-like text becomes a formula when somebody edits its cell.
        "quoted": book.add_format({**shape, "quote_prefix": True}),
        Kind.TEXT.name: book.add_format(shape),
    }
    for kind, number in _NUMBER_FORMATS.items():
        found[kind.name] = book.add_format({**shape, "num_format": number})
    return found


def _write_sheet(
    sheet: "Worksheet", table: Table, formats: Mapping[str, "Format"], about: About
) -> None:
    for column, head in enumerate(table.heads):
        sheet.set_column(column, column, head.width)
        sheet.write_string(0, column, head.words, formats["head"])
    sheet.set_row(0, _HEAD_HEIGHT)
    for at, row in enumerate(table.rows, start=1):
        for column, (head, value) in enumerate(zip(table.heads, row, strict=True)):
            _write(sheet, (at, column), head, value, formats)
        sheet.set_row(at, _height(table, row))
    sheet.freeze_panes(1, _frozen(table))
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    if sum(head.width for head in table.heads) <= _FITS_A_PAGE:
        sheet.fit_to_pages(1, 0)
    elif _frozen(table):
        sheet.set_print_scale(_SCALE)
        sheet.repeat_columns(0, _frozen(table) - 1)
    sheet.set_header(f"&L{_for_header(about.title)}&R{_for_header(about.mark)}")
    sheet.set_footer(f"&L{_for_header(table.name)}&R&P / &N")


def _write(
    sheet: "Worksheet",
    at: tuple[int, int],
    head: Head,
    value: Value,
    formats: Mapping[str, "Format"],
) -> None:
    shape = formats[head.kind.name]
    if value is None or value == "":
        return
    if isinstance(value, str):
        shape = formats["quoted"] if could_be_formula(value) else formats[Kind.TEXT.name]
        sheet.write_string(*at, _that_fits(value), shape)
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), shape)  # noqa: DTZ001  a day has no zone
    else:
        sheet.write_number(*at, value, shape)


def _height(table: Table, row: Sequence[Value]) -> float:
    """The height of a row in points; not every program finds out by itself what its texts need."""
    lines = 1
    for head, value in zip(table.heads, row, strict=True):
        if isinstance(value, str):
            held = sum(max(-(-len(line) // head.width), 1) for line in value.split("\n"))
            lines = max(lines, held)
    return float(_LINE_HEIGHT * min(lines, _MOST_LINES))


def _that_fits(text: str) -> str:
    """The text as far as a cell can hold it; it is counted as UTF-16, and the end says so."""
    text = cleaned(text)[0]
    if len(text.encode("utf-16-le")) // 2 <= MOST_IN_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST_IN_CELL - 1)].decode("utf-16-le", "ignore")
    return f"{kept}\N{HORIZONTAL ELLIPSIS}"


def _frozen(table: Table) -> int:
    """How many columns stay in sight: up to the one that names the row."""
    keys = [head.key for head in table.heads]
    return keys.index("title") + 1 if "title" in keys else 0


def _for_header(text: str) -> str:
    """A text for the running line of a printed page, where an ampersand commands."""
    return running_text(text).replace("&", "&&")


def _moment(created: datetime) -> datetime:
    moment = created.astimezone(UTC) if created.tzinfo else created
    return moment.replace(tzinfo=None, microsecond=0)
