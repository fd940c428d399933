"""Sentences about files."""

from string import Formatter

import pytest

from deskrisk.domain import file_errors
from deskrisk.domain.file_errors import PathError, UnknownFormatError, WorkshopFileError
from deskrisk.viewmodels.file_problems import WORKSHOP_FILE_WORDS
from deskrisk.viewmodels.problems import sentence

PATH_ERRORS = [
    kind
    for kind in vars(file_errors).values()
    if isinstance(kind, type) and issubclass(kind, PathError)
]


@pytest.mark.parametrize("problem", [*WORKSHOP_FILE_WORDS, "a problem of a later version"])
def test_each_problem_is_one_sentence_with_what_to_do(problem: str) -> None:
    said = sentence(WorkshopFileError(problem, "risks[3].title", "7", "text"))
    assert said.endswith(".")
    assert "!" not in said
    assert "please" in said or "choose" in said


@pytest.mark.parametrize("problem", WORKSHOP_FILE_WORDS)
def test_the_words_ask_only_for_what_an_error_has(problem: str) -> None:
    names = {name for _text, name, _spec, _how in Formatter().parse(WORKSHOP_FILE_WORDS[problem])}
    assert names <= {None, "where", "found", "wanted"}


def made(kind: type[PathError], path: str) -> PathError:
    """An error about a place; one also says which endings are known."""
    return UnknownFormatError(path, (".pdf",)) if kind is UnknownFormatError else kind(path)


@pytest.mark.parametrize("kind", PATH_ERRORS)
def test_each_trouble_of_the_disk_names_the_place(kind: type[PathError]) -> None:
    said = sentence(made(kind, "/some/{odd} & <place>"))
    assert "/some/{odd} & <place>" in said
    assert said.endswith(".")


def test_no_two_troubles_sound_alike() -> None:
    kinds = [kind for kind in PATH_ERRORS if kind not in {PathError, file_errors.DiskTroubleError}]
    assert len({sentence(made(kind, "x")) for kind in kinds}) == len(kinds)
