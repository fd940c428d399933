"""The picture that a room understands in ten seconds."""

import pytest
from matplotlib.patches import Rectangle

from deskrisk.charts.hedging import PATTERNS
from deskrisk.charts.look import look
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.hedging import HedgingView, KindRow, ShareCell, hedging_view
from tests.builders import a_workshop
from tests.charts.drawn import SIZES, assert_sound, bars, drawn, words


def a_view(groups: int, kinds: int = 4) -> HedgingView:
    """Groups with long names that spend on kinds with long names."""
    return HedgingView(
        line="They are far apart.",
        groups=tuple(f"Department of very large undertakings {n}" for n in range(groups)),
        kinds=tuple(
            KindRow(
                category=None,
                sign=("operational", "cost", "own-1", "")[kind % 4],
                name=f"Whatever comes of it in the long run {kind}",
                cells=tuple(
                    ShareCell(group=f"g{n}", share=share, text=f"{share:.0%}", was="", before=0.1)  # type: ignore[arg-type]  # an id
                    for n in range(groups)
                    for share in [(n + kind) % kinds / (kinds * 1.5)]
                ),
            )
            for kind in range(kinds)
        ),
        distances=(),
        gaps=(),
        hidden="",
    )


def lengths(name: str) -> list[float]:
    """How long the bars of the sample's first group are, from top to bottom."""
    found = bars(drawn("hedging", hedging_view(sample()), name), look(name).ink_soft)
    return [bar.get_width() for bar in found if bar.get_height() > 1]


def test_the_bars_are_as_long_as_the_shares() -> None:
    view = hedging_view(sample())
    kinds = sorted(view.kinds, key=lambda kind: -abs(kind.cells[0].share - kind.cells[1].share))
    long = lengths("light")
    assert len(long) == 4
    for bar, kind in zip(long, kinds, strict=True):
        assert bar / long[0] == pytest.approx(kind.cells[0].share / kinds[0].cells[0].share)


def test_two_groups_are_told_apart_by_their_fill_and_their_side() -> None:
    ax = drawn("hedging", hedging_view(sample()))
    solid = bars(ax, look("light").ink_soft)
    open_ = [
        patch
        for patch in ax.patches
        if isinstance(patch, Rectangle) and patch not in solid and patch.get_linewidth() > 0
    ]
    assert len(solid) == len(open_) == 4
    assert max(bar.get_x() + bar.get_width() for bar in solid) < min(b.get_x() for b in open_)
    assert len(set(PATTERNS)) == 5


def test_every_share_is_said_as_a_number() -> None:
    view = hedging_view(sample())
    said = words(drawn("hedging", view))
    assert {cell.text for kind in view.kinds for cell in kind.cells} <= set(said)
    assert set(view.groups) <= set(said)
    assert {kind.name for kind in view.kinds} <= set(said)


def test_only_what_parts_the_groups_most_is_bold() -> None:
    ax = drawn("hedging", hedging_view(sample("hospital-ward")))
    bold = [text for text in ax.texts if text.get_fontweight() == "semibold"]
    assert {text.get_text() for text in bold if text.get_text()[0].isalpha()} == {
        "Not delivering",
        "People",
    }


@pytest.mark.parametrize("groups", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides_whatever_the_groups_are_called(groups: int, name: str) -> None:
    assert_sound(drawn("hedging", a_view(groups, kinds=9), name))


def test_where_there_is_nothing_to_compare_it_says_why() -> None:
    view = hedging_view(a_workshop())
    assert " ".join(words(drawn("hedging", view))) == view.line
    assert chart_words(view) == view.line


def test_in_words_it_names_groups_kinds_and_shares() -> None:
    text = chart_words(hedging_view(sample()))
    assert "Not delivering: Product and design 47" in text
    assert "Engineering 17" in text


def test_a_group_that_is_hidden_is_in_no_picture() -> None:
    view = hedging_view(sample("hospital-ward"))
    assert view.hidden
    hidden = "Managers"
    assert hidden not in view.groups
    assert not any(hidden in said for said in words(drawn("hedging", view)))
