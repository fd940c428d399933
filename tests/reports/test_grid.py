from reportlab.platypus import Flowable, Spacer

from deskrisk.reports import fonts
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule, Stack, split_content
from deskrisk.reports.paragraph import Piece, Text
from deskrisk.reports.styles import PAGE, style

fonts.register()
FLAT = Padding(top=0, bottom=0, right=0)


def row(height: float, *, clings: bool = False, splits: bool = False) -> Row:
    cells = (Cell(content=(Spacer(10, height),)),)
    return Row(cells=cells, rule=Rule.HAIR, clings=clings, splits=splits)


def heights(parts: list[Flowable]) -> list[float]:
    return [part.wrap(100, 1000)[1] for part in parts]


def test_a_grid_is_as_high_as_its_rows() -> None:
    assert Grid((100,), (row(20), row(30)), padding=FLAT).wrap(100, 1000) == (100, 50)


def test_heads_are_repeated_on_the_next_page() -> None:
    grid = Grid((100,), tuple(row(20) for _ in range(6)), heads=(row(10),), padding=FLAT)
    assert heights(grid.split(100, 75)) == [70, 70]


def test_a_head_never_stands_with_a_single_row() -> None:
    grid = Grid((100,), tuple(row(20) for _ in range(6)), heads=(row(10),), padding=FLAT)
    assert grid.split(100, 45) == []
    assert heights(grid.split(100, 55)) == [50, 90]


def test_a_small_heading_waits_with_its_text_for_the_next_page() -> None:
    heading = Text([Piece("Heading", fonts.BOLD)], style("label"))
    below = Spacer(10, 100)
    head, tail = split_content((Spacer(10, 50), heading, below), 100, 80)
    assert len(head) == 1
    assert tail == (heading, below)


def test_a_row_never_stands_alone_at_the_end() -> None:
    grid = Grid((100,), tuple(row(20) for _ in range(5)), padding=FLAT)
    assert heights(grid.split(100, 85)) == [60, 40]


def test_a_row_that_clings_goes_with_the_next() -> None:
    rows = (row(20), row(20), row(20, clings=True), row(20), row(20))
    assert heights(Grid((100,), rows, padding=FLAT).split(100, 65)) == [40, 60]


def test_a_row_longer_than_a_page_breaks_inside() -> None:
    content = tuple(Spacer(10, 100) for _ in range(20))
    tall = Row(cells=(Cell(content=content),))
    parts = Grid((100,), (tall,), padding=FLAT).split(100, 450)
    assert heights(parts) == [400, 1600]


def test_a_row_that_would_fit_on_the_next_page_waits() -> None:
    assert Grid((100,), (row(500),), padding=FLAT).split(100, 300) == []


def test_a_stack_waits_for_a_page_of_its_own() -> None:
    stack = Stack((Spacer(10, 300), Spacer(10, 300)))
    assert stack.split(100, 400) == []


def test_a_stack_longer_than_a_page_repeats_its_title() -> None:
    pieces = [Spacer(10, 300) for _ in range(4)]
    parts = Stack(pieces, again=Spacer(10, 15)).split(100, PAGE.body_height)
    assert heights(parts) == [600, 615]


def test_content_is_split_where_it_no_longer_fits() -> None:
    pieces = [Spacer(10, 30) for _ in range(3)]
    head, tail = split_content(pieces, 100, 70)
    assert (len(head), len(tail)) == (2, 1)


def test_rows_kept_for_the_next_page_do_not_follow_on_this_one() -> None:
    grid = Grid((100,), tuple(row(20) for _ in range(5)), padding=FLAT)
    _, rest = grid.split(100, 85)
    assert rest.split(100, 25) == []
