"""The mutations of contacts."""

from service.changing import Calendar, Change, Flag, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.contacts import actions
from service.contacts.types import ContactAttempt, MeansName, ReferrerAnswer


class LogContactAttempt(Change, action=actions.log_contact_attempt, answers=ContactAttempt):
    """Log an attempt to reach the family. Three on three days and by two ways are needed before a case ends without contact."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    tried_on = Calendar("The day of the attempt; not later than today.", required=True)
    means = OneOf(MeansName, "By what way it was made.", required=True)
    reached = Flag("Whether it reached the family.", required=True)
    note = Text("What came of it.", most=LONG)


class AmendContactAttempt(Change, action=actions.amend_contact_attempt, answers=ContactAttempt, amends=True):
    """Correct an attempt that was logged. What is left out stays as it is."""

    attempt_id = RecordId("attempt", "The attempt to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    tried_on = Calendar("The day of the attempt; not later than today.")
    means = OneOf(MeansName, "By what way it was made.")
    reached = Flag("Whether it reached the family.")
    note = Text("What came of it.", most=LONG)


class TellReferrer(Change, action=actions.tell_referrer, answers=ReferrerAnswer):
    """Record what the person who asked for help was told, how and when; or why they were not."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    said = Text("What they were told: no more than the family agreed to.", most=LONG)
    means = OneOf(MeansName, "By what way they were told.")
    told_on = Calendar("The day on which they were told; not later than today.")
    why_not = Text("Why they were not told, in place of the others.", most=LONG)


class AmendReferrerAnswer(Change, action=actions.amend_referrer_answer, answers=ReferrerAnswer, amends=True):
    """Correct what was recorded of an answer to the person who asked for help. What is left out stays as it is."""

    answer_id = RecordId("answer", "The answer to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    said = Text("What they were told.", most=LONG)
    means = OneOf(MeansName, "By what way they were told.")
    told_on = Calendar("The day on which they were told; not later than today.")
    why_not = Text("Why they were not told.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (LogContactAttempt, AmendContactAttempt, TellReferrer, AmendReferrerAnswer)
