"""Turn a file of the format ``deskrisk-sample`` into a workshop file.

Use: python3 dev.py convert-sample IN.json OUT.deskrisk

That format came before the workshop file: it has other names for some fields, holds both ends of
each link, and may carry a ``computed`` block. Whatever has no place in a workshop is left out and
named; whatever is wrong is refused in a sentence, and then nothing is written.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script

from deskrisk.domain.errors import DeskError
from deskrisk.domain.file_errors import FileMissingError, WorkshopFileError
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.scales import IMPACT, LIKELIHOOD
from deskrisk.services.workshop_files import (
    Plain,
    parsed_json,
    workshop_from_plain,
    write_workshop_file,
)
from deskrisk.viewmodels.problems import sentence

FORMAT = "deskrisk-sample"
FORMAT_VERSION = 1

LISTS: Mapping[str, str] = {
    "groups": "groups",
    "participants": "participants",
    "clusters": "clusters",
    "working_agreements": "working_agreements",
    "fears": "fears",
    "risks": "risks",
    "scores": "scores",
    "ballots": "ballots",
    "duels": "duels",
    "order_changes": "order_moves",
    "mitigations": "mitigations",
    "responses": "responses",
    "signoff": "stances",
    "amendments": "amendments",
}
"""Lists that are taken entry by entry, by their names here and in a workshop."""

RENAMED: Mapping[str, Mapping[str, str]] = {
    "brief": {
        "date": "held_on",
        "input_mode_fears": "input_fears",
        "input_mode_scores": "input_scores",
        "input_mode_ballots": "input_ballots",
        "input_mode_signoff": "input_signoff",
    },
    "fears": {
        "question_owner": "owner",
        "question_due": "due",
        "issue_owner": "owner",
        "issue_due": "due",
    },
    "risks": {"idea_shelf": "ideas"},
    "mitigations": {"response": "treatment", "risk": "risks"},
    "responses": {"responses": "treatments"},
    "reviews": {"date": "held_on"},
}
"""Fields with another name here, by part."""

DERIVED = {
    "about",
    "computed",
    "format",
    "format_version",
    "workshop.id",
    "workshop.likelihood_scale",
    "workshop.impact_scale",
    "workshop.max_rounds",
    "workshop.point_person_days",
    "workshop.objectives",
    "workshop.even_over",
    "fears.risks",
    "working_agreements.fears",
    "reviews.entries",
}
"""Nothing is lost when these are left out: they follow from the rest, or are read by themselves."""

ONE_ID = {"risks", "answers"}
"""Lists of ids that may be given as one id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The workshop, and how often each field had no place in it and was left out."""

    workshop: Workshop
    left_out: Mapping[str, int]


class Converter:
    """Reads one file; keeps count of what it leaves out."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        self._left_out: Counter[str] = Counter()

    def converted(self) -> Converted:
        """The workshop.

        Raises:
            WorkshopFileError: something is wrong with the file.
        """
        self._check_head()
        head = _object(self._plain.get("workshop"), "workshop")
        _check_scales(head)
        found: Plain = {"id": head.get("id", "sample"), "brief": self._brief(head)}
        for name, part in LISTS.items():
            found[part] = self._entries(self._plain.get(name), name, part)
        for name in ("objectives", "even_over"):
            found[name] = self._entries(head.get(name), f"workshop.{name}", name)
        found["categories"] = self._categories()
        found["discussion_notes"] = self._discussion_notes()
        found["reviews"], found["review_entries"] = self._reviews()
        found["outcomes"] = self._outcomes()
        _link_both_ways(self._plain, found)
        found["progress"] = self._progress(found)
        self._note_unread()
        read = workshop_from_plain(found)
        return Converted(workshop=read.workshop, left_out=dict(self._left_out))

    def _check_head(self) -> None:
        if self._plain.get("format") != FORMAT:
            raise WorkshopFileError("format", wanted=FORMAT)
        if self._plain.get("format_version") != FORMAT_VERSION:
            raise WorkshopFileError("version", wanted=str(FORMAT_VERSION))

    def _brief(self, head: Plain) -> Plain:
        return self._record(head, "workshop", "brief", leave=set(_names(HEADS["progress"])))

    def _record(self, item: Any, where: str, part: str, *, leave: Iterable[str] = ()) -> Plain:
        """One entry under the names of a workshop, without what is null."""
        known = _names(HEADS.get(part) or PARTS[part])
        renamed = RENAMED.get(part, {})
        found: Plain = {}
        for name, value in _object(item, where).items():
            target = renamed.get(name, name)
            if target not in known:
                if name not in leave:
                    self._leave_out(f"{where.partition('[')[0]}.{name}", value)
            elif value is not None:
                single = target in ONE_ID and isinstance(value, str)
                found[target] = [value] if single else value
        if isinstance(found.get("signal"), dict):
            found["signal"] = self._signal(found["signal"])
        return found

    def _signal(self, signal: Plain) -> Plain:
        known = _names(Signal)
        for name, value in signal.items():
            if name not in known:
                self._leave_out(f"mitigations.signal.{name}", value)
        return {
            name: value for name, value in signal.items() if name in known and value is not None
        }

    def _entries(self, plain: Any, where: str, part: str) -> list[Plain]:
        """A list of entries; places, sequences and ids are counted where there are none."""
        known = _names(PARTS[part])
        found = []
        for number, item in enumerate(_list(plain, where)):
            entry = self._record(item, f"{where}[{number}]", part)
            for name, value in (("position", number), ("sequence", number + 1)):
                if name in known:
                    entry.setdefault(name, value)
            if "id" in known:
                entry.setdefault("id", f"{part}-{number + 1}")
            found.append(entry)
        return found

    def _categories(self) -> list[Plain]:
        """The four fixed ones, whose names the program says itself, then the room's own."""
        own = [
            entry
            for entry in self._entries(self._plain.get("categories"), "categories", "categories")
            if entry["id"] not in FIXED_CATEGORIES
        ]
        fixed: list[Plain] = [{"id": id_} for id_ in FIXED_CATEGORIES]
        return [{**entry, "position": place} for place, entry in enumerate([*fixed, *own])]

    def _discussion_notes(self) -> list[Plain]:
        found: list[Plain] = []
        for number, item in enumerate(
            _list(self._plain.get("discussion_notes"), "discussion_notes")
        ):
            where = f"discussion_notes[{number}]"
            note = _object(item, where)
            for text in _list(note.get("heard"), f"{where}.heard"):
                place = len(found)
                found.append(
                    {
                        "id": f"note-{place + 1}",
                        "position": place,
                        "round": note.get("round", 1),
                        "risk": note.get("risk"),
                        "text": text,
                    }
                )
        return found

    def _reviews(self) -> tuple[list[Plain], list[Plain]]:
        plain = _list(self._plain.get("reviews"), "reviews")
        reviews = self._entries(plain, "reviews", "reviews")
        entries = []
        for number, (item, review) in enumerate(zip(plain, reviews, strict=True)):
            where = f"reviews[{number}].entries"
            for place, entry in enumerate(_list(item.get("entries"), where)):
                found = self._record(entry, f"{where}[{place}]", "review_entries")
                entries.append({"review": review["id"], **found})
        return reviews, entries

    def _outcomes(self) -> list[Plain]:
        """What is known: an entry without an answer and without a day says nothing yet."""
        words = {True: "yes", False: "no", None: "cannot_tell"}
        found = []
        for number, item in enumerate(_list(self._plain.get("outcomes"), "outcomes")):
            entry = _object(item, f"outcomes[{number}]")
            occurred = entry.get("occurred")
            if occurred is None and entry.get("resolved_on") is None:
                continue
            said = words[occurred] if occurred is None or isinstance(occurred, bool) else occurred
            found.append(
                self._record({**entry, "occurred": said}, f"outcomes[{number}]", "outcomes")
            )
        return found

    def _progress(self, found: Plain) -> Plain:
        """What the lists imply about how far the meeting was."""
        order = self._plain.get("agreed_order") or []
        known = _names(HEADS["progress"])
        said = {
            name: value
            for source in (self._plain["workshop"], self._plain)
            for name, value in source.items()
            if name in known and value is not None
        }
        return {
            "aims_confirmed": bool(order),  # there is no order without an opening
            "rule_read_out": bool(order),
            "order_confirmed": bool(order),
            "round_closed": _latest(found["scores"], 0),
            "sign_off_round": _latest(found["stances"], 1),
            **said,
        }

    def _note_unread(self) -> None:
        read = {*LISTS, "workshop", "categories", "discussion_notes", "reviews", "outcomes"}
        for name, value in self._plain.items():
            if name not in read and name not in _names(HEADS["progress"]):
                self._leave_out(name, value)

    def _leave_out(self, name: str, value: Any) -> None:
        ordinary = (name, value) == ("risks.kind", "threat")  # every risk here is one
        if name not in DERIVED and not ordinary and value not in (None, [], {}, ""):
            self._left_out[name] += 1


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(declared.name for declared in fields(kind))


