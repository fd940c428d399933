"""Version 1: workshops with all their parts, and the journal."""

from alembic import op

from deskrisk.storage.schema import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of version 1, whose SQL is frozen beside the table classes."""
    for statement in statements(1):
        op.execute(statement)
