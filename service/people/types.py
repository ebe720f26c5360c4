"""The contract of people."""

from graphene import Int, String

from service.access_needs.rows import holds_now
from service.access_needs.types import AccessNeeds
from service.contact_details.types import ContactDetail
from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.people.rows import visible_people  # noqa: F401  (registers the predicate)
from service.people.tables import PERSON, Ethnicity, PersonKind, Sex
from service.reading import Entity, GlobalId, Many, One
from service.relationships.types import Relationship
from service.safe_contacts.rows import still_holds
from service.safe_contacts.types import SafeContact
from service.scalars import Date, DateTime
from service.words import enumeration

Kind = enumeration(
    PersonKind,
    CHILD="Somebody under 16.",
    YOUNG_PERSON="Somebody of 16 or over with whom the service works in their own right.",
    UNBORN_CHILD="A child who is expected.",
    ADULT="A parent, carer or other adult.",
)
SexCode = enumeration(Sex, MALE="Male.", FEMALE="Female.", UNKNOWN="Not known, or not yet.", INDETERMINATE="Neither male nor female.")
EthnicityCode = enumeration(
    Ethnicity,
    WHITE_BRITISH="White British (WBRI).",
    WHITE_IRISH="White Irish (WIRI).",
    TRAVELLER_OF_IRISH_HERITAGE="Traveller of Irish heritage (WIRT).",
    OTHER_WHITE="Any other White background (WOTH).",
    GYPSY_OR_ROMA="Gypsy or Roma (WROM).",
    WHITE_AND_BLACK_CARIBBEAN="White and Black Caribbean (MWBC).",
    WHITE_AND_BLACK_AFRICAN="White and Black African (MWBA).",
    WHITE_AND_ASIAN="White and Asian (MWAS).",
    OTHER_MIXED="Any other mixed background (MOTH).",
    INDIAN="Indian (AIND).",
    PAKISTANI="Pakistani (APKN).",
    BANGLADESHI="Bangladeshi (ABAN).",
    OTHER_ASIAN="Any other Asian background (AOTH).",
    BLACK_CARIBBEAN="Caribbean (BCRB).",
    BLACK_AFRICAN="African (BAFR).",
    OTHER_BLACK="Any other Black background (BOTH).",
    CHINESE="Chinese (CHNE).",
    OTHER="Any other ethnic group (OOTH).",
    REFUSED="They preferred not to say (REFU).",
    NOT_YET_OBTAINED="Not asked yet, or not answered yet (NOBT).",
)


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
    ethnicity = EthnicityCode(description="Ethnicity by the list of the national child data collections; null while nothing is recorded.")
    nhs_number = String(description="NHS number: ten digits, the last of them a check digit.")
    upn = String(description="Unique pupil number: thirteen characters, the first of them a check letter.")
    uln = String(description="Unique learner number: ten digits, the last of them a check digit.")
    died_on = Date(description="The day of their death, or of the loss of an unborn child.")
    ehc_plan_on = Date(description="Since when an education, health and care plan is in force, where early help knows it.")
    needs = Many(
        "service.needs.types.Need",
        order=["identified_on", "id"],
        few=10,
        description="The register of a child's needs, of every case that you may see, oldest first.",
    )
    contact_details = Many(
        ContactDetail, order=["recorded_at", "id"], few=4, description="The ways to reach them that you may know, oldest first."
    )
    safe_contact = One(
        SafeContact,
        only=still_holds,
        description="How they may be reached and how not: show it beside every address and number. Null where nothing is recorded.",
    )
    safe_contacts = Many(
        SafeContact, order=["recorded_at", "id"], few=2, description="All that was ever recorded about reaching them safely, oldest first."
    )
    access_needs = One(AccessNeeds, only=holds_now, description="What they need in order to take part; null where nothing is recorded.")
    access_needs_before = Many(
        AccessNeeds,
        only=lambda needs: ~holds_now(needs),
        order=["-noted_on", "-id"],
        few=2,
        description="What was recorded of their needs before, the latest first.",
    )
    relatives = Many(
        Relationship, via="person_id", order=["recorded_at", "id"], few=4, description="Who is related to this child, oldest first."
    )
    children = Many(
        Relationship,
        via="relative_id",
        order=["recorded_at", "id"],
        few=4,
        description="Of which children, of those you may see, this person is a relative.",
    )
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("person")
