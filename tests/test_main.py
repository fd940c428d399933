"""The command line: what each command does, and one sentence for each thing that can go wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deskrisk import __version__, assets, settings
from deskrisk.main import main
from deskrisk.services.library import Library
from deskrisk.services.printing import PAPERS
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file, to_text, write_workshop_file
from tests.builders import a_workshop
from tests.hostile import CORPUS
from tests.registers import FOLDER, PROJECT

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = assets.path("samples", "question-suggestions.deskrisk")

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


@pytest.fixture
def said(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Said:
    """Run a command on a library of its own; give exit status, output and errors."""
    monkeypatch.setenv("MPLCONFIGDIR", os.environ.get("MPLCONFIGDIR", str(library.parent)))

    def run(*words: str | Path) -> tuple[int, str, str]:
        status = main(["--library", str(library), *map(str, words)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def _is_one_sentence(text: str) -> bool:
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"deskrisk {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["list", "--help"], ["export", "--help"]])
def test_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 0
    assert "--library" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["export"], ["export", "x"], ["import"], ["list", "x"], ["--nonsense"], ["--library"]],
)
def test_a_misspelt_command_gives_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage: deskrisk" in capsys.readouterr().err


def test_looking_makes_no_library(said: Said, library: Path) -> None:
    assert said("list") == (0, "There are no workshops yet.\n", "")
    status, _out, err = said("check")
    assert status == 1
    assert _is_one_sentence(err)
    status, _out, err = said("export", "anything", "--to", library.with_name("x.pdf"))
    assert status == 1
    assert _is_one_sentence(err)
    assert not library.parent.exists()


def test_import_list_check_and_export(said: Said, tmp_path: Path) -> None:
    status, out, err = said("import", SAMPLE)
    assert (status, err) == (0, "")
    assert sample().brief.title in out

    status, out, _err = said("list")
    assert status == 0
    assert out.startswith("2025-03-11  Question suggestions: ")
    assert "12 of 14 promises kept" in out

    status, out, _err = said("check")
    assert (status, out) == (0, "Everything is in order. 1 workshop read.\n")

    for number, name in enumerate((sample().id, sample().brief.title, "question SUGG")):
        target = tmp_path / f"{number}.deskrisk"
        assert said("export", name, "--to", target)[0] == 0
        assert target.read_text("utf-8") == to_text(sample())


def test_the_library_may_be_named_after_the_command(library: Path) -> None:
    assert main(["import", str(SAMPLE), "--library", str(library)]) == 0
    assert library.exists()


def test_importing_twice_is_refused_unless_it_replaces(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "a.deskrisk"
    write_workshop_file(a_workshop(title="First"), file)
    assert said("import", file, "--replace")[0] == 0
    write_workshop_file(a_workshop(title="Second"), file)
    status, out, err = said("import", file)
    assert (status, out) == (1, "")
    assert _is_one_sentence(err)
    assert "First" in said("list")[1]
    assert said("import", file, "--replace")[0] == 0
    assert "Second" in said("list")[1]


def test_replaced_characters_are_announced(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "a.deskrisk"
    file.write_text(to_text(a_workshop()).replace('"Trial"', '"Tri\\u0000al"'))
    status, out, _err = said("import", file)
    assert status == 0
    assert "1 character could not be kept" in out


def test_a_title_cannot_steer_the_terminal(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "a.deskrisk"
    write_workshop_file(a_workshop(title="one\ntwo\tthree \u202eevil\u202c"), file)
    said("import", file)
    assert said("list")[1].split("  ")[1] == "one two three evil"


@pytest.mark.parametrize("name", [name for name in CORPUS if name != "too large"])
def test_a_wrong_file_changes_nothing(said: Said, library: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "wrong.deskrisk"
    file.write_bytes(CORPUS[name][0])
    status, out, err = said("import", file)
    assert (status, out) == (1, "")
    assert _is_one_sentence(err)
    assert not library.exists()


def test_a_wrong_file_leaves_a_library_as_it_was(said: Said, library: Path, tmp_path: Path) -> None:
    said("import", SAMPLE)
    before = library.read_bytes()
    file = tmp_path / "wrong.deskrisk"
    file.write_bytes(SAMPLE.read_bytes().replace(b'"likelihood": 3', b'"likelihood": 33', 1))
    assert said("import", file)[0] == 1
    assert library.read_bytes() == before


def test_a_file_is_exported_without_touching_the_library(
    said: Said, library: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.deskrisk"
    assert said("export", SAMPLE, "--to", target)[0] == 0
    assert read_workshop_file(target) == sample()
    assert not library.parent.exists()


def test_export_as_pdf(said: Said, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    status, out, err = said("export", SAMPLE, "--to", target)
    assert (status, err) == (0, "")
    assert str(target) in out
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_register_becomes_a_workshop_and_all_of_it_is_said(said: Said) -> None:
    status, out, err = said("import", FOLDER / PROJECT)
    assert (status, err) == (0, "")
    assert "Imported: Risks of project-register" in out
    assert "Risk Description: What may happen" in out
    assert "Kept in the note of each risk: Risk ID" in out
    assert "Line 7: “Q3 2025” is no day" in out
    assert "Risks of project-register" in said("list")[1]
    assert said("check")[1] == "Everything is in order. 1 workshop read.\n"


def test_a_damaged_register_changes_nothing(said: Said, tmp_path: Path, library: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK nonsense")
    status, _out, err = said("import", path)
    assert status == 1
    assert "Nothing was taken" in err
    assert not library.exists()


def test_export_of_a_version_with_roles(said: Said, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    status, out, err = said("export", SAMPLE, "--to", target, "--as", "summary", "--roles")
    assert (status, err, str(target) in out) == (0, "", True)
    text = target.read_text("utf-8")
    assert "Who does what by when" in text
    assert not [each.name for each in sample().participants.values() if each.name in text]


@pytest.mark.parametrize("paper", [each.key for each in PAPERS])
def test_every_paper_for_the_room_is_printed(said: Said, tmp_path: Path, paper: str) -> None:
    target = tmp_path / "out.pdf"
    status, out, err = said("print", paper, SAMPLE, "--to", target)
    assert (status, err, str(target) in out) == (0, "", True)
    assert target.read_bytes().startswith(b"%PDF-")
    status, _out, err = said("print", paper, SAMPLE, "--to", target)
    assert status == 1
    assert _is_one_sentence(err)
    assert said("print", paper, SAMPLE, "--to", target, "--force")[0] == 0


def test_a_file_that_is_there_is_only_replaced_by_force(said: Said, tmp_path: Path) -> None:
    target = tmp_path / "out.deskrisk"
    target.write_text("mine")
    status, _out, err = said("export", SAMPLE, "--to", target)
    assert status == 1
    assert _is_one_sentence(err)
    assert "--force" in err
    assert target.read_text() == "mine"
    assert said("export", SAMPLE, "--to", target, "--force")[0] == 0
    assert read_workshop_file(target) == sample()


@pytest.mark.parametrize(
    ("workshop", "target"),
    [
        (str(SAMPLE), "out.doc"),
        (str(SAMPLE), "none/out.pdf"),
        (str(SAMPLE), "none/out.deskrisk"),
        ("none.deskrisk", "out.pdf"),
        (".", "out.pdf"),
        ("", "out.pdf"),
        ("no such title", "out.pdf"),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_sentence(
    said: Said, tmp_path: Path, workshop: str, target: str
) -> None:
    status, out, err = said("export", workshop, "--to", tmp_path / target)
    assert (status, out) == (1, "")
    assert _is_one_sentence(err)
    assert not list(tmp_path.iterdir())


def test_several_that_fit_are_named(said: Said, tmp_path: Path) -> None:
    for number in (1, 2):
        file = tmp_path / f"{number}.deskrisk"
        write_workshop_file(a_workshop(id=f"w{number}", title=f"Trial {number}"), file)
        said("import", file)
    status, _out, err = said("export", "trial", "--to", tmp_path / "out.deskrisk")
    assert status == 1
    assert "Trial 1" in err
    assert "Trial 2" in err


def test_a_library_is_copied_put_back_and_that_undone(said: Said, tmp_path: Path) -> None:
    assert said("backup")[0] == 1
    said("import", SAMPLE)
    status, out, _err = said("backup")
    assert status == 0
    name = out.removeprefix("Copied: ").strip()
    other = tmp_path / "other.deskrisk"
    write_workshop_file(a_workshop(title="Another"), other)
    said("import", other)
    listed = said("backup", "--list")[1].splitlines()
    assert listed[-1].startswith(name)
    assert "1 workshop: Question suggestions" in listed[-1]
    status, out, _err = said("restore", name)
    assert status == 0
    assert "Another" not in said("list")[1]
    undo = out.splitlines()[-1].split()[-1]
    assert said("restore", undo)[0] == 0
    assert "Another" in said("list")[1]
    status, out, err = said("restore", "nowhere")
    assert (status, out) == (1, "")
    assert "no copy nowhere" in err


def test_a_library_that_is_open_is_copied_and_not_replaced(said: Said, library: Path) -> None:
    said("import", SAMPLE)
    with Library.open(library):
        assert said("backup")[0] == 0
        status, _out, err = said("restore")
    assert status == 1
    assert "open already" in err


@pytest.mark.parametrize("content", [b"", b"no library at all, only some words" * 9])
@pytest.mark.parametrize("command", ["list", "check"])
def test_what_is_no_library_is_refused_and_left_alone(
    said: Said, library: Path, command: str, content: bytes
) -> None:
    library.parent.mkdir()
    library.write_bytes(content)
    status, out, err = said(command)
    assert (status, out) == (1, "")
    assert err.endswith(".\n")
    assert "Traceback" not in err
    assert library.read_bytes() == content


def test_a_library_that_is_open_elsewhere_is_left_alone(said: Said, library: Path) -> None:
    said("import", SAMPLE)
    with Library.open(library):
        status, out, err = said("list")
    assert (status, out) == (1, "")
    assert "open already" in err


def test_the_usual_library_is_that_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings, "usual_library", lambda: tmp_path / "usual.db")
    monkeypatch.setattr(settings, "settings_file", lambda: tmp_path / "settings.json")
    assert main(["import", str(SAMPLE)]) == 0
    assert "Imported" in capsys.readouterr().out
    assert (tmp_path / "usual.db").exists()


def test_self_test(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--self-test"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 7
    assert all(line.startswith("well: ") for line in lines), lines
    assert status == 0


def test_without_a_screen_the_window_says_so(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    status, out, err = said()
    assert (status, out) == (1, "")
    assert "no screen" in err
    assert err.count("\n") == 1


def test_a_missing_file_is_said_before_the_window_opens(
    said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for file in (tmp_path / "none.deskrisk", tmp_path):
        status, _out, err = said(file)
        assert status == 1
        assert _is_one_sentence(err)


def _program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_commands_load_no_qt_and_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from deskrisk.main import main;"
        f"status = main(['export', {str(SAMPLE)!r}, '--to', {str(tmp_path / 'x.deskrisk')!r}]);"
        "heavy = {'PySide6', 'sqlalchemy', 'sqlmodel', 'pydantic', 'numpy', 'matplotlib',"
        " 'reportlab'} & set(sys.modules); sys.exit(str(sorted(heavy)) if heavy else status)"
    )
    done = _program("-c", script)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_cache_of_fonts_has_a_lasting_place(tmp_path: Path) -> None:
    script = (
        "import os; from deskrisk.main import main;"
        f"main(['list', '--library', {str(tmp_path / 'none')!r}]);"
        "print(os.environ['MPLCONFIGDIR'])"
    )
    environment = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**environment, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "deskrisk" in done.stdout.splitlines()[-1]


def test_as_a_program_it_ends_with_the_status_and_no_traceback(tmp_path: Path) -> None:
    done = _program("-m", "deskrisk", "import", tmp_path / "naïve \udce9.deskrisk", LANG="C")
    assert done.returncode == 1
    assert done.stdout == ""
    assert _is_one_sentence(done.stderr)


def test_an_export_as_pdf_says_nothing_on_stderr(tmp_path: Path) -> None:
    done = _program("-m", "deskrisk", "export", SAMPLE, "--to", tmp_path / "x.pdf")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    if os.name == "nt":
        return  # Windows has no pipes that break
    library = tmp_path / "l.db"
    with Library.open(library) as held:
        for number in range(300):
            held.add(a_workshop(id=f"w{number}", title="x" * 500))
    command = f"{sys.executable} -m deskrisk list --library {library} | head -c 10"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
