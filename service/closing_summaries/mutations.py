"""The mutations about the end of a case in words."""

from service.changing import Calendar, Change, Number, RecordId, Text
from service.changing.inputs import LONG
from service.closing_summaries import actions
from service.closing_summaries.types import ClosingSummary, FamilyTold


class WriteClosingSummary(Change, action=actions.write_closing_summary, answers=ClosingSummary):
    """Write down how a family's case ends: what is better, and who helps from now on. A case has one summary."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    what_is_better = Text("What is better, for each child.", most=LONG, required=True)
    who_helps = Text("Who helps from now on, and whom the family can turn to.", most=LONG, required=True)


class AmendClosingSummary(Change, action=actions.amend_closing_summary, answers=ClosingSummary, amends=True):
    """Write the summary of a case anew, also when the plan went on after the one before. What is left out stays as it is."""

    summary_id = RecordId("summary", "The closing summary.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    what_is_better = Text("What is better, for each child.", most=LONG)
    who_helps = Text("Who helps from now on, and whom the family can turn to.", most=LONG)


class TellFamily(Change, action=actions.tell_family, answers=FamilyTold):
    """Record that the family was told that the case is ending, or why it was not. A later record stands beside it."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    told_on = Calendar("The day on which the family was told; not later than today.")
    how = Text("How it was told, by whom; needed with the day.", most=LONG)
    why_not = Text("Why the family was not told; in place of the day.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (WriteClosingSummary, AmendClosingSummary, TellFamily)
