"""The mutations of households."""

from service.changing import Change, Group, ListOf, Number, OneOf, RecordId, Text
from service.households import actions
from service.households.types import Household, Part

ADDRESS = Text("Where they live.", most=500)


class HouseholdMemberInput(Group):
    """Somebody who belongs to a household, and as what."""

    person_id = RecordId("person", "Who it is.", required=True)
    role = OneOf(Part, "What they are in it.", required=True)


class AddHousehold(Change, action=actions.add_household, answers=Household):
    """Add a family's household with those who belong to it."""

    name = Text("The name that the family uses.", required=True)
    address = ADDRESS
    members = ListOf(HouseholdMemberInput, "Who belongs to it, each once.", most=30)


class AmendHousehold(Change, action=actions.amend_household, answers=Household, amends=True):
    """Correct the name or the address of a household. What is left out stays as it is; null removes."""

    household_id = RecordId("household", "The household to change, by its id.", required=True)
    expected_version = Number("The version of the record that you read, so that you change nothing that you have not seen.", required=True)
    name = Text("The name that the family uses.")
    address = ADDRESS


class AddHouseholdMember(Change, action=actions.add_household_member, answers=Household):
    """Say that somebody joined a household, from now on."""

    household_id = RecordId("household", "The household to change, by its id.", required=True)
    person_id = RecordId("person", "Who joins it.", required=True)
    role = OneOf(Part, "What they are in it.", required=True)


class EndHouseholdMember(Change, action=actions.end_household_member, answers=Household):
    """Say that somebody left a household, from now on. That they belonged to it stays on record."""

    member_id = RecordId("member", "Their time in the household, by its own id.", required=True)


MUTATIONS: tuple[type[Change], ...] = (AddHousehold, AmendHousehold, AddHouseholdMember, EndHouseholdMember)
