"""A measurement in one line, ``p95 < 300 ms over 24h in Grafana``, read and written.

What stands in double quotes is taken as it is, so that everything a signal can hold has a line.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from deskrisk.domain.model.responses import Comparator, Signal, SignalType
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.words import said

_PHRASES = (
    (N_("no more than|not more than|at most|up to|max"), Comparator.AT_MOST),
    (N_("no less than|not less than|at least|min"), Comparator.AT_LEAST),
    (N_("less than|fewer than|under|below"), Comparator.LESS),
    (N_("more than|above|over"), Comparator.MORE),
    (N_("exactly|equals"), Comparator.EQUAL),
)
"""What people say for a comparison; signs are understood in every language."""

_SIGNS = {
    "<": Comparator.LESS,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "\N{LESS-THAN OR EQUAL TO}": Comparator.AT_MOST,
    "=": Comparator.EQUAL,
    "==": Comparator.EQUAL,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "\N{GREATER-THAN OR EQUAL TO}": Comparator.AT_LEAST,
    ">": Comparator.MORE,
}
_WINDOW = N_("over|within|during|for")
_WINDOW_KEPT = N_("each|every|once|monthly|weekly|daily|yearly")
"""Words with which a length of time begins; those of the second row are a part of it."""

_WHERE = N_("in|on|see")
_LAGGING = N_("lagging")
_QUOTED = (
    *((), ("metric",), ("unit",), ("window",), ("where",), ("metric", "unit")),
    *(("metric", "window"), ("window", "where"), ("metric", "unit", "window", "where")),
)
"""Which parts stand in quotes: as few as will do."""

_TOKEN = re.compile(r'"((?:[^"]|"")*)"|(<=|>=|==|=<|=>|[<>=\u2264\u2265])|([^\s"<>=\u2264\u2265]+)')
_AMOUNT = re.compile(r"(-?(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|[.,]\d+))(.*)")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_KIND = re.compile(r'\s*([^":<>=]{2,40}?)\s*:(?:\s|$)')


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the line, a sign, or what stood in quotes; ``key`` is empty for the latter two."""

    text: str
    key: str = ""
    sign: Comparator | None = None


def read_measure(line: str) -> Mapping[str, Any]:
    """The fields of a ``Signal`` that a line means; comparator and unit only with a number.

    Args:
        line: ``kind: what < number unit over a time in a place, lagging``, where every part may be
            missing. ``<``, "under", "less than" mean the same, and so on.
    """
    kind, rest = _kind(line)
    words = _words(rest)
    leading = not (words and words[-1].key == _(_LAGGING))
    words = words if leading else words[:-1]
    found: dict[str, Any] = {"type": kind, "leading": leading, "threshold": None}
    for at in range(len(words)):
        comparator, after = _comparator(words, at)
        amount = _amount(words[after]) if comparator and after < len(words) else None
        if amount is not None:
            number, unit = amount
            begun = _words(unit)
            unit, window, where = _divided([*begun, *words[after + 1 :]])
            return {
                **found,
                "metric": _joined(words[:at]),
                "comparator": comparator,
                "threshold": number,
                "unit": unit,
                "window": window,
                "where": where,
            }
    metric, window, where = _divided(words)
    return {**found, "metric": metric, "window": window, "where": where}


def written_measure(signal: Signal) -> str:
    """The line that means what a signal holds; empty for one that measures nothing."""
    for quoted in _QUOTED:
        line = _composed(signal, quoted)
        found = read_measure(line)
        if all(getattr(signal, name) == value for name, value in found.items()):
            break
    return line


def _composed(signal: Signal, quoted: Sequence[str]) -> str:
    def text(name: str) -> str:
        value: str = getattr(signal, name)
        return '"' + value.replace('"', '""') + '"' if name in quoted else value

    parts = []
    if signal.type is not SignalType.METRIC:
        parts.append(f"{said(signal.type)}:")
    if signal.metric:
        parts.append(text("metric"))
    if signal.threshold is not None:
        sign = "=" if signal.comparator is Comparator.EQUAL else signal.comparator.value
        parts += [sign, f"{Decimal(repr(signal.threshold)).normalize():f}"]
        if signal.unit:
            parts.append(text("unit"))
    if signal.window:
        begins = "window" not in quoted and _keeps_its_word(signal.window)
        parts.append(signal.window if begins else f"{_first(_WINDOW)} {text('window')}")
    if signal.where:
        parts.append(f"{_first(_WHERE)} {text('where')}")
    if not signal.leading:
        parts.append(_(_LAGGING))
    return " ".join(parts)


def _keeps_its_word(window: str) -> bool:
    return _words(window)[0].key in _(_WINDOW_KEPT).split("|") if _words(window) else False


def _first(row: str) -> str:
    return _(row).split("|")[0]


def _kind(line: str) -> tuple[SignalType, str]:
    found = _KIND.match(line)
    name = found[1].casefold() if found else ""
    for kind in SignalType:
        if found and name in (said(kind).casefold(), kind.value.replace("_", " ")):
            return kind, line[found.end() :]
    return SignalType.METRIC, line


def _words(line: str) -> list[_Word]:
    found = []
    for token in _TOKEN.finditer(line):
        literal, sign, text = token.groups()
        if literal is not None:
            found.append(_Word(literal.replace('""', '"')))
        elif sign is not None:
            found.append(_Word(sign, sign=_SIGNS[sign]))
        else:
            found.append(_Word(text, text.casefold().rstrip(",;")))
    return found


def _comparator(words: Sequence[_Word], at: int) -> tuple[Comparator | None, int]:
    """The comparison that begins at a place, and where it ends."""
    if words[at].sign is not None:
        return words[at].sign, at + 1
    for phrases, comparator in _PHRASES:
        for phrase in _(phrases).split("|"):
            wanted = phrase.split()
            if [word.key for word in words[at : at + len(wanted)]] == wanted:
                return comparator, at + len(wanted)
    return None, at


def _amount(word: _Word) -> tuple[float, str] | None:
    """The number with which a word begins, and the rest of the word; None if there is none."""
    found = _AMOUNT.fullmatch(word.text) if word.key else None
    if found is None:
        return None
    digits = found[1]
    plain = digits.replace(",", "") if _GROUPED.fullmatch(digits) else digits.replace(",", ".")
    return float(plain), found[2]


def _divided(words: Sequence[_Word]) -> tuple[str, str, str]:
    """What stands before the time and the place, then the time, then the place."""
    parts: dict[str, list[_Word]] = {"": []}
    begun = ""
    for word in words:
        part, kept = _part_begun(word)
        if part and part not in parts:
            begun = part
            parts[part] = [word] if kept else []
        else:
            parts[begun].append(word)
    return tuple(_joined(parts.get(name, ())) for name in ("", "window", "where"))  # type: ignore[return-value]  # three of them


def _part_begun(word: _Word) -> tuple[str, bool]:
    if word.key in _(_WINDOW).split("|"):
        return "window", False
    if word.key in _(_WINDOW_KEPT).split("|"):
        return "window", True
    return ("where", False) if word.key in _(_WHERE).split("|") else ("", False)


def _joined(words: Sequence[_Word]) -> str:
    text = " ".join(word.text for word in words)
    return text.rstrip(" ,;") if words and words[-1].key else text
