"""The contract of contacts."""

from graphene import Boolean, Int, String

from service.contacts.rows import visible_answers  # noqa: F401  (registers the predicates)
from service.contacts.tables import ANSWER, ATTEMPT, Means
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import Date, DateTime
from service.words import enumeration

MeansName = enumeration(
    Means,
    "ContactMeans",
    TELEPHONE="By telephone.",
    LETTER="By letter.",
    MESSAGE="By e-mail, text or another message.",
    VISIT="In person, at home or elsewhere.",
    THROUGH_AGENCY="Through somebody of another agency whom the family knows.",
)


class ContactAttempt(Entity, table=ATTEMPT, part_of="case", interfaces=[Node]):
    """An attempt to reach the family."""

    id = GlobalId("attempt")
    tried_on = Date(required=True, description="The day of the attempt.")
    means = MeansName(required=True, description="By what way it was made.")
    reached = Boolean(required=True, description="Whether it reached the family.")
    note = String(description="What came of it.")
    recorded_by = One(Practitioner, description="Who logged it.")
    recorded_at = DateTime(required=True, description="When it was logged.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class ReferrerAnswer(Entity, table=ANSWER, part_of="case", interfaces=[Node]):
    """What the person who asked for help was told, or why they were not. Whoever made the request in the service sees it."""

    id = GlobalId("answer")
    said = String(description="What they were told; null when they were not.")
    means = MeansName(description="By what way they were told.")
    told_on = Date(description="The day on which they were told.")
    why_not = String(description="Why they were not told; null when they were.")
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
