"""Names of things: random 128-bit text, so that no order can be read from them.

A domain function never makes an id by itself; whoever calls it brings one.
"""

from typing import NewType

WorkshopId = NewType("WorkshopId", str)
GroupId = NewType("GroupId", str)
CategoryId = NewType("CategoryId", str)
ParticipantId = NewType("ParticipantId", str)
ObjectiveId = NewType("ObjectiveId", str)
EvenOverId = NewType("EvenOverId", str)
ClusterId = NewType("ClusterId", str)
FearId = NewType("FearId", str)
AgreementId = NewType("AgreementId", str)
RiskId = NewType("RiskId", str)
NoteId = NewType("NoteId", str)
MoveId = NewType("MoveId", str)
DuelId = NewType("DuelId", str)
MitigationId = NewType("MitigationId", str)
AmendmentId = NewType("AmendmentId", str)
ReviewId = NewType("ReviewId", str)
VersionId = NewType("VersionId", str)
StepId = NewType("StepId", str)
