from datetime import date
from functools import partial

import pytest

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.services.samples import sample
from deskrisk.viewmodels.document import document_view
from deskrisk.viewmodels.outline import outline
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Passage, Piece
from tests.builders import a_workshop
from tests.reports.outlined import texts_of

DAY = date(2025, 3, 11)


def pieces_of(workshop: Workshop, version: DocumentVersion) -> tuple[Piece, ...]:
    options = DocumentOptions(version=version)
    printed = published(workshop, options)
    return outline(printed, document_view(printed, today=DAY, options=options), options)


def headings(pieces: tuple[Piece, ...], level: int = 2) -> list[str]:
    return [each.text for each in pieces if isinstance(each, Heading) and each.level == level]


def test_the_team_version_is_in_the_order_of_the_document() -> None:
    found = headings(pieces_of(sample(), DocumentVersion.TEAM))
    wanted = [
        "Why we met",
        "What we protect",
        "Who was there",
        "What we were worried about",
        "What we do about the first six",
        "Six risks are watched or accepted, with open eyes",
        "Who does what by when",
        "Open questions",
        "How we work together",
        "When we look again",
    ]
    places = [found.index(each) for each in wanted]
    assert places == sorted(places)


def test_the_summary_is_what_one_page_needs() -> None:
    found = headings(pieces_of(sample(), DocumentVersion.SUMMARY))
    assert found[0] == "What we protect"
    assert "Who does what by when" in found
    assert "Who was there" not in found
    reserved = headings(pieces_of(sample(), DocumentVersion.SUMMARY), level=3)
    assert reserved == ["Reservations and objections"]


def test_the_archive_alone_holds_fears_and_says_that_it_is_confidential() -> None:
    words = {
        version: "\n".join(
            text for piece in pieces_of(sample(), version) for text in texts_of(piece)
        )
        for version in DocumentVersion
    }
    fear = next(iter(sample().fears.values())).text
    assert [version for version in words if fear in words[version]] == [DocumentVersion.ARCHIVE]
    assert [version for version in words if "Confidential" in words[version]] == [
        DocumentVersion.ARCHIVE
    ]


@pytest.mark.parametrize("version", DocumentVersion)
def test_a_nearly_empty_workshop_has_a_title_and_no_empty_piece(version: DocumentVersion) -> None:
    pieces = pieces_of(a_workshop(), version)
    assert headings(pieces, 1) == ["Trial"]
    assert all(texts_of(piece) for piece in pieces)


@pytest.mark.parametrize("version", DocumentVersion)
@pytest.mark.parametrize("name", ["question-suggestions", "hospital-ward"])
def test_no_piece_is_empty_and_no_heading_stands_alone(name: str, version: DocumentVersion) -> None:
    pieces = pieces_of(sample(name), version)
    assert all(texts_of(piece) for piece in pieces)
    for piece, following in zip(pieces, (*pieces[1:], None), strict=True):
        if isinstance(piece, Heading):
            deeper = isinstance(following, Heading) and following.level > piece.level
            assert deeper or isinstance(following, Passage | Items | Grid), piece.text


def test_people_are_people_and_not_those_who_scored() -> None:
    is_people = partial(lambda piece: isinstance(piece, Grid) and piece.table.key == "people")
    (people,) = filter(is_people, pieces_of(sample(), DocumentVersion.TEAM))
    assert isinstance(people, Grid)
    assert [row[0] for row in people.table.rows] == [
        person.name for person in sample().participants.values()
    ]
