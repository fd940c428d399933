"""The whole text of the sample's agreement, read by a person once and compared ever since.

To renew it after a change that is meant: delete the file, run this test twice, and read the
difference before committing it.
"""

from deskrisk.services.samples import sample
from tests.conftest import ROOT
from tests.papers import reader, text_of

GOLDEN = ROOT / "tests" / "golden" / "question-suggestions.txt"


def test_the_words_of_the_sample_are_the_golden_ones() -> None:
    # What a line holds depends on widths; what the document says does not.
    words = text_of(reader(sample())).split()
    if not GOLDEN.exists():
        GOLDEN.write_text("\n".join(words) + "\n", encoding="utf-8")
        message = "the golden text was missing and has been written: read it, then run again"
        raise AssertionError(message)
    assert words == GOLDEN.read_text(encoding="utf-8").split()
