"""A sum over everything in a workshop, kept beside it: SQLite itself does not notice a flipped bit.

Each value gives a number, and the seal is their sum, so that a step only adds and takes away what
it has changed. It finds accidents, not forgers.
"""

import hashlib

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.workshop import HEADS, PARTS, Value, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.storage.rows import to_row

_BYTES = 6
"""Sums of 48-bit numbers over 30,000 values still fit into what SQLite calls an integer."""


def seal_of(workshop: Workshop) -> int:
    """The seal of a whole workshop."""
    heads = sum(_number(head, getattr(workshop, head)) for head in HEADS)
    return heads + sum(
        _number(part, value) for part in PARTS for value in mapping(workshop, part).values()
    )


def seal_step(changes: Changes) -> int:
    """What changes add to the seal; may be negative."""
    added = (_number(each.part, each.after) for each in changes.items if each.after is not None)
    gone = (_number(each.part, each.before) for each in changes.items if each.before is not None)
    return sum(added) - sum(gone)


def _number(part: str, value: Value) -> int:
    text = repr((part, *to_row(part, value).values())).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=_BYTES).digest(), "big")
