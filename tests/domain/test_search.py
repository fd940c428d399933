import pytest

from deskrisk.domain.search import (
    MOST_WORDS,
    HitKind,
    Passage,
    best_passages,
    counted,
    folded,
    marked,
    spelled,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Zażółć", "zazolc"), ("STRAßE", "strasse"), ("Søren", "soren"), ("plain", "plain")],
)
def test_marks_and_large_letters_make_no_difference(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_words_are_what_is_between_signs_each_once() -> None:
    assert words_of("The old-ledger, the (LEDGER)") == ("the", "old", "ledger")
    assert words_of("漢字 x") == ("漢", "字", "x")
    assert words_of(" .*( ") == ()
    assert len(words_of(" ".join(str(n) for n in range(99)))) == MOST_WORDS
    assert spelled("Old-Ledger 漢字") == "old ledger 漢 字"


def test_beginnings_of_words_are_marked_where_they_stand() -> None:
    text = "Zażółć the ledger; ledgers, knowledge"
    found = [text[start:end] for start, end in marked(text, words_of("ledg zazo"))]
    assert found == ["Zażółć", "ledger", "ledgers"]
    assert counted(text, words_of("ledg zazo nowhere")) == 2
    assert counted("knowledge", ("ledg",)) == 0


def test_the_passages_with_the_most_words_come_first() -> None:
    texts = ((HitKind.FEAR, "old ledger"), (HitKind.RISK, "ledger"), (HitKind.TITLE, "ledger"))
    passages = [Passage(kind=kind, part="p", id="1", text=text) for kind, text in texts]
    found = best_passages(passages, ("old", "ledger"), tuple(HitKind), 2)
    assert [each.kind for each in found] == [HitKind.FEAR, HitKind.TITLE]
    assert best_passages(passages, ("nowhere",), tuple(HitKind), 2) == ()
