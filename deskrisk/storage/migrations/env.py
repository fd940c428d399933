"""Alembic's entry: runs the migrations on the connection that ``upgrading.py`` brings."""

from alembic import context

from deskrisk.storage import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.BriefRow.metadata,
    render_as_batch=True,
)
context.run_migrations()
