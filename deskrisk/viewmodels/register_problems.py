"""Sentences about a risk register from elsewhere: what is wrong, and what to do."""

from collections.abc import Mapping

from deskrisk.domain.register_files import MOST_COLUMNS, MOST_ROWS, RegisterError
from deskrisk.i18n import N_, _

_WORDS: Mapping[str, str] = {
    "suffix": N_("Registers are read from .xlsx and .csv files. Please save it as one of them."),
    "empty": N_("There is no row in this file. Please choose another one."),
    "size": N_("This file is too large to be a risk register. Please choose another one."),
    "rows": N_("There are more than {rows} rows in this file. Please shorten it."),
    "columns": N_("There are more than {columns} columns in this file. Please leave some out."),
    "encoding": N_("This is not a text file. Please save it as CSV and try again."),
    "quote": N_("A quotation mark in this file is not closed. Please mend it."),
    "damaged": N_("This is no workbook, or it is damaged. Please save it anew and try again."),
    "packed": N_(
        "This workbook would become far larger than a register when unpacked. Please save the"
        " sheet as CSV."
    ),
}


def register_sentence(error: RegisterError) -> str:
    """What is wrong with a file, and that nothing was taken."""
    words = _(_WORDS[error.problem]).format(rows=MOST_ROWS, columns=MOST_COLUMNS)
    return f"{words} {_('Nothing was taken from it.')}"
