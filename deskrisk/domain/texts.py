"""Text from people is text: kept as typed, with an announced substitute for the unkeepable."""

import re
from dataclasses import Field, fields, replace
from typing import Any, TypeVar

from deskrisk.domain.errors import TooLongError
from deskrisk.domain.model.fields import longest_text
from deskrisk.domain.model.workshop import Value
from deskrisk.domain.parts import part_name

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no file format of ours can hold."""

# Control characters but tab and line feed; lone surrogates; the two non-characters that XML
# refuses. A NUL cuts searches short, the others cannot be written to XML, UTF-8 or a page.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|\r|\x85|\u2028|\u2029")

V = TypeVar("V", bound=Value)


def cleaned(text: str) -> tuple[str, int]:
    """The text with one kind of line end, and how many characters had to be replaced."""
    return _UNKEEPABLE.subn(SUBSTITUTE, _LINE_ENDS.sub("\n", text))


def cleaned_value(value: V) -> tuple[V, int]:
    """A value with all its texts cleaned, nested ones too, and how many characters were replaced.

    Raises:
        TooLongError: a text is longer than its field may hold.
    """
    changes: dict[str, Any] = {}
    total = 0
    for declared in fields(value):
        held = getattr(value, declared.name)
        fresh, count = _cleaned_field(held, part_name(value), declared)
        if fresh is not held:
            changes[declared.name] = fresh
            total += count
    return (replace(value, **changes), total) if changes else (value, 0)


def _cleaned_field(held: Any, part: str, declared: Field[Any]) -> tuple[Any, int]:
    if isinstance(held, str):
        longest = longest_text(declared)
        if len(held) > longest:
            raise TooLongError(part, declared.name, len(held), longest)
        fresh, count = cleaned(held)
        return (held, 0) if fresh == held else (fresh, count)
    if isinstance(held, tuple):
        pairs = [_cleaned_field(item, part, declared) for item in held]
        if all(fresh is item for (fresh, _), item in zip(pairs, held, strict=True)):
            return held, 0
        return tuple(fresh for fresh, _ in pairs), sum(count for _, count in pairs)
    if hasattr(held, "__dataclass_fields__"):
        changes: dict[str, Any] = {}
        total = 0
        for nested in fields(held):
            inner = getattr(held, nested.name)
            fresh, count = _cleaned_field(inner, part, nested)
            if fresh is not inner:
                changes[nested.name] = fresh
                total += count
        return (replace(held, **changes), total) if changes else (held, 0)
    return held, 0
