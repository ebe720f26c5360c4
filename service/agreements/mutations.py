"""The mutations of agreements to work with early help."""

from service.agreements import actions
from service.agreements.types import Agreement, AnswerName, CapacityName, EvidenceName
from service.changing import Calendar, Change, Instant, OneOf, RecordId, Text
from service.changing.inputs import LONG


class RecordAgreement(Change, action=actions.record_agreement, answers=Agreement):
    """Record what somebody answered about somebody of the family: whether they agree to work with early help."""

    case_id = RecordId("case", "The case that it belongs to, by its id.", required=True)
    person_id = RecordId("person", "Whom it is about: a child of the case, or an adult of its household.", required=True)
    given_by_id = RecordId("person", "Who answered.", required=True)
    capacity = OneOf(CapacityName, "In what capacity they answered; it must fit both.", required=True)
    answer = OneOf(AnswerName, "What they answered.", required=True)
    evidence = OneOf(EvidenceName, "How the answer is known.", required=True)
    understanding = Text("How a child under 16 understood the choice, its reasons and what follows; needed of them.", most=LONG)
    answered_at = Instant("When they answered, since the day on which the case was opened; now when it is left out.")
    last_day = Calendar("The last day on which it holds, where they named one. It never outlasts what the capacity allows.")


class WithdrawAgreement(Change, action=actions.withdraw_agreement, answers=Agreement):
    """Record that an agreement was withdrawn. It allows nothing from this instant on; nothing is deleted."""

    agreement_id = RecordId("agreement", "The agreement that was withdrawn, by its id.", required=True)
    withdrawn_by_id = RecordId("person", "Who withdrew it: who gave it, when this is left out, or a young person for themselves.")
    how = Text("How the withdrawal is known: what they said or wrote, to whom.", required=True)


MUTATIONS: tuple[type[Change], ...] = (RecordAgreement, WithdrawAgreement)
