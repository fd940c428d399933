"""The catalogue of the stages' pages; each is loaded when it is first opened."""

from collections.abc import Mapping

from deskrisk.domain.model.brief import Stage

PAGES: Mapping[Stage, str] = {
    Stage.PREPARE: "deskrisk.gui.stages.prepare.page:PreparePage",
    Stage.NAME: "deskrisk.gui.stages.name.page:NamePage",
    Stage.RECAST: "deskrisk.gui.stages.recast.page:RecastPage",
    Stage.RANK: "deskrisk.gui.stages.rank.page:RankPage",
    Stage.RESPOND: "deskrisk.gui.stages.respond.page:RespondPage",
    Stage.AGREE: "deskrisk.gui.stages.agree.page:AgreePage",
    Stage.FOLLOW_UP: "deskrisk.gui.stages.follow_up.page:FollowUpPage",
}
"""The class of each page as ``"module:Class"``; names, not imports."""
