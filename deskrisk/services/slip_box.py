"""The box that sealed slips fall into while the laptop goes round.

A slip must outlive a crash, and nothing that is kept may tell in which order slips came. So they
never go to the library one by one: there, steps, free space in pages and the log would keep their
order. They lie in one small file, in the order of their random ids, written anew as a whole with
each slip; when the round ends they go to the library together, and the file goes away.
"""

import json
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from deskrisk.domain.file_errors import PathError
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.ids import FearId
from deskrisk.services.atomic import write_whole

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, order=True)
class SealedSlip:
    """One slip in the box; there is nothing else to know about it."""

    id: FearId
    text: str
    about_us: bool = False

    @property
    def kind(self) -> FearKind:
        """Is it about us, or about the work?"""
        return FearKind.PEOPLE if self.about_us else FearKind.OUTCOME


class SlipBox:
    """The sealed slips of one workshop.

    Args:
        path: the file; None to keep them in memory alone.
        durable: waits until the library has stored all steps, and says whether it has.
    """

    def __init__(
        self, path: Path | None = None, *, durable: Callable[[], bool] = lambda: True
    ) -> None:
        self._path = path
        self._durable = durable
        self._slips: dict[FearId, SealedSlip] = {}
        self._handed_out: dict[FearId, SealedSlip] = {}
        self.problem = False
        self._load()

    def seal(self, slip: SealedSlip) -> None:
        """Put a slip in. It is safe on disk afterwards, unless ``problem`` says otherwise."""
        self._slips[slip.id] = slip
        self._write()

    def try_again(self) -> bool:
        """Write what the disk has refused once more; is everything on disk now?"""
        if self.problem:
            self._write()
        return not self.problem

    def slips(self) -> tuple[SealedSlip, ...]:
        """All slips, in the order of their random ids."""
        return tuple(sorted(self._slips.values()))

    def empty(self) -> None:
        """The slips have been handed to the library: forget them as soon as it has them for good.

        The file stays while the disk refuses, so that a crash then loses nothing.
        """
        self._handed_out |= self._slips
        self._slips = {}
        if self._durable():
            self._handed_out = {}
            self.throw_away()

    def throw_away(self) -> None:
        """Remove the file, whatever is in it."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        if self._path is None:
            return
        held = _as_plain((*self._handed_out.values(), *self._slips.values()))
        try:
            write_whole(self._path, json.dumps(held).encode())
            self.problem = False
        except PathError as error:
            self.problem = True
            _log.warning("the box is not on disk: %s", type(error).__name__)

    def _load(self) -> None:
        if self._path is None or not self._path.exists():
            return
        try:
            found = [_as_slip(**each) for each in json.loads(self._path.read_bytes())]
        except (OSError, ValueError, TypeError, RecursionError):
            _log.warning("the box cannot be read")
            with suppress(OSError):
                self._path.replace(self._path.with_name(self._path.name + ".damaged"))
            return
        self._slips = {slip.id: slip for slip in found}


def _as_plain(slips: Iterable[SealedSlip]) -> list[dict[str, Any]]:
    return [asdict(slip) for slip in sorted(slips)]


def _as_slip(*, id: object, text: object, about_us: object) -> SealedSlip:
    if not isinstance(id, str) or not isinstance(text, str):
        raise TypeError
    return SealedSlip(FearId(id), text, bool(about_us))
