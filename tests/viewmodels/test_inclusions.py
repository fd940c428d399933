from dataclasses import replace

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.brief import Anonymity
from deskrisk.services.samples import sample, sample_names
from deskrisk.viewmodels.inclusions import inclusion_rows
from tests.strategies import filled_workshop


def test_everything_has_words_in_every_version() -> None:
    for name in sample_names():
        for version in DocumentVersion:
            for hidden in (False, True):
                options = DocumentOptions(
                    version=version, roles_for_names=hidden, private_notes=hidden
                )
                for anonymity in Anonymity:
                    held = sample(name)
                    room = replace(held, brief=replace(held.brief, anonymity=anonymity))
                    rows = inclusion_rows(room, options)
                    assert all(row.what and row.why and row.count for row in rows)


def test_words_that_stay_out_say_why() -> None:
    rows = {row.key: row for row in inclusion_rows(sample(), DocumentOptions())}
    words = rows["unreleased_words"]
    assert (words.goes_in, words.count) == (False, len(sample().fears))
    assert words.why == "words stay in the room unless they are released"


def test_a_workshop_with_everything_names_every_kind() -> None:
    keys = {
        row.key
        for version in DocumentVersion
        for row in inclusion_rows(
            filled_workshop(), DocumentOptions(version=version, roles_for_names=True)
        )
    }
    assert {"unreleased_words", "ideas", "private_notes", "amendments"} <= keys
