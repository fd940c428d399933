"""What people say in made-up workshops: sentences put together from lists, by chance."""

from random import Random

PROJECTS = tuple(
    f"{what} {name}"
    for name in (
        "Harbour", "Lantern", "Juniper", "Meridian", "Quarry", "Saffron", "Tidewater", "Umber",
        "Willow", "Zephyr", "Beacon", "Cobalt", "Driftwood", "Ember", "Fjord", "Granite",
    )
    for what in ("Migration", "Rollout", "Rebuild", "Pilot", "Merger of", "Portal", "Archive")
)  # fmt: skip
ORGANISATIONS = ("Northway Bank", "City Hospital", "Harbour Logistics", "Fen Water", "Open School")
GROUPS = ("Product", "Engineering", "Operations", "Leadership")
ROLES = ("Product owner", "Engineer", "Team lead", "Data steward", "Nurse", "Buyer", "Auditor")
PEOPLE = tuple(
    f"{first} {last}"
    for last in (
        "Dahl", "Nkemi", "Ferrer", "Okafor", "Lindqvist", "Rahmani", "Sørensen", "Kowalczyk",
        "Moreau", "Tanaka", "Ibáñez", "Novák", "Papadakis", "Haddad", "Mwangi", "Olsen",
    )
    for first in (
        "Priya", "Amara", "Lukas", "Ben", "Rosa", "Nadia", "Ingrid", "Jakub", "Chloé", "Kenji",
        "Marta", "Petr", "Eleni", "Samir", "Wanjiku", "Nils", "Aisha", "Tomás", "Greta", "Yusuf",
    )
)  # fmt: skip
PILES = (
    "Keeping it running", "Money", "Who decides", "The deadline", "Old systems", "Our customers",
    "What we know", "Working together", "Suppliers", "Law and rules", "Data", "Afterwards",
)  # fmt: skip
_THINGS = (
    "the payment service", "the old ledger", "the patient record", "the search index",
    "the night batch", "the mobile app", "the supplier interface", "the data warehouse",
    "the consent form", "the on-call rota", "the test system", "the pricing engine",
    "the address register", "the audit trail", "the single sign-on", "the report for the board",
    "the import of invoices", "the label printer", "the training course", "the public website",
)  # fmt: skip
_BAD = (
    "breaks on a Friday night", "is late by a quarter", "costs twice what we said",
    "loses records without a trace", "cannot be maintained by anyone here",
    "shows private data to the wrong people", "slows everybody down", "fails the audit",
    "is used in a way nobody planned", "stops working after the update",
    "needs the one person who has left", "is rejected by the customers",
)  # fmt: skip
_BECAUSE = (
    "nobody has tested it under load", "the contract ends in spring",
    "two teams change it at the same time", "the documentation is ten years old",
    "we have never restored a backup", "the supplier has been sold", "the budget is frozen",
    "only one of us knows the code", "the requirements still change every week",
    "the licence does not cover it", "nobody owns the decision", "the data was never cleaned",
)  # fmt: skip
_SO = (
    "customers wait for days", "we pay a penalty", "the launch moves into next year",
    "people go back to spreadsheets", "the regulator asks questions", "trust is gone for years",
    "the team works every weekend", "wrong figures reach the board",
)  # fmt: skip
_ABOUT_US = (
    "I will be blamed when", "nobody will listen when", "we will never say aloud that",
    "I will be the last to know that", "they will think we are against it when",
    "I cannot keep up once", "my work is for nothing if", "we will quarrel again when",
)  # fmt: skip
_VERBS = ("Rehearse", "Measure", "Write down", "Restore", "Replace", "Review", "Split", "Automate")
_SIGNS = (
    "nine of ten requests answered within a second", "two restores without help in a month",
    "no ticket of the highest level for six weeks", "three people have explained it to a fourth",
    "the weekly sample shows no wrong record", "the board has seen the figure and signed",
)  # fmt: skip


def a_title(chance: Random, project: str) -> str:
    """The title of a workshop about a project."""
    subject = chance.choice(_THINGS).removeprefix("the ")
    return f"{project}: {subject}, {chance.choice(('kick-off', 'half way', 'before launch'))}"


def a_purpose(chance: Random) -> str:
    """What a workshop is for."""
    return f"Agree what to do before {chance.choice(_THINGS)} {chance.choice(_BAD)}."


def an_aim(chance: Random) -> str:
    """An aim of the project."""
    return f"{chance.choice(_THINGS).capitalize()} works for everybody who needs it"


def a_fear(chance: Random, *, about_us: bool) -> str:
    """A fear as somebody says it."""
    thing, bad = chance.choice(_THINGS), chance.choice(_BAD)
    if about_us:
        return f"That {chance.choice(_ABOUT_US)} {thing} {bad}."
    return f"That {thing} {bad}, because {chance.choice(_BECAUSE)}."


def a_risk(chance: Random) -> tuple[str, str, str, str]:
    """Cause, event, consequence, and a short title."""
    thing, bad = chance.choice(_THINGS), chance.choice(_BAD)
    event = f"{thing} {bad}"
    title = f"{thing.removeprefix('the ').capitalize()} {bad}"[:60]
    return chance.choice(_BECAUSE), event, chance.choice(_SO), title


def a_promise(chance: Random) -> str:
    """What somebody will do."""
    return f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} before the end of the month"[:60]


def a_signal(chance: Random) -> str:
    """What would show that it works."""
    return chance.choice(_SIGNS)


def a_note(chance: Random) -> str:
    """What was heard."""
    return f"Heard: {chance.choice(_BECAUSE)}, so {chance.choice(_SO)}."
