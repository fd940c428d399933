"""Workshops and readers for the tests of documents."""

import io
import unicodedata
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

from pypdf import PdfReader

from deskrisk.domain.model.fears import Cluster, Disposition, WorkingAgreement
from deskrisk.domain.model.fields import advised_length
from deskrisk.domain.model.ids import (
    AgreementId,
    AmendmentId,
    ClusterId,
    EvenOverId,
    ParticipantId,
    RiskId,
)
from deskrisk.domain.model.people import EvenOver
from deskrisk.domain.model.responses import Decision, Response, Signal
from deskrisk.domain.model.signoff import Amendment, Stance
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping, put
from deskrisk.domain.texts import SUBSTITUTE
from deskrisk.reports import fonts
from deskrisk.reports.agreement import pdf_bytes
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

CREATED = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)


def a_small_agreement() -> Workshop:
    """One of everything that the team version prints: a risk above the line and one below."""
    p1 = ParticipantId("p1")
    r1, r2 = RiskId("r1"), RiskId("r2")
    return a_workshop(
        a_participant("p1"),
        an_objective("o1"),
        EvenOver(id=EvenOverId("e1"), position=0, more="more", less="less"),
        Cluster(id=ClusterId("c1"), position=0, name="pile"),
        a_fear("f1", disposition=Disposition.QUESTION, note="question", owner=p1),
        WorkingAgreement(id=AgreementId("a1"), position=0, text="agreement"),
        a_risk("r1", red_line=True, red_line_reason="reason"),
        a_risk("r2"),
        a_score("p1", "r1", 4, 4),
        a_score("p1", "r2", 2, 2),
        Response(risk=r1, decision=Decision.MITIGATE, owner=p1, trigger="t", fallback="f"),
        Response(risk=r2, decision=Decision.WATCH, owner=p1, reason="r", trigger="t", fallback="f"),
        a_mitigation("m1", "r1", owner=p1, due=date(2025, 4, 4), signal=Signal(statement="s")),
        Stance(round=1, participant=p1, level=3, comment="but", acceptable_if="if"),
        Amendment(id=AmendmentId("x1"), sequence=1, after_round=1, item="i", change="c"),
        focus_count=1,
    )


PRINTED_FIELDS = 34
"""How many of the texts of ``a_small_agreement`` the team version prints in full."""


def with_text(workshop: Workshop, text: str) -> Workshop:
    """The same workshop with one text in every field that holds words."""
    for head in HEADS:
        changes: dict[str, Any] = {head: _filled(getattr(workshop, head), text)}
        workshop = replace(workshop, **changes)
    for name in PARTS:
        if name != "categories":
            workshop = put(
                workshop, *(_filled(value, text) for value in mapping(workshop, name).values())
            )
    return workshop


def _filled(value: Any, text: str) -> Any:
    changes: dict[str, Any] = {}
    for declared in fields(value):
        held = getattr(value, declared.name)
        if advised_length(declared) is not None:
            changes[declared.name] = text
        elif isinstance(held, Signal):
            changes[declared.name] = _filled(held, text)
    return replace(value, **changes)


def reader(workshop: Workshop) -> PdfReader:
    """The agreement as a PDF, opened by somebody else's library."""
    return PdfReader(io.BytesIO(pdf_bytes(workshop, created=CREATED)))


def text_of(pdf: PdfReader) -> str:
    """All text of all pages, in the order of the file."""
    return "\n".join(page.extract_text() for page in pdf.pages)


def bare(text: str) -> str:
    """The text without blanks, which lines and pages break anyway."""
    return "".join(text.split())


def on_paper(text: str) -> str:
    """The text without marks that show nothing; characters our faces lack may be substituted."""
    return "".join(map(_printed, text))


def _printed(character: str) -> str:
    if unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) < 0xFE10:
        return ""
    if character in "\t\n" or unicodedata.category(character) == "Zs":
        return " "
    return character if fonts.face_for(character, fonts.REGULAR) else SUBSTITUTE


def is_backward(text: str) -> bool:
    """Is something in it written from right to left?"""
    return any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
