"""The mutations of cases that belong together."""

from service.changing import Change, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.linked_cases import actions
from service.linked_cases.types import AnswerName, SiblingDecision


class AnswerSiblingCase(Change, action=actions.answer_sibling_case, answers=SiblingDecision):
    """Say whether this case joins that of a brother or sister, or stays apart, before an assessment starts."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    sibling_id = RecordId("person", "A child of the household who has a case of their own.", required=True)
    answer = OneOf(AnswerName, "Whether the cases go together.", required=True)
    reason = Text("Why you decide so, and whom you spoke to.", most=LONG, required=True)


class AmendSiblingAnswer(Change, action=actions.amend_sibling_answer, answers=SiblingDecision, amends=True):
    """Change a decision about the case of a brother or sister. What is left out stays as it is."""

    decision_id = RecordId("sibling", "The decision to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    answer = OneOf(AnswerName, "Whether the cases go together.")
    reason = Text("Why you decide so, and whom you spoke to.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (AnswerSiblingCase, AmendSiblingAnswer)
