"""What is wrong in a file of content, line by line, in words."""

from collections.abc import Mapping
from pathlib import PurePath

from deskrisk.domain.content import ContentError, Mistake
from deskrisk.i18n import N_, _, ngettext

CONTENT_WORDS: Mapping[str, str] = {
    "json": N_("from here on it is no JSON any more"),
    "size": N_("the file is far too large"),
    "letters": N_("the file is not UTF-8 text"),
    "unreadable": N_("the file cannot be read"),
    "object": N_("“{where}” has to be an object in braces"),
    "list": N_("“{where}” has to be a list in brackets"),
    "str": N_("“{where}” has to be a text in quotes"),
    "int": N_("“{where}” has to be a whole number"),
    "float": N_("“{where}” has to be a number"),
    "bool": N_("“{where}” has to be true or false"),
    "format": N_("“format” has to be “{found}”"),
    "version": N_("this format_version is not known; {found} is"),
    "choice": N_("“{found}” is no choice for “{where}”"),
    "length": N_("“{where}” has {found} characters, which is too few or too many"),
    "range": N_("“{where}” is {found}, which is too small or too large"),
    "entries": N_("“{where}” has {found} entries, which is too few or too many"),
    "unknown": N_("“{where}” is not known here"),
    "twice": N_("“{where}” is there twice"),
    "missing": N_("“{where}” is missing"),
    "same_id": N_("the id “{found}” is there twice"),
    "reference": N_("“{where}” names “{found}”, which is not in the file"),
}
"""What each problem is called."""


def mistake_words(mistake: Mistake) -> str:
    """One mistake, such as ``"Line 12: “risks[3].title” is missing"``."""
    words = _(CONTENT_WORDS[mistake.problem]).format(where=mistake.where, found=mistake.found)
    return _("Line {line}: {words}").format(line=mistake.line, words=words)


def content_words(error: ContentError) -> str:
    """The sentence about a file that cannot be used, and each mistake on a line of its own."""
    count = len(error.mistakes)
    head = ngettext(
        "The file {name} cannot be used: one thing is wrong.",
        "The file {name} cannot be used: {count} things are wrong.",
        count,
    ).format(name=PurePath(error.path).name, count=count)
    return "\n".join((head, *map(mistake_words, error.mistakes)))


def not_a_template_words(mistakes: tuple[Mistake, ...]) -> str:
    """Why what was prepared is no template yet, and what to do."""
    parts = {_part_of(each) for each in mistakes}
    named = [_(words) for part, words in _TEMPLATE_PARTS.items() if part in parts]
    if not named:
        return _("This cannot be kept as a template.")
    return _("For a template, look at these in Prepare first: {parts}.").format(
        parts="; ".join(named)
    )


def _part_of(mistake: Mistake) -> str:
    return mistake.where.partition("[")[0].partition(".")[0]


_TEMPLATE_PARTS: Mapping[str, str] = {
    "name": N_("the name, 3 to 60 characters"),
    "purpose": N_("the purpose, 10 to 200 characters"),
    "objectives": N_("the aims, two to six of 5 to 120 characters"),
    "groups": N_("the groups, at most five of up to 40 characters"),
    "categories": N_("your own kinds of risk, at most four of up to 40 characters"),
    "even_over": N_("the even-over lines, 3 to 80 characters on each side"),
    "working_agreements": N_("the working agreements, at most six of 5 to 160 characters"),
}
