"""Files that are no workshop files, or wrong ones: each must be refused in one sentence.

``CORPUS`` maps a name to the bytes and to the problem that has to be named.
"""

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any

from deskrisk.services.workshop_files import MAX_BYTES, MAX_ENTRIES, MAX_PIECES, to_text
from tests.strategies import filled_workshop

Plain = dict[str, Any]

_SOUND = to_text(filled_workshop())


def _changed(change: Callable[[Plain], object]) -> bytes:
    """A sound file with one thing changed in its workshop."""
    plain = json.loads(_SOUND)
    change(plain["workshop"])
    return json.dumps(plain).encode()


def _with(part: str, **fields: Any) -> bytes:
    """A sound file with fields of the first entry of a part changed."""
    return _changed(lambda workshop: workshop[part][0].update(fields))


def _head(**fields: Any) -> bytes:
    plain = json.loads(_SOUND)
    plain.update(fields)
    return json.dumps(plain).encode()


def _without(*path: Any) -> bytes:
    """A sound file without one thing."""
    plain = json.loads(_SOUND)
    place = plain
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return json.dumps(plain).encode()


def _replaced(old: str, new: str) -> bytes:
    """A sound file with other letters somewhere."""
    assert old in _SOUND, old
    return _SOUND.replace(old, new, 1).encode("utf-8", "surrogatepass")


def _repeated(part: str, count: int) -> bytes:
    def many(workshop: Plain) -> None:
        first = workshop[part][0]
        workshop[part] = [{**copy.copy(first), "id": f"x{number}"} for number in range(count)]

    return _changed(many)


