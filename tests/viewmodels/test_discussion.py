from deskrisk.domain.exposures import FINAL
from deskrisk.services.samples import sample
from deskrisk.viewmodels.discussion import discussion_view
from tests.builders import a_workshop


def test_the_sample_says_what_to_talk_about_and_why() -> None:
    found = discussion_view(sample())
    assert [row.risk for row in found[:3]] == ["r07", "r08", "r04"]
    assert found[0].why == "two camps, groups read it very differently"
    assert found[0].groups == "Engineering is more worried than Product and design."
    assert found[1].groups == "Product and design is more worried than Engineering."
    alarm = next(row for row in found if row.risk == "r06")
    assert (alarm.number, alarm.why) == (6, "one of us sees it ten times larger")
    assert alarm.groups == ""


def test_later_there_is_less_to_talk_about() -> None:
    assert len(discussion_view(sample(), FINAL)) < len(discussion_view(sample()))
    assert discussion_view(a_workshop()) == ()
