from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.slips import Slip, named, taken_back, tie_next, unsure_next

A, B, C, D = (RiskId(each) for each in "abcd")
EMPTY = Slip(risks=(A, B, C, D))


def test_each_risk_takes_the_next_place() -> None:
    slip = named(named(EMPTY, C), A)
    assert slip.ranking == ((C,), (A,))
    assert slip.left == (B, D)
    assert named(slip, C) == slip
    assert named(slip, RiskId("z")) == slip


def test_a_tie_joins_the_last_place_and_holds_for_one_risk() -> None:
    slip = named(named(tie_next(named(EMPTY, C)), A), B)
    assert slip.ranking == ((C, A), (B,))
    assert not tie_next(EMPTY).tying
    assert not tie_next(tie_next(slip)).tying


def test_no_opinion_is_announced_for_one_risk() -> None:
    slip = named(named(unsure_next(EMPTY), A), B)
    assert (slip.ranking, slip.no_opinion) == (((B,),), (A,))
    assert not unsure_next(unsure_next(EMPTY)).unsure


def test_a_tie_reaches_over_a_risk_without_an_opinion() -> None:
    slip = named(tie_next(named(unsure_next(named(EMPTY, A)), B)), C)
    assert (slip.ranking, slip.no_opinion) == (((A, C),), (B,))


def test_back_takes_the_announcement_then_the_risk() -> None:
    slip = named(named(EMPTY, C), A)
    assert taken_back(tie_next(slip)) == slip
    assert taken_back(unsure_next(slip)) == slip
    assert taken_back(slip).ranking == ((C,),)
    assert taken_back(EMPTY) == EMPTY


def test_the_last_announcement_holds_and_is_a_plain_yes_or_no() -> None:
    slip = tie_next(unsure_next(named(EMPTY, A)))
    assert (slip.tying, slip.unsure) == (True, False)
    slip = unsure_next(slip)
    assert (slip.tying, slip.unsure) == (False, True)
    assert slip.tying is False


def test_back_takes_only_the_last_risk() -> None:
    slip = taken_back(named(named(named(EMPTY, A), B), C))
    assert slip.ranking == ((A,), (B,))
