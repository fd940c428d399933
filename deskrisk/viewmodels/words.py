"""What things are called on screen, wall and paper; the one place where that is kept.

Code, file and method use the field's terms; people read plainer ones: a mitigation is a promise, a
trigger the first sign, a fallback what we do then, a signal how we will know, the median the middle
answer, exposure the expected loss, a cluster a pile, a stance five to one.
"""

from collections.abc import Mapping
from enum import Enum

from deskrisk.domain.model.brief import (
    Anonymity,
    DecisionRule,
    InputMode,
    OrderMethod,
    Preset,
    Stage,
)
from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Happiness,
    MitigationStatus,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.reviews import Occurred, RiskStatus
from deskrisk.domain.model.risks import (
    COST,
    DELIVERY,
    MAINTAINABILITY,
    OPERATIONAL,
    Category,
)
from deskrisk.domain.signoff import SignOffResult
from deskrisk.i18n import N_, _

_WORDS: Mapping[Enum, str] = {
    Stage.PREPARE: N_("Prepare"),
    Stage.NAME: N_("Name"),
    Stage.RECAST: N_("Recast"),
    Stage.RANK: N_("Rank"),
    Stage.RESPOND: N_("Respond"),
    Stage.AGREE: N_("Agree"),
    Stage.FOLLOW_UP: N_("Follow up"),
    Preset.EXPRESS_60: N_("Express, 1 hour"),
    Preset.STANDARD_120: N_("Standard, 2 hours"),
    Preset.DEEP_2X90: N_("Deep, twice 90 minutes"),
    OrderMethod.SCORES_ONLY: N_("Scores alone"),
    OrderMethod.SCORES_THEN_BALLOT: N_("Scores, then a ballot"),
    OrderMethod.SCORES_THEN_DUELS: N_("Scores, then duels"),
    OrderMethod.BALLOT_ONLY: N_("A ballot alone"),
    DecisionRule.CONSENT: N_("Consent"),
    DecisionRule.CONSENT_THEN_OWNER: N_("Consent, then the owner"),
    DecisionRule.MAJORITY_TWO_THIRDS: N_("Two thirds"),
    DecisionRule.OWNER_AFTER_ADVICE: N_("The owner, after advice"),
    Anonymity.ANONYMOUS: N_("The whole room only"),
    Anonymity.ROLE_ONLY: N_("Groups of 3 or more"),
    Anonymity.NAMED: N_("Names, after a yes from all"),
    InputMode.PAPER: N_("Paper slips"),
    InputMode.CARDS: N_("Cards, on three"),
    InputMode.PASS: N_("The laptop goes round"),
    InputMode.IMPORT: N_("A file from before"),
    FearKind.PEOPLE: N_("about us"),
    FearKind.OUTCOME: N_("about the work"),
    Disposition.RECAST: N_("a risk"),
    Disposition.AGREEMENT: N_("a working agreement"),
    Disposition.ACKNOWLEDGED: N_("heard"),
    Disposition.ISSUE: N_("an issue"),
    Disposition.QUESTION: N_("a question"),
    Disposition.MERGED: N_("the same as another"),
    Disposition.PARKED: N_("parked"),
    Decision.MITIGATE: N_("Mitigate"),
    Decision.AVOID: N_("Avoid"),
    Decision.WATCH: N_("Watch"),
    Decision.ACCEPT: N_("Accept"),
    Decision.ESCALATE: N_("Escalate"),
    Decision.RESOLVED: N_("Resolved"),
    Treatment.AVOID: N_("avoid it"),
    Treatment.REDUCE_LIKELIHOOD: N_("make it less likely"),
    Treatment.REDUCE_IMPACT: N_("make it hurt less"),
    Treatment.SHARE: N_("share it"),
    Treatment.LEARN: N_("find out more"),
    Treatment.ACCEPT: N_("accept it"),
    SignalType.SLO: N_("service objective"),
    SignalType.DEPLOY_CHECK: N_("deployment check"),
    SignalType.AUTOMATED_TEST: N_("automated test"),
    SignalType.LOAD_TEST: N_("load test"),
    SignalType.DRILL: N_("drill"),
    SignalType.ALERT: N_("alert"),
    SignalType.METRIC: N_("number"),
    SignalType.MILESTONE: N_("milestone"),
    SignalType.REVIEW: N_("review"),
    SignalType.INSPECTION: N_("inspection"),
    SignalType.AUDIT: N_("audit"),
    SignalType.SURVEY: N_("survey"),
    SignalType.STUDY: N_("study"),
    SignalType.TEST_SET: N_("test set"),
    Comparator.LESS: N_("less than"),
    Comparator.AT_MOST: N_("at most"),
    Comparator.EQUAL: N_("exactly"),
    Comparator.AT_LEAST: N_("at least"),
    Comparator.MORE: N_("more than"),
    Happiness.HAPPY: N_("Happy"),
    Happiness.CAN_LIVE_WITH_IT: N_("Can live with it"),
    Happiness.NOT_YET: N_("Not yet"),
    MitigationStatus.PLANNED: N_("planned"),
    MitigationStatus.IN_PROGRESS: N_("in progress"),
    MitigationStatus.DONE_UNVERIFIED: N_("done, not proven"),
    MitigationStatus.VERIFIED: N_("proven"),
    MitigationStatus.DROPPED: N_("dropped"),
    MitigationStatus.BLOCKED: N_("blocked"),
    RiskStatus.OPEN: N_("open"),
    RiskStatus.MATERIALISED: N_("it happened"),
    RiskStatus.CLOSED: N_("closed"),
    RiskStatus.SUPERSEDED: N_("replaced by another"),
    Occurred.YES: N_("Yes"),
    Occurred.NO: N_("No"),
    Occurred.CANNOT_TELL: N_("Cannot tell"),
    SignOffResult.NOT_ENOUGH: N_("Not enough answers yet"),
    SignOffResult.OPEN_OBJECTION: N_("An objection is open"),
    SignOffResult.NOT_ADOPTED: N_("Not adopted"),
    SignOffResult.OWNER_DECIDES: N_("The owner decides"),
    SignOffResult.OWNER_DECIDED: N_("Decided by the owner"),
    SignOffResult.ADOPTED_WITH_RESERVATIONS: N_("Adopted, with reservations"),
    SignOffResult.ADOPTED: N_("Adopted"),
}

