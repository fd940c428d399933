"""The whole program tried once without a window: ``deskrisk --self-test``.

A packaged program runs it on every platform: a library that was left out of the package, a missing
font or a folder that cannot be written shows here and not in front of a room full of people.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.order import standing_order
from deskrisk.domain.scores import Question
from deskrisk.i18n import _
from deskrisk.services import fears, scores
from deskrisk.services.exports import FORMATS, export_workshop
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file, to_text

LAST_ROUND = 2


class WrongResultError(Exception):
    """A step has run and its result is not right."""


def self_test() -> int:
    """Try everything and say how each step went, a line each.

    Returns:
        0 if all is well, 1 if anything is not.
    """
    failed = 0
    with tempfile.TemporaryDirectory(prefix="deskrisk-self-test-") as folder:
        for name, attempt in _steps(Path(folder)):
            try:
                attempt()
            except Exception as error:  # noqa: BLE001  every fault is what this looks for
                failed += 1
                _say(_("failed: {name} ({fault})").format(name=name, fault=type(error).__name__))
            else:
                _say(_("well: {name}").format(name=name))
    return 1 if failed else 0


def _steps(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    yield _("open a library and take the sample in"), partial(_take_in, folder)
    yield _("open the workshop and work out its order"), partial(_order, folder)
    yield _("write a fear down, score, undo and redo"), partial(_change, folder)
    for each in FORMATS:
        target = folder / f"sample{each.suffix}"
        label = _("export: {format}").format(format=_(each.label))
        yield label, partial(_export, target)
    yield _("read the workshop file back"), partial(_read_back, folder)
    yield _("check the library"), partial(_check, folder)


@contextmanager
def _library(folder: Path) -> Iterator[Library]:
    with Library.open(folder / "self-test.db") as library:
        yield library


def _meeting(library: Library) -> Meeting:
    return library.open_meeting(sample().id)


def _take_in(folder: Path) -> None:
    with _library(folder) as library:
        library.add(sample())
        _expect(len(library.rows()) == 1)


def _order(folder: Path) -> None:
    with _library(folder) as library:
        workshop = _meeting(library).workshop
        _expect(workshop == sample())
        _expect(len(standing_order(workshop)) == len(workshop.risks))
        _expect(any(each.median for each in risk_exposures(workshop).values()))


def _change(folder: Path) -> None:
    with _library(folder) as library:
        meeting = _meeting(library)
        before = meeting.workshop
        fears.name_fear(meeting, _("Nobody tries the program before it is needed."))
        scores.reopen_round(meeting, LAST_ROUND)
        first = min(before.scores.values(), key=lambda score: score.id)
        level = 1 if first.likelihood == 2 else 2
        scores.set_answer(
            meeting, first.participant, first.risk, Question.LIKELIHOOD, level, round_=LAST_ROUND
        )
        after = meeting.workshop
        _expect(after != before)
        while meeting.next_undo is not None:
            meeting.undo()
        _expect(meeting.workshop == before)
        while meeting.next_redo is not None:
            meeting.redo()
        _expect(meeting.workshop == after)
    with _library(folder) as library:
        _expect(_meeting(library).workshop == after)


def _export(target: Path) -> None:
    export_workshop(sample(), target, now=datetime.now(UTC))
    _expect(target.stat().st_size > 0)


def _read_back(folder: Path) -> None:
    back = read_workshop_file(folder / "sample.deskrisk")
    _expect(to_text(back) == to_text(sample()))


def _check(folder: Path) -> None:
    with _library(folder) as library:
        _expect(library.check().ok)


def _expect(fact: object) -> None:
    if not fact:
        raise WrongResultError


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
