from deskrisk.viewmodels.late import fear_added_words, risk_added_words
from tests.builders import a_fear, a_risk, a_workshop


def test_a_late_fear_is_counted() -> None:
    assert fear_added_words(a_workshop(a_fear("f1"))) == "Added, 1 fear now. It waits at Name."


def test_a_late_risk_has_its_name() -> None:
    workshop = a_workshop(a_risk("r1", number=4))
    assert risk_added_words(workshop).startswith("Added as R4.")
