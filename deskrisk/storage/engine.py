"""SQLAlchemy over our own connections: it never opens a file by itself."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from deskrisk.storage.driver import Connection


def engine_over(connection: Connection, *, writing: bool) -> Engine:
    """An engine that uses this one connection, for one thread at a time.

    A transaction for writing takes its lock at once: one that reads first and then writes fails
    without waiting when somebody else wrote in between.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,  # words of people must not reach a log
    )
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    def start(opened: Any) -> None:
        opened.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    return engine
