"""Moves of a sentence that is not a risk yet: words find their place, none is lost (method A.5).

What the wording aid asks, these rules can do: what is true goes to the cause, what is to be done to
the shelf of ideas, what is happening or unknown back to the fear, two things into two risks.
"""

import re

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.fears import Place, placed
from deskrisk.domain.lexicon import Lexicon
from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import get
from deskrisk.domain.recasting import Recast, suggested
from deskrisk.domain.risks import (
    answers_about,
    idea_added,
    promises_for,
    risk_edited,
    risk_removed,
    risk_split,
)

JOINT = "; "
"""Stands between words that meet in one field."""

_SENTENCE_END = re.compile(r"[.!?]+\s+")
_COMMA = re.compile(r"[,;]\s*")


def said_in_one(line: str, lexicon: Lexicon) -> Recast | None:
    """The parts of a line that holds a whole sentence, such as ``"Because A, B may happen"``.

    Returns:
        its parts; None if it is one part only.
    """
    found = suggested(line, lexicon)
    if found is None or not found.event:
        return None
    return found if found.cause or found.consequence else None


def parts_taken(workshop: Workshop, id_: RiskId, recast: Recast) -> Workshop:
    """The workshop with the parts of a sentence in their fields; a part it lacks stays as it is."""
    parts = {"cause": recast.cause, "event": recast.event, "consequence": recast.consequence}
    return risk_edited(workshop, id_, **{name: text for name, text in parts.items() if text})


def event_to_cause(workshop: Workshop, id_: RiskId, lexicon: Lexicon) -> Workshop:
    """The workshop in which what may happen is what is true today: it was no event.

    Raises:
        EmptyError: there are no words to move.
    """
    risk = get(workshop, Risk, id_)
    words = _words(risk.event)
    found = suggested(words, lexicon)
    fact = found.cause if found is not None and found.cause and not found.event else words
    return risk_edited(workshop, id_, cause=joined(risk.cause, fact), event="")


def event_to_shelf(workshop: Workshop, id_: RiskId, lexicon: Lexicon) -> Workshop:
    """The workshop in which what may happen lies on the shelf of ideas: it was something to do.

    Raises:
        EmptyError: there are no words to move.
    """
    words = _words(get(workshop, Risk, id_).event)
    found = suggested(words, lexicon)
    idea = found.idea if found is not None and found.idea else words
    return idea_added(risk_edited(workshop, id_, event=""), id_, idea)


def event_to_fear(
    workshop: Workshop, id_: RiskId, fear: FearId, disposition: Disposition
) -> Workshop:
    """The workshop in which a sentence is the issue or the question that a fear has become.

    Its words become the note of the fear. A risk of which nothing is left goes.

    Raises:
        EmptyError: there are no words to move.
    """
    risk = get(workshop, Risk, id_)
    name = "event" if risk.event.strip() else "cause"
    words = _words(getattr(risk, name))
    note = joined(get(workshop, Fear, fear).note, words)
    workshop = risk_edited(workshop, id_, **{name: ""})
    if _is_bare(workshop, id_):
        workshop = risk_removed(workshop, id_)
    return placed(workshop, fear, Place(disposition=disposition, note=note))


def split_in_two(workshop: Workshop, id_: RiskId, new_id: RiskId, lexicon: Lexicon) -> Workshop:
    """The workshop with two risks of one cause; the second thing that may happen is the new one's.

    Where no second thing can be found, its event is still to be written.
    """
    first, second = halves(get(workshop, Risk, id_).event, lexicon)
    workshop = risk_split(workshop, id_, new_id)
    if not second:
        return workshop
    return risk_edited(risk_edited(workshop, id_, event=first), new_id, event=second)


def halves(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The first thing that may happen, and all others: cut after a sentence or before a clause.

    Returns:
        both texts; all of it and nothing if there is no place to cut.
    """
    end = _SENTENCE_END.search(text)
    if end is not None and text[end.end() :].strip():
        return text[: end.start()].strip(), text[end.end() :].strip()
    cut = _clause_end(text, lexicon)
    if cut is None:
        return text, ""
    return text[: cut[0]].strip(" ,;"), text[cut[1] :].strip(" ,;")


def joined(text: str, more: str) -> str:
    """Both texts in one field; one that is there already is not said twice."""
    if more.strip().casefold() in text.casefold():
        return text
    return f"{text.rstrip()}{JOINT}{more.strip()}" if text.strip() else more.strip()


def _clause_end(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the last word that joins two clauses stands before the second "may"."""
    first = lexicon.place("modals", text)
    if first is None:
        return None
    second = lexicon.place("modals", text[first[1] :])
    if second is None:
        return None
    start, end = first[1], first[1] + second[0]
    found: tuple[int, int] | None = None
    at = start
    while (joint := lexicon.place("joints", text[at:end])) is not None:
        found = at + joint[0], at + joint[1]
        at += joint[1]
    if found is None:
        commas = list(_COMMA.finditer(text, start, end))
        found = commas[-1].span() if commas else None
    return found


def _words(text: str) -> str:
    if not text.strip():
        raise EmptyError("risks", "event")
    return text.strip()


def _is_bare(workshop: Workshop, id_: RiskId) -> bool:
    risk = workshop.risks[id_]
    texts = (risk.cause, risk.event, risk.consequence, *risk.ideas)
    needed = answers_about(workshop, id_) or promises_for(workshop, id_)
    return not needed and not any(text.strip() for text in texts)
