"""The page Recast, by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Cluster, Disposition, Fear, WorkingAgreement
from deskrisk.domain.model.ids import AgreementId, ClusterId, FearId, RiskId
from deskrisk.domain.model.risks import COST, DELIVERY, OPERATIONAL, Risk
from deskrisk.gui.stages.recast.page import RecastPage
from deskrisk.gui.widgets.buttons import LinkButton, SignButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.services import risks
from deskrisk.services.samples import sample
from tests.builders import (
    a_fear,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)
from tests.gui.stages.pages import focused, found, opened, paste, press, settle, type_in
from tests.nasty import NASTY, expected

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
F1, R1 = FearId("f1"), RiskId("r1")
PLACES = [None, *Disposition]


def fear(page: RecastPage, id_: str = "f1") -> Fear:
    return page.meeting.workshop.fears[FearId(id_)]


def risk(page: RecastPage, number: int = 1) -> Risk:
    return next(r for r in page.meeting.workshop.risks.values() if r.number == number)


def becomes(page: RecastPage, disposition: Disposition) -> None:
    """Choose what becomes of the fear, from the list, by arrow keys."""
    press(Qt.Key.Key_D, ALT)  # opens the list
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down, times=PLACES.index(disposition))
    press(Qt.Key.Key_Return)


def test_because_may_so_that(qtbot: QtBot) -> None:
    workshop = a_workshop(a_fear("f1"), an_objective("o1"), an_objective("o2"))
    with opened(qtbot, RecastPage, workshop) as page:
        assert found(page, TextLabel, "fear_text").text() == "Fear f1"
        type_in("nobody reads the code")
        press(Qt.Key.Key_Return)
        type_in("a fault may stay unseen")
        press(Qt.Key.Key_Return)
        type_in("members get wrong answers")
        press(Qt.Key.Key_Return)
        assert focused().objectName() == "category_field"
        press(Qt.Key.Key_Down)
        found(page, CheckField, "hurts_2").setFocus()
        press(Qt.Key.Key_Space)
        found(page, LineField, "title_field").setFocus()
        press(Qt.Key.Key_A, CTRL)
        type_in("Unread code")
        press(Qt.Key.Key_Return)
        made = risk(page)
        assert (made.cause, made.event) == ("nobody reads the code", "a fault may stay unseen")
        assert made.consequence == "members get wrong answers"
        assert (made.category, made.objectives) == (OPERATIONAL, ("o2",))
        assert (made.title, made.fears) == ("Unread code", ("f1",))
        assert fear(page).disposition is Disposition.RECAST
        assert page.message.text() == "The fear has found its place"


def test_the_title_is_proposed_and_said_to_be(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        found(page, TextField, "event_field").setFocus()
        type_in("it may stop, at night")
        settle(page)
        assert found(page, LineField, "title_field").value() == "It may stop"
        assert found(page, TextLabel, "title_note").text() == "proposed"


def test_undo_takes_the_words_out_of_the_field_and_redo_brings_them(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        type_in("nobody reads the code")
        settle(page)
        page.meeting.undo()
        assert not page.meeting.workshop.risks
        assert fear(page).disposition is None
        assert found(page, TextField, "cause_field").value() == ""
        page.meeting.redo()
        assert found(page, TextField, "cause_field").value() == "nobody reads the code"


def test_next_fear_goes_round_those_without_a_place(qtbot: QtBot) -> None:
    workshop = a_workshop(
        a_fear("f1"), a_fear("f2", disposition=Disposition.ACKNOWLEDGED), a_fear("f3")
    )
    with opened(qtbot, RecastPage, workshop) as page:
        text = found(page, TextLabel, "fear_text")
        press(Qt.Key.Key_Return, CTRL)
        assert text.text() == "Fear f3"
        assert focused().objectName() == "cause_field"
        press(Qt.Key.Key_Return, CTRL)
        assert text.text() == "Fear f1"
        type_in("one thing")
        press(Qt.Key.Key_Return, CTRL)  # hands the draft over before it goes on
        assert text.text() == "Fear f3"
        assert risk(page).cause == "one thing"
        press(Qt.Key.Key_Return, CTRL)
        assert "last one without a place" in page.message.text()
        type_in("another thing")
        settle(page)
        with qtbot.waitSignal(page.go_to) as gone:
            press(Qt.Key.Key_Return, CTRL)
        assert gone.args == [Stage.RANK]


def test_any_fear_can_be_reached(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
        press(Qt.Key.Key_PageDown, CTRL)
        assert found(page, TextLabel, "fear_text").text() == "Fear f2"
        press(Qt.Key.Key_PageUp, CTRL)
        assert found(page, TextLabel, "fear_text").text() == "Fear f1"


def test_pile_mates_are_listed_and_opened_by_enter(qtbot: QtBot) -> None:
    pile = Cluster(id=ClusterId("c1"), position=0, name="Money")
    workshop = a_workshop(pile, a_fear("f1", cluster=pile.id), a_fear("f2", cluster=pile.id))
    with opened(qtbot, RecastPage, workshop) as page:
        mates = found(page, RowList, "mates")
        assert [row.title for row in mates.rows()] == ["Fear f2"]
        mates.setFocus()
        press(Qt.Key.Key_Return)
        assert found(page, TextLabel, "fear_text").text() == "Fear f2"
        assert found(page, TextLabel, "place_note").text() == "2 of 2"


def test_heard_needs_nothing(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        becomes(page, Disposition.ACKNOWLEDGED)
        assert fear(page).disposition is Disposition.ACKNOWLEDGED
        page.meeting.undo()
        assert fear(page).disposition is None
        assert found(page, ChoiceField, "disposition_field").value() is None


def test_arrows_open_the_list_and_escape_leaves_everything(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        field = found(page, ChoiceField, "disposition_field")
        field.setFocus()
        press(Qt.Key.Key_Down)
        assert field.view().isVisible()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Escape)
        assert not field.view().isVisible()
        assert fear(page).disposition is None


def test_a_working_agreement_needs_its_words(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        becomes(page, Disposition.AGREEMENT)
        assert fear(page).disposition is None  # only begun
        assert focused().objectName() == "agreement_field"
        type_in("Ask before you answer")
        settle(page)
        (agreement,) = page.meeting.workshop.working_agreements.values()
        assert agreement.text == "Ask before you answer"
        assert (fear(page).disposition, fear(page).agreement) == (
            Disposition.AGREEMENT,
            agreement.id,
        )
        type_in(", always")
        settle(page)
        assert [a.text for a in page.meeting.workshop.working_agreements.values()] == [
            "Ask before you answer, always"
        ]


def test_an_agreement_that_is_there_can_serve_another_fear(qtbot: QtBot) -> None:
    agreement = WorkingAgreement(id=AgreementId("wa"), position=0, text="Ask first")
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), agreement)) as page:
        becomes(page, Disposition.AGREEMENT)
        found(page, ChoiceField, "agreements_field").setFocus()
        press(Qt.Key.Key_Down)
        assert (fear(page).disposition, fear(page).agreement) == (Disposition.AGREEMENT, "wa")


def test_a_question_has_words_owner_and_date(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_participant("p1"))) as page:
        becomes(page, Disposition.QUESTION)
        assert fear(page).disposition is Disposition.QUESTION
        assert found(page, TextLabel, "fear_advice").text() == "Who takes it?"
        assert focused().objectName() == "note_field"
        type_in("How many members?")
        press(Qt.Key.Key_Return)
        assert focused().objectName() == "owner_field"
        press(Qt.Key.Key_Down)
        found(page, LineField, "due_field").setFocus()
        type_in("2025-04-08")
        settle(page)
        held = fear(page)
        assert (held.note, held.owner, held.due) == ("How many members?", "p1", date(2025, 4, 8))


def test_parking_needs_a_reason(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        becomes(page, Disposition.PARKED)
        assert fear(page).disposition is None
        type_in("not ours to solve")
        settle(page)
        assert (fear(page).disposition, fear(page).note) == (
            Disposition.PARKED,
            "not ours to solve",
        )


def test_the_same_as_another_needs_the_other(qtbot: QtBot) -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"))
    with opened(qtbot, RecastPage, workshop) as page:
        becomes(page, Disposition.MERGED)
        assert fear(page).disposition is None
        assert focused().objectName() == "merged_field"
        press(Qt.Key.Key_Down)
        assert (fear(page).disposition, fear(page).merged_into) == (Disposition.MERGED, "f2")


def test_a_risk_is_begun_from_the_disposition(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        becomes(page, Disposition.RECAST)
        assert focused().objectName() == "cause_field"
        type_in("x")
        settle(page)
        assert fear(page).disposition is Disposition.RECAST


def test_one_fear_to_many_risks_and_many_fears_to_one(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
        type_in("first")
        press(Qt.Key.Key_N, ALT)
        assert found(page, TextField, "cause_field").value() == ""
        type_in("second")
        settle(page)
        assert [(risk(page, n).cause, risk(page, n).fears) for n in (1, 2)] == [
            ("first", ("f1",)),
            ("second", ("f1",)),
        ]
        press(Qt.Key.Key_Return, CTRL)  # the second fear
        found(page, RowList, "risk_list").setFocus()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_L, ALT)
        press(Qt.Key.Key_Return)
        linked = [r.fears for r in page.meeting.workshop.risks.values() if "f2" in r.fears]
        assert linked == [("f1", "f2")]
        assert fear(page, "f2").disposition is Disposition.RECAST
        press(Qt.Key.Key_L, ALT)
        press(Qt.Key.Key_Return)
        assert fear(page, "f2").disposition is None


def test_a_risk_by_hand_has_no_fear(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        found(page, LinkButton, "add_risk").setFocus()
        press(Qt.Key.Key_Space)
        type_in("nobody saw it coming")
        settle(page)
        assert risk(page).fears == ()
        assert fear(page).disposition is None


def test_without_fears_the_page_still_takes_risks(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop()) as page:
        assert found(page, TextLabel, "no_fear").isVisible()
        type_in("by hand")
        settle(page)
        assert risk(page).cause == "by hand"


def test_no_hole_is_kept_under_a_sentence_that_is_whole(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, sample()) as page:
        hints = page.parts.sentence.hints
        whole = hints.height()
        assert page.parts.sentence.whole.accessibleName()
        page.begin_another()
        kept_free = hints.height()
        assert kept_free > whole + 40
        risk = next(iter(page.meeting.workshop.risks))
        page.take_risk(risk)
        assert hints.height() == whole
        field = page.parts.sentence.consequence_part.field
        field.setFocus()
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        settle(page)
        assert hints.height() == kept_free
        type_in("members leave, which is seen in the weekly count")
        settle(page)
        assert hints.height() == kept_free, "nothing below jumps while one writes"


def test_a_hint_about_the_fear_is_sent_away_by_key(qtbot: QtBot) -> None:
    fear = a_fear("f1", text="It always breaks on a Friday")
    with opened(qtbot, RecastPage, a_workshop(fear)) as page:
        advice = found(page, TextLabel, "fear_advice")
        assert advice.text().startswith("When did it last happen?")
        press(Qt.Key.Key_Y, ALT)
        assert not advice.isVisible()
        assert not found(page, SignButton, "send_fear_hint_away").isVisible()
        type_in("nobody looks at it")
        settle(page)
        assert not advice.isVisible()


def test_a_red_line_asks_why(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_risk("r1", fears=(F1,)))) as page:
        found(page, CheckField, "red_line_field").setFocus()
        press(Qt.Key.Key_Space)
        assert found(page, TextLabel, "risk_question_1").text() == "Why must this never happen?"
        found(page, LineField, "red_line_reason_field").setFocus()
        type_in("people get hurt")
        settle(page)
        assert (risk(page).red_line, risk(page).red_line_reason) == (True, "people get hurt")


def test_an_empty_kind_asks_once(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_risk("r1"))) as page:
        found(page, CheckField, "looked_cost").setFocus()
        press(Qt.Key.Key_Space)
        assert list(page.meeting.workshop.progress.looked_at) == [COST]
        page.meeting.undo()
        assert not page.meeting.workshop.progress.looked_at
        assert found(page, CheckField, "looked_cost").value() is False
        risks.edit_risk(page.meeting, R1, category=DELIVERY)
        assert page.findChild(CheckField, f"looked_{DELIVERY}") is None


def test_more_than_three_aims_are_refused_in_words(qtbot: QtBot) -> None:
    aims = [an_objective(f"o{n}") for n in range(1, 5)]
    with opened(qtbot, RecastPage, a_workshop(a_risk("r1"), *aims)) as page:
        found(page, RowList, "risk_list").setFocus()
        for number in range(1, 5):
            found(page, CheckField, f"hurts_{number}").setFocus()
            press(Qt.Key.Key_Space)
        assert len(risk(page).objectives) == 3
        assert page.message.text() == "There is room for 3. Take one away first."
        assert found(page, CheckField, "hurts_4").value() is False


def test_a_scored_risk_goes_only_when_asked_twice(qtbot: QtBot) -> None:
    workshop = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 3, 3))
    with opened(qtbot, RecastPage, workshop) as page:
        found(page, RowList, "risk_list").setFocus()
        press(Qt.Key.Key_Delete)
        assert "1 answer would go too" in page.message.text()
        press(Qt.Key.Key_Delete)
        assert not page.meeting.workshop.risks


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_come_back_as_typed(qtbot: QtBot, text: str) -> None:
    workshop = a_workshop(
        a_fear("f1", text=expected(text)), a_risk("r1", fears=(F1,), red_line=True)
    )
    with opened(qtbot, RecastPage, workshop) as page:
        fields: tuple[tuple[type[TextField | LineField], str], ...] = (
            (TextField, "cause"),
            (TextField, "event"),
            (TextField, "consequence"),
            (LineField, "title"),
            (LineField, "red_line_reason"),
        )
        for kind, name in fields:
            field = found(page, kind, f"{name}_field")
            field.setFocus()
            press(Qt.Key.Key_A, CTRL)
            typed = paste(text)
            settle(page)
            assert getattr(risk(page), name) == expected(typed)
            assert field.value() == expected(typed)
        assert found(page, TextLabel, "fear_text").text() == expected(text)
        assert not page.grab().isNull()


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_notes_and_agreements_come_back_as_typed(qtbot: QtBot, text: str) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
        becomes(page, Disposition.PARKED)
        typed = paste(text)
        settle(page)
        assert fear(page).note == expected(typed)
        page.show_fear(FearId("f2"))
        becomes(page, Disposition.AGREEMENT)
        typed = paste(text)
        settle(page)
        (agreement,) = page.meeting.workshop.working_agreements.values()
        assert agreement.text == expected(typed)
        assert found(page, TextField, "agreement_field").value() == expected(typed)
