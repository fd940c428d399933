"""The self-test finds what is broken, and goes on to the next step."""

from pathlib import Path

import pytest

from deskrisk import self_test
from deskrisk.domain.file_errors import DiskFullError
from deskrisk.services.exports import FORMATS


def test_a_broken_step_is_named_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_workshop: object, path: Path, **_more: object) -> None:
        raise DiskFullError(str(path))

    monkeypatch.setattr(self_test, "export_workshop", fail)
    assert self_test.self_test() == 1
    lines = capsys.readouterr().out.splitlines()
    failed = [line for line in lines if line.startswith("failed: ")]
    assert len(failed) == len(FORMATS) + 1  # and reading back what was not written
    assert "DiskFullError" in failed[0]
    assert lines[-1].startswith("well: ")


def test_a_wrong_result_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(self_test, "standing_order", lambda _workshop: ())
    assert self_test.self_test() == 1
    assert "(WrongResultError)" in capsys.readouterr().out
