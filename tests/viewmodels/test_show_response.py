"""The wall while the room responds: it grows as it is typed, and says what the room said."""

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Decision, Happiness, Response, Signal
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Columns, Fact, texts_of
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show import show_view
from deskrisk.viewmodels.show_decisions import response_blocks
from tests.builders import a_mitigation, a_risk, a_workshop

R1 = RiskId("r1")


def a_case() -> Workshop:
    return a_workshop(
        a_risk("r1", ideas=("Ask them", "Promise m1")),
        a_risk("r2"),
        a_risk("r3", title="Stale list", secondary_to=R1),
        a_mitigation("m1", "r1", "r2", signal=Signal(metric="p95", threshold=300, unit="ms")),
        Response(risk=R1, decision=Decision.MITIGATE, trigger="errors", fallback="off"),
    )


def facts(happy: Happiness | None) -> dict[str, tuple[str, str]]:
    response = Response(risk=R1, decision=Decision.ACCEPT, happy=happy)
    (_title, *blocks) = response_blocks(a_workshop(a_risk("r1"), response), R1)
    found = [each for each in blocks if isinstance(each, Fact)]
    for each in blocks:
        if isinstance(each, Columns):
            found += [fact for column in each.columns for fact in column if isinstance(fact, Fact)]
    return {each.label: (each.text, each.tone) for each in found}


def test_what_the_room_said_stands_there_and_not_yet_has_a_tone() -> None:
    question = "Are we happy with how this is mitigated?"
    assert question not in facts(None)
    assert facts(Happiness.HAPPY)[question] == ("Happy", "ink")
    assert facts(Happiness.CAN_LIVE_WITH_IT)[question] == ("Can live with it", "ink")
    assert facts(Happiness.NOT_YET)[question] == ("Not yet", "care")


def test_a_shared_promise_a_measure_a_new_risk_and_the_shelf_are_told() -> None:
    words = tuple(texts_of(response_blocks(a_case(), R1)))
    for wanted in (
        "Promise m1",
        "p95 <= 300 ms",
        "also serves Risk r2",
        "Stale list",
        "errors",
        "off",
        "Ask them",
    ):
        assert wanted in words
    assert words.count("Promise m1") == 1  # on the shelf no more: it was promised


def test_what_is_being_typed_is_seen_and_only_for_the_risk_on_the_wall() -> None:
    draft = (("trigger", "errors over 2"), ("title/m1", "Load te"), ("statement/m1", "At mo"))
    state = ShowState(scene=Scene.RESPONSE, subject="r1", draft=draft)
    spoken = show_view(a_case(), state).spoken()
    assert all(text in spoken for text in ("errors over 2", "Load te", "At mo"))
    gone = ShowState(scene=Scene.RESPONSE, subject="r1", draft=(("title/m9", "Nothing"),))
    assert "Nothing" not in show_view(a_case(), gone).spoken()
    elsewhere = ShowState(scene=Scene.ORDER, draft=draft)
    assert "Load te" not in show_view(sample(), elsewhere).spoken()


def test_of_many_promises_the_one_that_is_typed_comes_first() -> None:
    def spoken(count: int) -> str:
        promises = [a_mitigation(f"m{n}", "r1", title=f"Promise {n}.") for n in range(1, count + 1)]
        draft = (("title/m3", "Grows"), ("statement/m3", ""))
        state = ShowState(scene=Scene.RESPONSE, subject="r1", draft=draft)
        return show_view(a_workshop(a_risk("r1"), *promises), state).spoken()

    assert spoken(3).index("Promise 1.") < spoken(3).index("Grows")
    assert spoken(4).index("Grows") < spoken(4).index("Promise 1.")
