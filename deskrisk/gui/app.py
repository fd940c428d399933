"""Starts the window: one program a library, the home window first, everything heavy later."""

import signal
import socket
import sys
import threading
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from deskrisk import __version__, assets
from deskrisk import settings as kept
from deskrisk.domain.library import LibraryError
from deskrisk.gui.crash import CrashLog
from deskrisk.gui.program import Program
from deskrisk.gui.single import Doorbell, hand_over
from deskrisk.gui.theme import ThemeChoice, apply_theme, wished_theme
from deskrisk.i18n import _
from deskrisk.services.library import Library

WARM_UP_MS = 150
"""How long after the first paint the heavy libraries begin to load."""


def run(library: Path | None, open_file: Path | None, *, sample: bool = False) -> int:
    """Open the window and stay until it is closed.

    Args:
        library: the library to use; None for the chosen or the usual one.
        open_file: a workshop file to open at once.
        sample: open the sample at once.

    Returns:
        the exit status: 0, or 1 if the library could not be opened.
    """
    path = kept.library_path(library)
    app = _application()
    if hand_over(path, open_file, sample=sample):
        return 0
    settings = kept.load_settings()
    crash = CrashLog(kept.log_folder())
    crash.install()
    apply_theme(app, wished_theme(app, ThemeChoice(settings.theme)))
    opened = _opened(path)
    if opened is None:
        crash.uninstall()
        return 1
    program = Program(app, opened, settings)
    faults = _Faults(program)
    crash.happened.connect(faults.tell)
    bell = Doorbell(program, path)
    program.library_changed.connect(bell.answer_for)
    bell.rung.connect(lambda file, wants: _come_forward(program, file, sample=wants))
    _leave_on_signals(app, program)
    program.start()
    QTimer.singleShot(0, program, lambda: _open_wished(program, open_file, sample=sample))
    QTimer.singleShot(WARM_UP_MS, program, lambda: _warm_up(opened))
    status = app.exec()
    program.leave()
    bell.close()
    crash.uninstall()
    return int(status)


def _warm_up(library: Library) -> None:
    """Load what storing, opening and the desk need, while the first window is looked at."""
    library.warm_up()
    load = partial(import_module, "deskrisk.gui.program_menu")
    threading.Thread(target=load, name="loader", daemon=True).start()


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0]])
    app.setApplicationName("DeskRisk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("deskrisk")
    app.setWindowIcon(QIcon(str(assets.path("icons", "deskrisk.svg"))))
    return app


def _opened(path: Path) -> Library | None:
    while True:
        try:
            return Library.open(path)
        except LibraryError as problem:
            from deskrisk.gui.dialogs.ask import ask  # noqa: PLC0415  only for what went wrong
            from deskrisk.viewmodels.problems import sentence  # noqa: PLC0415  only for what went wrong

            answer = ask(
                None,
                _("The library cannot be opened"),
                f"{sentence(problem)}\n\n{path}",
                (("leave", _("Close")), ("again", _("Try again"))),
            )
            if answer == "leave":
                return None


def _open_wished(program: Program, file: Path | None, *, sample: bool) -> None:
    if file is not None:
        program.open_file(file)
    elif sample:
        program.open_sample()


def _come_forward(program: Program, file: object, *, sample: bool) -> None:
    _open_wished(program, file if isinstance(file, Path) else None, sample=sample)
    window: QMainWindow = program.window()
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def _leave_on_signals(app: QApplication, program: Program) -> None:
    """A polite end from outside stores everything first."""
    app.commitDataRequest.connect(lambda _manager: _store(program))
    app.aboutToQuit.connect(program.leave)
    ends = [signal.SIGINT, signal.SIGTERM]
    inner, outer = socket.socketpair()
    for each in (inner, outer):
        each.setblocking(False)  # noqa: FBT003  the standard library's own signature
    notifier = _Wake(program, inner, outer)
    notifier.woken.activated.connect(lambda *_: (inner.recv(64), app.quit()))
    signal.set_wakeup_fd(outer.fileno(), warn_on_full_buffer=False)
    for each_signal in ends:
        with suppress(ValueError, OSError):
            signal.signal(each_signal, lambda *_: None)


def _store(program: Program) -> None:
    if program.desk is not None:
        program.desk.hand_over()
    program.library.flush(5.0)


class _Wake(QObject):
    """Keeps the pair of sockets that wakes the window's loop for a signal."""

    def __init__(self, parent: QObject, inner: socket.socket, outer: socket.socket) -> None:
        super().__init__(parent)
        self._held = (inner, outer)
        self.woken = QSocketNotifier(inner.fileno(), QSocketNotifier.Type.Read, self)


class _Faults(QObject):
    """Tells the user once about a fault of the program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._telling = False

    def tell(self, report: str) -> None:
        """Say it calmly; the report can be copied."""
        if self._telling:
            return
        from deskrisk.gui.dialogs.ask import ask  # noqa: PLC0415  only for what went wrong

        self._telling = True
        answer = ask(
            self._program.window(),
            _("Something went wrong in the program."),
            _("Everything saved is safe. The report holds no words of people."),
            (("close", _("Close")), ("copy", _("Copy report"))),
        )
        if answer == "copy":
            QApplication.clipboard().setText(report)
        self._telling = False
