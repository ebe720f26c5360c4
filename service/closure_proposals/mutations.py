"""The mutations of proposals to close a case; closing it is a step of the case."""

from service.changing import Change, Flag, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.closure_proposals import actions
from service.closure_proposals.types import ClosingReason, ClosureProposal


class ProposeClosure(Change, action=actions.propose_closure, answers=ClosureProposal):
    """Propose to a manager that a case is closed. It has three working days for the answer; the case goes on meanwhile."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    closure_reason = OneOf(ClosingReason, "For which reason it should be closed.", required=True)
    why = Text("What is better now, and who helps from now on.", most=LONG, required=True)


class AmendClosureProposal(Change, action=actions.amend_closure_proposal, answers=ClosureProposal, amends=True):
    """Write a proposal anew while it waits for its answer, or withdraw it. What is left out stays as it is."""

    proposal_id = RecordId("closureproposal", "The proposal to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    closure_reason = OneOf(ClosingReason, "For which reason it should be closed.")
    why = Text("What is better now, and who helps from now on.", most=LONG)
    withdrawn = Text("Why it is withdrawn: nobody has to answer it then.", most=LONG)


class AnswerClosureProposal(Change, action=actions.answer_closure_proposal, answers=ClosureProposal):
    """Answer somebody else's proposal to close a case."""

    proposal_id = RecordId("closureproposal", "The proposal that it is about, by its id.", required=True)
    agreed = Flag("Whether you agree that the case is closed.", required=True)
    expected_revision = Number("The revision that you read, so that you answer what you read and nothing else.")
    note = Text("What you want to be kept with it; needed when you do not agree.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (ProposeClosure, AmendClosureProposal, AnswerClosureProposal)
