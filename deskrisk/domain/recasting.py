"""How the words of a line can move into the parts of a risk (method C.1).

Words move; none is invented. What is still missing, the rules of ``wording`` ask for.
"""

from dataclasses import dataclass

from deskrisk.domain.lexicon import Lexicon
from deskrisk.domain.wording import Code, risk_codes

_TO_SHELF = (Code.SOLUTION,)
_TO_CAUSE = (Code.ISSUE, Code.FACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recast:
    """The parts of a risk, and what belongs on the shelf of ideas instead."""

    cause: str = ""
    event: str = ""
    consequence: str = ""
    idea: str = ""


def suggested(line: str, lexicon: Lexicon) -> Recast | None:
    """Where the words of one line belong.

    Args:
        line: what somebody said, such as ``"Because A, B may happen"``.
        lexicon: the lists of its language.

    Returns:
        the words in their places; None if they stand well where they are.
    """
    text = _bare(line)
    codes = risk_codes("", text, "", lexicon)
    if Code.QUESTION in codes:
        return None
    if Code.MISSING_SOLUTION in codes:
        return Recast(cause=_absent(text, lexicon))
    if any(code in codes for code in _TO_SHELF):
        return Recast(idea=_after(lexicon.opening("solution_frames", text), text))
    parts = _linked(text, lexicon)
    if parts is not None:
        return parts
    if any(code in codes for code in _TO_CAUSE) and not lexicon.opening("cause_links", text):
        return Recast(cause=text)
    return None


def _bare(line: str) -> str:
    return line.strip().rstrip(".").rstrip()


def _after(opening: str, text: str) -> str:
    return text[len(opening) :].strip(" ,:") or text


def _absent(text: str, lexicon: Lexicon) -> str:
    """What is missing, said as a state of today."""
    scarce = lexicon.opening("scarce", text)
    rest = _after(scarce or lexicon.opening("negated_solution", text), text)
    pattern = lexicon.patterns.get("scarce" if scarce else "absent", "{rest}")
    return pattern.replace("{rest}", rest)


def _linked(text: str, lexicon: Lexicon) -> Recast | None:
    """The parts of a line that says itself what leads to what."""
    head, consequence = _parted(text, "consequence_links", lexicon)
    opening = lexicon.opening("cause_links", head)
    if opening:
        cause, _, event = _after(opening, head).partition(",")
        if event.strip():
            return _recast(cause, event, consequence)
    else:
        event, cause = _parted(head, "cause_links", lexicon)
        if cause:
            return _recast(cause, event, consequence)
    return _recast("", head, consequence) if consequence else None


def _parted(text: str, links: str, lexicon: Lexicon) -> tuple[str, str]:
    """The text before and after the first link inside of it; all of it and nothing if none."""
    place = lexicon.place(links, text)
    if place is None or not text[: place[0]].strip():
        return text, ""
    return text[: place[0]], text[place[1] :]


def _recast(cause: str, event: str, consequence: str) -> Recast:
    parts = (part.strip(" ,;") for part in (cause, event, consequence))
    return Recast(**dict(zip(("cause", "event", "consequence"), parts, strict=True)))
