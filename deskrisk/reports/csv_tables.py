"""A table as text for spreadsheets that know nothing else (CSV, RFC 4180)."""

from datetime import date

from deskrisk.domain.tables import table_text
from deskrisk.domain.texts import cleaned
from deskrisk.viewmodels.figures import whole_or_short
from deskrisk.viewmodels.tabled import Table, Value


def csv_bytes(table: Table) -> bytes:
    """The table in UTF-8, with the mark by which spreadsheets know it.

    Days are written as 2025-04-08 and numbers with a point. A text that a spreadsheet could take
    for a formula begins with an apostrophe.
    """
    rows = ([_plain(value) for value in row] for row in table.rows)
    text = table_text([[head.words for head in table.heads], *rows])
    return text.encode("utf-8-sig")


def _plain(value: Value) -> str:
    if value is None or isinstance(value, str):
        return cleaned(value or "")[0]
    return value.isoformat() if isinstance(value, date) else whole_or_short(value)