_NOT_JSON: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "empty"),
    "only zeros": (bytes(4096), "empty"),
    "too large": (b" " * (MAX_BYTES + 1), "size"),
    "a database": (b"SQLite format 3\x00" + bytes(range(128)), "json"),
    "an archive": (b"PK\x03\x04" + bytes(range(100)), "json"),
    "a document": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "encoding"),
    "markup": (b"<html><body>no</body></html>", "json"),
    "plain words": (b"this is a letter", "json"),
    "other letters": (_SOUND.encode("utf-16"), "encoding"),
    "old letters": (
        _SOUND.replace("DeskRisk", "Sch\xf6n").encode("latin-1", "replace"),
        "encoding",
    ),
    "cut in half": (_SOUND.encode()[: len(_SOUND) // 2], "json"),
    "cut at the end": (_SOUND.encode().rstrip()[:-1], "json"),
    "twice": (_SOUND.encode() * 2, "json"),
    "trailing words": (_SOUND.encode() + b"x", "json"),
    "a comma too much": (_replaced('"format_version": 1,', '"format_version": 1,,'), "json"),
    "single quotes": (b"{'format': 'deskrisk-workshop'}", "json"),
    "a remark": (b'{"format": "deskrisk-workshop" /* hello */}', "json"),
    "raw line end in a text": (b'{"format": "desk\nrisk"}', "json"),
    "wrong escape": (b'{"format": "\\x41"}', "json"),
    "a surrogate as bytes": (_replaced("DeskRisk", "\ud800"), "encoding"),
    "unending text": (b'{"format": "' + b'\\"' * 100_000, "json"),
}

_BOMBS: Mapping[str, tuple[bytes, str]] = {
    "deep lists": (b"[" * 100_000, "depth"),
    "deep lists that close": (b"[" * 33 + b"]" * 33, "depth"),
    "deep objects": (b'{"a":' * 50_000, "depth"),
    "deep inside": (_with("risks", tags=json.loads("[" * 40 + "]" * 40)), "depth"),
    "many small things": (b'{"a": [' + b"{}," * (MAX_PIECES // 2 + 1) + b"{}]}", "pieces"),
    "many entries": (_repeated("groups", MAX_ENTRIES + 1), "entries"),
    "a number of 5,000 digits": (
        _replaced('"focus_count": 1', '"focus_count": ' + "9" * 5_000),
        "digits",
    ),
    "a number of 25 digits": (
        _replaced('"focus_count": 1', '"focus_count": ' + "9" * 25),
        "digits",
    ),
    "a text of a million": (_with("risks", title="x" * 1_000_000), "long"),
    "a tag of 10,001": (_with("risks", tags=["x" * 10_001]), "long"),
    "an id of 65": (_changed(lambda w: w.update(id="x" * 65)), "id"),
}

_HEAD: Mapping[str, tuple[bytes, str]] = {
    "a list": (b"[]", "format"),
    "a number": (b"1", "format"),
    "null": (b"null", "format"),
    "no format": (_without("format"), "format"),
    "other format": (_head(format="deskrisk-sample"), "format"),
    "format a number": (_head(format=1), "format"),
    "no version": (_without("format_version"), "version"),
    "version as text": (_head(format_version="1"), "version"),
    "version true": (_head(format_version=True), "version"),
    "version 0": (_head(format_version=0), "version"),
    "version 1.5": (_head(format_version=1.5), "version"),
    "version 2": (_head(format_version=2), "newer"),
    "version 2 of another shape": (b'{"format":"deskrisk-workshop","format_version":2}', "newer"),
    "no workshop": (_without("workshop"), "missing"),
    "workshop a list": (_head(workshop=[]), "type"),
    "workshop null": (_head(workshop=None), "type"),
    "a key too much": (_head(remark="x"), "unknown"),
    "program a number": (_head(program=1), "type"),
    "a name twice": (_replaced('"format":', '"format": "x", "format":'), "twice_key"),
    "a field twice": (_replaced('"event":', '"event": "x", "event":'), "twice_key"),
}

_CONTENT: Mapping[str, tuple[bytes, str]] = {
    "no id": (_without("workshop", "id"), "missing"),
    "no brief": (_without("workshop", "brief"), "missing"),
    "id a number": (_changed(lambda w: w.update(id=7)), "id"),
    "id a path": (_changed(lambda w: w.update(id="../../x")), "id"),
    "id with a slash": (_with("groups", id="a/b"), "id"),
    "id with a line end": (_with("groups", id="a\nb"), "id"),
    "id empty": (_with("risks", id=""), "id"),
    "unknown part": (_changed(lambda w: w.update(enemies=[])), "unknown"),
    "unknown field": (_with("fears", author="p1"), "unknown"),
    "unknown field in a signal": (
        _changed(lambda w: w["mitigations"][0]["signal"].update(x=1)),
        "unknown",
    ),
    "a part an object": (_changed(lambda w: w.update(risks={})), "type"),
    "a part null": (_changed(lambda w: w.update(risks=None)), "type"),
    "an entry a list": (_changed(lambda w: w["risks"].append([])), "type"),
    "an entry null": (_changed(lambda w: w["risks"].append(None)), "type"),
    "a field missing": (_without("workshop", "fears", 0, "text"), "missing"),
    "text a number": (_with("risks", title=5), "type"),
    "text null": (_with("risks", title=None), "type"),
    "text a list": (_with("risks", title=["x"]), "type"),
    "flag a number": (_with("risks", red_line=1), "type"),
    "level a text": (_with("scores", likelihood="DROP"), "type"),
    "level true": (_with("scores", likelihood=True), "type"),
    "level 2.0": (_with("scores", likelihood=2.0), "type"),
    "level 0": (_with("scores", likelihood=0), "range"),
    "level 99": (_with("scores", impact=99), "range"),
    "round 3": (_with("scores", round=3), "range"),
    "stance 6": (_with("stances", level=6), "range"),
    "focus count 11": (_changed(lambda w: w["brief"].update(focus_count=11)), "range"),
    "number too large": (_with("duels", sequence=2**60), "type"),
    "not a number": (_replaced('"focus_count": 1', '"focus_count": NaN'), "constant"),
    "infinite": (_replaced('"focus_count": 1', '"focus_count": -Infinity'), "constant"),
    "beyond any number": (
        _replaced('"project_size_person_days": 1', '"project_size_person_days": 1e400'),
        "number",
    ),
    "choice unknown": (_with("fears", kind="enemy"), "choice"),
    "choice a number": (_with("fears", kind=1), "choice"),
    "choice in capitals": (_with("fears", kind="PEOPLE"), "choice"),
    "no such day": (_changed(lambda w: w["brief"].update(horizon="2025-02-30")), "date"),
    "day with a time": (_changed(lambda w: w["brief"].update(horizon="2025-02-03T10:00")), "date"),
    "day as basic text": (_changed(lambda w: w["brief"].update(horizon="20250203")), "date"),
    "day a number": (_changed(lambda w: w["brief"].update(horizon=20250203)), "type"),
    "id twice": (_changed(lambda w: w["risks"].append(w["risks"][0])), "twice"),
    "score twice": (_changed(lambda w: w["scores"].append(w["scores"][0])), "twice"),
    "score of nobody": (_with("scores", participant="nobody"), "reference"),
    "risk of no category": (_with("risks", category="none"), "reference"),
    "promise for no risk": (_with("mitigations", risks=["none"]), "reference"),
    "merged into nothing": (_with("fears", merged_into="none"), "reference"),
    "order of nothing": (
        _changed(lambda w: w["progress"].update(agreed_order=["none"])),
        "reference",
    ),
    "ballot of nothing": (_with("ballots", ranking=[["none"]]), "reference"),
    "a risk twice in the order": (
        _changed(lambda w: w["progress"].update(agreed_order=["risks-a", "risks-a"])),
        "repeat",
    ),
    "a risk twice in a ballot": (
        _with("ballots", ranking=[["risks-a"], ["risks-b", "risks-a"]]),
        "repeat",
    ),
    "ballot not nested": (_with("ballots", ranking=["risks-a"]), "type"),
    "entry of no review": (_with("review_entries", review="none"), "reference"),
    "fixed category gone": (
        _changed(
            lambda w: (
                w["categories"].pop(0),
                w["risks"].clear(),
                w.update(
                    {
                        name: []
                        for name in (
                            "scores",
                            "discussion_notes",
                            "ballots",
                            "duels",
                            "order_moves",
                            "responses",
                            "mitigations",
                            "review_entries",
                            "outcomes",
                        )
                    }
                ),
                w["progress"].update(agreed_order=[], looked_at=[]),
            )
        ),
        "fixed",
    ),
}

CORPUS: Mapping[str, tuple[bytes, str]] = {**_NOT_JSON, **_BOMBS, **_HEAD, **_CONTENT}
"""All of them."""
