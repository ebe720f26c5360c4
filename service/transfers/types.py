"""The contract of transfers to another council."""

from typing import Any

from graphene import Int, String
from graphql import GraphQLResolveInfo

from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, Many, One, reads
from service.scalars import Date, DateTime
from service.transfers.councils import COUNCILS
from service.transfers.rows import own_code  # noqa: F401  (registers the predicates)
from service.transfers.tables import CHASER, CONSENT, OFFER, CouncilAnswer, TransferBasis
from service.words import enumeration

BasisName = enumeration(
    TransferBasis,
    AGREED="The family agreed that the record is passed on.",
    REFUSED="The family said no.",
    SAFEGUARDING="The family was not asked, or said no, and a child's safety needs it.",
)
AnswerName = enumeration(
    CouncilAnswer,
    ACCEPTED="They take the family.",
    ACKNOWLEDGED="They have the record, and decide themselves what follows.",
    DECLINED="They do not take the family.",
)


class TransferConsent(Entity, table=CONSENT, part_of="case", interfaces=[Node]):
    """Whether the record may be passed on to another council. The last answer counts."""

    id = GlobalId("transferconsent")
    basis = BasisName(required=True, description="What was answered, or on what other ground it is passed on.")
    given_by = One(Person, description="Who of the family answered; null for a safeguarding reason.")
    how = String(required=True, description="How the answer is known, or what the reason is.")
    answered_on = Date(required=True, description="The day of the answer.")
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class TransferChaser(Entity, table=CHASER, part_of="case", interfaces=[Node]):
    """A reminder to the other council that an offer waits for its answer."""

    id = GlobalId("transferchaser")
    to_whom = String(required=True, description="Who was reminded, by name and role.")
    note = String(description="What they said.")
    sent_by = One(Practitioner, description="Who reminded them.")
    sent_at = DateTime(required=True, description="When it was sent.")
    entered_wrongly = String(description="Why it should never have been entered; null for one that counts.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class TransferOffer(Entity, table=OFFER, part_of="case", interfaces=[Node]):
    """An offer of a case to another council. The last one counts."""

    id = GlobalId("offer")
    council = String(required=True, description="The three-digit code of the other council.")
    council_name = String(description="What that council is called.")
    note = String(description="What was sent with the offer.")
    offered_by = One(Practitioner, description="Who asked them.")
    offered_at = DateTime(required=True, description="When they were asked.")
    wait_until = DateTime(required=True, description="Until when their answer is waited for; without one, two chasers are needed too.")
    answer = AnswerName(description="What they answered; null while they did not.")
    answered_on = Date(description="The day of their answer.")
    answered_by = String(description="Who answered, by name and role.")
    answer_note = String(description="What they said with it.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    chasers = Many(TransferChaser, order=["sent_at", "id"], few=3, description="The reminders that were sent, the oldest first.")

    @reads("council")
    def resolve_council_name(offer: Any, info: GraphQLResolveInfo) -> str | None:
        return COUNCILS.get(offer.council)
