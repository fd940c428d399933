"""The samples that are shipped."""

import pytest

from deskrisk import assets
from deskrisk.domain.errors import DeskError
from deskrisk.domain.file_errors import UnknownSampleError
from deskrisk.domain.soundness import flaws
from deskrisk.services.samples import DEFAULT, sample, sample_names
from deskrisk.services.workshop_files import from_text
from deskrisk.viewmodels.problems import sentence


def test_the_usual_sample_is_among_them() -> None:
    assert DEFAULT in sample_names()
    assert sample() == sample(DEFAULT)


@pytest.mark.parametrize("name", sample_names())
def test_each_sample_is_sound_and_carries_no_computed_numbers(name: str) -> None:
    assert not list(flaws(sample(name)))
    text = assets.path("samples", f"{name}.deskrisk").read_text("utf-8")
    assert from_text(text) == sample(name)
    assert '"computed"' not in text


@pytest.mark.parametrize("name", ["", "none", "../samples/question-suggestions", "."])
def test_any_other_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownSampleError) as caught:
        sample(name)
    error: DeskError = caught.value
    assert sentence(error).endswith(".")
