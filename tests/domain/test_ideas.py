import pytest

from deskrisk.domain.errors import MissingError
from deskrisk.domain.ideas import (
    closeness,
    others_promises,
    pack_ideas,
    promise_taken,
    shelf,
    sign_taken,
)
from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus, Signal, Treatment
from deskrisk.domain.model.risks import COST
from deskrisk.domain.packs import Pack, PackMitigation, PackRisk, PackTrigger
from deskrisk.domain.parts import put
from deskrisk.domain.responses import edit_response, serve_no_more, serve_too
from tests.builders import a_mitigation, a_risk, a_workshop

R1, R2, M1 = RiskId("r1"), RiskId("r2"), MitigationId("m1")
SIGNAL = Signal(statement="At most 300 ms", metric="p95", threshold=300, unit="ms")


def a_pack_risk(id_: str, **fields: object) -> PackRisk:
    whole: dict[str, object] = {
        "id": id_,
        "category": "operational",
        "title": "Overload",
        "cause": "nobody knows",
        "event": "the service may stop answering",
        "consequence": "trust is lost",
        **fields,
    }
    return PackRisk(**whole)  # type: ignore[arg-type]  # fields of the test


def a_promise(id_: str, *risks: str) -> PackMitigation:
    return PackMitigation(
        id=id_, risks=risks, treatment=Treatment.AVOID, title=f"Do {id_}", signal=SIGNAL
    )


def a_pack() -> Pack:
    return Pack(
        id="p",
        version=1,
        language="en",
        name="A pack",
        risks=(
            a_pack_risk("near", tags=("Latency",)),
            a_pack_risk("kind", title="Quite different", event="nothing of the sort"),
            a_pack_risk("far", title="Other", event="a thing of its own", category="cost"),
        ),
        mitigations=(a_promise("a", "kind"), a_promise("b", "near", "far"), a_promise("c", "far")),
        triggers=(
            PackTrigger(id="t", risks=("near",), text="p95 rises", fallback="switch off"),
            PackTrigger(id="u", risks=("far",), text="80 % spent", fallback="stop"),
        ),
    )


def test_what_fits_best_comes_first_and_what_fits_nothing_is_not_offered() -> None:
    found = pack_ideas(a_risk("r1", tags=("latency",)), [a_pack()])
    assert [each.id for each in found.promises] == ["b", "a"]
    assert [each.id for each in found.signs] == ["t"]
    assert found.close == {"b", "t"}


def test_tags_words_and_kind_count_in_this_order() -> None:
    risk = a_risk("r1", title="Overloaded at night", tags=("latency",), category=COST)
    tag = a_pack_risk("x", title="Sums", event="all is quiet", tags=("LATENCY",))
    word = a_pack_risk("x", event="all is quiet")
    kind = a_pack_risk("x", title="Sums", event="all is quiet", category="cost")
    assert closeness(risk, tag) > closeness(risk, word) > closeness(risk, kind) > 0


def test_an_id_that_two_packs_have_is_offered_once() -> None:
    found = pack_ideas(a_risk("r1"), [a_pack(), a_pack()])
    assert sorted(each.id for each in found.promises) == ["a", "b"]


def test_the_shelf_holds_what_has_not_been_used() -> None:
    workshop = a_workshop(a_risk("r1", ideas=("Off switch", "Ask them", "Errors over 2 %")))
    assert shelf(workshop, R1) == ("Off switch", "Ask them", "Errors over 2 %")
    promised = put(workshop, a_mitigation("m1", "r1", title="Off switch"))
    assert shelf(promised, R1) == ("Ask them", "Errors over 2 %")
    signed = sign_taken(sign_taken(promised, R1, "first", ""), R1, "Errors over 2 %", "Ask them")
    assert shelf(signed, R1) == ()


def test_a_promise_of_a_pack_comes_with_all_it_says() -> None:
    workshop = promise_taken(
        a_workshop(a_risk("r1"), a_mitigation("m0", "r1")), M1, R1, a_promise("a", "near")
    )
    assert workshop.mitigations[M1] == Mitigation(
        id=M1, position=1, risks=(R1,), title="Do a", treatment=Treatment.AVOID, signal=SIGNAL
    )
    with pytest.raises(MissingError):
        promise_taken(workshop, MitigationId("m2"), R2, a_promise("a"))


def test_a_sign_is_put_beside_what_is_there_and_never_twice() -> None:
    workshop = edit_response(a_workshop(a_risk("r1")), R1, trigger="errors")
    for _time in range(2):
        workshop = sign_taken(workshop, R1, "p95 rises", "switch off")
    response = workshop.responses[R1]
    assert (response.trigger, response.fallback) == ("errors; p95 rises", "switch off")


def test_promises_of_others_can_serve_too_and_no_more() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_mitigation("m1", "r1"),
        a_mitigation("m2", "r1", status=MitigationStatus.DROPPED),
        a_mitigation("m3", "r2"),
    )
    assert [each.id for each in others_promises(workshop, R2)] == ["m1"]
    shared = serve_too(serve_too(workshop, M1, R2), M1, R2)
    assert shared.mitigations[M1].risks == (R1, R2)
    assert others_promises(shared, R2) == ()
    assert serve_no_more(shared, M1, R2) == workshop
    assert M1 not in serve_no_more(workshop, M1, R1).mitigations
    with pytest.raises(MissingError):
        serve_too(workshop, M1, RiskId("r9"))
