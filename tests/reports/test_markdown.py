"""Markdown, rendered by another program: nothing of people's texts is markup, nothing is lost."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deskrisk.domain.texts import cleaned
from deskrisk.reports.markdown import escaped, markdown_bytes
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Piece
from tests.nasty import NASTY, expected
from tests.papers import bare
from tests.reports.outlined import PLACES, of_sample, pieces_of, texts_of

OURS = {"h1", "h2", "h3", "p", "strong", "blockquote", "ul", "ol", "li", "br"}
OURS |= {"table", "thead", "tbody", "tr", "th", "td"}


def rendered(pieces: tuple[Piece, ...]) -> str:
    wiki = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    page: str = wiki.render(markdown_bytes(pieces).decode())
    return page


def text_in(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


def tags_in(page: str) -> set[str]:
    return set(re.findall(r"<(\w+)", page))


@pytest.mark.parametrize("name", ["question-suggestions", "hospital-ward"])
def test_a_sample_comes_out_whole_and_in_order(name: str) -> None:
    pieces = of_sample(name)
    shown = bare(text_in(rendered(pieces)))
    at = 0
    for text in (text for piece in pieces for text in texts_of(piece)):
        found = shown.find(bare(text), at)
        assert found >= 0, text
        at = found + len(bare(text))


def test_headings_tables_and_lists_are_real() -> None:
    pieces = of_sample()
    page = rendered(pieces)
    assert tags_in(page) <= OURS
    assert page.count("<h1>") == 1
    assert page.count("<h2>") == sum(isinstance(p, Heading) and p.level == 2 for p in pieces)
    assert page.count("<table>") == sum(isinstance(piece, Grid) for piece in pieces)
    assert page.count("<ol>") + page.count("<ul>") == sum(isinstance(p, Items) for p in pieces)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_text_everywhere(text: str) -> None:
    page = rendered(pieces_of(text))
    assert tags_in(page) <= OURS
    assert bare(text_in(page)).count(bare(expected(text))) == PLACES


@given(st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>~&$@:=/w1 \n\tab"), min_size=1, max_size=14))
def test_any_mix_of_signs_is_text_everywhere(text: str) -> None:
    shown = bare(cleaned(text)[0])
    if not shown:
        return
    page = rendered(pieces_of(text))
    assert tags_in(page) <= OURS
    assert bare(text_in(page)) == bare(
        f"{shown}{shown}{shown}{shown}{shown}{shown}{shown}AB{shown}{shown}"
    )


def test_links_and_names_are_not_followed() -> None:
    line = escaped("see https://example.invalid, www.example.invalid and @everyone #12")
    assert "https://" not in line
    assert "www." not in line
    assert "\\@everyone \\#12" in line


def test_numbers_stand_on_the_right_and_the_same_pieces_are_the_same_bytes() -> None:
    content = markdown_bytes(of_sample())
    assert b"| --: |" in content
    assert content == markdown_bytes(of_sample())
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
