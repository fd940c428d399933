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


@dataclass(eq=False)
class RoundClosedError(DeskError):
    """A round of private answers is closed; it can be opened again."""

    round: int


@dataclass(eq=False)
class RoundNotOpenError(DeskError):
    """A second round begins when the first is closed."""

    round: int


@dataclass(eq=False)
class AbsentOwnerError(DeskError):
    """A person who is not here cannot be made owner unless they have agreed."""

    id: str


@dataclass(eq=False)
class UnknownPersonError(DeskError):
    """Nobody in the room has this name, or more than one has."""

    name: str


@dataclass(eq=False)
class NoReasonError(DeskError):
    """A decision that needs a reason to print has none."""

    part: str
    field: str


@dataclass(eq=False)
class NoProofError(DeskError):
    """A promise is not proven without a day and somebody who has seen the signal."""

    field: str


class OwnerMayNotDecideError(DeskError):
    """The rule of decision, or the round, leaves nothing for the owner to decide."""


class NobodyAskedError(DeskError):
    """A further round makes no sense while nobody has answered in this one."""


@dataclass(eq=False)
class BallotError(DeskError):
    """A ballot names an item twice, or one it is not about.

    ``problem`` is ``twice`` or ``unknown``.
    """

    item: str
    problem: str


@dataclass(eq=False)
class DuelError(DeskError):
    """A risk cannot be held against itself."""

    risk: str


@dataclass(eq=False)
class SealedError(DeskError):
    """What somebody has sealed cannot be opened; ``part`` is ``scores`` or ``ballots``."""

    part: str


@dataclass(eq=False)
class StillMissingError(DeskError):
    """Somebody who is there has not answered for some risks; nothing is shown until they have."""

    risks: tuple[str, ...]


class NotAdoptedError(DeskError):
    """What the room has not adopted cannot be frozen."""


class NothingNewError(DeskError):
    """The agreement is frozen as it stands: a new version would say the same."""


@dataclass(eq=False)
class BrokenSealError(DeskError):
    """A frozen version is not what was sealed; ``number`` says which."""

    number: int


class UnprintableLogoError(DeskError):
    """What is to be printed as a logo is no picture that can be, or far too large."""
