"""Errors as sentences: what happened, what is safe, what to do. Made once, for every door."""

from functools import singledispatch

from deskrisk.domain.backups import BadBackupError, NoBackupError
from deskrisk.domain.brief import SettledError
from deskrisk.domain.categories import TooManyError
from deskrisk.domain.content import ContentError
from deskrisk.domain.errors import (
    AbsentOwnerError,
    BallotError,
    BrokenSealError,
    DeskError,
    DuelError,
    DuplicateError,
    EmptyError,
    FixedError,
    MissingError,
    NobodyAskedError,
    NoProofError,
    NoReasonError,
    NotAdoptedError,
    NothingNewError,
    OwnerMayNotDecideError,
    RangeError,
    RoundClosedError,
    RoundNotOpenError,
    SealedError,
    StaleError,
    StillMissingError,
    TooLongError,
    UnknownPersonError,
    UnprintableLogoError,
)
from deskrisk.domain.fear_lists import FearListError
from deskrisk.domain.fears import CircleError, DispositionNeedsError, SilenceFirstError
from deskrisk.domain.file_errors import PathError, UnknownSampleError, WorkshopFileError
from deskrisk.domain.library import (
    AlreadyThereError,
    LibraryError,
    NoSuchWorkshopError,
    SeveralWorkshopsError,
)
from deskrisk.domain.people import StillNeededError
from deskrisk.domain.register_files import RegisterError
from deskrisk.domain.tables import TableError
from deskrisk.domain.templates import NotATemplateError
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.backups import backup_problem
from deskrisk.viewmodels.content_problems import content_words, not_a_template_words
from deskrisk.viewmodels.fear_lists import fear_list_sentence
from deskrisk.viewmodels.file_problems import path_sentence, workshop_file_sentence
from deskrisk.viewmodels.library import (
    already_there_sentence,
    library_sentence,
    no_such_workshop_sentence,
    several_workshops_sentence,
)
from deskrisk.viewmodels.register_problems import register_sentence
from deskrisk.viewmodels.sheet_tables import table_sentence


@singledispatch
def sentence(error: DeskError) -> str:
    """The error in words. Every room registers its own; this one is for those that need none."""
    return _("That is not possible here: {kind}.").format(kind=type(error).__name__)


@sentence.register
def _missing(_error: MissingError) -> str:
    return _("It is no longer there. Somebody may have removed it; undo brings it back.")


@sentence.register
def _duplicate(_error: DuplicateError) -> str:
    return _("It is there already.")


@sentence.register
def _too_long(error: TooLongError) -> str:
    return _("This text has {length} characters; {limit} is the most. Please shorten it.").format(
        length=error.length, limit=error.limit
    )


@sentence.register
def _range(error: RangeError) -> str:
    return _("{value} is not possible here. It can be {allowed}.").format(
        value=error.value, allowed=error.allowed
    )


@sentence.register
def _empty(_error: EmptyError) -> str:
    return _("Something is still empty here. Please fill it in first.")


@sentence.register
def _fixed(_error: FixedError) -> str:
    return _("This belongs to the method and stays.")


@sentence.register
def _stale(_error: StaleError) -> str:
    return _("It has changed in the meantime, so this cannot be taken back.")


@sentence.register
def _round_closed(error: RoundClosedError) -> str:
    return _("Round {round} is closed. Open it again to change an answer.").format(
        round=error.round
    )


@sentence.register
def _round_not_open(_error: RoundNotOpenError) -> str:
    return _("A second round begins when the first one is closed.")


@sentence.register
def _absent_owner(_error: AbsentOwnerError) -> str:
    return _("This person is not here. Owners name themselves; ask first, then say so.")


@sentence.register
def _unknown_person(error: UnknownPersonError) -> str:
    return _("“{name}” is nobody here, or more than one. Which name is it?").format(name=error.name)


@sentence.register
def _no_reason(_error: NoReasonError) -> str:
    return _("One line why, please: it is printed.")


@sentence.register
def _no_proof(_error: NoProofError) -> str:
    return _("A promise is proven when somebody saw it. Say who saw the signal, and on which day.")


@sentence.register
def _owner_may_not_decide(_error: OwnerMayNotDecideError) -> str:
    return _("By the rule you agreed on there is nothing for the owner to decide now.")


