"""When the program itself is at fault: a log without words of people, and one calm sentence."""

import faulthandler
import re
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from deskrisk import __version__

_LARGEST_LOG = 256_000
_SENDER = re.compile(r"[\w:.<>~]{1,80}")


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A fault as kind, modules and lines: never its message, which may quote what people wrote."""
    lines = [f"{kind.__module__}.{kind.__qualname__}"]
    for frame in traceback.extract_tb(trace):
        place = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class CrashLog(QObject):
    """Catches what nobody else has caught.

    Signals:
        happened(str): a fault was written down; the report to copy.
    """

    happened = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.path = folder / "deskrisk.log"
        self._out = _opened(self.path)
        self._before = sys.excepthook
        self._thread_before = threading.excepthook

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._said_by_qt)
        if self._out is not None:
            faulthandler.enable(self._out)

    def uninstall(self) -> None:
        """Leave the catching to whoever did it before."""
        sys.excepthook = self._before
        threading.excepthook = self._thread_before
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._out is not None:
            self._out.close()
            self._out = None

    def write(self, text: str) -> None:
        """Write one entry with its time and the versions."""
        if self._out is None:
            return
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with suppress(OSError, ValueError):
            self._out.write(f"{now} deskrisk {__version__} qt {qVersion()} {text}\n")
            self._out.flush()

    def _caught(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, fault, trace)
            return
        report = describe(kind, trace)
        self.write(report)
        with suppress(RuntimeError):
            self.happened.emit(report)

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_type is not SystemExit:
            fault = arguments.exc_value or arguments.exc_type()
            self._caught(arguments.exc_type, fault, arguments.exc_traceback)

    def _said_by_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            return
        sender = _SENDER.match(message)  # the rest of the message may quote a text
        self.write(f"{kind.name} {context.category or ''} {sender.group() if sender else ''}")


def _opened(path: Path) -> IO[str] | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST_LOG:
            path.replace(path.with_suffix(".old.log"))
        return path.open("a", encoding="utf-8")
    except OSError:
        return None
