"""What can go wrong, with data and no sentences; windows and command line make the words."""

from dataclasses import dataclass


class DeskError(Exception):
    """Something that the user, or the world, can be told about. Nothing has been changed."""


@dataclass(eq=False)
class MissingError(DeskError):
    """A thing is not, or no longer, in the workshop."""

    part: str
    id: str


@dataclass(eq=False)
class DuplicateError(DeskError):
    """A thing with this id is there already."""

    part: str
    id: str


@dataclass(eq=False)
class TooLongError(DeskError):
    """A text is longer than any text of a workshop may be."""

    part: str
    field: str
    length: int
    limit: int


@dataclass(eq=False)
class RangeError(DeskError):
    """A number or a date is outside of what the field can hold."""

    part: str
    field: str
    value: str
    allowed: str


@dataclass(eq=False)
class EmptyError(DeskError):
    """A text that is needed is empty."""

    part: str
    field: str


@dataclass(eq=False)
class FixedError(DeskError):
    """A thing that belongs to the method cannot be removed."""

    part: str
    id: str


@dataclass(eq=False)
class StaleError(DeskError):
    """The workshop has changed since this step, so that it cannot be put back."""

    label: str
