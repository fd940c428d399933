"""Errors as sentences: what happened, what is safe, what to do. Made once, for every door."""

from functools import singledispatch

from deskrisk.domain.errors import (
    DeskError,
    DuplicateError,
    EmptyError,
    FixedError,
    MissingError,
    RangeError,
    StaleError,
    TooLongError,
)
from deskrisk.i18n import _


@singledispatch
def sentence(error: DeskError) -> str:
    """The error in words. Every room registers its own; this one is for those that need none."""
    return _("That is not possible here: {kind}.").format(kind=type(error).__name__)


@sentence.register
def _missing(_error: MissingError) -> str:
    return _("It is no longer there. Somebody may have removed it; undo brings it back.")


@sentence.register
def _duplicate(_error: DuplicateError) -> str:
    return _("It is there already.")


@sentence.register
def _too_long(error: TooLongError) -> str:
    return _("This text has {length} characters; {limit} is the most. Please shorten it.").format(
        length=error.length, limit=error.limit
    )


@sentence.register
def _range(error: RangeError) -> str:
    return _("{value} is not possible here. It can be {allowed}.").format(
        value=error.value, allowed=error.allowed
    )


@sentence.register
def _empty(_error: EmptyError) -> str:
    return _("Something is still empty here. Please fill it in first.")


@sentence.register
def _fixed(_error: FixedError) -> str:
    return _("This belongs to the method and stays.")


@sentence.register
def _stale(_error: StaleError) -> str:
    return _("It has changed in the meantime, so this cannot be taken back.")
