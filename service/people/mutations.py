"""The mutations of people."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.people import actions
from service.people.types import EthnicityCode, Kind, Person, SexCode

EXPECTED_ON = Calendar("When an unborn child is expected: within the next ten months, or at most four weeks back.")
BORN = "When they were born; not later than today, and fitting the kind."
ETHNICITY = OneOf(EthnicityCode, "Ethnicity, by the list of the national child data collections.")
NHS_NUMBER = Text("NHS number; spaces and dashes are left out.", most=30)
UPN = Text("Unique pupil number, permanent or temporary.", most=30)
ULN = Text("Unique learner number.", most=30)
DIED_ON = Calendar("The day of their death, or of the loss of an unborn child; not later than today.")
EHC_PLAN_ON = Calendar("Since when an education, health and care plan is in force, where you know it; not later than today.")


class AddPerson(Change, action=actions.add_person, answers=Person):
    """Add a person whom the service does not know yet: a child, a young person, an unborn child or an adult."""

    kind = OneOf(Kind, "As what the service knows them; it must fit their age.", required=True)
    given_name = Text("The name that they go by; of an unborn child what the family calls it.", required=True)
    family_name = Text("The name of their family.", required=True)
    birth_date = Calendar(f"{BORN} Needed of a child and a young person.")
    expected_on = EXPECTED_ON
    sex = OneOf(SexCode, "Sex as the national child data collections write it; unknown when it is left out.")
    ethnicity = ETHNICITY
    nhs_number = NHS_NUMBER
    upn = UPN
    uln = ULN
    died_on = DIED_ON
    ehc_plan_on = EHC_PLAN_ON


class AmendPerson(Change, action=actions.amend_person, answers=Person, amends=True):
    """Correct the record of a person, or record the birth of an unborn child. What is left out stays as it is; null removes."""

    person_id = RecordId("person", "Who is to change, by their id.", required=True)
    expected_version = Number("The version of the record that you read, so that you change nothing that you have not seen.", required=True)
    kind = OneOf(Kind, "As what the service knows them; it must fit their age.")
    given_name = Text("The name that they go by.")
    family_name = Text("The name of their family.")
    birth_date = Calendar(f"{BORN} Given for an unborn child, it records the birth in place of the expected date.")
    expected_on = EXPECTED_ON
    sex = OneOf(SexCode, "Sex as the national child data collections write it.")
    ethnicity = ETHNICITY
    nhs_number = NHS_NUMBER
    upn = UPN
    uln = ULN
    died_on = DIED_ON
    ehc_plan_on = EHC_PLAN_ON


MUTATIONS: tuple[type[Change], ...] = (AddPerson, AmendPerson)