_FIXED_CATEGORY_NAMES = {
    OPERATIONAL: N_("Operational"),
    COST: N_("Cost"),
    MAINTAINABILITY: N_("Maintainability"),
    DELIVERY: N_("Not delivering"),
}

LIKELIHOOD_WORDS: Mapping[int, str] = {
    1: N_("Remote (0-5 %)"),
    2: N_("Unlikely (5-20 %)"),
    3: N_("Could go either way (20-50 %)"),
    4: N_("Likely (50-80 %)"),
    5: N_("Very likely (80-100 %)"),
}
"""The levels of likelihood; word and number always together."""

IMPACT_WORDS: Mapping[int, str] = {
    1: N_("Nuisance: about 1 % of the project"),
    2: N_("Setback: about 3 %"),
    3: N_("Serious: about 10 %"),
    4: N_("Grave: about 30 %"),
    5: N_("Project-ending or worse"),
}
"""The levels of impact."""

STANCE_WORDS: Mapping[int, str] = {
    5: N_("I support it fully"),
    4: N_("I support it"),
    3: N_("With a reservation, printed"),
    2: N_("I stand aside"),
    1: N_("I object"),
}
"""Five to one."""

DECISION_RULE_SENTENCES: Mapping[DecisionRule, str] = {
    DecisionRule.CONSENT: N_("We adopt it when nobody objects; reservations are printed."),
    DecisionRule.CONSENT_THEN_OWNER: N_(
        "We look for consent; after two rounds the owner may decide, and that is printed."
    ),
    DecisionRule.MAJORITY_TWO_THIRDS: N_(
        "We adopt it when two thirds support it; objections are printed."
    ),
    DecisionRule.OWNER_AFTER_ADVICE: N_("The owner decides after hearing everyone's answer."),
}


def said(choice: Enum) -> str:
    """What a choice of the method is called when said to people."""
    return _(_WORDS[choice])


def category_name(category: Category) -> str:
    """The name of a category: the program's word for a fixed one, the room's for an own one."""
    fixed = _FIXED_CATEGORY_NAMES.get(category.id)
    return category.name if fixed is None else _(fixed)
