"""The mutations of meetings."""

from service.changing import Calendar, Change, Group, ListOf, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.meetings import actions
from service.meetings.types import Meeting, PresenceName

CAME = OneOf(PresenceName, "Whether they came.", required=True)


class PractitionerInvitedInput(Group):
    """A practitioner who was invited."""

    practitioner_id = RecordId("practitioner", "Somebody of the team around the family, or of the team that has the case.", required=True)
    presence = CAME


class PersonInvitedInput(Group):
    """Somebody of the family who was invited."""

    person_id = RecordId("person", "Somebody of the case or its household.", required=True)
    presence = CAME


class AgreedActionInput(Group):
    """An action that the meeting agreed. It names a practitioner or one of the family."""

    outcome_id = RecordId("outcome", "The open outcome that it is towards.", required=True)
    what = Text("What is to be done.", most=LONG, required=True)
    practitioner_id = RecordId("practitioner", "The practitioner who does it.")
    person_id = RecordId("person", "Who of the family does it.")
    by_when = Calendar("The day by which it should be done; not past.", required=True)


class RecordMeeting(Change, action=actions.record_meeting, answers=Meeting):
    """Record a meeting of the team around the family. What it agreed is in the plan at once, and only once however often it is sent."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    held_on = Calendar("The day on which it was held; not later than today.", required=True)
    practitioners = ListOf(PractitionerInvitedInput, "The practitioners who were invited, each once.", required=True)
    family = ListOf(PersonInvitedInput, "Those of the family who were invited, each once.", most=30)
    family_views = Text("What the family said, there or for it.", most=LONG)
    decisions = Text("What was decided.", most=LONG, required=True)
    actions = ListOf(AgreedActionInput, "The actions that it agreed; they become part of the plan.")
    next_review_on = Calendar("The day of the next review, within the council's cycle.")
    agreed_lead_id = RecordId(
        "practitioner", "Whom it agreed as lead professional, and who accepted; the role of the one before ends.", name="agreedLeadId"
    )


class AmendMeeting(Change, action=actions.amend_meeting, answers=Meeting, amends=True):
    """Correct the record of a meeting. What it agreed is amended in the plan. What is left out stays as it is."""

    meeting_id = RecordId("meeting", "The meeting to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is amended.", required=True)
    held_on = Calendar("The day on which it was held; not later than today.")
    practitioners = ListOf(PractitionerInvitedInput, "The practitioners who were invited, in place of those before.")
    family = ListOf(PersonInvitedInput, "Those of the family who were invited, in place of those before.", most=30)
    family_views = Text("What the family said; null removes it.", most=LONG)
    decisions = Text("What was decided.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (RecordMeeting, AmendMeeting)