@sentence.register
def _nobody_asked(_error: NobodyAskedError) -> str:
    return _("Nobody has answered in this round yet.")


@sentence.register
def _not_adopted(_error: NotAdoptedError) -> str:
    return _("Nothing is adopted yet, so there is nothing to freeze.")


@sentence.register
def _nothing_new(_error: NothingNewError) -> str:
    return _("Nothing was changed since the last version; it still holds.")


@sentence.register
def _broken_seal(error: BrokenSealError) -> str:
    return _(
        "Version {number} is not as it was sealed: something has changed its text. The workshop"
        " itself is untouched; a backup or an exported file may hold the version as it was."
    ).format(number=error.number)


@sentence.register
def _workshop_file(error: WorkshopFileError) -> str:
    return workshop_file_sentence(error)


@sentence.register
def _path(error: PathError) -> str:
    return path_sentence(error)


@sentence.register
def _unknown_sample(error: UnknownSampleError) -> str:
    return _("There is no sample {name}.").format(name=error.name)


@sentence.register
def _ballot(error: BallotError) -> str:
    if error.problem == "twice":
        return _("A risk stands twice on this ballot. Please give it one place.")
    return _("A risk on this ballot is no longer there. Please rank the others again.")


@sentence.register
def _duel(_error: DuelError) -> str:
    return _("A duel needs two different risks.")


@sentence.register
def _settled(_error: SettledError) -> str:
    return _("This was fixed before anybody scored, so that nobody can bend it. It stays.")


@sentence.register
def _sealed(_error: SealedError) -> str:
    return _("What is in was sealed, so nobody else may see it. The others hand in the same way.")


@sentence.register
def _too_many(error: TooManyError) -> str:
    return _("There is room for {limit}. Take one away first.").format(limit=error.limit)


@sentence.register
def _still_needed(error: StillNeededError) -> str:
    parts = []
    if error.answers:
        parts.append(
            ngettext("{count} answer", "{count} answers", error.answers).format(count=error.answers)
        )
    if error.duties:
        parts.append(
            ngettext("{count} promise", "{count} promises", error.duties).format(count=error.duties)
        )
    return _("{things} would go too. Remove it once more if that is right.").format(
        things=_(" and ").join(parts)
    )


@sentence.register
def _place_needs(error: DispositionNeedsError) -> str:
    return {
        "risk": _("Write the risk first, or choose one that stands for this fear."),
        "agreement": _("Write down what we agree on."),
        "fear": _("Choose the fear that says the same."),
        "reason": _("Say in one line why it is parked."),
    }[error.what]


@sentence.register
def _silence_first(_error: SilenceFirstError) -> str:
    return _("First the room in silence, then the list of others: type in one slip at least.")


@sentence.register
def _circle(_error: CircleError) -> str:
    return _("The other fear is already the same as this one.")


@sentence.register
def _library(error: LibraryError) -> str:
    return library_sentence(error)


@sentence.register
def _still_missing(_error: StillMissingError) -> str:
    return _(
        "Somebody who is here has not answered yet. They can say that they cannot judge, "
        "or be taken out of who is here."
    )


@sentence.register
def _already_there(error: AlreadyThereError) -> str:
    return already_there_sentence(error)


@sentence.register
def _no_such_workshop(error: NoSuchWorkshopError) -> str:
    return no_such_workshop_sentence(error)


@sentence.register
def _several_workshops(error: SeveralWorkshopsError) -> str:
    return several_workshops_sentence(error)


@sentence.register
def _fear_list(error: FearListError) -> str:
    return fear_list_sentence(error)


@sentence.register
def _content(error: ContentError) -> str:
    return content_words(error)


@sentence.register
def _not_a_template(error: NotATemplateError) -> str:
    return not_a_template_words(error.mistakes)


@sentence.register
def _table(error: TableError) -> str:
    return table_sentence(error)


@sentence.register
def _register(error: RegisterError) -> str:
    return register_sentence(error)


@sentence.register
def _no_backup(error: NoBackupError) -> str:
    return backup_problem(error)


@sentence.register
def _bad_backup(error: BadBackupError) -> str:
    return backup_problem(error)


@sentence.register
def _logo(_error: UnprintableLogoError) -> str:
    return _("The picture of the logo cannot be printed; please choose another one.")
