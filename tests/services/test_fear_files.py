from pathlib import Path

import pytest

from deskrisk.domain.errors import DeskError
from deskrisk.domain.fear_lists import FearListError
from deskrisk.domain.file_errors import FileMissingError, NotAFileError
from deskrisk.services.fear_files import MOST_BYTES, import_fears, read_fear_file
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.fear_lists import preview_words
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_fear, a_workshop


def written(folder: Path, content: bytes, name: str = "fears.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"fear\nWe are late\nTr\xc3\xa4ge\n", "a.csv"),
        (b"\xef\xbb\xbffear\r\nWe are late\r\nTr\xc3\xa4ge\r\n", "A.CSV"),
        ("fear\nWe are late\nTräge\n".encode("utf-16"), "a.csv"),
        (b"who\tfear\nA\tWe are late\nB\tTr\xc3\xa4ge", "a.tsv"),
        (b"We are late\rTr\xc3\xa4ge\r", "a.txt"),
        (b"We are late\nTr\xc3\xa4ge", "no-ending"),
    ],
)
def test_files_of_every_kind(tmp_path: Path, content: bytes, name: str) -> None:
    assert read_fear_file(written(tmp_path, content, name)) == ("We are late", "Träge")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no fear in this file"),
        (b"fear\nTr\xe4ge\n", "UTF-8"),
        (b"fear\nlate\0\n", "UTF-8"),
        (b"\xff\xfea", "UTF-8"),
        (b"x" * (MOST_BYTES + 1), "too large"),
        (b'fear\n"open\n', "Line 2: a quotation mark"),
        (b"a,b\n1,2\n", "several columns"),
        (b"PK\x03\x04\x14\x00\x06\x00", "UTF-8"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_without_words_of_people(
    tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises(FearListError) as raised:
        read_fear_file(written(tmp_path, content))
    said = sentence(raised.value)
    assert words in said
    assert "Nothing was taken" in said
    assert "late" not in repr(raised.value)


def test_no_file(tmp_path: Path) -> None:
    problems: list[DeskError] = []
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises((FileMissingError, NotAFileError)) as raised:
            read_fear_file(path)
        problems.append(raised.value)
    assert all(sentence(problem) for problem in problems)


def test_all_come_in_as_one_step_and_in_no_order(tmp_path: Path) -> None:
    meeting = Meeting(a_workshop(a_fear("f1")))
    lines = [f"fear number {number}" for number in range(60)]
    texts = read_fear_file(written(tmp_path, "\n".join(["fear", *lines]).encode()))
    assert preview_words(texts) == "60 fears in this file"
    assert import_fears(meeting, texts) == 60
    held = [fear.text for fear in meeting.workshop.fears.values() if fear.id != "f1"]
    assert sorted(held) == sorted(lines)
    assert held != lines  # once in 60! cases they would lie as in the file by chance
    assert [step_words(step) for step in meeting.history] == ["fears from a file"]
    meeting.undo()
    assert list(meeting.workshop.fears) == ["f1"]
