"""What a new workshop can begin with, and whose people it can take: rows to choose from."""

from collections.abc import Iterable

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.templates import Template
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.palette import Offer
from deskrisk.viewmodels.words import said

TEMPLATE, LIKE, CONTINUE, PEOPLE = "template:", "like:", "continue:", "people:"
"""The beginnings of the keys of such rows; an id follows."""


def beginning_offers(
    templates: Iterable[Template], rows: Iterable[LibraryRow]
) -> tuple[Offer, ...]:
    """The templates, then the past workshops, newest first.

    Each past one is there twice: to go on with its open risks, and to begin like it without them.
    """
    kinds = tuple(
        Offer(
            key=f"{TEMPLATE}{each.id}",
            words=each.name,
            kind="" if each.name == said(each.preset) else said(each.preset),
            wanted_for=f"{_('template')} {each.note}",
        )
        for each in templates
    )
    held = tuple(rows)
    on = tuple(_past(CONTINUE, _("Go on from “{title}”"), row) for row in held)
    like = tuple(_past(LIKE, _("Like “{title}”"), row) for row in held)
    return (*kinds, *(offer for both in zip(on, like, strict=True) for offer in both))


def people_offers(rows: Iterable[LibraryRow], here: WorkshopId) -> tuple[Offer, ...]:
    """The workshops whose people can be taken, newest first; not the one that is open."""
    return tuple(
        Offer(
            key=f"{PEOPLE}{row.id}",
            words=_("People from “{title}”").format(title=row.title),
            kind=day(row.held_on),
            wanted_for=row.project,
        )
        for row in rows
        if row.id != here
    )


def _past(kind: str, words: str, row: LibraryRow) -> Offer:
    return Offer(
        key=f"{kind}{row.id}",
        words=words.format(title=row.title),
        kind=day(row.held_on),
        wanted_for=row.project,
    )
