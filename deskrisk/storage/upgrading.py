"""An older library becomes one of today, with a copy of the file as it was beside it.

Loaded only when the version of a file differs from ours: Alembic takes a quarter of a second.
"""

import io
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from deskrisk.domain.library import DamagedLibraryError
from deskrisk.storage import backups, schema
from deskrisk.storage.driver import connect, problem_of
from deskrisk.storage.engine import engine_over
from deskrisk.storage.opening import stamp
from deskrisk.storage.reading import load_workshop
from deskrisk.storage.writing import write_seal

MIGRATIONS = Path(__file__).parent / "migrations"
"""Where the steps from version to version are."""


def upgrade(
    path: Path, *, version: int = schema.VERSION, more_steps: tuple[Path, ...] = ()
) -> None:
    """Bring a library to a version, in one transaction: it is the old one or the new one.

    Args:
        path: the file; nobody else has it open.
        version: where to; not below the file's.
        more_steps: folders with further migrations.

    Raises:
        DamagedLibraryError: afterwards, rows would point to nothing; the file is as it was.
        LibraryError, dbapi2.Error, OSError: the disk; the file is as it was.
    """
    raw = connect(path, writing=True)
    try:
        (old,) = raw.execute("PRAGMA user_version").fetchone()
        copy_beside(path, raw, old)
        # A table that is built anew must not take its rows' rows along when the old one goes.
        raw.execute("PRAGMA foreign_keys = OFF")
        engine = engine_over(raw, writing=True)
        with engine.begin() as connection:
            _run(connection, old, version, more_steps)
            _seal_anew(connection)
            stamp(connection.connection.dbapi_connection, version)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise DamagedLibraryError
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
    except DBAPIError as error:
        raise problem_of(error) from error
    finally:
        raw.close()


def copy_beside(path: Path, raw: dbapi2.Connection, version: int) -> Path:
    """Copy an open library as it is; the copy's name tells its version.

    Returns:
        the path of the copy.

    Raises:
        BadBackupError, LibraryError: the copy is not whole; the library is not touched then.
    """
    copy = path.with_name(f"{path.name}.version-{version}")
    building = copy.with_name(f"{copy.name}.new")
    building.unlink(missing_ok=True)
    building.touch(mode=0o600)
    target = dbapi2.connect(str(building), isolation_level=None)
    try:
        target.execute("PRAGMA synchronous = EXTRA")
        raw.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
    finally:
        target.close()
    if version:  # a file without tables is being made, not brought up to date
        backups.check(building)
    building.replace(copy)
    return copy


def _run(connection: Connection, old: int, version: int, more_steps: tuple[Path, ...]) -> None:
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    folders = (MIGRATIONS / "versions", *more_steps)
    config.set_main_option("version_locations", "\n".join(str(each) for each in folders))
    config.attributes["connection"] = connection
    if old:
        command.stamp(config, revision(old))
    command.upgrade(config, revision(version))
    # The file has one number for its version, in its head; Alembic's own would be a second.
    connection.exec_driver_sql("DROP TABLE alembic_version")


def _seal_anew(connection: Connection) -> None:
    """A new field is part of every value, and so of every seal."""
    for (id_,) in connection.exec_driver_sql("SELECT id FROM workshop").fetchall():
        workshop = load_workshop(connection, id_)
        if workshop is not None:
            write_seal(connection, workshop)


def revision(version: int) -> str:
    """The name of the migration that leads to a version."""
    return f"{version:04d}"
