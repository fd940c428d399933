"""Which version of the library this program writes, and the tables of each version as frozen SQL.

A new library is made from the newest file in ``schemas/`` by the plain driver: no table class is
needed for it. A released file never changes. For a new version add a migration, count ``VERSION``
up, and freeze what the table classes say now::

    python -m deskrisk.storage.schema > deskrisk/storage/schemas/v2.sql
"""

import sys
from pathlib import Path

VERSION = 1
"""The version of the tables, kept as ``user_version`` in the file."""

APPLICATION_ID = 0x44_65_73_6B
"""Says that a SQLite file is ours: "Desk"."""

_FOLDER = Path(__file__).parent / "schemas"


def statements(version: int = VERSION) -> tuple[str, ...]:
    """What makes the tables of a version, one statement each."""
    text = (_FOLDER / f"v{version}.sql").read_text(encoding="utf-8")
    return tuple(each.strip() for each in text.split(";\n") if each.strip())


def declared() -> str:
    """The same as SQL text, from the table classes as they are now."""
    # The table classes and SQLAlchemy take 0.4 s; only who freezes or tests a version needs them.
    from sqlalchemy.dialects.sqlite.base import SQLiteDialect  # noqa: PLC0415
    from sqlalchemy.schema import CreateIndex, CreateTable  # noqa: PLC0415

    from deskrisk.storage import search_tables, tables  # noqa: PLC0415

    dialect = SQLiteDialect()
    made = []
    for name in tables.ROWS:
        table = tables.table(name)
        made.append(CreateTable(table).compile(dialect=dialect))
        indexes = sorted(table.indexes, key=lambda each: str(each.name))
        made += [CreateIndex(index).compile(dialect=dialect) for index in indexes]
    texts = [*map(str, made), *search_tables.SQL]
    lines = "\n".join(f"{each.strip()};\n" for each in texts)
    return "\n".join(line.rstrip() for line in lines.expandtabs(2).splitlines()) + "\n"


if __name__ == "__main__":
    sys.stdout.write(declared())
