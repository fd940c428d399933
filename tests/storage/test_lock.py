import os
import subprocess
import sys
from pathlib import Path

import pytest

from deskrisk.domain.library import LibraryBusyError
from deskrisk.storage import lock

HOLDER = """
import pathlib, sys
from deskrisk.storage import lock
lock.hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_library_is_held_once_and_again_when_it_is_let_go(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    let_go = lock.hold(library)
    with pytest.raises(LibraryBusyError) as refused:
        lock.hold(library)
    assert refused.value.process == os.getpid()
    let_go()
    lock.hold(library)()


def test_the_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LibraryBusyError) as refused:
            lock.hold(library)
        assert refused.value.process == holder.pid
        holder.kill()
        holder.wait()
        lock.hold(library)()


def test_a_lock_file_left_behind_means_nothing(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    (tmp_path / "library.db.lock").write_text("1")
    let_go = lock.hold(library)
    with pytest.raises(LibraryBusyError):
        lock.hold(library)
    let_go()
