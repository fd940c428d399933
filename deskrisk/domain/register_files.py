"""Which files can be risk registers, how large they may be, and what can be wrong with them."""

from dataclasses import dataclass

from deskrisk.domain.errors import DeskError

REGISTER_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")

MOST_ROWS = 500
"""More risks than that are no meeting; a longer register is cut beforehand by its keeper."""

MOST_COLUMNS = 60


@dataclass(eq=False)
class RegisterError(DeskError):
    """A file cannot be read as a register; nothing has been taken from it.

    ``problem`` is ``empty``, ``size``, ``rows``, ``columns``, ``encoding``, ``quote``, ``damaged``,
    ``packed`` or ``suffix``.
    """

    problem: str
