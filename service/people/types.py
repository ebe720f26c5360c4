"""The contract of people."""

from graphene import Int, String

from service.nodes import Node
from service.people.rows import visible_people  # noqa: F401  (registers the predicate)
from service.people.tables import PERSON, PersonKind, Sex
from service.reading import Entity, GlobalId
from service.scalars import Date
from service.words import enumeration

Kind = enumeration(
    PersonKind,
    CHILD="Somebody under 16.",
    YOUNG_PERSON="Somebody of 16 or over with whom the service works in their own right.",
    UNBORN_CHILD="A child who is expected.",
    ADULT="A parent, carer or other adult.",
)
SexCode = enumeration(Sex, MALE="Male.", FEMALE="Female.", UNKNOWN="Not known, or not yet.", INDETERMINATE="Neither male nor female.")


class Person(Entity, table=PERSON, record="person", interfaces=[Node]):
    """A child, young person, unborn child or adult of a family."""

    id = GlobalId("person")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    kind = Kind(required=True, description="As what the service knows them.")
    given_name = String(required=True, description="The name that they go by.")
    family_name = String(required=True, description="The name of their family.")
    birth_date = Date(description="When they were born; null for an unborn child, and for an adult who did not say.")
    expected_on = Date(description="When an unborn child is expected; null once the birth is recorded.")
    sex = SexCode(required=True, description="Sex as the national child data collections write it.")
    ethnicity = String(description="Ethnicity by its code in the national child data collections.")
    nhs_number = String(description="NHS number: ten digits, the last of them a check digit.")
    upn = String(description="Unique pupil number: thirteen characters, the first of them a check letter.")
    uln = String(description="Unique learner number: ten digits, the last of them a check digit.")
