"""The contract of step-downs."""

from graphene import Int, String

from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import Date, DateTime
from service.step_downs.rows import source  # noqa: F401  (registers the predicate)
from service.step_downs.tables import STEP_DOWN


class StepDown(Entity, table=STEP_DOWN, part_of="case", interfaces=[Node]):
    """That a case came from children's social care, and whether social care's own case is still open."""

    id = GlobalId("stepdown")
    social_care_reference = String(required=True, description="The number of social care's case.")
    social_worker = String(required=True, description="Who hands the family over, by name and role.")
    social_worker_contact = String(description="How to reach them.")
    social_worker_account = One(Practitioner, via="social_worker_id", description="Their account, where they have one.")
    handover = String(description="What social care told early help.")
    social_care_closed_on = Date(description="The day on which social care closed its case; null while it is open.")
    handed_over_at = DateTime(description="When the plan started here, and social care was told that it may close; null before.")
    recorded_by = One(Practitioner, via="recorded_by", description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
