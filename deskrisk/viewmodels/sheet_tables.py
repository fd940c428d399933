"""The table of answers in words: its columns, and what is wrong in which line.

A cell is never repeated: it may hold an answer.
"""

from deskrisk.domain.tables import TableError, TableFault
from deskrisk.i18n import _


def headings() -> tuple[str, ...]:
    """The names of the five columns."""
    return (
        _("Person"),
        _("Number"),
        _("Risk"),
        _("How likely (1-5, 0 cannot judge)"),
        _("How bad (1-5, 0 cannot judge)"),
    )


def table_sentence(error: TableError) -> str:
    """What is wrong, line by line, and that nothing was taken."""
    said = " ".join(_fault(each) for each in error.faults)
    return _("{problems} Nothing was taken.").format(problems=said)


def _fault(fault: TableFault) -> str:
    words = {
        "empty": _("There is no answer in this file."),
        "encoding": _("This file is not text in UTF-8. Save it as “CSV UTF-8”."),
        "size": _("This file is too large to be the table."),
        "quote": _("A quotation mark is never closed."),
        "columns": _("Columns are missing."),
        "person": _("Nobody who scores is called that."),
        "risk": _("No risk that is asked about has this number."),
        "twice": _("This person and risk stood in a line before."),
        "level": _("A level is 1, 2, 3, 4 or 5, and 0 for “cannot judge”."),
        "half": _("One of the two answers is missing."),
    }[fault.problem]
    return _("Line {line}: {words}").format(line=fault.line, words=words) if fault.line else words
