"""The table of answers that is filled in before the meeting: one row a person and risk."""

from collections.abc import Mapping, Sequence

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.domain.sheets import Answer, Sheet, asked
from deskrisk.domain.tables import TableError, TableFault, table_rows, table_text

COLUMNS = 5
"""Person, number of the risk, its title (only to be read), how likely, how bad."""

CANNOT = ("0", "?")
"""What stands for "I cannot judge"."""

MOST_FAULTS = 8
"""That many are told at once."""

_LEVELS = {str(level): level for level in range(1, 6)}


def sheet_table(workshop: Workshop, headings: Sequence[str], *, round_: int = FIRST_ROUND) -> str:
    """The empty table for everybody who scores, ready to be filled in.

    Args:
        workshop: who scores what.
        headings: the names of the five columns.
        round_: 1 or 2.
    """
    rows = [
        [label, str(workshop.risks[risk].number), workshop.risks[risk].title, "", ""]
        for label in _people(workshop)
        for risk in asked(workshop, round_)
    ]
    return table_text([list(headings), *rows])


def sheets_in_table(
    workshop: Workshop, text: str, *, round_: int = FIRST_ROUND
) -> tuple[Sheet, ...]:
    """The sheets in a filled-in table; rows without an answer are left out.

    Raises:
        TableError: what is wrong, line by line; then nothing is taken. The problems are
            ``empty``, ``quote``, ``columns``, ``person``, ``risk``, ``twice``, ``level``, ``half``.
    """
    rows = table_rows(text)[1:]
    people = {label.casefold(): who for label, who in _people(workshop).items()}
    risks = {str(workshop.risks[risk].number): risk for risk in asked(workshop, round_)}
    found: dict[ParticipantId, dict[RiskId, Answer]] = {}
    faults: list[TableFault] = []
    for line, cells in rows:
        problem = _take(cells, people, risks, found)
        if problem:
            faults.append(TableFault(line, problem))
    if not faults and not found:
        faults = [TableFault(0, "empty")]
    if faults:
        raise TableError(tuple(faults[:MOST_FAULTS]))
    return tuple(Sheet(who=who, answers=tuple(answers.values())) for who, answers in found.items())


def _people(workshop: Workshop) -> Mapping[str, ParticipantId]:
    """Everybody who scores by a name that is told from all others."""
    found: dict[str, ParticipantId] = {}
    for person in in_order(workshop.participants):
        if not person.scores:
            continue
        name = " ".join(person.name.split())
        label, number = name, 2
        while label.casefold() in {each.casefold() for each in found}:
            label, number = f"{name} ({number})", number + 1
        found[label] = person.id
    return found


def _take(
    cells: Sequence[str],
    people: Mapping[str, ParticipantId],
    risks: Mapping[str, RiskId],
    found: dict[ParticipantId, dict[RiskId, Answer]],
) -> str:
    """Put the answer of one row with the others; the problem if it cannot be."""
    if len(cells) < COLUMNS:
        return "columns"
    name, number, _title, likelihood, impact = cells[:COLUMNS]
    if not likelihood and not impact:
        return ""
    who = people.get(" ".join(name.split()).casefold())
    risk = risks.get(number.strip().lstrip("Rr"))
    if who is None or risk is None:
        return "person" if who is None else "risk"
    answer = _answer(risk, likelihood, impact)
    if isinstance(answer, str) or risk in found.setdefault(who, {}):
        return answer if isinstance(answer, str) else "twice"
    found[who][risk] = answer
    return ""


def _answer(risk: RiskId, likelihood: str, impact: str) -> Answer | str:
    given = {likelihood, impact} - {""}
    if given <= set(CANNOT):
        return Answer(risk=risk)
    if given & set(CANNOT) or "" in (likelihood, impact):
        return "half"
    if not given <= _LEVELS.keys():
        return "level"
    return Answer(risk=risk, likelihood=_LEVELS[likelihood], impact=_LEVELS[impact])
