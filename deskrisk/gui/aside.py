"""Files that a page writes off the window's thread, and what it says meanwhile and afterwards."""

from collections.abc import Callable
from typing import Any

from deskrisk.gui.tasks import Task
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.viewmodels.problems import sentence


def write_aside(
    page: StagePage, name: str, write: Callable[[], Any], done: Callable[[], object]
) -> Task:
    """Write a file while the page goes on, and say in its message line how that went.

    Args:
        page: whose message line it is.
        name: of the file.
        write: does it, on another thread; what it refuses is said in words.
        done: what follows once it is written, on the window's thread.
    """
    page.say(_("{name} is being written …").format(name=name))
    task = Task(page, lambda _ticket: write())
    task.refused.connect(lambda problem: page.say(sentence(problem), "care"))

    def finish(_result: object) -> None:
        page.say(_("{name} is written.").format(name=name), "good")
        done()

    task.done.connect(finish)
    return task.start()
