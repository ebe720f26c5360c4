"""The contract of questions to agencies."""

from graphene import Int, String

from service.agencies.types import Agency
from service.agency_questions.rows import agency_found  # noqa: F401  (registers the predicate)
from service.agency_questions.tables import QUESTION
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import Date, DateTime


class AgencyQuestion(Entity, table=QUESTION, part_of="case", interfaces=[Node]):
    """What an agency was asked about a family, on what ground, and what it answered."""

    id = GlobalId("agencyquestion")
    agency = One(Agency, description="Who was asked.")
    question = String(required=True, description="What they were asked.")
    ground = String(required=True, description="That the family agreed to it, or why they were asked without.")
    asked_by = One(Practitioner, description="Who asked them.")
    asked_at = DateTime(required=True, description="When they were asked.")
    answer = String(description="What they answered; null while they did not.")
    answered_by = String(description="Who answered, by name and role.")
    answered_on = Date(description="The day of their answer.")
    entered_wrongly = String(description="Why it should never have been entered; null for one that stands.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
