from dataclasses import replace
from datetime import date

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.reports import fonts
from deskrisk.reports.text import Setter
from deskrisk.reports.time_line import MOST_LANES, TimeLine
from deskrisk.services.samples import sample
from deskrisk.viewmodels.look_back import look_back_view
from deskrisk.viewmodels.time_line import TimeLineView, time_line_view
from tests.builders import a_mitigation, a_risk, a_workshop
from tests.cruel import crowded

fonts.register()
SETTER = Setter(soft_ink="#4A4F57")


def lanes(view: TimeLineView, width: float = 480.0, most: int = MOST_LANES) -> TimeLine:
    line = TimeLine(view, SETTER, lanes=most)
    line.wrap(width, 1000)
    return line


def test_promises_are_counted_by_day_and_looks_say_at_what() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_mitigation("m1", "r1", due=date(2025, 4, 4)),
        a_mitigation("m2", "r1", due=date(2025, 4, 4)),
        a_mitigation("m3", "r1"),
        Response(risk=RiskId("r1"), review_date=date(2025, 4, 8)),
        Response(risk=RiskId("r2"), review_date=date(2025, 4, 8)),
    )
    view = time_line_view(workshop)
    assert view.dues == ((date(2025, 4, 4), 2),)
    assert [each.about for each in view.looks] == ["risks 1 to 2", "all risks: did it happen"]
    assert "2 promises due on 4\N{NO-BREAK SPACE}April 2025." in view.words


def test_a_day_before_the_meeting_begins_the_line() -> None:
    early = a_mitigation("m1", "r1", due=date(2025, 1, 1))
    view = time_line_view(a_workshop(a_risk("r1"), early))
    assert view.start == date(2025, 1, 1)
    assert view.start_about == ""


def test_labels_of_near_days_stand_below_each_other_and_not_without_end() -> None:
    few, many = lanes(time_line_view(sample())), lanes(time_line_view(crowded()))
    assert few.height < many.height < 160
    one = lanes(time_line_view(crowded()), most=1)
    assert one.height < many.height


def test_a_year_names_only_some_of_its_months() -> None:
    workshop = a_workshop(horizon=date(2028, 6, 30))
    months = time_line_view(workshop).months
    assert {when.month for when, _name in months} <= {1, 4, 7, 10}
    near = replace(workshop, brief=replace(workshop.brief, horizon=date(2025, 5, 30)))
    assert [name for _when, name in time_line_view(near).months] == ["April", "May"]


def test_the_day_that_the_room_set_is_on_the_line_and_in_the_list() -> None:
    workshop = a_workshop(a_risk("r1"))
    progress = replace(workshop.progress, next_review=date(2025, 4, 1))
    workshop = replace(workshop, progress=progress)
    assert time_line_view(workshop).looks[0].about == "the next look"
    planned = look_back_view(workshop).planned[0]
    assert (planned.day, planned.what) == (
        "1\N{NO-BREAK SPACE}April 2025",
        "The day that the room set for its next look",
    )
