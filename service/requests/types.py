"""The contract of requests for help."""

from graphene import Boolean, Int, String

from service.cases.rules import Framework
from service.cases.tables import CASE
from service.contacts.types import ReferrerAnswer
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, Many, One, Opening
from service.requests.rows import case_reference
from service.requests.tables import REQUEST, RequestSource
from service.scalars import DateTime
from service.words import enumeration

Source = enumeration(
    RequestSource,
    RELATIVE_OR_CARER="A family member, relative or carer (1A).",
    ACQUAINTANCE="An acquaintance, such as a neighbour (1B).",
    SELF="The child or young person (1C).",
    OTHER_INDIVIDUAL="Another individual (1D).",
    SCHOOL="A school (2A).",
    EDUCATION_SERVICE="An education service (2B).",
    GENERAL_PRACTITIONER="A general practitioner (3A).",
    HEALTH_VISITOR="A health visitor (3B).",
    SCHOOL_NURSE="A school nurse (3C).",
    OTHER_PRIMARY_HEALTH="Another primary health service (3D).",
    ACCIDENT_AND_EMERGENCY="An accident and emergency department (3E).",
    OTHER_HEALTH="Another health service, such as a hospice (3F).",
    HOUSING="A housing provider, or the council's housing department (4).",
    SOCIAL_CARE="Social care of this council (5A).",
    OTHER_COUNCIL_SERVICE="Another service of this council (5B).",
    OTHER_COUNCIL="Another council (5C).",
    POLICE="The police (6).",
    OTHER_LEGAL_AGENCY="A court, probation or another legal agency (7).",
    OTHER="Another source (8).",
    ANONYMOUS="Somebody who did not give a name (9).",
    UNKNOWN="The source is not known (10).",
)


FrameworkName = enumeration(
    Framework,
    COMMON_ASSESSMENT="The common assessment framework, with the team around the child.",
    EARLY_HELP="The early help assessment of the whole family.",
)


class RequestForHelp(Entity, table=REQUEST, part_of="case", interfaces=[Node]):
    """What somebody asked for on behalf of a family, in whose name, and when."""

    id = GlobalId("request")
    source = Source(required=True, description="Where it came from, by the national list of referral sources.")
    referrer_name = String(description="Who asked; null when they did not give a name.")
    referrer_role = String(description="What they are to the family, or at their agency.")
    referrer_contact = String(description="How to reach them.")
    worries = String(required=True, description="What they are worried about.")
    hopes = String(description="What they hope will be different.")
    family_knows = Boolean(required=True, description="Whether the family knows of the request.")
    received_at = DateTime(required=True, description="When it came in; the case was opened at that instant.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    requested_by = One(Practitioner, via="requested_by", description="Who put it into the service.")
    case_reference = Expr(
        String,
        Opening(case_reference, CASE),
        required=True,
        never_null=True,
        description="The reference of the case that it opened, for asking after it.",
    )
    answers = Many(
        ReferrerAnswer,
        on=lambda request, answer: answer.c.case_id == request.c.case_id,
        order=["recorded_at", "id"],
        few=3,
        description="What was told to the person who asked, the oldest first; whoever put the request in sees it without the case.",
    )
    case = One("service.cases.types.Case", description="The case that it opened; null for who may not see it.")
