"""JSON in which every value knows its line, so that a mistake can be named where it is."""

import json
import re
from dataclasses import dataclass
from typing import TypeAlias

Held: TypeAlias = "str | int | float | bool | tuple[Lined, ...] | dict[str, Lined] | None"

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_STRINGS = json.JSONDecoder()
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_DEEPEST = 20
"""No file of ours nests deeper; a hostile one could exhaust the stack."""


class LinedJsonError(ValueError):
    """The text is no JSON; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Lined:
    """A value and the line it begins on. ``twice`` names keys that an object holds twice."""

    held: Held
    line: int
    twice: tuple[str, ...] = ()


def parse(text: str) -> Lined:
    """Read a whole text.

    Raises:
        LinedJsonError: it is not one JSON value.
    """
    reader = _Reader(text)
    value = reader.value(_DEEPEST)
    if reader.peek():
        raise reader.flaw()
    return value


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = (0, 1)

    def peek(self) -> str:
        """The next letter that is no space; empty at the end."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def flaw(self) -> LinedJsonError:
        return LinedJsonError(self._line())

    def value(self, deepest: int) -> Lined:
        letter = self.peek()
        line = self._line()
        if not deepest:
            raise self.flaw()
        if letter == "{":
            held, twice = self._object(deepest)
            return Lined(held, line, twice)
        if letter == "[":
            return Lined(self._list(deepest), line)
        if letter == '"':
            return Lined(self._string(), line)
        return Lined(self._plain(), line)

    def _line(self) -> int:
        """The line of the next letter; counted on from the last time."""
        place, line = self._counted
        line += self._text.count("\n", place, self._at)
        self._counted = (self._at, line)
        return line

    def _take(self, wanted: str) -> None:
        if self.peek() != wanted:
            raise self.flaw()
        self._at += 1

    def _object(self, deepest: int) -> tuple[dict[str, Lined], tuple[str, ...]]:
        found: dict[str, Lined] = {}
        twice: list[str] = []
        self._take("{")
        while self.peek() != "}":
            if found:
                self._take(",")
            if self.peek() != '"':
                raise self.flaw()
            key = self._string()
            self._take(":")
            if key in found:
                twice.append(key)
            found[key] = self.value(deepest - 1)
        self._take("}")
        return found, tuple(twice)

    def _list(self, deepest: int) -> tuple[Lined, ...]:
        found: list[Lined] = []
        self._take("[")
        while self.peek() != "]":
            if found:
                self._take(",")
            found.append(self.value(deepest - 1))
        self._take("]")
        return tuple(found)

    def _string(self) -> str:
        try:
            text, self._at = _STRINGS.raw_decode(self._text, self._at)
        except json.JSONDecodeError:
            raise self.flaw() from None
        return str(text)

    def _plain(self) -> float | bool | None:
        for word, value in _LITERALS.items():
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return value
        number = _NUMBER.match(self._text, self._at)
        if number is None:
            raise self.flaw()
        self._at = number.end()
        digits = number.group()
        return int(digits) if digits.lstrip("-").isdigit() else float(digits)
