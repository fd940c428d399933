"""What an open workshop hands to the writer: its steps, as they are taken, undone and redone."""

from collections.abc import Callable, Sequence
from typing import Any

from deskrisk.domain.changes import Changes
from deskrisk.domain.journal import Step
from deskrisk.domain.model.workshop import Workshop
from deskrisk.storage.writer import Entry, Writer


class WorkshopRecorder:
    """Makes the steps of one workshop durable, in their order.

    It numbers the steps as the journal does: those that stand come first, and those that were
    undone follow, so that a new step takes the place of the first undone one.
    """

    def __init__(self, writer: Writer, steps: Sequence[Step] = ()) -> None:
        self._writer = writer
        self._standing = sum(not step.undone for step in steps)
        self._kept = len(steps)
        self._ended = False

    def end(self) -> None:
        """Store nothing any more: the workshop was replaced or removed."""
        self._ended = True

    def recorded(self, workshop: Workshop, step: Step) -> None:
        """Store a new step; those that were undone are forgotten."""
        self._standing += 1
        number, stale = self._standing, self._kept >= self._standing
        self._kept = number

        def write(connection: Any, journal: Any) -> None:
            if stale:
                journal.drop_steps(connection, workshop.id, number)
            journal.add_step(connection, workshop.id, number, step)

        self._submit(workshop, step.changes, write)

    def extended(self, workshop: Workshop, step: Step, added: Changes) -> None:
        """Store what was added to the last step, and the step anew."""
        number = self._standing

        def write(connection: Any, journal: Any) -> None:
            journal.rewrite_step(connection, workshop.id, number, step)

        self._submit(workshop, added, write)

    def turned(self, workshop: Workshop, step: Step, put_back: Changes) -> None:
        """Store what an undo or redo has put back, and the mark of the step."""
        number = self._standing if step.undone else self._standing + 1
        self._standing += -1 if step.undone else 1

        def write(connection: Any, journal: Any) -> None:
            journal.mark_step(connection, workshop.id, number, step)

        self._submit(workshop, put_back, write)

    def _submit(
        self, workshop: Workshop, changes: Changes, write_step: Callable[[Any, Any], None]
    ) -> None:
        if self._ended:
            return

        def write(connection: Any, _at: str) -> None:
            # Runs on the writer's thread, which alone loads SQLAlchemy.
            from deskrisk.storage import journal, writing  # noqa: PLC0415

            writing.write_changes(connection, workshop.id, changes)
            write_step(connection, journal)

        self._writer.submit(Entry(workshop=workshop.id, write=write, card=workshop))
