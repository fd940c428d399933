"""The workshops that come with the program, to look at and to try things on."""

from deskrisk import assets
from deskrisk.domain.file_errors import UnknownSampleError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.workshop_files import SUFFIX, read_workshop_file

DEFAULT = "question-suggestions"
"""The sample that "look at the sample" opens."""


def sample_names() -> tuple[str, ...]:
    """The names of all samples, by alphabet."""
    return tuple(sorted(path.stem for path in assets.path("samples").glob(f"*{SUFFIX}")))


def sample(name: str = DEFAULT) -> Workshop:
    """One sample.

    Raises:
        UnknownSampleError: there is none of this name.
    """
    if name not in sample_names():
        raise UnknownSampleError(name)
    return read_workshop_file(assets.path("samples", f"{name}{SUFFIX}"))
