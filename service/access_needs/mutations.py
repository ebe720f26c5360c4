"""The mutations of access needs."""

from service.access_needs import actions
from service.access_needs.types import AccessNeeds
from service.changing import Calendar, Change, Flag, Number, RecordId, Text
from service.changing.inputs import LONG

COMMUNICATION = Text("What they need to follow and to be followed, such as easy read, large print or somebody they trust.", most=LONG)
PHYSICAL_ACCESS = Text("What they need to get in and around, such as a ramp, a lift or a quiet room.", most=LONG)


class RecordAccessNeeds(Change, action=actions.record_access_needs, answers=AccessNeeds):
    """Say what somebody needs in order to take part. What was said before is kept, and holds no more."""

    person_id = RecordId("person", "Whose needs they are.", required=True)
    language = Text("The language that they use, as they name it; a sign language is one.", most=100)
    interpreter_needed = Flag("Whether they need an interpreter in that language.", required=True)
    communication = COMMUNICATION
    physical_access = PHYSICAL_ACCESS
    noted_on = Calendar("The day from which it is known; not later than today, which it is when left out.")


class AmendAccessNeeds(Change, action=actions.amend_access_needs, answers=AccessNeeds, amends=True):
    """Correct what was said of somebody's needs. When the needs changed, record them anew instead. What is left out stays as it is."""

    access_needs_id = RecordId("accessneeds", "The statement of needs, by its own id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    language = Text("The language that they use; null removes it.", most=100)
    interpreter_needed = Flag("Whether they need an interpreter in that language.")
    communication = COMMUNICATION
    physical_access = PHYSICAL_ACCESS
    noted_on = Calendar("The day from which it is known; not later than today.")


MUTATIONS: tuple[type[Change], ...] = (RecordAccessNeeds, AmendAccessNeeds)
