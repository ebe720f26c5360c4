"""The mutations of possible duplicates."""

from service.changing import Change, Flag, Number, RecordId, Text
from service.changing.inputs import LONG
from service.duplicates import actions
from service.duplicates.types import DuplicateDecision


class DecideDuplicate(Change, action=actions.decide_duplicate, answers=DuplicateDecision):
    """Decide whether a child of the case and a possible duplicate are the same person. Neither record is changed by it."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    person_id = RecordId("person", "The child of the case.", required=True)
    other_id = RecordId("person", "The other record, as the case's `possibleDuplicates` names it.", required=True)
    same = Flag("Whether they are the same person.", required=True)
    reason = Text("How you know.", most=LONG, required=True)


class AmendDuplicateDecision(Change, action=actions.amend_duplicate_decision, answers=DuplicateDecision, amends=True):
    """Change a decision about a possible duplicate. What is left out stays as it is."""

    decision_id = RecordId("duplicate", "The decision to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    same = Flag("Whether they are the same person.")
    reason = Text("How you know.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (DecideDuplicate, AmendDuplicateDecision)
