import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

import pytest
from pypdf import PdfReader

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import put
from deskrisk.domain.texts import SUBSTITUTE
from deskrisk.reports.agreement import pdf_bytes
from deskrisk.services.samples import sample
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.nasty import NASTY, expected
from tests.papers import (
    CREATED,
    PRINTED_FIELDS,
    a_small_agreement,
    bare,
    is_backward,
    on_paper,
    reader,
    text_of,
    with_text,
)

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject


@cache
def sample_pdf() -> PdfReader:
    return reader(sample())


def test_the_titles_stand_in_the_agreed_order() -> None:
    workshop = sample()
    text = bare(text_of(sample_pdf()))
    titles = [bare(workshop.risks[risk].title) for risk in standing_order(workshop)]
    places = [text.find(title) for title in titles]
    assert len(titles) == 12
    assert -1 not in places
    assert places == sorted(places)
    cut = text.find(bare("Cut line, fixed before anyone scored: six risks get a response"))
    assert places[5] < cut < places[6]


def test_owners_signals_dates_and_the_reservation_are_there() -> None:
    workshop = sample()
    text = bare(text_of(sample_pdf()))
    for promise in workshop.mitigations.values():
        assert promise.owner is not None
        assert promise.signal is not None
        assert bare(workshop.participants[promise.owner].name) in text
        assert bare(promise.signal.statement) in text
        assert bare(promise.title) in text
    reservations = [each for each in workshop.stances.values() if each.level == 3]
    assert len(reservations) == 1
    assert text.count(bare(reservations[0].comment)) == 1
    for response in workshop.responses.values():
        assert bare(response.trigger) in text


def test_every_page_says_which_of_how_many() -> None:
    pages = sample_pdf().pages
    for number, page in enumerate(pages, start=1):
        assert bare(page.extract_text()).endswith(f"{number}of{len(pages)}")


def test_what_the_file_says_about_itself() -> None:
    pdf = sample_pdf()
    info = pdf.metadata
    assert info is not None
    assert info.title == sample().brief.title
    assert info.author == "Elin Marsh, AskHarbour (fictional)"
    assert info.subject == "Risk agreement: team version"
    assert info.creation_date == CREATED
    root = pdf.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert str(cast("DictionaryObject", root["/ViewerPreferences"])["/DisplayDocTitle"]) == "True"


def test_bookmarks_name_the_pages_and_the_risks() -> None:
    pages = [str(each["/Title"]) for each in sample_pdf().outline if not isinstance(each, list)]
    assert pages[0] == "Agreement"
    assert "What we do about the first six" in pages
    blocks = next(each for each in sample_pdf().outline if isinstance(each, list))
    titles = [str(each["/Title"]) for each in blocks if not isinstance(each, list)]
    assert titles[0] == "1 Members' private activity becomes visible"
    assert len(titles) == 6


def test_all_fonts_are_embedded_and_ours() -> None:
    names = set()
    for page in sample_pdf().pages:
        resources = cast("DictionaryObject", page["/Resources"])
        for font in cast("DictionaryObject", resources["/Font"]).values():
            held = cast("DictionaryObject", font.get_object())
            assert "/FontFile2" in cast("DictionaryObject", held["/FontDescriptor"])
            names.add(str(held["/BaseFont"]).split("+")[1])
    assert names == {
        "Inter-Regular",
        "Inter-SemiBold",
        "InterDisplay-SemiBold",
        "NotoSerif-Italic",
    }


def test_the_same_workshop_gives_the_same_bytes() -> None:
    assert pdf_bytes(sample(), created=CREATED) == pdf_bytes(sample(), created=CREATED)


