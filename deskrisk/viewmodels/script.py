"""The facilitator's script as it is shipped: what to say and watch for, and how long it takes.

Words lie in one file a language; minutes belong to the method and are the same everywhere.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk import assets
from deskrisk.domain.model.brief import Preset, Stage
from deskrisk.i18n import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to read out; ``when`` is a direction such as "At the end", often empty.

    ``presets`` are those that have the time for it.
    """

    when: str = ""
    say: str
    presets: tuple[Preset, ...] = tuple(Preset)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptStep:
    """One step of the method. Texts may hold {project}, {horizon}, {K}, {duration} and such.

    ``presets`` are those that have this step.
    """

    key: str
    stage: Stage
    name: str
    read_out: tuple[Line, ...]
    watch_for: tuple[str, ...]
    presets: tuple[Preset, ...] = tuple(Preset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All steps in their order, and how the length of the meeting is said."""

    steps: tuple[ScriptStep, ...]
    durations: Mapping[Preset, str]


def script(code: str = "") -> Script:
    """The script in the language that is spoken, or in another one; English where it has none.

    Args:
        code: of the other language, e.g. ``"de"``.
    """
    return _script(assets.content_language("guide", "{code}.json", code or language()))


@cache
def _script(code: str) -> Script:
    held = _read(f"{code}.json")
    return Script(
        steps=tuple(_step(each) for each in held["steps"]),
        durations={Preset(key): words for key, words in held["durations"].items()},
    )


@cache
def minutes() -> Mapping[Preset, Mapping[str, int]]:
    """The time-box of each step in minutes, for each preset (method A.0)."""
    return {Preset(key): boxes for key, boxes in _read("time-boxes.json").items()}


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(assets.path("guide", name).read_text("utf-8"))
    return read


def _step(held: Mapping[str, Any]) -> ScriptStep:
    return ScriptStep(
        key=held["key"],
        stage=Stage(held["stage"]),
        name=held["name"],
        read_out=tuple(map(_line, held["read_out"])),
        watch_for=tuple(held["watch_for"]),
        presets=_presets(held),
    )


def _line(held: str | Mapping[str, Any]) -> Line:
    if isinstance(held, str):
        return Line(say=held)
    return Line(when=held.get("when", ""), say=held["say"], presets=_presets(held))


def _presets(held: Mapping[str, Any]) -> tuple[Preset, ...]:
    return tuple(map(Preset, held["presets"])) if "presets" in held else tuple(Preset)
