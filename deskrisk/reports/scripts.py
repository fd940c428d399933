"""Which scripts of a workshop its documents cannot print: said before one is made."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.fields import advised_length
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.domain.publishing import published
from deskrisk.domain.texts import cleaned
from deskrisk.reports import fonts
from deskrisk.reports.text import is_lost, runs_backward


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptProblem:
    """A script that is not printed as it was typed.

    ``script`` is its Unicode name in small letters, e.g. ``hangul`` or ``cjk``. ``missing`` says
    that a substitute stands for each of the ``characters``; else they are printed letter by letter
    from left to right. ``example`` holds a few of them.
    """

    script: str
    missing: bool
    characters: int
    example: str


def missing_scripts(
    workshop: Workshop, options: DocumentOptions | None = None
) -> tuple[ScriptProblem, ...]:
    """What a document of the workshop cannot print as it was typed, the most frequent first.

    Args:
        workshop: any workshop.
        options: the document; what it does not hold is no problem of it.
    """
    fonts.register()
    found: Counter[tuple[bool, str]] = Counter()
    examples: dict[tuple[bool, str], dict[str, None]] = {}
    characters = Counter("".join(_texts(published(workshop, options or DocumentOptions()))))
    for character, count in sorted(characters.items()):
        missing = is_lost(character)
        if missing or runs_backward(character):
            key = (missing, _script(character))
            found[key] += count
            examples.setdefault(key, {})[character] = None
    return tuple(
        ScriptProblem(
            script=script,
            missing=missing,
            characters=count,
            example="".join(list(examples[missing, script])[:_SHOWN]),
        )
        for (missing, script), count in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    )


_SHOWN = 6


def _script(character: str) -> str:
    """The first word of a character's name tells its script; emoji and the like are signs."""
    name = unicodedata.name(character, "")
    if unicodedata.category(character).startswith("L") and name:
        return name.split("-")[0].split()[0].lower()
    return "signs"


def _texts(workshop: Workshop) -> list[str]:
    values: list[Any] = [getattr(workshop, head) for head in HEADS]
    values += [value for part in PARTS for value in mapping(workshop, part).values()]
    return [cleaned(text)[0] for value in values for text in _texts_of(value)]


def _texts_of(value: Any) -> list[str]:
    found: list[str] = []
    for declared in fields(value):
        held = getattr(value, declared.name)
        if isinstance(held, str) and advised_length(declared) is not None:
            found.append(held)
        elif is_dataclass(held) and not isinstance(held, type):
            found += _texts_of(held)
    return found
