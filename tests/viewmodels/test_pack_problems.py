import pytest

from deskrisk.domain.packs import Mistake, PackError
from deskrisk.viewmodels.pack_problems import PACK_WORDS, mistake_words, pack_words


@pytest.mark.parametrize("problem", PACK_WORDS)
def test_every_problem_is_a_line_of_words(problem: str) -> None:
    said = mistake_words(Mistake(line=12, where="risks[3].title", problem=problem, found="7"))
    assert said.startswith("Line 12: ")
    assert "{" not in said


def test_a_pack_is_named_with_all_its_mistakes() -> None:
    first = Mistake(line=8, where="colour", problem="unknown")
    second = Mistake(line=9, where="name", problem="missing")
    said = pack_words(PackError("/home/a/packs/mine.json", (first, second)))
    assert said.splitlines() == [
        "The pack mine.json cannot be used: 2 things are wrong.",
        "Line 8: “colour” is not known here",
        "Line 9: “name” is missing",
    ]
    assert "one thing is wrong" in pack_words(PackError("mine.json", (first,)))
