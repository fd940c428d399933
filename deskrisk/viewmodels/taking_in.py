"""A workshop file that is in the library already: in what it differs, in words."""

from deskrisk.domain.changes import difference
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.versions import changes_between
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.version_words import change_words

MOST_LINES = 5
"""How many differences are told one by one."""


def is_same(held: Workshop, coming: Workshop) -> bool:
    """Does the file hold exactly what is in the library?"""
    return not difference(held, coming)


def difference_lines(held: Workshop, coming: Workshop) -> tuple[str, ...]:
    """What an update would change.

    Args:
        held: as it is in the library.
        coming: as it is in the file.

    Returns:
        at most ``MOST_LINES`` changes, and a line that counts all of them.
    """
    told = [change_words(each, held, coming) for each in changes_between(held, coming)]
    count = len(difference(held, coming).items)
    whole = ngettext(
        "In all, {count} entry of the file differs.",
        "In all, {count} entries of the file differ.",
        count,
    )
    return (*told[:MOST_LINES], whole.format(count=count))


def update_words(held: Workshop, coming: Workshop) -> str:
    """The whole question: what differs, and what an update does."""
    lines = "\n".join(difference_lines(held, coming))
    update = _("Update puts the file in its place; its steps can then no longer be undone.")
    return f"{lines}\n\n{update}"
