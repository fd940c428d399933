"""The small workshop of ``tests/files/library_v*.db``, written out in full.

When a version of the library is released, its file is made once and then kept for ever::

    python -m tests.storage.kept_library tests/files/library_v1.db

The values below never change; a field that comes later is added with its default.
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from deskrisk.domain.model.brief import Anonymity, Brief, Preset, Progress
from deskrisk.domain.model.fears import Disposition, Fear, FearKind
from deskrisk.domain.model.ids import FearId, MitigationId, ParticipantId, RiskId, WorkshopId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.responses import (
    Comparator,
    Mitigation,
    MitigationStatus,
    Signal,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.risks import DELIVERY, OPERATIONAL, Risk
from deskrisk.domain.model.scores import Ballot, BallotScope, Score
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import add, edit, put
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting

ID = "0123456789abcdef0123456789abcdef"
LABELS = ("fear.add", "fear.edit", "risk.add", "score.set", "risk.edit")
ANA, BO = ParticipantId("ana"), ParticipantId("bo")
LATE, LOST = RiskId("late"), RiskId("lost")
FEAR = FearId("fear")

PARTS: tuple[Part, ...] = (
    Participant(id=ANA, position=0, name="Ana Żuk", role="Operations"),
    Participant(id=BO, position=1, name="Bo 漢", present=False),
    Risk(
        id=LOST,
        number=2,
        title="Orders are lost",
        cause="if a<b then nobody looks",
        category=OPERATIONAL,
        tags=("night", "R&D"),
        red_line=True,
        red_line_reason="The law says so",
    ),
    Ballot(participant=ANA, scope=BallotScope.ALL, ranking=((LOST,),)),
    Mitigation(
        id=MitigationId("watch"),
        position=0,
        risks=(LOST,),
        title="Watch the queue",
        treatment=Treatment.LEARN,
        owner=BO,
        supporters=(ANA,),
        due=date(2025, 5, 2),
        effort_person_days=2.5,
        signal=Signal(
            type=SignalType.ALERT,
            statement="An alert within five minutes",
            comparator=Comparator.LESS,
            threshold=0.1 + 0.2,
            leading=False,
        ),
        status=MitigationStatus.DONE_UNVERIFIED,
    ),
    Stance(round=1, participant=ANA, level=3, comment="Not sure\nabout May"),
)


def the_start() -> Workshop:
    """The workshop before its steps."""
    brief = Brief(
        title="A kept workshop",
        project="Kept",
        held_on=date(2025, 3, 11),
        horizon=date(2025, 6, 30),
        preset=Preset.DEEP_2X90,
        focus_count=7,
        anonymity=Anonymity.NAMED,
        decision_owner=None,
        project_size_person_days=480.0,
    )
    progress = Progress(agreed_order=(LOST,), order_note="as scored", adjourned_to=date(2025, 4, 1))
    return put(Workshop(id=WorkshopId(ID), brief=brief, progress=progress), *PARTS)


def the_workshop() -> Workshop:
    """The workshop as it is in the file: the last step is undone."""
    fear = Fear(
        id=FEAR,
        text="We lose orders at night",
        kind=FearKind.PEOPLE,
        disposition=Disposition.ACKNOWLEDGED,
    )
    return put(
        the_start(),
        fear,
        Risk(id=LATE, number=3, title="We are late", category=DELIVERY, fears=(FEAR,)),
        Score(round=1, participant=ANA, risk=LATE, likelihood=3, impact=4),
    )


def take_steps(meeting: Meeting) -> None:
    """The steps of the journal, one for each of ``LABELS``, and one undo."""
    whole = the_workshop()
    first = Fear(id=FEAR, text="We lose", kind=FearKind.PEOPLE)
    added, edited, risk, score, again = LABELS
    meeting.step(added, lambda w: add(w, first))
    for text in ("We lose orders", "We lose orders at night"):
        typed = replace(first, text=text, disposition=Disposition.ACKNOWLEDGED)
        meeting.step(edited, partial(_with, part=typed), merge="fear")
    meeting.step(risk, lambda w: add(w, whole.risks[LATE]))
    meeting.step(score, lambda w: put(w, *whole.scores.values()))
    meeting.step(again, lambda w: edit(w, Risk, LATE, fears=()))
    meeting.undo()


def _with(workshop: Workshop, part: Part) -> Workshop:
    return put(workshop, part)


def main() -> None:
    """Make the file; it is refused where one is."""
    path = Path(sys.argv[1])
    with Library.open(path) as library:
        library.add(the_start())
        meeting = library.open_meeting(WorkshopId(ID))
        meeting._now = lambda: datetime(2025, 3, 11, 9, 31, tzinfo=UTC)
        take_steps(meeting)
    path.with_name(f"{path.name}.lock").unlink()


if __name__ == "__main__":
    main()
