"""Sentences about a file of fears: which line, what is wrong there, what to do."""

from collections.abc import Mapping

from deskrisk.domain.fear_lists import MOST_FEARS, FearListError, LineFault
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.i18n import N_, _, ngettext

_WORDS: Mapping[str, str] = {
    "empty": N_("There is no fear in this file. Write one a line, or a column called “fear”."),
    "many": N_("Line {line}: more than {most} fears. Please shorten the file."),
    "long": N_("Line {line}: this text is longer than {longest} characters. Please shorten it."),
    "column": N_("There are several columns. Please call the one with the fears “fear”."),
    "quote": N_("Line {line}: a quotation mark is not closed. Please mend it."),
    "encoding": N_("This is not UTF-8 text. Please save it as UTF-8 and try again."),
    "size": N_("This file is too large to be a list of fears. Please choose another one."),
}


def fear_list_sentence(error: FearListError) -> str:
    """What is wrong, all of it, and that nothing was taken."""
    return "\n".join((*map(_fault, error.faults), _("Nothing was taken from it.")))


def preview_words(texts: tuple[str, ...]) -> str:
    """What would be put on the wall."""
    count = len(texts)
    return ngettext("{count} fear in this file", "{count} fears in this file", count).format(
        count=count
    )


def _fault(fault: LineFault) -> str:
    return _(_WORDS[fault.problem]).format(line=fault.line, most=MOST_FEARS, longest=MAX_TEXT)
