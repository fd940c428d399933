"""A library on a disk that is full for a while; run by ``test_writer.py`` in its own process.

The system refuses to let files grow, which is what a full disk looks like from here.
"""

import logging
import resource
import sys
import threading
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from deskrisk.domain import parts
from deskrisk.domain.library import SaveState
from deskrisk.services.library import Library
from tests.builders import a_fear


def main() -> None:
    """Fill, work on, make room, and say how saving stood each time."""
    logging.disable()
    library = Library.open(Path(sys.argv[1]), retry_seconds=0.05)
    meeting = library.create("Full")
    meeting.step("fear.add", lambda w: parts.add(w, a_fear("first")))
    library.flush(10)
    log = library.path.with_name(f"{library.path.name}-wal").stat().st_size
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    stuck = threading.Event()

    def hear(state: SaveState) -> None:
        if state.problem is not None:
            stuck.set()

    library.listen_saved(hear)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log, hard))
    for number in range(60):
        fear = a_fear(f"f{number}", text="x" * 999)
        meeting.step("fear.add", partial(parts.add, value=fear))
    assert stuck.wait(10)
    _say(library)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    library.flush(10)
    _say(library)
    sys.stdout.write(f"{library.close()}\n")


def _say(library: Library) -> None:
    state = library.save_state
    kind = type(state.problem).__name__ if state.problem else None
    sys.stdout.write(f"{kind} {state.saved is (kind is None)}\n")


if __name__ == "__main__":
    main()