def test_the_same_bytes_in_another_process() -> None:
    program = (
        "import sys, hashlib; from datetime import datetime, UTC;"
        "from deskrisk.domain.documents import DocumentOptions, DocumentVersion;"
        "from deskrisk.reports.agreement import pdf_bytes;"
        "from deskrisk.services.samples import sample;"
        "w = sample('hospital-ward'); c = datetime(2025, 9, 9, 17, 30, tzinfo=UTC);"
        "made = [pdf_bytes(w, created=c, options=DocumentOptions(version=v, roles_for_names=r))"
        " for v in DocumentVersion for r in (False, True)];"
        "print(*(hashlib.sha256(each).hexdigest() for each in made))"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PATH": "", "MPLCONFIGDIR": "build/matplotlib"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1
    assert len(set(hashes.pop().split())) == 6


def test_the_size_is_sane() -> None:
    assert 20_000 < len(pdf_bytes(sample(), created=CREATED)) < 300_000
    assert 8 <= len(sample_pdf().pages) <= 14


def test_no_fear_is_printed_unless_released() -> None:
    text = bare(text_of(sample_pdf()))
    for fear in sample().fears.values():
        assert bare(fear.text) not in text
    workshop = sample()
    fear = min(workshop.fears.values(), key=lambda each: each.id)
    released = text_of(reader(put(workshop, replace(fear, released=True))))
    assert bare(fear.text) in bare(released)


def test_small_and_personal_piles_have_no_name() -> None:
    text = text_of(sample_pdf())
    assert "Keeping the site safe" in text
    assert "Job security" not in text
    assert "Being heard and valued" not in text


def test_private_notes_stay_on_the_desk() -> None:
    workshop = sample()
    for note in workshop.stage_notes.values():
        workshop = put(workshop, replace(note, private="Kept for myself"))
    assert "Kept for myself" not in text_of(reader(workshop))


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_every_text_comes_back_from_every_field(text: str) -> None:
    found = bare(text_of(reader(with_text(a_small_agreement(), text))))
    wanted = bare(on_paper(expected(text)))
    kept = Counter(wanted)
    kept.pop(SUBSTITUTE, None)
    there = Counter(found)
    for character, count in kept.items():
        assert there[character] >= count * PRINTED_FIELDS, character
    if len(wanted) < 60 and not is_backward(wanted) and SUBSTITUTE not in found:
        assert found.count(wanted) >= PRINTED_FIELDS


def test_what_could_not_be_printed_is_announced() -> None:
    text = text_of(reader(a_workshop(title="遅延")))
    assert "could not be printed" in " ".join(text.split())
    assert SUBSTITUTE in text
    assert "could not be printed" not in text_of(sample_pdf())


def test_a_nearly_empty_workshop_has_a_document() -> None:
    text = text_of(reader(a_workshop()))
    assert "not signed off yet" in text
    assert "No risk has been written down yet." in " ".join(text.split())


def test_one_risk_without_scores() -> None:
    text = " ".join(text_of(reader(a_workshop(a_risk("r1")))).split())
    assert "Risk r1" in text
    assert "Not decided yet" in text


def test_forty_risks_twelve_people_and_texts_without_end() -> None:
    long = ("four thousand characters with spaces " * 109)[:4000]
    people = [a_participant(f"p{n}") for n in range(1, 13)]
    risks = [a_risk(f"r{n}", title=f"Risk number {n} of forty") for n in range(1, 41)]
    risks[0] = replace(risks[0], title=long, cause=long, event="x" * 4000)
    scores = [
        a_score(p.id, r.id, 1 + r.number % 5, 1 + p.position % 5) for p in people for r in risks
    ]
    responses = [Response(risk=RiskId(f"r{n}"), reason=long, trigger=long) for n in (1, 40)]
    promise = a_mitigation("m1", "r1", "r40", title=long, description=long, due=date(2025, 4, 4))
    fears = [a_fear(f"f{n}") for n in range(1, 200)]
    pdf = reader(a_workshop(*people, *risks, *scores, *responses, promise, *fears, focus_count=10))
    text = bare(text_of(pdf))
    for risk in risks[1:]:
        assert bare(risk.title) in text
    assert text.count("x") >= 4000
    # The title of the first risk stands in the order and above its decision; with cause, title and
    # description of the promise, and with reason and trigger of two responses, that makes eleven.
    assert text.count(bare("thousand characters")) >= 9 * 105
