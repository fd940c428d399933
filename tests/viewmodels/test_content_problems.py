import pytest

from deskrisk.domain.content import ContentError, Mistake
from deskrisk.viewmodels.content_problems import CONTENT_WORDS, content_words, mistake_words


@pytest.mark.parametrize("problem", CONTENT_WORDS)
def test_every_problem_is_a_line_of_words(problem: str) -> None:
    said = mistake_words(Mistake(line=12, where="risks[3].title", problem=problem, found="7"))
    assert said.startswith("Line 12: ")
    assert "{" not in said


def test_a_file_is_named_with_all_its_mistakes() -> None:
    first = Mistake(line=8, where="colour", problem="unknown")
    second = Mistake(line=9, where="name", problem="missing")
    said = content_words(ContentError("/home/a/packs/mine.json", (first, second)))
    assert said.splitlines() == [
        "The file mine.json cannot be used: 2 things are wrong.",
        "Line 8: “colour” is not known here",
        "Line 9: “name” is missing",
    ]
    assert "one thing is wrong" in content_words(ContentError("mine.json", (first,)))
