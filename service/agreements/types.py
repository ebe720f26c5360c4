"""The contract of agreements to work with early help."""

from graphene import String

from service.agreements.ending import ending
from service.agreements.rows import the_agreement  # noqa: F401  (registers the predicate)
from service.agreements.tables import AGREEMENT, Answer, Capacity, Evidence
from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One
from service.scalars import DateTime
from service.words import enumeration

CapacityName = enumeration(
    Capacity,
    PARENTAL_RESPONSIBILITY="Somebody with parental responsibility, for a child under 18.",
    YOUNG_PERSON="The young person, 16 or over, for themselves.",
    GILLICK="A child under 16 who was judged able to understand this decision.",
    ADULT_SELF="An adult, for themselves.",
    MOTHER_OF_UNBORN="The mother, for the child she expects.",
)
AnswerName = enumeration(Answer, AGREED="They agreed to work with early help.", REFUSED="They said no.")
EvidenceName = enumeration(
    Evidence,
    SIGNED="On paper, signed.",
    SPOKEN_AND_NOTED="Spoken, and noted by the worker.",
    ELECTRONIC="By an electronic form or message.",
)


class Agreement(Entity, table=AGREEMENT, part_of="case", interfaces=[Node]):
    """One answer about one person: whether they agree to work with early help. It changes only by being withdrawn."""

    id = GlobalId("agreement")
    person = One(Person, via="person_id", description="Whom it is about.")
    given_by = One(Person, via="given_by", description="Who answered.")
    capacity = CapacityName(required=True, description="In what capacity they answered.")
    answer = AnswerName(required=True, description="What they answered.")
    evidence = EvidenceName(required=True, description="How the answer is known.")
    understanding = String(description="How a child under 16 showed that they understood the decision.")
    answered_at = DateTime(required=True, description="When they answered.")
    until = Expr(
        DateTime,
        ending,
        description="When it ends by itself, a mother's soon after the birth; null when it lasts as long as the case.",
    )
    recorded_by = One(Practitioner, description="Who recorded it.")
    withdrawn_at = DateTime(description="When it was withdrawn; null while it was not.")
    withdrawn_by = One(Person, via="withdrawn_by", description="Who withdrew it.")
    withdrawn_how = String(description="How the withdrawal is known.")
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("agreement")
