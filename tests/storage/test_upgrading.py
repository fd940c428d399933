from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2

from deskrisk.domain.library import DamagedLibraryError, LibraryError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from deskrisk.storage import opening, schema, tables, upgrading
from deskrisk.storage.driver import connect
from deskrisk.storage.engine import engine_over
from tests.chance import a_full_workshop
from tests.storage import kept_library

FILES = Path(__file__).parents[1] / "files"

NEXT = '''"""Version 2, for a test: fears may be loud."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("fears") as fears:
        fears.add_column(sa.Column("loud", sa.Integer, nullable=False, server_default="0"))
{more}
'''


def _schema_of(path: Path) -> Any:
    connection = dbapi2.connect(str(path))
    found = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    ).fetchall()
    connection.close()
    return found


def _version_of(path: Path) -> int:
    connection = dbapi2.connect(str(path))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def _next(folder: Path, more: str = "") -> Path:
    folder.mkdir()
    (folder / "v0002_loud.py").write_text(NEXT.format(more=more), encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_a_library_made_directly_equals_one_made_by_migrations(path: Path, tmp_path: Path) -> None:
    opening.create(path)
    migrated = tmp_path / "migrated.db"
    dbapi2.connect(str(migrated)).close()
    migrated.touch()
    upgrading.upgrade(migrated)
    assert _schema_of(migrated) == _schema_of(path)
    assert _version_of(migrated) == _version_of(path) == schema.VERSION
    assert opening.look_at(migrated) == schema.VERSION


def test_alembic_finds_no_difference_to_the_table_classes(path: Path) -> None:
    opening.create(path)
    raw = connect(path, writing=False)
    engine = engine_over(raw, writing=False)
    with engine.begin() as connection:
        ours = {"include_object": lambda _it, name, *_rest: not name.startswith("search")}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, tables.BriefRow.metadata) == []
    engine.dispose()
    raw.close()


def test_an_upgrade_keeps_every_workshop_and_a_copy_of_the_file(path: Path, tmp_path: Path) -> None:
    workshop = a_full_workshop(1)
    with Library.open(path) as library:
        library.add(workshop)
    upgrading.upgrade(path, version=2, more_steps=(_next(tmp_path / "steps"),))
    assert _version_of(path) == 2
    connection = dbapi2.connect(str(path))
    found = connection.execute("SELECT text, loud FROM fears").fetchall()
    connection.close()
    assert set(found) == {(fear.text, 0) for fear in workshop.fears.values()}
    with Library.open(path.with_name("library.db.version-1")) as copy:
        assert copy.workshop(workshop.id) == workshop
    assert path.with_name("library.db.version-1").stat().st_mode & 0o777 == 0o600


def test_an_upgrade_seals_what_it_has_changed(path: Path, tmp_path: Path) -> None:
    workshop = a_full_workshop(1)
    with Library.open(path) as library:
        library.add(workshop)
    more = """    op.execute("UPDATE fears SET text = 'as the new version says it'")"""
    upgrading.upgrade(path, version=2, more_steps=(_next(tmp_path / "steps", more),))
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Library.open(path) as library:
        fears = library.workshop(workshop.id).fears.values()
        assert {fear.text for fear in fears} == {"as the new version says it"}
        assert library.check().ok


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(path: Path, tmp_path: Path) -> None:
    workshop = a_full_workshop(1)
    with Library.open(path) as library:
        library.add(workshop)
    before = _schema_of(path)
    steps = _next(tmp_path / "steps", more='    op.execute("SELECT * FROM nowhere")')
    with pytest.raises(LibraryError):
        upgrading.upgrade(path, version=2, more_steps=(steps,))
    assert _schema_of(path) == before
    assert _version_of(path) == 1
    with Library.open(path) as library:
        assert library.workshop(workshop.id) == workshop


def test_an_upgrade_that_would_leave_loose_rows_is_not_kept(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        library.add(a_full_workshop(1))
    steps = _next(tmp_path / "steps", more='    op.execute("DELETE FROM workshop")')
    with pytest.raises(DamagedLibraryError):
        upgrading.upgrade(path, version=2, more_steps=(steps,))
    with Library.open(path) as library:
        assert library.count() == 1
        assert library.check().ok


def test_opening_an_older_library_upgrades_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = a_full_workshop(1)
    with Library.open(path) as library:
        library.add(workshop)
    steps = (_next(tmp_path / "steps"),)
    upgrade = upgrading.upgrade

    def upgrade_by_one(old: Path) -> None:
        upgrade(old, version=2, more_steps=steps)

    monkeypatch.setattr(upgrading, "upgrade", upgrade_by_one)
    monkeypatch.setattr(schema, "VERSION", 2)
    for _again in range(2):
        with Library.open(path) as library:
            assert library.workshop(workshop.id) == workshop
            assert library.check().ok
    assert _version_of(path) == 2


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_library_of_every_version_opens_with_all_that_is_in_it(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    path.write_bytes((FILES / f"library_v{version}.db").read_bytes())
    with Library.open(path) as library:
        assert library.check().ok
        assert library.count() == 1
        meeting = library.open_meeting(WorkshopId(kept_library.ID))
        assert meeting.workshop == kept_library.the_workshop()
        assert [step.label for step in meeting.history] == list(kept_library.LABELS[:-1])
        meeting.redo()
        assert meeting.next_undo is not None
        assert meeting.next_undo.label == kept_library.LABELS[-1]
        for _ in kept_library.LABELS:
            meeting.undo()
        assert meeting.workshop == kept_library.the_start()
        assert meeting.history == ()