def _object(plain: Any, where: str) -> Plain:
    if not isinstance(plain, dict):
        raise WorkshopFileError("type", where, wanted="object")
    return plain


def _list(plain: Any, where: str) -> list[Any]:
    if plain is None:
        return []
    if not isinstance(plain, list):
        raise WorkshopFileError("type", where, wanted="list")
    return plain


def _latest(entries: list[Plain], otherwise: int) -> int:
    rounds = [entry.get("round") for entry in entries]
    return max((each for each in rounds if isinstance(each, int)), default=otherwise)


def _check_scales(head: Plain) -> None:
    """Levels are only levels: with other values behind them every number would come out wrong."""
    wanted = {"likelihood_scale": LIKELIHOOD, "impact_scale": IMPACT}
    for name, ours in wanted.items():
        for number, item in enumerate(_list(head.get(name), f"workshop.{name}")):
            where = f"workshop.{name}[{number}]"
            step = _object(item, where)
            level = step.get("level")
            value = ours.get(level) if isinstance(level, int) else None
            if value is None or step.get("value") != value:
                raise WorkshopFileError("type", where, wanted="the scale of the method")


def _link_both_ways(plain: Plain, found: Plain) -> None:
    """Each link stands at both ends in the sample; one end is enough for it to count."""
    risks = {str(risk["id"]): risk for risk in found["risks"]}
    fears = {str(fear["id"]): fear for fear in found["fears"]}
    for number, fear in enumerate(_list(plain.get("fears"), "fears")):
        for id_ in _list(fear.get("risks"), f"fears[{number}].risks"):
            if str(id_) not in risks:
                raise WorkshopFileError("reference", f"fears[{number}].risks", str(id_), "risks")
            linked = _list(risks[str(id_)].setdefault("fears", []), "risks.fears")
            if found["fears"][number]["id"] not in linked:
                linked.append(found["fears"][number]["id"])
    for number, agreement in enumerate(
        _list(plain.get("working_agreements"), "working_agreements")
    ):
        where = f"working_agreements[{number}].fears"
        for id_ in _list(agreement.get("fears"), where):
            if str(id_) not in fears:
                raise WorkshopFileError("reference", where, str(id_), "fears")
            fears[str(id_)].setdefault("agreement", found["working_agreements"][number]["id"])


def convert(source: Path, target: Path) -> Converted:
    """Read one file and write the other.

    Raises:
        DeskError: the first is wrong, or the second cannot be written.
    """
    try:
        content = source.read_bytes()
    except OSError:
        raise FileMissingError(str(source)) from None
    done = Converter(parsed_json(content)).converted()
    write_workshop_file(done.workshop, target)
    target.chmod(0o644)  # a sample is for everybody
    return done


def main(arguments: list[str]) -> int:
    """The command. Gives the exit status."""
    if len(arguments) != 2:
        sys.stderr.write("Use: convert-sample IN.json OUT.deskrisk\n")
        return 2
    try:
        done = convert(Path(arguments[0]), Path(arguments[1]))
    except DeskError as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1
    for name, count in done.left_out.items():
        sys.stdout.write(f"Left out, a workshop has no place for it: {name} ({count})\n")
    workshop = done.workshop
    sys.stdout.write(f"{len(workshop.risks)} risks, {len(workshop.fears)} fears written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
