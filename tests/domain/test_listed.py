import pytest

from deskrisk.domain.listed import entries


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("one", ("one",)),
        ("one\r\ntwo\rthree\u2028four", ("one", "two", "three", "four")),
        ("\u2022\tfirst\n\u2022 second", ("first", "second")),
        ("- minus stays\n* star stays\n=1+1", ("- minus stays", "* star stays", "=1+1")),
        ("\u2022\n  \u2022  \nlast", ("last",)),
    ],
)
def test_lines_become_entries(text: str, wanted: tuple[str, ...]) -> None:
    assert entries(text) == wanted
